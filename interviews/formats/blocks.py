"""What a document holds: paragraphs, headings, rows of tables, and what stands beside the text.

Parsers of documents make it, some of them in a process of their own, so this module imports next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple

_SPACES = re.compile("[ \t\r\n\f\xa0]{2,}|[ \t\r\n\f]")
LONGEST_TEXT = 5_000_000  # code points in one document
MOST_PARAGRAPHS = 200_000  # as many as lines in a text; a long interview has a few thousand


class Unreadable(Exception):
    """A document cannot be read. The message is a sentence for the person who brought it."""


class Sort(StrEnum):
    """What a block is. Those from ``TITLE`` on stand only in documents that this program wrote."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ROW = "row"
    ASIDE = "aside"  # beside the text: a footnote, a comment, a page header
    TITLE = "title"
    STANDFIRST = "standfirst"
    FACTS = "facts"
    BACKGROUND = "background"
    TURN = "turn"
    MORE = "more"  # the next paragraph of the same turn, or of the same background


class Block(NamedTuple):
    """One paragraph, or one row of a table.

    Of ``text`` the first ``lead`` code points are set off (bold), and ``time`` is where a time stands in a
    turn; ``times`` are milliseconds, where the document tells them more exactly. ``cells`` holds the
    paragraphs in each cell of a row, ``table`` the number of its table. ``reason`` says why an aside is one.
    """

    text: str
    sort: Sort = Sort.PARAGRAPH
    lead: int = 0
    time: tuple[int, int] | None = None
    reason: str = ""
    cells: tuple[tuple[Block, ...], ...] = ()
    table: int = 0
    times: tuple[int | None, int | None] | None = None


class Parsed(NamedTuple):
    """The blocks of a document in order, and sentences about what was not read."""

    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()


class Words:
    """A paragraph in the making: its text, and how much of its start is set off."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.lead = 0
        self.time: tuple[int, int] | None = None
        self._leading = True

    def add(self, text: str, *, bold: bool = False) -> None:
        """More words at its end; white space is as the words around it."""
        if not text:
            return
        self.parts.append(text)
        self.length += len(text)
        if self._leading and not text.isspace():
            if bold:
                self.lead = self.length
            else:
                self._leading = False

    def block(self, sort: Sort = Sort.PARAGRAPH, *, reason: str = "", table: int = 0) -> Block:
        """As a block, without the white space around it."""
        whole = "".join(self.parts)
        text = whole.strip()
        cut = len(whole) - len(whole.lstrip())
        lead = len(whole[cut : max(cut, self.lead)].rstrip()) if text else 0
        time = (self.time[0] - cut, self.time[1] - cut) if self.time else None
        return Block(text, sort, lead, time, reason, table=table)


class Flowing(Words):
    """A paragraph in which white space runs together, over the borders of what it stands in too."""

    def __init__(self, *, bold: bool = False) -> None:
        super().__init__()
        self.bold = [bold]  # one more for each element around the words
        self._spaced = True

    def write(self, words: str) -> None:
        """More words; what separates them is one space. A lone no-break space stays."""
        words = _SPACES.sub(" ", words)
        if self._spaced:
            words = words.lstrip(" \xa0")
        if words:
            self._spaced = words.endswith((" ", "\xa0"))
            self.add(words, bold=self.bold[-1])

    def sign(self, sign: str) -> None:
        """A tab, a line break or spaces that count, as they are."""
        self._spaced = sign.isspace()
        self.add(sign, bold=self.bold[-1])


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 comment", "3 comments"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def bounded(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks. Raises Unreadable over ``LONGEST_TEXT`` or ``MOST_PARAGRAPHS``, cells included."""
    held = many = 0
    for block in blocks:
        many += 1 + sum(1 + len(cell) for cell in block.cells)
        if many > MOST_PARAGRAPHS:
            raise Unreadable(
                f"The document has more than {MOST_PARAGRAPHS:,} paragraphs, the most that can be read. "
                "Split it."
            )
        held += len(block.text) + sum(len(inner.text) for cell in block.cells for inner in cell)
        if held > LONGEST_TEXT:
            raise Unreadable(
                f"The document holds more than {LONGEST_TEXT:,} characters of text, the most that can be "
                "read. Split it."
            )
        yield block


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """The paragraphs in the cells of rows, one by one, and all other blocks."""
    for block in blocks:
        if block.sort is Sort.ROW:
            yield from (inner for cell in block.cells for inner in cell)
        else:
            yield block


def to_data(parsed: Parsed) -> list[Any]:
    """As plain JSON values."""
    return [list(parsed.blocks), list(parsed.notes)]  # a named tuple is written as a list


def from_data(data: list[Any]) -> Parsed:
    """The inverse of ``to_data``."""
    blocks, notes = data
    return Parsed(tuple(map(_block, blocks)), tuple(notes))


def _block(data: list[Any]) -> Block:
    text, sort, lead, time, reason, cells, table, times = data
    inner = tuple(tuple(map(_block, cell)) for cell in cells)
    span = (time[0], time[1]) if time else None
    told = (times[0], times[1]) if times else None
    return Block(text, Sort(sort), lead, span, reason, inner, table, told)
