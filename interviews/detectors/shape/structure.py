"""How an interview is built: who asks, what is asked, where it closes. Learnt from the transcript."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from interviews.detectors.keeping.kept import Turns
from interviews.detectors.remains.phantom_phrases import FAREWELL
from interviews.detectors.shape.acts import ENOUGH, Act, closing_acts, weight_of
from interviews.detectors.shape.copies import Copies
from interviews.detectors.shape.innocent import asks_in_leaving, greets, is_sponsor_read
from interviews.text.sentences import sentences
from interviews.text.words import count_words, folded_words
from interviews.transcript.spans import Span
from interviews.transcript.turns import Role, Turn

_QUESTION_MARKS = ("?", "？", "؟", ";")  # the last one is the Greek question mark
_CLOSERS = "\"'”’»)]*_ "
HEARD_ENOUGH = 3  # turns from which it is known how often somebody asks
SHORT_QUESTION = 30  # words of a turn that asks although it goes on: "Does it count? It is a bean."
REACH = 2  # turns behind a question in which its answer begins
ANSWER = 7  # words from which a turn answers a question
SUBSTANCE = 12  # words from which a turn says something of its own and is not only "Yeah, exactly."


def asks(text: str) -> bool:
    """Whether the text ends by asking."""
    return text.rstrip(_CLOSERS).endswith(_QUESTION_MARKS[:3])


def asks_something(text: str) -> bool:
    """Whether a short text asks, maybe with a word behind it, or a long one ends by asking."""
    return asks(text) or (count_words(text) <= SHORT_QUESTION and any(m in text for m in _QUESTION_MARKS[:3]))


def _answers_itself(text: str) -> bool:
    """Whether something is asked and answered within one text, as where nobody told the speakers apart."""
    asked, mark, answer = text.partition("?")
    return bool(mark) and count_words(answer) >= ANSWER and not asks_in_leaving(folded_words(asked))


def questions(text: str) -> tuple[tuple[Span, tuple[str, ...]], ...]:
    """The sentences of a text that ask: where each stands, and its folded words."""
    if not any(mark in text for mark in _QUESTION_MARKS[:3]):
        return ()
    spans = [span for span in sentences(text) if asks(span.of(text))]
    return tuple((span, folded_words(span.of(text))) for span in spans)


def _acts(text: str, language: str) -> tuple[frozenset[Act], int, int, tuple[str, ...], bool, bool] | None:
    said = folded_words(text)
    acts = closing_acts(said, language)
    if not acts:
        return None
    weight = weight_of(acts)
    stays = asks(text) or greets(said) or (weight < ENOUGH and is_sponsor_read(said))
    return (
        frozenset(acts),
        weight,
        max(acts.values()),
        said,
        not stays,
        FAREWELL.fullmatch(" ".join(said)) is not None,
    )


class Ending(NamedTuple):
    """A turn that could end the interview, and what it does.

    Its last ``words`` do it, however long the turn is. It ``leaves`` unless it asks, greets, or hardly ends
    and reads out a sponsor. It ``is_phantom`` where recognisers invent just these words.
    """

    place: int
    turn: Turn
    acts: frozenset[Act]
    weight: int
    words: int
    folded: tuple[str, ...]
    leaves: bool
    is_phantom: bool


class Structure:
    """The shape of the dialogue. Places count the standing dialogue turns from 0."""

    def __init__(self, turns: Turns, copies: Copies, language: str) -> None:
        self.turns = turns
        self._language = language
        self.copies = copies
        self.dialogue: Sequence[Turn] = turns.dialogue

    @cached_property
    def interviewers(self) -> frozenset[str]:
        """The labels of those who ask.

        What the transcript knows of its speakers decides; else whoever ends a third of the turns with a
        question, and at least half as often as the one who asks most. A label of a turn or two does not tell
        how often anybody asks: it may be a slip of another's.
        """
        known = frozenset(s.name for s in self.turns.transcript.speakers if s.role is Role.INTERVIEWER)
        if known:
            return known
        labels = self.turns.labels
        asked = self.turns.by_speaker(asks)
        shares = {label: count / labels[label] for label, count in asked.items() if label is not None}
        often = [share for label, share in shares.items() if labels[label] >= HEARD_ENOUGH]
        most = max(often or shares.values(), default=0.0)
        return frozenset(label for label, share in shares.items() if share >= max(0.33, most / 2))

    @cached_property
    def endings(self) -> dict[int, Ending]:
        """Place to the turn there, for every turn with an act of ending in its last words."""
        places = self.turns.places
        return {
            places[turn.key]: Ending(places[turn.key], turn, *found)
            for turn, found in self.turns.each_said(_acts, self._language)
        }

    @cached_property
    def marks_questions(self) -> bool:
        """Whether questions have their marks here; raw text of a recogniser has none at all."""
        return bool(self.turns.by_speaker(asks))

    def replies(self, asked: int) -> Iterator[Turn]:
        """The turns in reach of a question's place that somebody else says, in order."""
        speaker = self.dialogue[asked].speaker
        following = self.dialogue[asked + 1 : asked + 1 + REACH]
        return (turn for turn in following if turn.speaker != speaker)

    def exchange(self, first: int, second: int) -> bool:
        """Whether something is asked and answered with substance between two places."""
        return bool(self.answerers(first, second))

    def answerers(self, first: int, second: int) -> set[str | None]:
        """Who answers what is asked between two places.

        What people ask while they take leave does not count: where to find them, what else there is to say.
        Without question marks two turns of substance are an exchange.
        """
        between = self.dialogue[first + 1 : second]
        if not self.marks_questions:
            said = [turn for turn in between if count_words(turn.text) >= SUBSTANCE]
            return {turn.speaker for turn in said} if len(said) > 1 else set()
        answered: set[str | None] = set()
        asked = False
        for turn in between:
            if turn.speaker is None and _answers_itself(turn.text):
                answered.add(None)
            elif asks_something(turn.text):
                asked = not asks_in_leaving(folded_words(turn.text))
            elif asked and count_words(turn.text) >= ANSWER:
                answered.add(turn.speaker)
        return answered
