"""A page that was rendered once, with marks where one quote differs from the next."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field

from django.utils.html import escape

from interviews.site.data_blocks import within_data
from interviews.site.quote_pages import QuotePage


def _mark() -> str:
    """Letters that mean the same in HTML, in an address and in JSON, and that nobody can have written."""
    return f"m{secrets.token_hex(12)}"


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands in a frame instead of a turn’s key, its words and what is told of them."""

    key: str = field(default_factory=_mark)
    words: str = field(default_factory=_mark)
    description: str = field(default_factory=_mark)
    data: str = field(default_factory=_mark)
    before: str = field(default_factory=_mark)
    difference: str = field(default_factory=_mark)


class Frame:
    """The page with its marks, cut where they stand."""

    def __init__(self, marks: Marks, html: str) -> None:
        html = re.sub(r"\n\s+", "\n", html)  # below 4 kB a page takes one block of a disk
        paragraph = re.search(rf"<p\b[^>]*>{marks.words}</p>", html)
        self._paragraph = paragraph.group() if paragraph else marks.words
        self._marks = marks
        told = (marks.key, marks.description, marks.data, marks.before, marks.difference)
        self._pieces = re.split(f"({'|'.join((re.escape(self._paragraph), *told))})", html)

    def filled(self, page: QuotePage) -> bytes:
        """The page of another quote of the same speaker, that had the same fate."""
        values = {mark: self._value(mark, page) for mark in set(self._pieces[1::2])}
        return "".join(values.get(piece, piece) for piece in self._pieces).encode()

    def _value(self, mark: str, page: QuotePage) -> str:
        marks, quote = self._marks, page.quote
        if mark == marks.key:
            return page.asked.key
        if mark == self._paragraph:
            return "".join(mark.replace(marks.words, escape(line)) for line in page.lines)
        if mark == marks.description:
            return escape(page.description)
        if mark == marks.data:
            return within_data(quote.words)
        return page.difference if mark == marks.difference else escape(quote.before)
