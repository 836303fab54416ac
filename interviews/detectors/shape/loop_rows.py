"""Turns in a row that say one phrase and nothing else: a recogniser's loop, cut where it cuts its lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from interviews.detectors.keeping.kept import Turns
from interviews.detectors.shape.overlaps import in_rows
from interviews.detectors.wording.looping import needed
from interviews.detectors.wording.repetition import repetitions_in
from interviews.detectors.wording.spoken_english import CHANTED, INSISTED
from interviews.text.words import folded_words


@dataclass(frozen=True, slots=True)
class LoopRow:
    """The turns at ``start`` to ``end`` (exclusive) say ``words`` words over and over, ``copies`` in all."""

    start: int
    end: int
    words: int
    copies: int


class LoopRows:
    """The loops that go over several turns of one speaker."""

    turns: int = 3  # in a row that make a loop
    turns_short: int = 6  # the same for one or two words

    def __init__(self, turns: Turns) -> None:
        self._turns = turns

    @cached_property
    def rows(self) -> tuple[LoopRow, ...]:
        dialogue = self._turns.dialogue
        again = (
            place
            for place in self._turns.seams(_goes_on)
            if dialogue[place].speaker == dialogue[place - 1].speaker
        )
        return tuple(row for places in in_rows(again) for row in self._row(places[0] - 1, places[-1] + 1))

    @cached_property
    def places(self) -> frozenset[int]:
        """Of all turns in such a row."""
        return frozenset(place for row in self.rows for place in range(row.start, row.end))

    def _row(self, start: int, end: int) -> Iterator[LoopRow]:
        said = [over_and_over(turn.text) for turn in self._turns.dialogue[start:end]]
        phrase, copies = said[0][0], sum(times for _, times in said)
        row = LoopRow(start, end, len(phrase), copies)
        turns = end - start
        if all(word in CHANTED for word in phrase):
            # Whoever agrees doubles the word within a turn too; a recogniser that hears silence does not.
            if turns >= self.turns_short and copies == turns and all(word in INSISTED for word in phrase):
                yield row
        elif turns >= (self.turns if len(phrase) > 2 else self.turns_short) or copies >= 2 * needed(phrase):
            yield row


def over_and_over(text: str) -> tuple[tuple[str, ...], int]:
    """The words (folded) of which a text is made, and how often it says them: once where none recur."""
    said = folded_words(text)
    for run in repetitions_in(text):
        if run.start == 0 and run.end == len(said):
            return said[: run.period], run.copies
    return said, 1


def _goes_on(before: str, text: str) -> bool | None:
    """Whether a turn says what the one before says, however often."""
    first, second = folded_words(before), folded_words(text)
    if first[:1] != second[:1] or not first:
        return None
    return over_and_over(before)[0] == over_and_over(text)[0] or None
