"""Which questions get one answer twice: who answers anew words it anew, and tells the same facts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from interviews.detectors.senses import stem
from interviews.detectors.spoken_english import EMPTY
from interviews.detectors.structure import Asking, Structure
from interviews.text.words import words


class Answers:
    """The answers to some questions, and which of them tell the same.

    What an answer tells are its words that few other answers have: numbers, names, things.
    """

    reach: int = 2  # turns behind the question in which its answer begins
    shortest: int = 8  # words
    longest: int = 80  # words of an answer that are looked at: its facts come first
    rare: int = 3  # answers that may share a word which tells something
    shared: int = 3  # such words that two answers share, when they tell the same,
    share: float = 0.3  # and how much of the words of the one that tells less

    def __init__(self, structure: Structure, asked: Sequence[Asking]) -> None:
        self._structure = structure
        self._asked = asked

    def alike(self) -> Iterator[tuple[int, int]]:
        """The numbers of two questions, the earlier first, that one person answers with the same facts."""
        told: dict[int, frozenset[str]] = {}
        places: dict[int, int] = {}
        by_word: dict[str, list[int]] = defaultdict(list)
        for number, asking in enumerate(self._asked):
            place = self._answer(asking)
            if place is None:
                continue
            said = self._structure.copies.folded[place][: self.longest]
            places[number] = place
            told[number] = frozenset(stem(word) for word in said if len(word) > 2 and word not in EMPTY)
            for word in told[number]:
                by_word[word].append(number)
        shared: Counter[tuple[int, int]] = Counter()
        for numbers in by_word.values():
            if 2 <= len(numbers) <= self.rare:
                shared.update(combinations(numbers, 2))
        for (one, two), count in sorted(shared.items()):
            fewest = min(len(told[one]), len(told[two]))
            if count >= self.shared and count >= self.share * fewest and self._anew(places[one], places[two]):
                yield one, two

    def _answer(self, asking: Asking) -> int | None:
        turns = self._structure.dialogue
        for place in range(asking.place + 1, min(len(turns), asking.place + 1 + self.reach)):
            if turns[place].speaker != asking.turn.speaker and len(words(turns[place].text)) >= self.shortest:
                return place
        return None

    def _anew(self, one: int, two: int) -> bool:
        """Whether these are two answers of one person, and not one that stands twice."""
        turns, copies = self._structure.dialogue, self._structure.copies
        speaker = turns[one].speaker
        same = one != two and speaker is not None and speaker == turns[two].speaker
        return same and (one, two) not in copies.pairs
