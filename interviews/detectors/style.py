"""How this transcript is written: what it always does is its style, and no fault.

A rule asks here before it speaks. Shares run from 0 to 1 and are counted over the standing dialogue.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from interviews.transcript.turns import Turn

_STAGE_NOTE = re.compile(r"(?:[\[(*<♪][^\[\]()<>]{1,60}[\])*>♪][.,]? ?)+")


def ends_open(text: str) -> bool:
    """Whether a text stops at a letter or digit, without any mark.

    A comma is how an interruption is often written, a dash and an ellipsis always; behind a closing
    quote or bracket the full stop is a matter of taste.
    """
    return text.rstrip()[-1:].isalnum()


def is_stage_note(text: str) -> bool:
    """Whether a text is nothing but notes in brackets: "[laughter]", "(applause)"."""
    return _STAGE_NOTE.fullmatch(" ".join(text.split())) is not None


class Style:
    """What can be said of the whole."""

    # Of fewer turns than these a share says nothing.
    few = 5
    few_open = 25

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._turns = turns

    @cached_property
    def labelled(self) -> float:
        """Share of turns with a speaker's label."""
        return sum(turn.speaker is not None for turn in self._turns) / max(1, len(self._turns))

    @cached_property
    def open_ends(self) -> float:
        """Share of turns of five words or more that end without a mark."""
        long = [turn.text for turn in self._turns if turn.text.count(" ") >= 4]
        return sum(map(ends_open, long)) / max(self.few_open, len(long))

    @cached_property
    def lower_turns(self) -> float:
        """Share of turns that start in lower case."""
        return sum(turn.text[:1].islower() for turn in self._turns) / max(self.few, len(self._turns))

    @cached_property
    def _marks(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for turn in self._turns:
            for mark in "'’\"“”«»„":
                if mark in turn.text:
                    counts[mark] += turn.text.count(mark)
        return counts

    @property
    def apostrophe(self) -> str:
        """The apostrophe that is used here."""
        return "'" if self._marks["'"] > self._marks["’"] else "’"

    @property
    def quotes(self) -> tuple[str, str]:
        """The opening and closing quote that are used here."""
        marks = self._marks
        kinds = {
            ('"', '"'): marks['"'],
            ("„", "“"): 2 * marks["„"],
            ("“", "”"): 0 if marks["„"] else marks["“"] + marks["”"],
            ("«", "»"): marks["«"] + marks["»"],
        }
        best = max(kinds, key=lambda pair: kinds[pair])
        if kinds[best]:
            return best
        return ('"', '"') if self.apostrophe == "'" else ("“", "”")
