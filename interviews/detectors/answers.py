"""Which questions get one answer twice: who answers anew words it anew, and tells the same facts."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from interviews.detectors.question_book import Numbered
from interviews.detectors.senses import stem
from interviews.detectors.spoken_english import EMPTY
from interviews.detectors.structure import Structure
from interviews.text.shingles import Sharing
from interviews.text.words import count_words, folded_words
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
        self._texts: dict[int, str] = {}  # number of a question to the text of its answer
        self._told: dict[int, frozenset[str]] = {}
        self._sharing = Sharing(self.rare)

    def alike(
        self, structure: Structure, numbered: Mapping[int, Numbered]
    ) -> Iterator[tuple[Numbered, Numbered]]:
        """The pairs of questions that one person answers with the same facts."""
        places = self._follow(structure, numbered)
        for (one, two), count in self._sharing.counts.items():
            if count >= self.shared and count >= self.share * min(len(self._told[one]), len(self._told[two])):
                first, second = sorted((places[one], places[two]))
                if _anew(structure, first, second):
                    yield numbered[one], numbered[two]

    def _follow(self, structure: Structure, numbered: Mapping[int, Numbered]) -> dict[int, int]:
        """Bring the book to these questions. Gives the number of each to the place of its answer."""
        turns, place_of = structure.dialogue, structure.turns.places
        long_enough = structure.turns.said(_has_words, self.shortest)
        places = {
            question.number: place
            for question in numbered.values()
            if (place := self._answer(turns, place_of[question.turn], long_enough))
        }
        for number, text in list(self._texts.items()):
            if number not in places or turns[places[number]].text != text:
                del self._texts[number]
                self._sharing.remove(number, self._told.pop(number))
        new = {number: turns[place].text for number, place in places.items() if number not in self._texts}
        told = {number: self._tells(text) for number, text in new.items()}
        if self._texts:
            for number, words in told.items():
                self._sharing.add(number, words)
        else:
            self._sharing.fill(told.items())
        self._sharing.touched.clear()
        self._texts |= new
        self._told |= told
        return places

    def _answer(self, turns: Sequence[Turn], asked: int, long_enough: Container[str]) -> int:
        """The place of the answer to what is asked at a place; 0 where there is none."""
        speaker = turns[asked].speaker
        for place, turn in enumerate(turns[asked + 1 : asked + 1 + self.reach], start=asked + 1):
            if turn.speaker != speaker and turn.key in long_enough:
                return place
        return 0

    def _tells(self, text: str) -> frozenset[str]:
        said = folded_words(text)[: self.longest]
        return frozenset(stem(word) for word in said if len(word) > 2 and word not in EMPTY)


def _has_words(text: str, least: int) -> bool:
    return count_words(text) >= least


def _anew(structure: Structure, one: int, two: int) -> bool:
    """Whether these are two answers of one person, and not one that stands twice."""
    speaker = structure.dialogue[one].speaker
    same = one != two and speaker is not None and speaker == structure.dialogue[two].speaker
    return same and (one, two) not in structure.copies.pairs
