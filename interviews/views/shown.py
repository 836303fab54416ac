"""One turn as the review desk shows it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from interviews.models import Speaker, Turn
from interviews.models.turn import TurnRow
from interviews.transcript.times import clock, exact_clock
from interviews.transcript.turns import Part
from interviews.views.marking import Mark, marked

SEAM = "the interview goes on after its closing"


@dataclass(frozen=True, slots=True)
class ShownTurn:
    """A turn as the review desk shows it."""

    row: TurnRow
    speaker: Speaker | None
    number: int | None  # None for background
    marks: tuple[Mark, ...]
    seam: str
    part_of_current: bool
    comments: int = 0  # open ones

    @property
    def html(self) -> SafeString:
        return marked(self.row.text, self.marks)

    @property
    def is_question(self) -> bool:
        return self.speaker is not None and self.speaker.role == Speaker.Role.INTERVIEWER

    @property
    def lacks_speaker(self) -> bool:
        return self.speaker is None and self.number is not None

    @property
    def tone(self) -> str:
        """The colour of the turn on the map: its heaviest mark."""
        tones = {mark.tone for mark in self.marks}
        return next((tone for tone in ("structure", "duplicate", "garbled") if tone in tones), "")

    @property
    def time(self) -> str:
        """When it starts, where that is known."""
        return "" if self.row.start_ms is None else clock(self.row.start_ms)

    @property
    def exact_start(self) -> str:
        return "" if self.row.start_ms is None else exact_clock(self.row.start_ms)

    @property
    def exact_end(self) -> str:
        return "" if self.row.end_ms is None else exact_clock(self.row.end_ms)

    @property
    def place(self) -> str:
        return f"turn {self.number}" if self.number else "background"

    @property
    def signature(self) -> tuple[object, ...]:
        """What its looks depend on: two equal signatures need no new drawing."""
        return (
            self.row.version,
            self.speaker and (self.speaker.name, self.speaker.role),
            self.marks,
            self.seam,
            self.part_of_current,
            self.comments,
        )


def shown_alone(row: Turn) -> ShownTurn:
    """A turn that was just changed: the check that follows will say what is to be marked in it."""
    number = row.interview.turns.dialogue_until(row) if row.part == Part.DIALOGUE.value else None
    return ShownTurn(row.as_row(), row.speaker, number, (), "", False, row.comments.open().count())
