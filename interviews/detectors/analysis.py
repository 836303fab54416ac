"""One pass of shared analysis, made once and only as far as somebody asks.

Detectors are small because this is good: words with offsets, sentences, who asks and who answers,
and the style that this transcript keeps.
"""

from __future__ import annotations

from functools import cached_property

from interviews.detectors.copies import Copies
from interviews.detectors.duplicates import Duplicates
from interviews.detectors.leave_taking import LeaveTaking
from interviews.detectors.overlaps import Overlaps
from interviews.detectors.repetition import Repetition, four_recur, repetitions
from interviews.detectors.structure import Structure
from interviews.detectors.style import Style
from interviews.detectors.unlabelled import unlabelled_turns
from interviews.detectors.vocabulary import Vocabulary
from interviews.text.sentences import sentences
from interviews.text.words import Word, words
from interviews.transcript.spans import Span
from interviews.transcript.turns import Transcript, Turn

LONGEST_LOOP = 60  # words of a passage whose repetition right behind itself is looked for


class Analysis:
    """What is known of a transcript before anybody looks for faults in it."""

    def __init__(self, transcript: Transcript) -> None:
        self.transcript = transcript

    @property
    def language(self) -> str:
        """The base language: "en" of "en-GB"."""
        return self.transcript.language.partition("-")[0].lower()

    @property
    def dialogue(self) -> tuple[Turn, ...]:
        """The turns of the conversation that stand."""
        return self.transcript.dialogue

    @property
    def standing(self) -> tuple[Turn, ...]:
        """All turns that stand, background included."""
        return self.transcript.standing

    def words(self, turn: Turn) -> tuple[Word, ...]:
        return words(turn.text)

    def sentences(self, turn: Turn) -> tuple[Span, ...]:
        return sentences(turn.text)

    @cached_property
    def word_count(self) -> int:
        """Words in all standing turns."""
        return sum(len(words(turn.text)) for turn in self.standing)

    @cached_property
    def structure(self) -> Structure:
        """Who asks, what is asked, where it closes."""
        return Structure(self.transcript, self.copies)

    @cached_property
    def copies(self) -> Copies:
        """The turns of the dialogue that stand twice."""
        return Copies(self.dialogue)

    @cached_property
    def recurring(self) -> frozenset[str]:
        """The keys of dialogue turns in which four words in a row stand twice."""
        pairs = zip(self.dialogue, self.copies.folded, strict=True)
        return frozenset(turn.key for turn, folded in pairs if four_recur(folded))

    @cached_property
    def repetitions(self) -> tuple[tuple[Turn, tuple[Word, ...], tuple[Repetition, ...]], ...]:
        """The turns in which words follow each other twice or more in a row, and where."""
        found = []
        for turn, folded in zip(self.dialogue, self.copies.folded, strict=True):
            runs = repetitions(folded, LONGEST_LOOP, recurs=turn.key in self.recurring)
            if runs:
                found.append((turn, words(turn.text), runs))
        return tuple(found)

    @cached_property
    def overlaps(self) -> Overlaps:
        """Where a turn begins with the words that the turn before ends with."""
        return Overlaps(self.copies)

    @cached_property
    def spoken_words(self) -> int:
        """Words in the dialogue."""
        return sum(map(len, self.copies.folded))

    @cached_property
    def leave_taking(self) -> LeaveTaking:
        """Where the interview closes more than once."""
        return LeaveTaking(self.structure, self.copies)

    @cached_property
    def duplicates(self) -> Duplicates:
        """What each of the copies is."""
        return Duplicates(self.copies, self.leave_taking if self.language == "en" else None)

    @cached_property
    def style(self) -> Style:
        """How the dialogue is written."""
        return Style(self.dialogue)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all standing turns."""
        return Vocabulary(self.language, (words(turn.text) for turn in self.standing))

    @cached_property
    def labels(self) -> frozenset[str]:
        """The speakers' labels as written."""
        return frozenset(turn.speaker for turn in self.dialogue if turn.speaker is not None)

    @cached_property
    def unlabelled(self) -> dict[str, str]:
        """Dialogue without a speaker where the rest has one, and why it is a fragment ("" when it is not)."""
        return unlabelled_turns(
            self.dialogue,
            labelled=self.style.labelled,
            language=self.language,
            zipf=self.vocabulary.zipf,
        )

    def headline(self, key: str) -> str:
        """The place as the start of a sentence: "Turn 17"."""
        where = self.transcript.where(key)
        return where[:1].upper() + where[1:]
