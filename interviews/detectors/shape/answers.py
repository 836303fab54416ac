"""Which questions get one answer twice: who answers anew words it anew, and tells the same facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from interviews.detectors.shape.question_book import Numbered, QuestionBook
from interviews.detectors.shape.senses import stem
from interviews.detectors.shape.structure import Structure
from interviews.detectors.wording.spoken_english import EMPTY
from interviews.text.shingles import Pair, Sharing
from interviews.text.words import folded_words


class AnswerBook:
    """The answers to the questions, and which of them tell the same; kept up to date one by one.

    What an answer tells are its words that few other answers have: numbers, names, things.
    """

    shortest: int = 8  # words
    longest: int = 80  # words of an answer that are looked at: its facts come first
    rare: int = 3  # answers that may share a word which tells something
    shared: int = 3  # such words that two answers share, when they tell the same,
    share: float = 0.3  # and how much of the words of the one that tells less

    def __init__(self) -> None:
        self._turns: dict[str, tuple[int, ...]] = {}  # key of a turn to the numbers of its answered questions
        self._answers: dict[int, tuple[str, tuple[str, ...]]] = {}  # to the key and the words of the answer
        self._told: dict[int, frozenset[str]] = {}
        self._sharing = Sharing(self.rare)
        self._alike: set[Pair] = set()

    def follow(self, keys: Iterable[str], structure: Structure, book: QuestionBook) -> None:
        """To another version, in which these turns, or some in reach of them, may be others."""
        is_empty = not self._told
        members: list[tuple[int, frozenset[str]]] = []
        places, said = structure.turns.places, structure.turns.said(_long_enough, self.shortest)
        for key in keys:
            numbers = book.numbers(key)
            answer = self._answer(structure, places[key], said) if numbers else None
            known = self._turns.pop(key, ())
            if answer is not None:
                self._turns[key] = numbers
            if answer is not None and known == numbers and self._answers[numbers[0]][1] is answer[1]:
                self._answers.update(dict.fromkeys(numbers, answer))
                continue
            for number in known:
                del self._answers[number]
                self._sharing.remove(number, self._told.pop(number))
            if answer is not None:
                self._answers.update(dict.fromkeys(numbers, answer))
                members += ((number, self._tells(answer[1])) for number in numbers)
        self._told.update(members)
        if is_empty:
            self._sharing.fill(members)
        else:
            for number, told in members:
                self._sharing.add(number, told)

    def alike(
        self, structure: Structure, numbered: Mapping[int, Numbered]
    ) -> Iterator[tuple[Numbered, Numbered]]:
        """The pairs of questions that one person answers with the same facts."""
        for pair in self._sharing.touched:
            if self._is_enough(pair):
                self._alike.add(pair)
            else:
                self._alike.discard(pair)
        self._sharing.touched.clear()
        places = structure.turns.places
        for one, two in self._alike:
            first, second = sorted(places[self._answers[number][0]] for number in (one, two))
            if _anew(structure, first, second):
                yield numbered[one], numbered[two]

    def _is_enough(self, pair: Pair) -> bool:
        count = self._sharing.counts.get(pair, 0)
        if count < self.shared:
            return False
        return count >= self.share * min(len(self._told[number]) for number in pair)

    def _answer(
        self, structure: Structure, asked: int, said: Mapping[str, tuple[str, ...]]
    ) -> tuple[str, tuple[str, ...]] | None:
        """Key and words of the first reply that is long enough."""
        keys = (turn.key for turn in structure.replies(asked) if turn.key in said)
        return next(((key, said[key]) for key in keys), None)

    def _tells(self, words: tuple[str, ...]) -> frozenset[str]:
        said = words[: self.longest]
        return frozenset(stem(word) for word in said if len(word) > 2 and word not in EMPTY)


def _long_enough(text: str, least: int) -> tuple[str, ...] | None:
    words = folded_words(text)
    return words if len(words) >= least else None


def _anew(structure: Structure, one: int, two: int) -> bool:
    """Whether these are two answers of one person, and not one that stands twice."""
    speaker = structure.dialogue[one].speaker
    same = one != two and speaker is not None and speaker == structure.dialogue[two].speaker
    return same and (one, two) not in structure.copies.pairs
