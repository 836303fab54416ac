"""How this transcript is written: what it always does is its style, and no fault.

A rule asks here before it speaks. Shares run from 0 to 1 and are counted over the standing dialogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import repeat

_I = re.compile(r"I\b")  # has a capital wherever it stands
_COUNTED = "'’\"“”«»„"
# How it is written that somebody was interrupted.
INTERRUPTED = ("—", "–", "-", "…", "...", "..", ",", ":", ";", "~")
_STAGE_NOTE = re.compile(r"(?:[\[(*<♪][^\[\]()<>]{1,60}[\])*>♪][.,]? ?)+")
_FOOTNOTES = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def ends_open(text: str) -> bool:
    """Whether a text stops at a letter or digit, without any mark.

    A comma is how an interruption is often written, a dash and an ellipsis always; behind a closing
    quote or bracket the full stop is a matter of taste. The sign of a footnote is no part of the sentence.
    """
    return text.rstrip().rstrip(_FOOTNOTES)[-1:].isalnum()


def is_cut(before: str, text: str) -> bool:
    """Whether a sentence goes on from one turn into the next, as where a recogniser heard another voice."""
    return ends_open(before) and (text[:1].islower() or _I.match(text) is not None)


def is_stage_note(text: str) -> bool:
    """Whether a text is nothing but notes in brackets: "[laughter]", "(applause)", "*[Music]*"."""
    bare = " ".join(text.split())
    return _STAGE_NOTE.fullmatch(bare) is not None or _STAGE_NOTE.fullmatch(bare.strip("*_")) is not None


def features(text: str) -> Iterator[str]:
    """What of a turn counts for the style: its marks, and three words for how it begins and ends."""
    if text.count(" ") >= 4:
        yield "long"
        if ends_open(text):
            yield "open"
    if text[:1].islower():
        yield "lower"
    for mark in _COUNTED:
        if mark in text:
            yield from repeat(mark, text.count(mark))


class Style:
    """What can be said of the whole: from the number of turns, of labelled ones, and their features."""

    # Of fewer turns than these a share says nothing.
    few = 5
    few_open = 25
    # Measured: in edited transcripts 0–2 % of the turns start in lower case. Two are slips in a short one.
    few_small = 2
    small_share = 0.08

    def __init__(self, turns: int, labelled: int, counts: Mapping[str, int]) -> None:
        self._turns = turns
        self._labelled = labelled
        self._counts = counts

    @property
    def labelled(self) -> float:
        """Share of turns with a speaker's label."""
        return self._labelled / max(1, self._turns)

    @property
    def open_ends(self) -> float:
        """Share of turns of five words or more that end without a mark."""
        return self._counts["open"] / max(self.few_open, self._counts["long"])

    @property
    def open_ends_told(self) -> str:
        """How many turns end so, in a sentence."""
        ends, turns = self._counts["open"], self._counts["long"]
        return f"{ends} of {turns} turns of five words or more end{'s' if ends == 1 else ''} like this."

    @property
    def starts_small(self) -> bool:
        """Whether it is usual here that a turn starts in lower case."""
        return self._counts["lower"] > max(self.few_small, self.small_share * self._turns)

    @property
    def lower_turns(self) -> float:
        """Share of turns that start in lower case."""
        return self._counts["lower"] / max(self.few, self._turns)

    @property
    def apostrophe(self) -> str:
        """The apostrophe that is used here."""
        return "'" if self._counts["'"] > self._counts["’"] else "’"

    @property
    def quotes(self) -> tuple[str, str]:
        """The opening and closing quote that are used here."""
        marks = self._counts
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
