"""What a reader is, and what comes out of one: a reading that accounts for every character."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, runtime_checkable

from interviews.formats.naming import AS_LEARNT, Labels, NamedLabel
from interviews.transcript.edits import Edit
from interviews.transcript.filing import NOWHERE, Filing
from interviews.transcript.turns import Speaker, Transcript


class ImportProblem(Exception):
    """A file cannot be read. The message is a sentence for the person who brought it."""


class Use(StrEnum):
    """What became of a stretch of the source."""

    TURN = "turn"  # words of the turn that is named
    LABEL = "label"  # a speaker's name
    TIME = "time"
    TITLE = "title"  # the heading; kept as a turn set aside
    MARKUP = "markup"  # belongs to the format, such as the stars around a bold label; or cannot be seen
    ASIDE = "aside"  # kept as a turn set aside, with its reason


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of the decoded source and what became of it (code points, half-open).

    ``turn`` is the key of the turn that it went into or that it labels, where there is one.
    """

    start: int
    end: int
    use: Use
    turn: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to correct the reading: the words of its button, and what it does to the transcript.

    ``speakers`` is what is then known of the people instead, or None where that stays.
    """

    label: str
    edits: tuple[Edit, ...]
    speakers: tuple[Speaker, ...] | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Something the reader is not sure of. The first answer is what happens when nobody says otherwise.

    ``id`` is stable for the same source; ``line`` counts from 1. ``otherwise`` is what is asked instead of
    ``text`` once another answer than the first was chosen, where the text tells what that one does.
    """

    id: str
    line: int
    text: str
    answers: tuple[Answer, ...]
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A source as it was understood.

    ``text`` is the decoded source. ``pieces`` run in order without overlap and cover every character
    of it that is not white space. The pieces of a turn that hold words (TURN, TITLE, ASIDE) are its text,
    white space aside. ``transcript`` has keys "1", "2", … in the order of the source, the heading and
    set-aside lines included. ``standfirst`` and ``recorded_on`` are told by the newsroom's own formats alone.
    ``notes`` are sentences for the report. The answers to different
    questions apply together, in any combination; ``formats.answers`` does it.
    """

    format_id: str
    text: str
    encoding: str
    transcript: Transcript
    pieces: Sequence[Piece]
    questions: tuple[Question, ...] = ()
    notes: tuple[str, ...] = ()
    sure: str = ""  # why this format, in a few words
    standfirst: str = ""
    recorded_on: date | None = None
    filing: Filing = NOWHERE  # told by the newsroom's own formats alone, too
    gap: int | None = None  # the silence that ends a turn of nobody's (milliseconds), where cues were joined
    encoding_chosen: bool = False  # by a person; else it was told from the file
    labels: tuple[NamedLabel, ...] = ()  # what names speakers, or may; a person can correct it

    def unaccounted(self) -> int:
        """How many characters that are not white space no piece covers; 0 unless a reader is broken."""
        covered = (self.text[piece.start : piece.end] for piece in self.pieces)
        return written_in(self.text) - sum(map(written_in, covered))


def written_in(text: str) -> int:
    """How many characters of a text are not white space."""
    return sum(map(len, text.split()))


@dataclass(frozen=True, slots=True)
class Carries:
    """What a format can hold; the table in the documentation is made of it."""

    speakers: bool = True
    times: bool = False
    words: bool = False  # a time for each word
    confidence: bool = False
    styling: bool = False
    asides: bool = False  # what was set aside, with its reason


class Reader(Protocol):
    """Turns the text of one format into a reading. Pure; raises ImportProblem."""

    @property
    def id(self) -> str: ...

    @property
    def label(self) -> str: ...

    @property
    def suffixes(self) -> Sequence[str]: ...

    @property
    def carries(self) -> Carries: ...

    def recognise(self, text: str, name: str) -> tuple[float, str]:
        """How well the text fits, from 0 to 1, and why in a few words."""
        ...

    def read(self, text: str) -> Reading: ...


@runtime_checkable
class ReadsLong(Protocol):
    """A reader of files that hold a time for each word, and are large for it."""

    @property
    def largest(self) -> int:
        """The most characters that it reads."""
        ...


@runtime_checkable
class JoinsCues(Protocol):
    """A reader that makes turns of cues. Where the result is wrong, another silence may be right."""

    def read_joined(self, text: str, *, gap: int, labels: Labels = AS_LEARNT) -> Reading:
        """Like ``read``; where nobody is named, a silence longer than ``gap`` milliseconds ends a turn.
        ``labels`` is what a person said of the names."""
        ...


@runtime_checkable
class LearnsLabels(Protocol):
    """A reader that learns from the file which labels name somebody. A person may know better."""

    def read_named(self, text: str, *, labels: Labels) -> Reading:
        """Like ``read``, with the speakers that ``labels`` tells of."""
        ...
