"""Where a turn begins with the words that the turn before ends with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from interviews.detectors.keeping.kept import Turns
from interviews.detectors.shape.copies import Copies
from interviews.text.similarity import likeness
from interviews.text.words import folded_words

# Share of equal words, and of equal letters, from which the rest is the same heard otherwise: "know of many
# robots and we", "no of many robots in we".
MISHEARD = 0.6
MISHEARD_LETTERS = 0.88
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
    fewest_grown: int = 3  # where each line is all of the one before and more,
    shortest_grown: int = 3  # and the first has so many words

    def __init__(self, turns: Turns, copies: Copies) -> None:
        self._turns = turns
        self.folded = copies.folded

    @cached_property
    def exact(self) -> dict[int, Overlap]:
        """By the place of the later turn."""
        return {place: self.at(place) for place, length in self._lengths.items() if length >= self.shortest}

    def at(self, place: int) -> Overlap:
        """The overlap at a place, be it a word."""
        return Overlap(place, self._lengths[place], self._lengths[place], 1.0)

    @cached_property
    def _lengths(self) -> dict[int, int]:
        return self._turns.seams(_seam)

    @cached_property
    def rolls(self) -> tuple[Roll, ...]:
        """Runs of turns each of which begins with the end, or with all, of the one before: rolling captions.

        An overlap counts when it is at least half of the turn before: a growing line repeats all of it, a
        caption of two lines its second half. Where one caption grows and is gone, its lines are fewer and
        shorter.
        """
        rolls = (Roll(run[0] - 1, run[-1] + 1) for run in in_rows(filter(self._rolls_on, self.exact)))
        long = [roll for roll in rolls if roll.end - roll.start >= self.fewest_captions]
        known = {place for roll in long for place in range(roll.start, roll.end)}
        grown = (Roll(run[0] - 1, run[-1] + 1) for run in in_rows(filter(self._grows, self._lengths)))
        short = [
            roll
            for roll in grown
            if roll.end - roll.start >= self.fewest_grown and known.isdisjoint(range(roll.start, roll.end))
        ]
        return tuple(sorted((*long, *short), key=lambda roll: roll.start))

    @cached_property
    def rolling(self) -> frozenset[int]:
        """The places of all turns in rolling captions."""
        return frozenset(place for roll in self.rolls for place in range(roll.start, roll.end))

    def _rolls_on(self, place: int) -> bool:
        before = self.folded[place - 1]
        return 2 * self.exact[place].length >= len(before) and self.folded[place] != before

    def _grows(self, place: int) -> bool:
        """Whether a turn is all of its speaker's turn before, and more."""
        dialogue, before = self._turns.dialogue, self.folded[place - 1]
        return (
            self.shortest_grown <= len(before) == self._lengths[place] < len(self.folded[place])
            and dialogue[place - 1].speaker == dialogue[place].speaker
        )

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


def may_be_reworded(before: str, after: str) -> bool | None:
    """Whether a turn may begin with the end of the one before though words differ: three recur."""
    one, two = folded_words(before)[-REACH:], folded_words(after)[:REACH]
    if len(one) < 3 or len(two) < 3:
        return None
    if two[2] not in one and one[-3] not in two:  # one of these is in each three words that may recur
        return None
    told, again = f" {' '.join(one)} ", f" {' '.join(two)} "
    firsts = (two[ahead : ahead + 3] for ahead in range(min(3, len(two) - 2)))
    lasts = (one[behind - 3 : behind] for behind in range(len(one), max(2, len(one) - 3), -1))
    return (
        any(f" {' '.join(words)} " in told for words in firsts)
        or any(f" {' '.join(words)} " in again for words in lasts)
        or None
    )


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
    # And back from the last words of the earlier one, where the first ones are all misheard.
    starts |= {
        len(before) - behind - at - 3
        for behind in range(min(3, len(before) - 2))
        for at in range(len(after) - 2)
        if before[len(before) - behind - 3 : len(before) - behind] == after[at : at + 3]
        and at + behind + 3 <= len(before)
    }
    best: tuple[int, int, float] | None = None
    for start in sorted(starts):
        tail = before[start:]
        for length in range(max(shortest, len(tail) - 2), min(len(after), len(tail) + 2) + 1):
            sure = _likeness(tail, after[:length], alike)
            if sure and (best is None or sure > best[2]):
                best = length, len(tail), sure
    return best


def _likeness(first: Sequence[str], second: Sequence[str], alike: float) -> float:
    """How many of the words are the same, where that is enough or the others sound alike; else 0."""
    sure = likeness(first, second, at_least=MISHEARD)
    if sure >= alike or not sure:
        return sure
    return sure if likeness(" ".join(first), " ".join(second)) >= MISHEARD_LETTERS else 0.0


def _seam(before: str, after: str) -> int:
    tail, words = folded_words(before)[-REACH:], folded_words(after)
    return common_seam(tail, words) if words and words[0] in tail else 0


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
