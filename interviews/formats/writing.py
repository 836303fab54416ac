"""What a writer is, and what it is given: a transcript with what readers know of the interview."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from interviews.formats.base import Carries
from interviews.transcript.filing import NOWHERE, Filing
from interviews.transcript.turns import Transcript


class ExportProblem(Exception):
    """A transcript cannot be written in this format. The message is a sentence for the person who asked."""


class TimesMissing(ExportProblem):
    """The format needs times, and some turns have none; whoever asks may have them interpolated."""

    def __init__(self, label: str, missing: int, turns: int) -> None:
        which = (
            "None of the turns has a time" if missing == turns else f"{missing} of {turns} turns have no time"
        )
        super().__init__(
            f"{which}, and {label} needs them. They can be estimated between those that are known."
        )


@dataclass(frozen=True, slots=True)
class Document:
    """What is written. ``address`` is that of its page, or empty.

    Through ``formats.exporting`` a writer is given what was set aside only where it carries that; the others
    get what a reader may see.
    """

    transcript: Transcript
    standfirst: str = ""
    recorded_on: date | None = None
    published_at: datetime | None = None
    changed_at: datetime | None = None
    address: str = ""
    newsroom: str = ""
    filing: Filing = NOWHERE


class Writer(Protocol):
    """Turns a document into the bytes of one format. Pure; raises ExportProblem."""

    @property
    def id(self) -> str: ...

    @property
    def label(self) -> str: ...

    @property
    def suffix(self) -> str:
        """The end of the file's name, with its dot."""
        ...

    @property
    def media_type(self) -> str: ...

    @property
    def carries(self) -> Carries: ...

    @property
    def needs_times(self) -> bool: ...

    def write(self, document: Document) -> bytes: ...
