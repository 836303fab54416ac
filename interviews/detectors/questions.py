"""A question asked again, maybe in other words, and answered anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.shape.acts import ENOUGH
from interviews.detectors.shape.answers import AnswerBook
from interviews.detectors.shape.asked_again import ExchangeBook
from interviews.detectors.shape.question_book import Asked, Numbered, QuestionBook, asked_in
from interviews.detectors.shape.structure import REACH, Structure, asks
from interviews.text.similarity import likeness
from interviews.text.words import count_words, folded_words
from interviews.transcript.edits import MoveTurn, SetAside
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

# Share of what is asked that is the same, and how often such a pair is one question where it has a sense in
# common; and where it has words alone.
_SURE = ((0.5, 0.93), (0.0, 0.85))
_SURE_OF_WORDS = 0.6
_SURE_OF_EXCHANGE = 0.85


@dataclass(frozen=True)
class Asking:
    """A question in the dialogue: the turn and its place, what is asked."""

    place: int
    turn: Turn
    asked: Asked

    @property
    def is_the_turn(self) -> bool:
        """Whether all of the turn leads to the question."""
        return count_words(self.turn.text) <= 2 * len(self.asked.words) + 10


@dataclass(frozen=True)
class RepeatedQuestion:
    """The same person asks the same person the same thing twice, with an answer after each.

    Both ask in the same words or with the same senses; or what little else than a question stands in two
    turns names one subject, the more so where both answers tell the same.

    First fix: the second question is set aside, its answer moves under the first one.
    Let pass: the same question to another guest, one frame about two things, a question made clearer at once
    or asked in passing, tags ("right?"), and a turn that recurs as a whole.
    """

    kind = Kind.REPEATED_QUESTION
    languages = frozenset({"en"})
    # Share of what is asked that both ask, where they name one subject and share a sense.
    covered: float = 0.4
    verbal: float = 0.75  # the same where they share two words and no sense, and neither is asked in passing
    in_passing: float = 0.6  # share where one of the two is asked in passing, in a turn that says more
    related: float = 0.15  # the same where both are answered in the same facts
    by_answer: float = 0.5  # and what such a pair counts for
    answer: int = 12  # words of an answer that counts
    longest_answer: int = 6  # turns of an answer that moves with its question
    apart: int = 4  # turns from one to the other: asked again at once, it is only made clearer
    follow_up: int = 5  # the same where two turns only name one subject

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        structure, turns = analysis.structure, analysis.turns
        (book, answers, exchanges), again = turns.kept.other(
            self,
            lambda: (QuestionBook(self._may_be_one), AnswerBook(), ExchangeBook()),
            reach=REACH,
        )
        book.follow(again, turns.said(asked_in), turns.speaker_of)
        answers.follow(again, structure, book)
        exchanges.follow(again, structure)
        best: dict[int, tuple[float, Asking, Asking]] = {}
        for one, two, covered in self._in_order(structure, book, book.pairs()):
            score = self._score(structure, one, two, covered)
            if score > best.get(two.place, (0.0,))[0]:
                best[two.place] = (score, one, two)
        for one, two, covered in self._in_order(structure, book, answers.alike(structure, book.numbered)):
            if two.place not in best and self._asks_for_the_same(structure, one, two, covered):
                best[two.place] = (self.by_answer, one, two)
        found = [
            (one, two, score, self._sure(one.asked, two.asked, score)) for score, one, two in best.values()
        ]
        found += [
            (one, two, alike, _SURE_OF_EXCHANGE)
            for one, two, alike in self._exchanges(analysis, exchanges)
            if two.place not in best
        ]
        for one, two, score, sure in sorted(found, key=lambda row: row[1].place):
            yield self._finding(analysis, one, two, score, sure)

    def _exchanges(
        self, analysis: Analysis, exchanges: ExchangeBook
    ) -> Iterator[tuple[Asking, Asking, float]]:
        """The turns that ask what another one has asked, and how alike the two are: the likeliest of each."""
        best: dict[int, tuple[float, int]] = {}
        structure, places = analysis.structure, analysis.turns.places
        for again in exchanges.again(label for label in structure.turns.labels if label):
            one, two = sorted(places[each.turn] for each in (again.one, again.two))
            replies = sorted(places[each.reply] for each in (again.one, again.two))
            is_copied = two in analysis.copied or tuple(replies) in structure.copies.pairs
            if two - one >= self.follow_up and not is_copied:
                best[two] = max(best.get(two, (0.0, 0)), (again.alike, one))
        for two, (alike, one) in best.items():
            yield self._whole(structure, one), self._whole(structure, two), alike

    def _whole(self, structure: Structure, place: int) -> Asking:
        """A turn that asks, as one question."""
        turn = structure.dialogue[place]
        return Asking(place, turn, Asked(Span(0, len(turn.text)), folded_words(turn.text), frozenset()))

    def _in_order(
        self, structure: Structure, book: QuestionBook, pairs: Iterable[tuple[Numbered, Numbered]]
    ) -> list[tuple[Asking, Asking, float]]:
        """The pairs with their places, the earlier question first, as they stand in the text.

        With each goes how much of what either asks the other one asks.
        """

        place_of = structure.turns.places
        known: dict[int, Asking] = {}

        def order(one: Numbered) -> tuple[int, int]:
            return place_of[one.turn], one.asked.span.start

        def asking(one: Numbered) -> Asking:
            if one.number not in known:
                place = place_of[one.turn]
                known[one.number] = Asking(place, structure.dialogue[place], one.asked)
            return known[one.number]

        found = [(order(one), order(two), one, two) for one, two in pairs]
        rows = [row if row[0] < row[1] else (row[1], row[0], row[3], row[2]) for row in found]
        rows.sort(key=lambda row: row[:2])
        return [(asking(one), asking(two), book.covered(one.number, two.number)) for _, _, one, two in rows]

    def _needed(self, one: Asked, two: Asked) -> float:
        """The share of what is asked that must be the same."""
        return self.covered if one.subject & two.subject and one.told & two.told else self.verbal

    def _may_be_one(self, one: Asked, two: Asked) -> bool:
        """Whether the words of two questions speak for it, whatever the others ask."""
        if one.wording == two.wording and one.is_of_its_own:
            return True
        fewest = 1 if self._needed(one, two) == self.covered else 2
        return len(one.stems & two.stems) >= fewest and not self._parallel(one, two)

    def _score(self, structure: Structure, one: Asking, two: Asking, covered: float) -> float:
        """How much is asked again; 0 where that is too little, the turn recurs or another one answers."""
        needed = self._needed(one.asked, two.asked)
        if covered < needed or two.place - one.place < self.apart:
            return 0.0
        in_passing = not (one.is_the_turn and two.is_the_turn)
        if in_passing and (covered < self.in_passing or needed == self.verbal):
            return 0.0
        if (one.place, two.place) in structure.copies.pairs:
            return 0.0
        return covered if self._answered_by_the_same(structure, one, two) else 0.0

    def _asks_for_the_same(self, structure: Structure, one: Asking, two: Asking, covered: float) -> bool:
        """Whether two questions with one answer have anything in common themselves."""
        if one.turn.speaker != two.turn.speaker:
            return False
        places = one.place, two.place
        if two.place - one.place < self.apart or places in structure.copies.pairs:
            return False
        if self._parallel(one.asked, two.asked):
            return False
        in_common = one.asked.told & two.asked.told
        return bool(in_common) or covered >= self.related

    def _parallel(self, one: Asked, two: Asked) -> bool:
        """Whether one frame is asked of two things: "who uses it in Europe", "who uses it in Asia"."""
        if likeness(one.words, two.words) < 0.6:
            return False
        only_first, only_second = one.stems - two.stems, two.stems - one.stems
        return any(not one.senses_of[w] & two.senses for w in only_first) and any(
            not two.senses_of[w] & one.senses for w in only_second
        )

    def _answered_by_the_same(self, structure: Structure, one: Asking, two: Asking) -> bool:
        first, second = self._answerers(structure, one), self._answerers(structure, two)
        return not first.isdisjoint(second)

    def _answerers(self, structure: Structure, asking: Asking) -> set[str | None]:
        replies = structure.replies(asking.place)
        return {turn.speaker for turn in replies if count_words(turn.text) >= self.answer}

    def _finding(self, analysis: Analysis, one: Asking, two: Asking, score: float, sure: float) -> Finding:
        transcript = analysis.transcript
        first, second = transcript.where(one.turn.key), transcript.where(two.turn.key)
        return Finding(
            self.kind,
            (self._passage(two),),
            title=f"{first.capitalize()} and {second} ask the same thing",
            reason=f"{two.turn.speaker} asks in {second} what {first} has asked, and it is answered anew.",
            confidence=sure,
            related=(self._passage(one),),
            evidence=(f"{_how_much(score)} of what is asked is the same, in the same or in other words.",),
            fixes=self._fixes(analysis, one, two),
        )

    def _sure(self, one: Asked, two: Asked, score: float) -> float:
        if one.wording != two.wording and not one.told & two.told:
            return _SURE_OF_WORDS
        return next(sure for least, sure in _SURE if score >= least)

    def _passage(self, asking: Asking) -> Passage:
        """The turn where all of it leads to the question, else only the question."""
        if asking.is_the_turn:
            return asking.turn.passage()
        return asking.turn.passage(asking.asked.span.start, asking.asked.span.end)

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
            ending, is_asker = structure.endings.get(place), turn.speaker == asking.turn.speaker
            # Whoever asked and says no more than thanks has done with it.
            leaves = ending is not None and (ending.weight >= ENOUGH or (is_asker and ending.leaves))
            if answer and (leaves or turn.speaker is None or (is_asker and asks(turn.text))):
                break
            answer.append(turn)
            if len(answer) == self.longest_answer:
                break
        return tuple(answer)


def _how_much(share: float) -> str:
    percent = round(share * 100)
    return "All" if percent == 100 else f"{percent} per cent"
