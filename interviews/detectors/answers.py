"""Which questions get one answer twice: who answers anew words it anew, and tells the same facts."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from interviews.detectors.question_book import Numbered
from interviews.detectors.senses import stem
from interviews.detectors.spoken_english import EMPTY
from interviews.detectors.structure import Structure
from interviews.text.shingles import Sharing
from interviews.text.words import folded_words
from interviews.transcript.turns import Turn


class AnswerBook:
    """The answers to the questions, and which of them tell the same; kept up to date one by one.

    What an answer tells are its words that few other answers have: numbers, names, things.
    """

    reach: int = 2  # turns behind the question in which its answer begins
    shortest: int = 8  # words
    longest: int = 80  # words of an answer that are looked at: its facts come first
    rare: int = 3  # answers that may share a word which tells something
    shared: int = 3  # such words that two answers share, when they tell the same,
    share: float = 0.3  # and how much of the words of the one that tells less

    def __init__(self) -> None:
        self._said: dict[int, tuple[str, ...]] = {}  # number of a question to the words of its answer
        self._told: dict[int, frozenset[str]] = {}
        self._sharing = Sharing(self.rare)
        self._found: dict[int, int | None] = {}  # number of a question to the place of its answer
        self._version = 0

    def alike(
        self, structure: Structure, numbered: Mapping[int, Numbered]
    ) -> Iterator[tuple[Numbered, Numbered]]:
        """The pairs of questions that one person answers with the same facts."""
        places = self._follow(structure, numbered)
        enough = [item for item in self._sharing.counts.items() if item[1] >= self.shared]
        for (one, two), count in enough:
            if count >= self.share * min(len(self._told[one]), len(self._told[two])):
                first, second = sorted((places[one], places[two]))
                if _anew(structure, first, second):
                    yield numbered[one], numbered[two]

    def _follow(self, structure: Structure, numbered: Mapping[int, Numbered]) -> dict[int, int]:
        """Bring the book to these questions. Gives the number of each to the place of its answer."""
        said = structure.turns.said(_long_enough, self.shortest)
        places = self._places(structure, numbered, said)
        turns = structure.dialogue
        answers = {number: said[turns[place].key] for number, place in places.items()}
        # An answer that stands is the same object: its words are compared with none.
        for number in [number for number, words in self._said.items() if answers.get(number) is not words]:
            del self._said[number]
            self._sharing.remove(number, self._told.pop(number))
        told = {number: self._tells(answers[number]) for number in answers.keys() - self._said.keys()}
        if self._said:
            for number, words in told.items():
                self._sharing.add(number, words)
        else:
            self._sharing.fill(told.items())
        self._sharing.touched.clear()
        self._said = answers
        self._told |= told
        return places

    def _places(
        self, structure: Structure, numbered: Mapping[int, Numbered], said: Container[str]
    ) -> dict[int, int]:
        """Number of a question to the place of its answer, for those that have one."""
        turns, kept = structure.dialogue, structure.turns.kept
        place_of = structure.turns.places
        known: dict[int, int | None] = {}
        if not kept.moved and self._version == kept.version - 1:
            # Only what was written in reach of a question can make another turn its answer.
            near = {
                turn.key
                for place in map(place_of.__getitem__, kept.came)
                for turn in turns[max(0, place - self.reach) : place + 1]
            }
            known = {
                number: place
                for number, place in self._found.items()
                if number in numbered and numbered[number].turn not in near
            }
        for number, question in numbered.items():
            if number not in known:
                known[number] = self._answer(turns, place_of[question.turn], said)
        self._found, self._version = known, kept.version
        return {number: place for number, place in known.items() if place is not None}

    def _answer(self, turns: Sequence[Turn], asked: int, said: Container[str]) -> int | None:
        """The place of the first turn in reach that is long enough and of another speaker."""
        for place, turn in enumerate(turns[asked + 1 : asked + 1 + self.reach], asked + 1):
            if turn.key in said and turn.speaker != turns[asked].speaker:
                return place
        return None

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
