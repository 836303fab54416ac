"""What recognisers write in JSON: stretches, each with its words, who says them, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from interviews.formats.base import ImportProblem
from interviews.formats.cues import Said, between, ends_sentence
from interviews.formats.json_values import Number, Text, Value, amount
from interviews.formats.json_words import Words, words_of
from interviews.formats.times import CLOCK, milliseconds
from interviews.transcript.hearing import HeardWords
from interviews.transcript.spans import Span

_LONGEST_TIME = 10_000 * 3_600_000  # milliseconds: no recording is longer
_LONGEST_LABEL = 200  # code points; what the newsroom can store
_NEAR = 200  # code points in which a word of a list is looked for
_CLOCK = re.compile(CLOCK)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


@dataclass(slots=True)
class Stretch(Said):
    """What stands together in the source: a segment, an utterance, a sentence of words told one by one.

    ``spans``, ``labels`` and ``times`` are stretches of the source: of the words, of who speaks, and of when.
    """

    text: str = ""
    words: HeardWords = field(default_factory=HeardWords)
    spans: list[tuple[int, int]] = field(default_factory=list)
    labels: list[tuple[int, int]] = field(default_factory=list)
    times: list[tuple[int, int]] = field(default_factory=list)
    hidden: int = 0  # characters left out that nobody can see
    missed: int = 0  # words of the list that do not stand in the text

    def say(self, text: Text | None, *, join: str = " ") -> Span | None:
        """Words at its end; the place in the text where they stand, or None where the string says nothing."""
        return self.take(words_of(text), join=join) if text else None

    def take(self, words: Words, start: int = 0, end: int | None = None, *, join: str = " ") -> Span | None:
        """A part of what a string says, by default all of it, at the end of the text."""
        end = len(words.text) if end is None else end
        self.hidden += words.hidden if start == 0 else 0
        if start >= end:
            return None
        told = words.text[start:end]
        if self.text and join:
            self.text += between(self.text, told)
        first = len(self.text)
        self.text += told
        self.spans += words.spans(start, end)
        return Span(first, len(self.text))

    def named(self, label: Value, speaker: str | None = None) -> None:
        """Who speaks, by the label in the source; ``speaker`` where the label stands for a name."""
        self.speaker = speaker or speaker_of(label)
        if self.speaker is not None and isinstance(label, Text | Number):
            self.labels.append((label.start, label.end))

    def timed(self, start: Value, end: Value, per: float = 1000) -> None:
        """From when to when; a unit of the source is ``per`` milliseconds."""
        self.start, self.end = told_time(start, per), told_time(end, per)
        for value in (start, end):
            if isinstance(value, Text | Number):
                self.times.append((value.start, value.end))

    def locate(self, told: Iterable[tuple[str, Value, Value, float | None]], per: float = 1000) -> None:
        """The words of a list beside the text, each looked for behind the one before."""
        at = 0
        for written, start, end, sure in told:
            word = " ".join(written.split())
            found = self.text.find(word, at, at + _NEAR + len(word)) if word else -1
            if found < 0:
                self.missed += bool(word)
                continue
            at = found + len(word)
            self.words.add(found, at, told_time(start, per), told_time(end, per), sure)


@dataclass(slots=True)
class Spoken:
    """A word as it stands in the source, with who said it, when, and how sure that is."""

    text: Text | None
    label: Value = None
    start: Value = None
    end: Value = None
    sure: float | None = None
    join: str = " "  # empty where no space stands before it
    speaker: str | None = None  # where the label stands for a name


def from_words(spoken: Iterable[Spoken], per: float = 1000) -> Iterator[Stretch]:
    """Words one by one as stretches: each ends with a sentence, or where somebody else speaks."""
    stretch: Stretch | None = None
    for word in spoken:
        speaker = word.speaker or speaker_of(word.label)
        ended = bool(word.join) and stretch is not None and ends_sentence(stretch.text)
        if stretch is None or speaker != stretch.speaker or ended:
            if stretch is not None:
                yield stretch
            stretch = Stretch()
            stretch.named(word.label, speaker)
        span = stretch.say(word.text, join=word.join)
        if span is not None and (word.start is not None or word.sure is not None):
            start, end = told_time(word.start, per), told_time(word.end, per)
            stretch.words.add(span.start, span.end, start, end, word.sure)
            stretch.start = start if stretch.start is None else stretch.start
            stretch.end = end if end is not None else stretch.end
    if stretch is not None:
        yield stretch


def told_time(value: Value, per: float = 1000) -> int | None:
    """A time in milliseconds from a number, "4.87", "1.200s" or "0:01:02.5"; None where it is none."""
    if isinstance(value, Text):
        written = value.written.strip()
        if _CLOCK.fullmatch(written):
            return milliseconds(written)
        if written.endswith("s"):
            value = Text(value.source, value.start, value.end - 1)
    told = amount(value)
    if told is None or not 0 <= told * per <= _LONGEST_TIME:
        return None
    return round(told * per)


def speaker_of(label: Value) -> str | None:
    """The name that a label gives: a number or a letter alone is "Speaker 0", "Speaker A".

    Raises ImportProblem for one that is longer than the newsroom can store.
    """
    if isinstance(label, Number):
        told = label.written
    elif isinstance(label, Text):
        told = " ".join(words_of(label).text.split())
    else:
        return None
    if len(told) > _LONGEST_LABEL:
        raise ImportProblem(
            f"A speaker’s name has {len(told):,} characters (“{told[:40]}…”); at most {_LONGEST_LABEL} fit."
        )
    return f"Speaker {told}" if len(told) == 1 or told.isdigit() else told or None


def language_of(value: Value) -> str:
    """A language tag as BCP 47 writes it; empty where none is told."""
    told = value.value.strip() if isinstance(value, Text) else ""
    if not _LANGUAGE.fullmatch(told):
        return ""
    base, *rest = told.replace("_", "-").split("-")
    return "-".join([base.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
