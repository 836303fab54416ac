"""A question asked again, maybe in other words, and answered anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import log

from interviews.detectors.acts import ENOUGH
from interviews.detectors.analysis import Analysis
from interviews.detectors.answers import Answers
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.senses import senses, stem
from interviews.detectors.spoken_english import EMPTY
from interviews.detectors.structure import Asking, Structure, asks
from interviews.text.similarity import likeness
from interviews.text.words import words
from interviews.transcript.edits import MoveTurn, SetAside
from interviews.transcript.spans import Passage
from interviews.transcript.turns import Turn

_COMMON_SENSES = frozenset({"opinion", "user", "need", "process", "describe"})
_TAGS = frozenset(
    ("right", "yeah", "huh", "correct", "no", "okay", "yes", "eh")
)  # "…, right?" asks for a nod
# Share of what is asked that is the same, and how often such a pair is one question: of 118 and 31 such
# findings on the development corpus 113 and 30 are.
_SURE = ((0.5, 0.95), (0.0, 0.9))


@dataclass(frozen=True)
class Asked:
    """What a question is about: its stems, the senses of each word, the share that each stem weighs."""

    asking: Asking
    stems: frozenset[str]
    weights: dict[str, float]

    @cached_property
    def senses_of(self) -> dict[str, frozenset[str]]:
        return {word: senses((word,)) for word in self.stems}

    @cached_property
    def senses(self) -> frozenset[str]:
        return frozenset().union(*self.senses_of.values(), senses(stem(w.folded) for w in self.asking.words))

    @cached_property
    def told(self) -> frozenset[str]:
        """The senses of the words that weigh, without those that nearly every question has."""
        return frozenset().union(*self.senses_of.values()) - _COMMON_SENSES

    @cached_property
    def subject(self) -> frozenset[str]:
        """The stems that name a subject: a name with a capital, or a word without a sense of its own."""
        return frozenset(word for word, found in self.senses_of.items() if not found)

    def covered_by(self, other: Asked) -> float:
        """How much of what is asked here is asked there, in the same word or sense: 0 to 1."""
        total = sum(self.weights.values())
        met = sum(
            weight if word in other.stems else 0.8 * weight if self.senses_of[word] & other.senses else 0.0
            for word, weight in self.weights.items()
        )
        return met / total if total else 0.0


@dataclass(frozen=True)
class RepeatedQuestion:
    """The same person asks the same person the same thing twice, with an answer after each.

    First fix: the second question is set aside, its answer moves under the first one.
    Let pass: the same question to another guest, one frame about two things, a question made clearer at once
    or asked in passing, tags ("right?"), and a turn that recurs as a whole.
    """

    kind = Kind.REPEATED_QUESTION
    languages = frozenset({"en"})
    covered: float = (
        0.4  # share of what is asked that both ask, where they name one subject and share a sense
    )
    verbal: float = 0.75  # the same where no subject with a name of its own is shared
    in_passing: float = 0.6  # share where one of the two is asked in passing, in a turn that says more
    related: float = 0.15  # the same where both are answered in the same facts
    by_answer: float = 0.5  # and what such a pair counts for
    answer: int = 12  # words of an answer that counts
    longest_answer: int = 6  # turns of an answer that moves with its question
    longest: int = 30  # words of a question that can be compared
    apart: int = 4  # turns from one to the other: asked again at once, it is only made clearer
    bucket: int = 40  # questions on one subject beyond which the subject tells nothing

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        structure = analysis.structure
        asked = self._asked(structure)
        best: dict[int, tuple[float, Asked, Asked]] = {}
        for one, two in self._pairs(asked):
            score = self._score(structure, one, two)
            if score > best.get(two.asking.place, (0.0,))[0]:
                best[two.asking.place] = (score, one, two)
        for first, second in Answers(structure, [question.asking for question in asked]).alike():
            one, two = asked[first], asked[second]
            if two.asking.place not in best and self._asks_for_the_same(structure, one, two):
                best[two.asking.place] = (self.by_answer, one, two)
        for place in sorted(best):
            score, one, two = best[place]
            yield self._finding(analysis, one.asking, two.asking, score)

    def _asked(self, structure: Structure) -> list[Asked]:
        stems: list[tuple[Asking, frozenset[str]]] = []
        counts: dict[str, int] = defaultdict(int)
        for asking in structure.questions:
            if asking.turn.speaker is None or len(asking.words) > self.longest or not asking.words:
                continue
            if asking.words[-1].folded in _TAGS:
                continue
            found = frozenset(stem(w.folded) for w in asking.words if w.folded not in EMPTY)
            if found:
                stems.append((asking, found))
                for word in found:
                    counts[word] += 1
        total = len(stems)
        return [Asked(a, s, {word: log(1 + total / counts[word]) for word in s}) for a, s in stems]

    def _pairs(self, asked: list[Asked]) -> Iterator[tuple[Asked, Asked]]:
        buckets: dict[tuple[str | None, str, str], list[int]] = defaultdict(list)
        for number, question in enumerate(asked):
            for word in question.stems:
                for sense in question.senses:
                    buckets[question.asking.turn.speaker, word, sense].append(number)
        seen: set[tuple[int, int]] = set()
        for numbers in buckets.values():
            if 2 <= len(numbers) <= self.bucket:
                seen.update(combinations(numbers, 2))
        for one, two in sorted(seen):
            yield asked[one], asked[two]

    def _score(self, structure: Structure, one: Asked, two: Asked) -> float:
        if two.asking.place - one.asking.place < self.apart:
            return 0.0
        coverage = min(one.covered_by(two), two.covered_by(one))
        if coverage < self.in_passing and not (_is_the_turn(one.asking) and _is_the_turn(two.asking)):
            return 0.0
        needed = self.covered if one.subject & two.subject and one.told & two.told else self.verbal
        if coverage < needed or len(one.stems & two.stems) < (1 if needed == self.covered else 3):
            return 0.0
        if self._parallel(one, two) or not self._answered_by_the_same(structure, one, two):
            return 0.0
        if (one.asking.place, two.asking.place) in structure.copies.pairs:
            return 0.0  # not the question recurs but the turn
        return coverage

    def _asks_for_the_same(self, structure: Structure, one: Asked, two: Asked) -> bool:
        """Whether two questions with one answer have anything in common themselves."""
        if one.asking.turn.speaker != two.asking.turn.speaker:
            return False
        places = one.asking.place, two.asking.place
        if places[1] - places[0] < self.apart or places in structure.copies.pairs or self._parallel(one, two):
            return False
        return bool(one.told & two.told) or min(one.covered_by(two), two.covered_by(one)) >= self.related

    def _parallel(self, one: Asked, two: Asked) -> bool:
        """Whether one frame is asked of two things: "who uses it in Europe", "who uses it in Asia"."""
        first = [w.folded for w in one.asking.words]
        second = [w.folded for w in two.asking.words]
        if likeness(first, second) < 0.6:
            return False
        only_first, only_second = one.stems - two.stems, two.stems - one.stems
        return any(not one.senses_of[w] & two.senses for w in only_first) and any(
            not two.senses_of[w] & one.senses for w in only_second
        )

    def _answered_by_the_same(self, structure: Structure, one: Asked, two: Asked) -> bool:
        first, second = self._answerers(structure, one.asking), self._answerers(structure, two.asking)
        return not first.isdisjoint(second)

    def _answerers(self, structure: Structure, asking: Asking) -> set[str | None]:
        following = structure.dialogue[asking.place + 1 : asking.place + 3]
        return {
            turn.speaker
            for turn in following
            if turn.speaker != asking.turn.speaker and len(words(turn.text)) >= self.answer
        }

    def _finding(self, analysis: Analysis, one: Asking, two: Asking, score: float) -> Finding:
        transcript = analysis.transcript
        first, second = transcript.where(one.turn.key), transcript.where(two.turn.key)
        return Finding(
            self.kind,
            (self._passage(two),),
            title=f"{first.capitalize()} and {second} ask the same thing",
            reason=f"{two.turn.speaker} asks in {second} what {first} has asked, and it is answered anew.",
            confidence=next(sure for least, sure in _SURE if score >= least),
            related=(self._passage(one),),
            evidence=(
                f"{round(score * 100)} per cent of what is asked is the same, in the same or in other words.",
            ),
            fixes=self._fixes(analysis, one, two),
        )

    def _passage(self, asking: Asking) -> Passage:
        """The turn where all of it leads to the question, else only the question."""
        if _is_the_turn(asking):
            return asking.turn.passage()
        return asking.turn.passage(asking.span.start, asking.span.end)

    def _fixes(self, analysis: Analysis, one: Asking, two: Asking) -> tuple[Fix, ...]:
        transcript, structure = analysis.transcript, analysis.structure
        first, second = self._answer(structure, one), self._answer(structure, two)
        if not first or not second or self._passage(two) != two.turn.passage():
            return ()
        aside = SetAside(two.turn.key, "question asked twice")
        moves: list[MoveTurn] = []
        behind = first[-1].key
        for turn in second:
            before = transcript.before(turn.key)
            while before is not None and before in {
                move.turn for move in moves
            }:  # has been moved away by then
                before = transcript.before(before)
            moves.append(MoveTurn(turn.key, before, behind))
            behind = turn.key
        reason = "answers a question asked twice"
        return (
            Fix(f"Keep both answers under {transcript.where(one.turn.key)}", (aside, *moves)),
            Fix(
                f"Set {transcript.where(two.turn.key)} and its answer aside",
                (aside, *(SetAside(turn.key, reason) for turn in second)),
            ),
        )

    def _answer(self, structure: Structure, asking: Asking) -> tuple[Turn, ...]:
        """The turns that answer: up to the next question of whoever asks, or to where leave is taken."""
        answer: list[Turn] = []
        for place in range(asking.place + 1, len(structure.dialogue)):
            turn = structure.dialogue[place]
            leaves = place in structure.endings and structure.endings[place].weight >= ENOUGH
            if answer and (
                leaves or turn.speaker is None or (turn.speaker == asking.turn.speaker and asks(turn.text))
            ):
                break
            answer.append(turn)
            if len(answer) == self.longest_answer:
                break
        return tuple(answer)


def _is_the_turn(asking: Asking) -> bool:
    """Whether all of the turn leads to the question."""
    return len(words(asking.turn.text)) <= 2 * len(asking.words) + 10
