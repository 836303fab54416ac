"""How an interview is built: who asks, what is asked, where it closes. Learnt from the transcript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from interviews.detectors.acts import Act, closing_acts, weight_of
from interviews.detectors.copies import Copies
from interviews.text.sentences import sentences
from interviews.text.words import Word, words
from interviews.transcript.spans import Span
from interviews.transcript.turns import Role, Transcript, Turn

_QUESTION_MARKS = ("?", "？", "؟", ";")  # the last one is the Greek question mark
_CLOSERS = "\"'”’»)]*_ "
SUBSTANCE = 12  # words from which a turn says something of its own and is not only "Yeah, exactly."


def asks(text: str) -> bool:
    """Whether the text ends by asking."""
    return text.rstrip(_CLOSERS).endswith(_QUESTION_MARKS[:3])


@dataclass(frozen=True, slots=True)
class Asking:
    """A question in the dialogue: the turn, where the question sentence stands in it, its words."""

    place: int
    turn: Turn
    span: Span
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """A turn that could end the interview, and what it does."""

    place: int
    turn: Turn
    acts: frozenset[Act]
    folded: tuple[str, ...]

    @property
    def weight(self) -> int:
        return weight_of(self.acts)


class Structure:
    """The shape of the dialogue. Places count the standing dialogue turns from 0."""

    def __init__(self, transcript: Transcript, copies: Copies) -> None:
        self.transcript = transcript
        self.copies = copies
        self.dialogue: Sequence[Turn] = transcript.dialogue

    @cached_property
    def interviewers(self) -> frozenset[str]:
        """The labels of those who ask.

        What the transcript knows of its speakers decides; else whoever ends a third of the turns with a
        question, and at least half as often as the one who asks most.
        """
        known = frozenset(s.name for s in self.transcript.speakers if s.role is Role.INTERVIEWER)
        if known:
            return known
        turns: Counter[str] = Counter()
        asked: Counter[str] = Counter()
        for turn in self.dialogue:
            if turn.speaker is not None:
                turns[turn.speaker] += 1
                asked[turn.speaker] += asks(turn.text)
        shares = {label: asked[label] / turns[label] for label in turns if asked[label]}
        most = max(shares.values(), default=0.0)
        return frozenset(label for label, share in shares.items() if share >= max(0.33, most / 2))

    @cached_property
    def questions(self) -> tuple[Asking, ...]:
        """Every sentence of the dialogue that asks."""
        return tuple(self._questions())

    def _questions(self) -> Iterator[Asking]:
        for place, turn in enumerate(self.dialogue):
            if not any(mark in turn.text for mark in _QUESTION_MARKS[:3]):
                continue
            for span in sentences(turn.text):
                if asks(span.of(turn.text)):
                    inside = tuple(w for w in words(turn.text) if span.start <= w.start and w.end <= span.end)
                    yield Asking(place, turn, span, inside)

    @cached_property
    def endings(self) -> dict[int, Ending]:
        """Place to the turn there, for every turn with an act of ending in its last words."""
        found = {}
        for place, (turn, folded) in enumerate(zip(self.dialogue, self.copies.folded, strict=True)):
            acts = closing_acts(folded)
            if acts:
                found[place] = Ending(place, turn, acts, folded)
        return found

    def exchange(self, first: int, second: int) -> bool:
        """Whether something is asked and answered with substance between two places."""
        asked: Turn | None = None
        for turn in self.dialogue[first + 1 : second]:
            if asks(turn.text):
                asked = turn
            elif asked is not None and len(words(turn.text)) >= SUBSTANCE:
                return True
        return False
