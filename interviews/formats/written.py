"""What goes out into a document, paragraph by paragraph; Word documents and web pages are made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from interviews.formats.blocks import Sort
from interviews.formats.lines import LINE_END, Hidden
from interviews.formats.writing import Document
from interviews.transcript.turns import Part

# White space that no XML may hold, and what is no character there (XML 1.0, section 2.2).
_SPACES = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")


class Paragraph(NamedTuple):
    """One paragraph: its lines, and in front of a turn's first one who speaks and when (milliseconds)."""

    sort: Sort
    lines: tuple[str, ...]
    speaker: str = ""
    start: int | None = None
    end: int | None = None


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Title, standfirst and facts, then every turn that stands, cut at its blank lines."""
    transcript = document.transcript
    facts = [
        f"Recorded on {document.recorded_on.isoformat()}." if document.recorded_on else "",
        f"Published on {document.published_at.date().isoformat()}." if document.published_at else "",
        clean(document.address),
    ]
    for sort, text in (
        (Sort.TITLE, transcript.title),
        (Sort.STANDFIRST, document.standfirst),
        (Sort.FACTS, " ".join(fact for fact in facts if fact)),
    ):
        if line := " ".join(clean(text).split()):
            yield Paragraph(sort, (line,))
    for turn in transcript.standing:
        sort = Sort.BACKGROUND if turn.part is Part.BACKGROUND else Sort.TURN
        spoken = sort is Sort.TURN
        for number, lines in enumerate(_cut(clean(turn.text))):
            if number or not spoken:
                yield Paragraph(Sort.MORE if number else sort, lines)
            else:
                speaker = " ".join(clean(turn.speaker or "").split())
                yield Paragraph(sort, lines, speaker, turn.start, turn.end)


def clean(text: str) -> str:
    """The text without what nobody can see and no XML may hold."""
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", _SPACES.sub(" ", Hidden(text).seen))


def _cut(text: str) -> Iterator[tuple[str, ...]]:
    """The lines of each paragraph of a text."""
    lines: list[str] = []
    for line in (*LINE_END.split(text), ""):
        if line.strip():
            lines.append(line.strip())
        elif lines:
            yield tuple(lines)
            lines = []
