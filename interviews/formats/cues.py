"""What was said within one cue, and how cues become turns.

Captions cut speech where the screen is full, recognisers where they stop listening; neither is where a
sentence or a turn ends. So:

* Where speakers are named, everything that one of them says until another speaks is a turn.
* What has no name behind a named cue goes on the turn before where the file names people only when they
  change; where it repeats the name at every cue, nobody's words are nobody's.
* Where nobody is named, a turn ends at a silence longer than ``gap``, between sentences where the text has
  any; and, however breathless, at the first sentence that ends behind ``LONG`` code points.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from interviews.transcript.hearing import Heard, HeardWords, Segment
from interviews.transcript.spans import Span
from interviews.transcript.turns import Part, Turn

# Milliseconds. Pauses inside a sentence are mostly under one second, and those over two are rare even in
# unprepared speech (Campione and Véronis 2002, pauses in five languages); between two speakers hardly any
# gap reaches one second (Heldner and Edlund 2010). Captions close gaps of up to half a second.
GAP = 2_000
# Code points. Of 36,311 paragraphs in published transcripts one in ten is longer than the first, and one in
# a hundred than the second.
LONG, LONGEST = 680, 1_350
# Texts of recognisers without punctuation have no sentence ends at all; others end one in every third cue.
_PUNCTUATED = 0.05
# Scripts that put no space between words: a line that is broken there is put together without one.
UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u31f0-\u9fff\uf900-\ufaff\uff00-\uff9f]"
_UNSPACED = re.compile(UNSPACED)
_SENTENCE_MARKS = frozenset(".!?…。！？।؟۔")
_CLOSERS = "\"'”’»)]」』）"


@dataclass(slots=True)
class Said:
    """What one person says within one cue.

    ``text`` has no white space at its ends; ``words`` count in it. ``changes`` says that somebody else
    speaks than before, known or not. ``aside`` says why it is no speech, and is empty where it is.
    ``start`` and ``end`` are milliseconds; the last three are as in ``hearing.Segment``.
    """

    text: str
    start: int | None = None
    end: int | None = None
    speaker: str | None = None
    changes: bool = False
    aside: str = ""
    words: HeardWords | None = None
    confidence: float | None = None
    log_probability: float | None = None
    no_speech: float | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """The turns that were made; ``keys`` holds the turn's key for each cue, in the same order."""

    turns: tuple[Turn, ...]
    heard: dict[str, Heard]
    keys: tuple[str, ...]


def joined(said: Sequence[Said], *, gap: int = GAP) -> Joined:
    """Cues as turns with the keys "1", "2", … in their order; the rules stand at the head of this module.

    ``gap`` is milliseconds. No text may be empty. What is aside is a turn by itself, and ends no other.
    """
    return Joining(said, gap).joined()


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends with the text."""
    return text.rstrip(_CLOSERS)[-1:] in _SENTENCE_MARKS if text else False


def between(before: str, after: str) -> str:
    """What stands between two lines that are put together: a space, or nothing in scripts without spaces."""
    if after[:1].isascii() or before[-1:].isascii():
        return " "
    return "" if _UNSPACED.match(before[-1:]) and _UNSPACED.match(after[:1]) else " "


class _Making:
    """A turn in the making."""

    __slots__ = ("aside", "key", "latest", "said", "size", "speaker")

    def __init__(self, key: str, first: Said, speaker: str | None) -> None:
        self.key = key
        self.speaker = speaker
        self.said = [first]
        self.aside = first.aside
        self.size = len(first.text)
        self.latest = first.end

    def add(self, one: Said) -> None:
        self.said.append(one)
        self.size += len(one.text) + 1
        if one.end is not None and (self.latest is None or one.end > self.latest):
            self.latest = one.end

    def made(self) -> tuple[Turn, Heard | None]:
        """The turn; what was said is given up, since a long file has much of it."""
        said, self.said = self.said, []
        parts: list[str] = []
        spans: list[Span] = []
        length = 0
        for one in said:
            if parts:
                joint = between(parts[-1], one.text)
                parts.append(joint)
                length += len(joint)
            spans.append(Span(length, length + len(one.text)))
            parts.append(one.text)
            length += len(one.text)
        text = "".join(parts)
        start = next((one.start for one in said if one.start is not None), None)
        part = Part.BACKGROUND if self.aside else Part.DIALOGUE
        turn = Turn(self.key, text, self.speaker, start, self.latest, self.aside, part)
        return turn, _heard(said, text, spans)


def _heard(said: Sequence[Said], text: str, spans: Sequence[Span]) -> Heard | None:
    segments = tuple(
        Segment(span, one.start, one.end, one.confidence, one.log_probability, one.no_speech)
        for one, span in zip(said, spans, strict=True)
    )
    words = HeardWords()
    for one, span in zip(said, spans, strict=True):
        if one.words:
            words.take(one.words, span.start)
    nothing = all(_is_bare(segment) for segment in segments)
    return None if nothing and not words else Heard(text, words or (), segments)


def _is_bare(segment: Segment) -> bool:
    told = (segment.start, segment.end, segment.confidence, segment.log_probability, segment.no_speech)
    return all(value is None for value in told)


class Joining:
    """``joined`` in two steps, so that whoever has said it can give it up in between: it is then in memory
    once."""

    def __init__(self, said: Sequence[Said], gap: int) -> None:
        speech = [one for one in said if not one.aside]
        self.gap = gap
        self.goes_on = _names_at_changes(speech)
        self.punctuated = sum(ends_sentence(one.text) for one in speech) >= max(1, len(speech) * _PUNCTUATED)
        self.turns: list[_Making] = []
        self.keys: list[str] = []
        self.current: _Making | None = None
        for one in said:
            self._take(one)

    def joined(self) -> Joined:
        """The turns. To be asked for once."""
        made = [turn.made() for turn in self.turns]
        heard = {turn.key: told for turn, told in made if told is not None}
        return Joined(tuple(turn for turn, _ in made), heard, tuple(self.keys))

    def _take(self, one: Said) -> None:
        current = self.current
        if one.aside or current is None or self._ends(current, one):
            current = _Making(str(len(self.turns) + 1), one, one.speaker)
            self.turns.append(current)
            if not one.aside:
                self.current = current
        else:
            current.add(one)
        self.keys.append(current.key)

    def _ends(self, current: _Making, one: Said) -> bool:
        """Whether the turn ends before this cue."""
        if one.changes:
            return True
        if one.speaker is not None or (current.speaker is not None and not self.goes_on):
            return one.speaker != current.speaker
        if current.speaker is not None:
            return False
        last = current.said[-1].text
        finished = ends_sentence(last)
        if current.size + len(one.text) > LONGEST or (finished and current.size > LONG):
            return True
        quiet = one.start is not None and current.latest is not None and one.start - current.latest > self.gap
        return quiet and (finished or not self.punctuated)


def _names_at_changes(speech: Sequence[Said]) -> bool:
    """Whether names stand only where the speaker changes, so that cues without one go on.

    Told by the cues behind a named one: those that say the name again against those that have none.
    """
    again = bare = 0
    named = False
    for before, one in pairwise(speech):
        named = named or before.speaker is not None
        if one.speaker is None:
            bare += named and not one.changes
        else:
            again += one.speaker == before.speaker
    return bare > again
