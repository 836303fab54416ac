"""What is left in a text by the page, the file or the recogniser that it came from, and was never said.

All patterns run in linear time: every repetition is bounded or over one class of characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from interviews.detectors.remains.apart import Apart, apart
from interviews.detectors.remains.boxes import boxes, is_box
from interviews.detectors.remains.furniture import furniture, is_furniture
from interviews.detectors.remains.machine_remarks import is_remark, remarks
from interviews.detectors.remains.page_lines import is_page_line, lines_within
from interviews.detectors.remains.production import is_note, notes_within, parts_within
from interviews.detectors.remains.recogniser_marks import cues, is_cue, is_sureness, marks
from interviews.detectors.remains.stamps import stamps
from interviews.detectors.remains.time_codes import is_time, times
from interviews.detectors.remains.web_remains import (
    ONE_HASHTAG,
    hashtags,
    headings,
    is_block,
    is_heading,
    is_link,
    links,
    markup,
)
from interviews.text.holding import holds


class Source(StrEnum):
    """Where a residue comes from, in words that follow "This is"."""

    TIME = "a timestamp"
    HASHTAGS = "a line of hashtags"
    LINK = "a link"
    MARKUP = "markup of a web page"
    SUBTITLES = "a mark of a subtitle file"
    RECOGNISER = "a mark that a speech recogniser writes"
    PROGRAM = "a stamp of the program that the text passed through"
    PAGE = "a line of the page around the interview"
    PRODUCTION = "a note of those who made the interview"
    REMARK = "a language model’s remark about its work"
    HEADING = "a heading"


class Residue(NamedTuple):
    """One stretch of a text that was never said, in code points."""

    source: Source
    start: int
    end: int


@lru_cache(maxsize=16384)
def residues(text: str) -> tuple[Residue, ...]:
    """What in a text was never said, in order and without overlap."""
    finders = _FINDERS if _MARKED.search(text) or holds(text, _MARKED_TOO) else _AMONG_WORDS
    found = [Residue(source, start, end) for source, find in finders for start, end in find(text)]
    found.extend(_standing_apart(text))
    if not found:
        return ()
    found.sort(key=lambda residue: (residue.start, -residue.end))
    without_overlap: list[Residue] = []
    for residue in found:
        if not without_overlap or residue.start >= without_overlap[-1].end:
            without_overlap.append(residue)
    return tuple(without_overlap)


def is_residue(text: str) -> bool:
    """Whether nothing in a text was said: only residues and the marks between them."""
    if is_heading(text) or ONE_HASHTAG.fullmatch(text):
        return True
    left, end = "", 0
    for residue in residues(text):
        left += text[end : residue.start]
        end = residue.end
    return end > 0 and not any(character.isalnum() for character in left + text[end:])


def _standing_apart(text: str) -> Iterator[Residue]:
    for stretch in apart(text):
        for source, asks in _ASKED_APART:
            if asks(stretch):
                yield Residue(source, stretch.start, stretch.end)
                break


# Most texts have none of these: then only what is written in words may be left in them.
_MARKED = re.compile(r"[\[\](){}<>:;#*_=|/@&%~`+\\\d\n♪【·•]")
_MARKED_TOO = ("---", "www.", "WEBVTT")
_FINDERS: tuple[tuple[Source, Callable[[str], Iterator[tuple[int, int]]]], ...] = (
    (Source.LINK, links),
    (Source.TIME, times),
    (Source.HASHTAGS, hashtags),
    (Source.MARKUP, markup),
    (Source.SUBTITLES, cues),
    (Source.RECOGNISER, marks),
    (Source.PAGE, lines_within),
    (Source.PAGE, boxes),
    (Source.PAGE, furniture),
    (Source.PROGRAM, stamps),
    (Source.PRODUCTION, parts_within),
    (Source.PRODUCTION, notes_within),
    (Source.REMARK, remarks),
    (Source.HEADING, headings),
)
_AMONG_WORDS = tuple(
    (source, find)
    for source, find in _FINDERS
    if find in (lines_within, furniture, stamps, notes_within, remarks)
)
_ASKED_APART: tuple[tuple[Source, Callable[[Apart], bool]], ...] = (
    (Source.TIME, is_time),
    (Source.RECOGNISER, is_sureness),
    (Source.SUBTITLES, is_cue),
    (Source.MARKUP, is_block),
    (Source.LINK, is_link),
    (Source.REMARK, is_remark),
    (Source.PAGE, is_box),
    (Source.PAGE, is_furniture),
    (Source.PAGE, is_page_line),
    (Source.PRODUCTION, is_note),
)
