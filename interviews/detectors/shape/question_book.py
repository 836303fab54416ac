"""The questions of a transcript and which of them may be one asked twice: kept up to date one by one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import log

from interviews.detectors.shape.senses import carried_by, senses, stem
from interviews.detectors.shape.structure import questions
from interviews.detectors.wording.spoken_english import EMPTY
from interviews.text.shingles import Pair, Sharing
from interviews.text.words import folded_words
from interviews.transcript.spans import Span

_COMMON_SENSES = frozenset({"opinion", "user", "need", "process", "describe"})
TAGS = frozenset(("right", "yeah", "huh", "correct", "no", "okay", "yes", "eh"))  # "…, right?" asks for a nod
_LEADING = frozenset(
    "and so but now well okay ok right alright then also let me ask you this just again".split()
)
SHORTEST = 4  # words that are a question of their own when they are asked again in the same order
LONGEST = 30  # words of a question that can be compared
# "Jack, do you …", "…, Zach?": who is asked, not what.
_NAME = r"(?:[^\W\d_a-z][\w.'’-]*\s?){1,3}"
_NAMED_BEFORE = re.compile(rf"^(?:(?:So|And|But|Well|Okay|OK),?\s)?{_NAME},\s")
_NAMED_BEHIND = re.compile(rf",\s{_NAME}(?=\W*$)")
# Asked about whatever was said before, in the same words each time: "How does that work?"
_VAGUE = frozenset(
    map(stem, "thoughts think comments comment feel work works happen happened story opinion sound".split())
)
# Verbs that carry a question and not what is asked.
LIGHT = frozenset(
    "able arrive arrived become becomes becoming bring bringing brought came comes coming done far find "
    "found gave happen happened happens keep keeps keeping kept left order play plays remain remains spend "
    "stay usual usually whole work works working think say saying speak play somewhere day's".split()
)
_MOST_STEMS = 10
BUCKET = 40  # questions on one subject beyond which the subject tells nothing


@dataclass(frozen=True)
class Asked:
    """A question: where it stands in its turn, its folded words, their stems; and what it is about."""

    span: Span
    words: tuple[str, ...]
    stems: frozenset[str]

    @cached_property
    def senses_of(self) -> dict[str, frozenset[str]]:
        return {word: carried_by(word) for word in self.stems}

    @cached_property
    def senses(self) -> frozenset[str]:
        return senses(map(stem, self.words))

    @cached_property
    def told(self) -> frozenset[str]:
        """The senses of the words that weigh, without those that nearly every question has."""
        return frozenset().union(*self.senses_of.values()) - _COMMON_SENSES

    @cached_property
    def subject(self) -> frozenset[str]:
        """The stems that name a subject: a name with a capital, or a word without a sense of its own."""
        return frozenset(word for word, found in self.senses_of.items() if not found)

    def covered_by(self, other: Asked, weights: Mapping[str, float]) -> float:
        """How much of what is asked here is asked there, in the same word or sense: 0 to 1."""
        total = sum(weights.values())
        met = sum(
            weight if word in other.stems else 0.8 * weight if self.senses_of[word] & other.senses else 0.0
            for word, weight in weights.items()
        )
        return met / total if total else 0.0

    @cached_property
    def is_of_its_own(self) -> bool:
        """Whether the wording alone tells what is asked."""
        return len(self.wording) >= SHORTEST and not self.stems <= _VAGUE

    @cached_property
    def wording(self) -> tuple[str, ...]:
        """The words without what leads to them: "and", "so", "let me ask you"."""
        first = next((at for at, word in enumerate(self.words) if word not in _LEADING), len(self.words))
        return self.words[first:]


def asked_in(text: str) -> tuple[Asked, ...]:
    """The questions of a turn that can be compared with others; who is asked by name is left out."""
    found = []
    for span, words in questions(text):
        if 0 < len(words) <= LONGEST and words[-1] not in TAGS:
            written = _NAMED_BEHIND.sub("", _NAMED_BEFORE.sub("", span.of(text)))
            asked = folded_words(written)
            stems = frozenset(stem(word) for word in asked if word not in EMPTY and word not in LIGHT)
            if stems:
                found.append(Asked(span, asked, stems))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A question of a turn (a key) with its number, which it keeps as long as both stay as they are."""

    number: int
    turn: str
    asked: Asked


