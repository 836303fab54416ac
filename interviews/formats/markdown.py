"""Markdown, in and out: labels set off by stars or underscores, headings, front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interviews.formats.base import Carries, Reading
from interviews.formats.declared import DECLARATION, NOBODY, RULE, read_declared
from interviews.formats.escapes import escaped
from interviews.formats.json_out import quoted
from interviews.formats.labelled import Dialect, read_labelled
from interviews.formats.lines import LINE_END, Hidden
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.times import TIME
from interviews.formats.writing import Document
from interviews.transcript.times import clock
from interviews.transcript.turns import Part, Role, Speaker, Turn

# What is told by each, how strong it is, characters of which one must be there, and how it is written.
_SIGNS = (
    (
        "bold labels",
        0.9,
        ("*", "_"),
        rf"^[ \t]*(?:{TIME}\s*)?(?:\*{{1,2}}|_{{1,2}})[^\s*][^*\n]{{0,80}}?(?::[*_]|[*_]{{1,2}}\s*:)",
    ),
    ("front matter", 0.8, ("---",), r"\A\s*---\s*\n[A-Za-z]"),
    ("headings", 0.7, ("# ",), r"^[ \t]*#{1,6} \S"),
    ("a bold line", 0.6, ("**",), r"^[ \t]*\*\*[^*\n]{1,200}\*\*\s*$"),
    ("links", 0.6, ("](http",), r"^[ \t]*.{0,200}\]\(https?://"),
)
_PARAGRAPH = "\n\n"
_LOOK = 200_000  # code points from the start
_SUFFIX_ALONE = 0.5


@dataclass(frozen=True, slots=True)
class Markdown:
    """Reads markdown."""

    id: str = "markdown"
    label: str = "Markdown"
    suffixes: Sequence[str] = (".md", ".markdown", ".mdown")
    carries: Carries = Carries(times=True, styling=True)

    def recognise(self, text: str, name: str) -> tuple[float, str]:
        """The strongest sign of markdown in the text; the name of the file counts where there is none."""
        head = text[:_LOOK]
        if head.startswith(DECLARATION):
            return 1, "its first line"
        for why, weight, marks, pattern in _SIGNS:
            if any(mark in head for mark in marks) and re.search(pattern, head, re.MULTILINE):
                return weight, why
        return (
            (_SUFFIX_ALONE, "the name of the file")
            if name.lower().endswith(tuple(self.suffixes))
            else (0, "")
        )

    def read(self, text: str) -> Reading:
        return self.read_named(text, labels=AS_LEARNT)

    def read_named(self, text: str, *, labels: Labels) -> Reading:
        """See ``LearnsLabels``; what the file itself declares is not learnt."""
        dialect = Dialect(self.id, markup=True, escapes=True)
        return read_declared(text, self.id) or read_labelled(text, dialect, labels=labels)


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """Writes markdown that reads as an interview anywhere and comes back as it was (see ``declared``)."""

    id: str = "markdown"
    label: str = "Markdown"
    suffix: str = ".md"
    media_type: str = "text/markdown; charset=utf-8"
    carries: Carries = Carries(times=True)
    needs_times: bool = False

    def write(self, document: Document) -> bytes:
        """UTF-8 with line feeds. A turn's time is that of its first word, to the second.

        What nobody can see is left out, and of the white space only the breaks between lines and paragraphs
        are kept. Background keeps no label and no time; each of its paragraphs comes back as one of its own.
        """
        head = "\n".join((*_head(document), RULE))
        blocks = [block for block in _blocks(document) if block]
        return f"{DECLARATION}{head}\n\n{_PARAGRAPH.join(blocks)}\n".encode("utf-8", "replace")


def _head(document: Document) -> Iterator[str]:
    transcript = document.transcript
    known = {
        "title": transcript.title,
        "language": transcript.language,
        "speakers": [_speaker(speaker) for speaker in transcript.speakers],
        "standfirst": document.standfirst,
        "recorded": document.recorded_on.isoformat() if document.recorded_on else "",
        "published": document.published_at.isoformat() if document.published_at else "",
        "address": document.address,
        "series": document.filing.series,
        "series_number": document.filing.number,
        "topics": document.filing.topics,
    }
    for key, value in known.items():
        if value:
            yield f"{key}: {quoted(value)}"


def _speaker(speaker: Speaker) -> Mapping[str, Any]:
    """What is known of the person; what is not is left out, but for the name."""
    known: dict[str, Any] = {"name": speaker.name}
    known |= {"role": speaker.role.value} if speaker.role is not Role.OTHER else {}
    more = {"full_name": speaker.full_name, "description": speaker.description, "aliases": speaker.aliases}
    return known | {key: value for key, value in more.items() if value}


def _blocks(document: Document) -> Iterator[str]:
    transcript = document.transcript
    title, standfirst = _line(transcript.title), _line(document.standfirst)
    yield f"# {title}" if title else ""
    yield f"*{standfirst}*" if title and standfirst else ""
    background = True
    for turn in transcript.standing:
        words = _words(turn.text)
        if words and turn.part is Part.BACKGROUND:
            yield "" if background else RULE
            background = True
            yield words
        elif words:
            background = False
            yield f"{_label(turn)} {words}"


def _label(turn: Turn) -> str:
    time = f" [{clock(turn.start)}]" if turn.start is not None else ""
    return f"**{_line(turn.speaker or '') or NOBODY}:**{time}"


def _words(text: str) -> str:
    """Paragraphs set apart by blank lines; a line that ends within one has a backslash there."""
    lines = [_line(line) for line in LINE_END.split(text)]
    paragraphs = "\n".join(lines).split(_PARAGRAPH)
    return _PARAGRAPH.join(one.strip("\n").replace("\n", "\\\n") for one in paragraphs if one.strip("\n"))


def _line(text: str) -> str:
    return escaped(" ".join(Hidden(text).seen.split()))
