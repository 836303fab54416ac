"""Which turns stand twice: the pairs, and the runs of pairs in order. Found once for several detectors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import overload

from interviews.detectors.keeping.kept import Turns
from interviews.detectors.shape.copy_book import STRETCH, CopyBook
from interviews.text.words import folded_words
from interviews.transcript.turns import Turn

LONG_SENTENCE = 12  # words that nobody says again in the same order
FRAME = 6  # first words that lines of a song, or a refrain and what follows it, have in common
MOST_FRAMED = 60  # turns; more are no song
CUT = 3  # words of a turn of which the end was not pasted


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


class Wordings(Sequence[tuple[str, ...]]):
    """The comparable words of each turn of the dialogue, by its place, looked up when they are asked for."""

    def __init__(self, dialogue: Sequence[Turn]) -> None:
        self._dialogue = dialogue

    def __len__(self) -> int:
        return len(self._dialogue)

    @overload
    def __getitem__(self, place: int) -> tuple[str, ...]: ...

    @overload
    def __getitem__(self, place: slice) -> list[tuple[str, ...]]: ...

    def __getitem__(self, place: int | slice) -> tuple[str, ...] | list[tuple[str, ...]]:
        if isinstance(place, slice):
            return [folded_words(turn.text) for turn in self._dialogue[place]]
        return folded_words(self._dialogue[place].text)


class Copies:
    """The turns of the dialogue that stand twice, word for word or nearly so."""

    def __init__(self, turns: Turns) -> None:
        self.dialogue = turns.dialogue
        self.folded = Wordings(turns.dialogue)
        self._turns = turns

    @property
    def pairs(self) -> dict[tuple[int, int], float]:
        """(earlier, later) to how alike the two are, for turns long enough to say something."""
        return self._read[0]

    @property
    def with_a_sentence(self) -> list[tuple[int, int]]:
        """(earlier, later) of turns, in order, that share as many stretches as a long sentence has."""
        return self._read[1]

    def framed(self, place: int) -> Sequence[int]:
        """The places of the turns that begin as this one does and say more; none where they are too many."""
        frame = _frame(self.dialogue[place].text)
        if frame is None or not 2 < self._frames[frame] <= MOST_FRAMED:
            return ()
        place_of = self._turns.places
        return [place_of[key] for key, other in self._turns.said(_frame).items() if other == frame]

    @cached_property
    def _frames(self) -> Counter[str]:
        return Counter(self._turns.said(_frame).values())

    @cached_property
    def _read(self) -> tuple[dict[tuple[int, int], float], list[tuple[int, int]]]:
        """The book is read once: it may be gone then."""
        book, place = self._turns.book_said(CopyBook), self._turns.places.__getitem__
        found: dict[tuple[int, int], float] = {}
        for keys in book.same():
            for earlier, later in pairwise(sorted(map(place, keys))):
                found[earlier, later] = 1.0
        for one, two, alike in book.near():
            for earlier, later in _neighbours(map(place, one), map(place, two)):
                found[earlier, later] = min(alike, 0.99)
        sharing = {
            (earlier, later)
            for one, two in book.sharing(LONG_SENTENCE - STRETCH + 1)
            for earlier, later in _neighbours(map(place, one), map(place, two))
        }
        return found, sorted(sharing)

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
            if strong >= 1 and self._is_cut(earlier - start + length, later - start + length):
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

    def _is_cut(self, earlier: int, later: int) -> bool:
        """Whether the later of two places has the first words of the earlier, where what was pasted ends."""
        if later >= len(self.dialogue) or self.dialogue[earlier].speaker != self.dialogue[later].speaker:
            return False
        whole, cut = self.folded[earlier], self.folded[later]
        return CUT <= len(cut) < len(whole) and whole[: len(cut)] == cut


def _neighbours(first: Iterable[int], second: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Each place with the one right before it in the other list, so that many copies make few pairs."""
    merged = sorted([(place, 0) for place in first] + [(place, 1) for place in second])
    for (one, which), (two, other) in pairwise(merged):
        if which != other:
            yield one, two


def _frame(text: str) -> str | None:
    """The first words of a text that has more, as one string."""
    words = folded_words(text)
    return " ".join(words[:FRAME]) if len(words) > FRAME else None