class QuestionBook:
    """The questions of those who have a label, and the pairs that share a subject and a sense.

    ``may_be_one`` decides from the words of two questions; what it says is kept while both stand.
    """

    def __init__(self, may_be_one: Callable[[Asked, Asked], bool]) -> None:
        self._may_be_one = may_be_one
        self.numbered: dict[int, Numbered] = {}
        self._turns: dict[str, tuple[str, tuple[Asked, ...], tuple[int, ...]]] = {}
        self._stems: Counter[str] = Counter()
        self._subjects = Sharing(BUCKET)
        self._pairs: set[Pair] = set()
        self._covered: dict[Pair, float] = {}  # until a question comes or goes, and all weigh anew
        self._next = 0

    def follow(
        self,
        keys: Iterable[str],
        asked: Mapping[str, tuple[Asked, ...]],
        speaker_of: Callable[[str], str | None],
    ) -> None:
        """To another version, in which these turns may be others; ``asked`` has the turns that ask."""
        is_empty = not self.numbered
        members: list[tuple[int, Iterable[Hashable]]] = []
        for key in keys:
            questions = asked.get(key, ())
            speaker = speaker_of(key) if questions else None
            if self._turns.get(key, (None, ()))[:2] == (speaker, questions):
                continue
            self._drop(key)
            if speaker is not None:
                members += self._take(key, speaker, questions)
        if is_empty:
            self._subjects.fill(members)
        else:
            for number, subjects in members:
                self._subjects.add(number, subjects)

    def numbers(self, turn: str) -> tuple[int, ...]:
        """The numbers of a turn's questions."""
        return self._turns[turn][2] if turn in self._turns else ()

    def _drop(self, key: str) -> None:
        speaker, _, numbers = self._turns.pop(key, ("", (), ()))
        self._covered.clear()
        for number in numbers:
            gone = self.numbered.pop(number).asked
            self._subjects.remove(number, _subjects(speaker, gone))
            self._stems.subtract(gone.stems)

    def _take(
        self, key: str, speaker: str, asked: tuple[Asked, ...]
    ) -> Iterator[tuple[int, Iterable[Hashable]]]:
        """Number a turn's questions. Gives each number with its subjects."""
        first, self._next = self._next, self._next + len(asked)
        self._turns[key] = (speaker, asked, tuple(range(first, self._next)))
        for number, one in enumerate(asked, first):
            self.numbered[number] = Numbered(number, key, one)
            self._stems.update(one.stems)
            yield number, _subjects(speaker, one)

    def pairs(self) -> Iterator[tuple[Numbered, Numbered]]:
        """The pairs that share a subject and a sense, and of which it is said that they may be one."""
        for pair in self._subjects.touched:
            one, two = pair
            is_there = pair in self._subjects.counts
            if is_there and self._may_be_one(self.numbered[one].asked, self.numbered[two].asked):
                self._pairs.add(pair)
            else:
                self._pairs.discard(pair)
        self._subjects.touched.clear()
        for one, two in self._pairs:
            yield self.numbered[one], self.numbered[two]

    def covered(self, one: int, two: int) -> float:
        """How much of what each of two questions (their numbers) asks the other one asks: 0 to 1."""
        pair = (one, two)
        if pair not in self._covered:
            first, second = self.numbered[one].asked, self.numbered[two].asked
            self._covered[pair] = min(
                first.covered_by(second, self._weights(first)),
                second.covered_by(first, self._weights(second)),
            )
        return self._covered[pair]

    def _weights(self, asked: Asked) -> dict[str, float]:
        """What each stem weighs: the rarer among the questions, the more."""
        total = len(self.numbered)
        return {word: log(1 + total / self._stems[word]) for word in asked.stems}


def _subjects(speaker: str, asked: Asked) -> set[Hashable]:
    """What another question of the same speaker may share: a word in some sense, two words, the wording."""
    shared: set[Hashable] = {(speaker, word, sense) for word in asked.stems for sense in asked.senses}
    shared.update((speaker, *two) for two in combinations(sorted(asked.stems)[:_MOST_STEMS], 2))
    if asked.is_of_its_own:
        shared.add((speaker, asked.wording))
    return shared
