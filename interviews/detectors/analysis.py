"""One pass of shared analysis, made once and only as far as somebody asks.

Detectors are small because this is good: words with offsets, sentences, who asks and who answers,
and the style that this transcript keeps.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cached_property
from itertools import chain
from typing import TypeVar

from interviews.detectors.keeping.kept import Kept, Turns
from interviews.detectors.shape.acts import LANGUAGES
from interviews.detectors.shape.copies import Copies
from interviews.detectors.shape.duplicates import Duplicates
from interviews.detectors.shape.leave_taking import LeaveTaking
from interviews.detectors.shape.left_over import LeftOver, begins_midway, left_over
from interviews.detectors.shape.loop_rows import LoopRows
from interviews.detectors.shape.overlaps import Overlaps
from interviews.detectors.shape.structure import Structure
from interviews.detectors.shape.style import Style, features, is_cut
from interviews.detectors.shape.unlabelled import LABELLED_SHARE, is_lost_question, unlabelled_turns
from interviews.detectors.shape.within import Within
from interviews.detectors.wording.vocabulary import Vocabulary
from interviews.text.sentences import sentences
from interviews.text.words import Word, count_words, folded_words, words
from interviews.transcript.spans import Span
from interviews.transcript.turns import Transcript, Turn

T = TypeVar("T")
# Of more sentences that go on in the next turn, or a larger share of the turns, a recogniser cut them up, and
# where more turns end without a mark, an end without one tells nothing. Measured: edited transcripts have up
# to 1.2 % of the first and 0.3 % of the second, text of recognisers a third of all turns.
FEW_CUTS = 2
CUTS_SHARE = 0.1
OPEN_SHARE = 0.1


class Analysis:
    """What is known of a transcript before anybody looks for faults in it."""

    def __init__(self, transcript: Transcript, kept: Kept | None = None) -> None:
        self.transcript = transcript
        self.turns = Turns(transcript, kept or Kept(for_once=True))

    @cached_property
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

    def each(self, ask: Callable[..., T | None], *given: Hashable) -> list[tuple[Turn, T]]:
        """The turns that stand of whose text a function says something; see ``Turns.each``."""
        return self.turns.each(ask, *given)

    def each_said(self, ask: Callable[..., T | None], *given: Hashable) -> list[tuple[Turn, T]]:
        """The same of the dialogue alone."""
        return self.turns.each_said(ask, *given)

    @cached_property
    def structure(self) -> Structure:
        """Who asks, what is asked, where it closes."""
        return Structure(self.turns, self.copies, self.language)

    @cached_property
    def copies(self) -> Copies:
        """The turns of the dialogue that stand twice."""
        return Copies(self.turns)

    @cached_property
    def loop_rows(self) -> LoopRows:
        """The loops that go over several turns."""
        return LoopRows(self.turns)

    @cached_property
    def overlaps(self) -> Overlaps:
        """Where a turn begins with the words that the turn before ends with."""
        return Overlaps(self.turns, self.copies)

    @cached_property
    def spoken_words(self) -> int:
        """Words in the dialogue."""
        return self.turns.by_speaker(count_words).total()

    @cached_property
    def leave_taking(self) -> LeaveTaking:
        """Where the interview closes more than once."""
        return LeaveTaking(self.structure, self.copies)

    @cached_property
    def duplicates(self) -> Duplicates:
        """What each of the copies is."""
        return Duplicates(
            self.copies,
            self.overlaps,
            self.loop_rows,
            self.leave_taking if self.language in LANGUAGES else None,
        )

    @cached_property
    def copied(self) -> frozenset[int]:
        """The places of turns that stand a second time: what is wrong inside them is settled with them."""
        pairs = (*self.duplicates.same, *self.duplicates.nearly)
        blocks = (range(run.later, run.later + run.length) for run in self.duplicates.blocks)
        return frozenset((*(pair.later for pair in pairs), *chain.from_iterable(blocks)))

    @cached_property
    def style(self) -> Style:
        """How the dialogue is written."""
        labelled = len(self.dialogue) - self.turns.labels[None]
        return Style(len(self.dialogue), labelled, self.turns.tally_said(features))

    @cached_property
    def cuts(self) -> dict[int, bool]:
        """The places of turns that go on with the sentence of the turn before."""
        return self.turns.seams(is_cut)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all standing turns."""
        return Vocabulary(self.language, self.turns.tally(folded_words))

    @cached_property
    def labels(self) -> frozenset[str]:
        """The speakers' labels as written."""
        return frozenset(label for label in self.turns.labels if label is not None)

    @cached_property
    def unlabelled(self) -> dict[str, str]:
        """Dialogue without a speaker where the rest has one, and why it is a fragment ("" when it is not)."""
        return unlabelled_turns(
            [turn for turn in self.dialogue if turn.speaker is None] if self.turns.labels[None] else [],
            labelled=self.style.labelled,
            language=self.language,
            zipf=self.vocabulary.zipf,
        )

    @cached_property
    def fragments(self) -> dict[str, LeftOver]:
        """Turns of the dialogue that are pieces of sentences, by key, in order."""
        found = {
            key: LeftOver(why)
            for key, why in self.unlabelled.items()
            if why and not is_lost_question(self.dialogue, self.turns.places[key])
        }
        style = self.style
        is_cut_up = len(self.cuts) > max(FEW_CUTS, CUTS_SHARE * len(self.dialogue))
        if not (style.starts_small or is_cut_up):
            pieces = {self.turns.places[turn.key]: piece for turn, piece in self.each_said(begins_midway)}
            marks = style.open_ends <= OPEN_SHARE
            labelled = style.labelled >= LABELLED_SHARE
            where = self.transcript.where
            elsewhere = Within(self.turns, self.vocabulary.counts).places
            found |= left_over(self.dialogue, pieces, where, elsewhere, marks=marks, labelled=labelled)
        return dict(sorted(found.items(), key=lambda item: self.turns.places[item[0]]))

    def headline(self, key: str) -> str:
        """The place as the start of a sentence: "Turn 17"."""
        where = self.transcript.where(key)
        return where[:1].upper() + where[1:]
