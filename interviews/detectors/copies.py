"""Which turns stand twice: the pairs, and the runs of pairs in order. Found once for several detectors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from interviews.text.shingles import sharing
from interviews.text.similarity import likeness
from interviews.text.words import words
from interviews.transcript.turns import Turn


@dataclass(frozen=True, slots=True)
class Copy:
    """A turn and an earlier one with the same or nearly the same words. Places in the dialogue, from 0."""

    earlier: int
    later: int
    alike: float  # 1.0: word for word, case, punctuation and spaces aside


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive turns that recur in order. ``length`` turns from ``earlier`` stand again from ``later``.

    Where the copies follow each other so closely that they overlap, the passage recurs several times.
    """

    earlier: int
    later: int
    length: int
    alike: float


class Copies:
    """The turns of the dialogue that stand twice.

    Word-for-word copies are found by their words, near ones by four-word stretches that few turns share:
    of a turn with a quarter of its words changed, a third of these survive.
    """

    shortest: int = 5  # words of a turn whose repetition says anything: "Yeah, exactly." is said all day
    shortest_near: int = 8
    stretch: int = 4
    shared: float = 0.08  # of the shorter turn's stretches, to be worth a look
    alike: float = 0.55

    def __init__(self, dialogue: Sequence[Turn]) -> None:
        self.dialogue = dialogue

    @cached_property
    def folded(self) -> tuple[tuple[str, ...], ...]:
        """The comparable words of each turn."""
        return tuple(tuple(word.folded for word in words(turn.text)) for turn in self.dialogue)

    @cached_property
    def places(self) -> dict[tuple[str, ...], list[int]]:
        """The words of a turn to all places where a turn has just these words."""
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, folded in enumerate(self.folded):
            found[folded].append(place)
        return found

    @cached_property
    def pairs(self) -> dict[tuple[int, int], float]:
        """(earlier, later) to how alike the two are, for turns long enough to say something."""
        found: dict[tuple[int, int], float] = {}
        kept: list[tuple[tuple[str, ...], list[int]]] = []
        for folded, places in self.places.items():
            if len(folded) < self.shortest:
                continue
            kept.append((folded, places))
            for earlier, later in pairwise(places):
                found[earlier, later] = 1.0
        for (one, two), shared in sharing((folded for folded, _ in kept), self.stretch).items():
            first, second = kept[one][0], kept[two][0]
            shorter = min(len(first), len(second))
            if shorter < self.shortest_near or shared < self.shared * (shorter - self.stretch + 1):
                continue
            alike = likeness(first, second, at_least=self.alike)
            if alike:
                for earlier, later in _neighbours(kept[one][1], kept[two][1]):
                    found[earlier, later] = min(alike, 0.99)
        return found

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The longest runs of two or more turns that recur in order, by their later copy."""
        return tuple(sorted(self._runs(), key=lambda run: (run.later, run.earlier)))

    def _runs(self) -> Iterator[Run]:
        done: set[tuple[int, int]] = set()
        for earlier, later in sorted(self.pairs):
            if (earlier, later) in done:
                continue
            start = 0
            while self._same(earlier - start - 1, later - start - 1):
                start += 1
            length = 0
            strong = 0
            total = 0.0
            while self._same(earlier - start + length, later - start + length):
                place = (earlier - start + length, later - start + length)
                done.add(place)
                if place in self.pairs:
                    strong += 1
                    total += self.pairs[place]
                length += 1
            if length >= 2 and strong >= 1:
                yield Run(earlier - start, later - start, length, total / strong)

    def _same(self, earlier: int, later: int) -> bool:
        """Whether two places can stand in one run: copies, or short turns with the same words and speaker."""
        if earlier < 0 or later >= len(self.dialogue):
            return False
        if (earlier, later) in self.pairs:
            return True
        first, second = self.dialogue[earlier], self.dialogue[later]
        if not first.text.strip() or first.speaker != second.speaker:
            return False
        return self.folded[earlier] == self.folded[later]


def _neighbours(first: Sequence[int], second: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each place with the one right before it in the other list, so that many copies make few pairs."""
    merged = sorted([(place, 0) for place in first] + [(place, 1) for place in second])
    for (one, which), (two, other) in pairwise(merged):
        if which != other:
            yield one, two
