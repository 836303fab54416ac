"""Where a turn begins with the words that the turn before ends with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from interviews.detectors.copies import Copies
from interviews.detectors.keeping import Turns
from interviews.text.similarity import likeness
from interviews.text.words import folded_words

REACH = 60  # words: more than the chunk seams of recognisers, which overlap by some seconds


@dataclass(frozen=True, slots=True)
class Overlap:
    """The first ``length`` words of the turn at ``place`` are the last ``before`` of the one before."""

    place: int
    length: int
    before: int
    alike: float


@dataclass(frozen=True, slots=True)
class Roll:
    """Turns ``start`` to ``end`` (exclusive) of which each takes up the one before."""

    start: int
    end: int


class Overlaps:
    """All places where a turn takes up at least ``shortest`` last words of the turn before, word for word."""

    shortest: int = 4
    fewest_captions: int = 4  # turns in a row

    def __init__(self, turns: Turns, copies: Copies) -> None:
        self._turns = turns
        self.folded = copies.folded

    @cached_property
    def exact(self) -> dict[int, Overlap]:
        """By the place of the later turn."""
        return {
            place: Overlap(place, length, length, 1.0)
            for place, length in self._turns.seams(_seam).items()
            if length >= self.shortest
        }

    @cached_property
    def rolls(self) -> tuple[Roll, ...]:
        """Runs of turns each of which begins with the end, or with all, of the one before: rolling captions.

        An overlap counts when it is at least half of the turn before: a growing line repeats all of it, a
        caption of two lines its second half.
        """
        rolls = (Roll(run[0] - 1, run[-1] + 1) for run in in_rows(filter(self._rolls_on, self.exact)))
        return tuple(roll for roll in rolls if roll.end - roll.start >= self.fewest_captions)

    @cached_property
    def rolling(self) -> frozenset[int]:
        """The places of all turns in rolling captions."""
        return frozenset(place for roll in self.rolls for place in range(roll.start, roll.end))

    def _rolls_on(self, place: int) -> bool:
        before = self.folded[place - 1]
        return 2 * self.exact[place].length >= len(before) and self.folded[place] != before

    def reworded(self, place: int, shortest: int, alike: float) -> Overlap | None:
        """The overlap at a place although some of its words differ; None where there is none."""
        found = _reworded(self.folded[place - 1][-REACH:], self.folded[place][:REACH], shortest, alike)
        return Overlap(place, *found) if found else None


def in_rows(places: Iterable[int]) -> Iterator[list[int]]:
    """Places in order, parted where one is missing between two."""
    row: list[int] = []
    for place in places:
        if row and place > row[-1] + 1:
            yield row
            row = []
        row.append(place)
    if row:
        yield row


@lru_cache(maxsize=1024)  # every check looks at the seams that may be one
def _reworded(
    before: Sequence[str], after: Sequence[str], shortest: int, alike: float
) -> tuple[int, int, float] | None:
    """Words of the later one, words of the earlier one, and how alike these are, where that is enough."""
    starts = {
        at - ahead
        for ahead in range(min(3, len(after) - 2))
        for at in range(len(before) - 2)
        if before[at : at + 3] == after[ahead : ahead + 3] and at >= ahead
    }
    best: tuple[int, int, float] | None = None
    for start in sorted(starts):
        tail = before[start:]
        for length in range(max(shortest, len(tail) - 2), min(len(after), len(tail) + 2) + 1):
            sure = likeness(tail, after[:length], at_least=alike)
            if sure and (best is None or sure > best[2]):
                best = length, len(tail), sure
    return best


def _seam(before: str, after: str) -> int:
    return common_seam(folded_words(before), folded_words(after))


def common_seam(before: Sequence[str], after: Sequence[str]) -> int:
    """How many last words of one are the first words of the other, in the same order; 0 for none."""
    if not after:
        return 0
    tail = before[-REACH:]
    first = after[0]
    for start, word in enumerate(tail):
        if (
            word == first
            and len(tail) - start <= len(after)
            and tuple(tail[start:]) == tuple(after[: len(tail) - start])
        ):
            return len(tail) - start
    return 0
