"""Text with its flagged passages marked, as safe HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Mark:
    """One flagged stretch of a turn's text (code points)."""

    start: int
    end: int
    tone: str
    flag: int
    current: bool = False


def marked(text: str, marks: Iterable[Mark]) -> SafeString:
    """The text as HTML with a ``mark`` around each flagged stretch; where two overlap, the current wins."""
    inside = [mark for mark in marks if mark.start < min(mark.end, len(text))]
    if not inside:
        return format_html("{}", text)
    cuts = sorted({0, len(text), *(m.start for m in inside), *(min(m.end, len(text)) for m in inside)})
    pieces = [(text[start:end], _at(inside, start)) for start, end in pairwise(cuts)]
    return format_html_join("", "{}", ((_piece(words, mark),) for words, mark in _joined(pieces)))


def _at(marks: Sequence[Mark], place: int) -> Mark | None:
    here = [mark for mark in marks if mark.start <= place < mark.end]
    return min(here, key=lambda mark: (not mark.current, mark.end - mark.start), default=None)


def _joined(pieces: Sequence[tuple[str, Mark | None]]) -> list[tuple[str, Mark | None]]:
    joined: list[tuple[str, Mark | None]] = []
    for words, mark in pieces:
        if joined and joined[-1][1] is mark:
            joined[-1] = (joined[-1][0] + words, mark)
        else:
            joined.append((words, mark))
    return joined


def _piece(words: str, mark: Mark | None) -> SafeString:
    if mark is None:
        return format_html("{}", words)
    state = " current" if mark.current else ""
    return format_html('<mark class="{}{}" data-flag="{}">{}</mark>', mark.tone, state, mark.flag, words)
