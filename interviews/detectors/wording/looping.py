"""Where a text goes round in a loop: a word or phrase over and over, whole or without its head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from interviews.detectors.wording.repetition import Repetition, repetitions_in
from interviews.detectors.wording.spoken_english import CHANTED, FUNCTION_WORDS, INSISTED
from interviews.text.words import folded_words, word_spans
from interviews.transcript.spans import Span

# Copies that make a loop, by the words of the phrase. Published interviews repeat a word six times at most
# outside chanting, a phrase of three words three times, a longer one twice; recognisers start at about these.
NEEDED = {1: 8, 2: 5, 3: 4, 4: 4, 5: 3}
NEEDED_LONG = 3
NEEDED_CHANTED = 20  # by eye: "no" twelve times over is a person, sixty times is a recogniser
# The same of "no", "right" and their like where no comma parts them. Whoever insists is written with commas:
# of eight times and more in 1.8 million words none is without.
NEEDED_INSISTED = 12
# "Thank you." as a sentence, which recognisers write into silence: nobody in 1.8 million words says it three
# times in a row.
NEEDED_THANKS = 6
_THANKS = ("thank", "you")
# A small word that leads nowhere, "You, you, you, you, you, you.": who stumbles over one goes on.
NEEDED_NOWHERE = 6
# One word joined to itself by hyphens: people are written so up to four times.
NEEDED_HYPHENED = 6
# A loop that loses its head now and then ("we have a lot of have a lot of we have a lot of"): words that
# stood just before, how many in a row, and how often each of them.
_JUST_BEFORE = 15
_VARIED_WORDS = 12
_VARIED_COPIES = 3.0

_HYPHENED = re.compile(r"(?<![\w-])(\w{1,15}(?:['’]\w{1,3})?)(?:[-‐‑]\1){5,}(?!\w)", re.IGNORECASE)
_SMALL_WORDS = FUNCTION_WORDS | {"you"}


@dataclass(frozen=True, slots=True)
class Loop:
    """A stretch of a text that says ``phrase`` (folded words) ``copies`` times; ``words`` are all of them."""

    first: Span
    again: Span
    phrase: tuple[str, ...]
    copies: int
    words: int
    sure: bool

    @property
    def whole(self) -> Span:
        return Span(self.first.start, self.again.end)


@lru_cache(maxsize=16384)
def loops_in(text: str) -> tuple[Loop, ...]:
    """The loops of a text, in order; none overlaps another."""
    runs = repetitions_in(text)
    hyphened = tuple(_hyphened(text)) if text.count("-") + text.count("‑") >= NEEDED_HYPHENED - 1 else ()
    said = folded_words(text)
    varied = list(_varied(said)) if any(run.period > 1 for run in runs) else []
    runs = tuple(run for run in runs if run.copies >= NEEDED_LONG)
    if not runs and not varied:
        return hyphened
    spans = word_spans(text)
    found = [_loop(said, spans, run) for run in runs if _goes_round(text, said, spans, run)]
    others = [_loop(said, spans, run) for run in varied]
    found += [loop for loop in others if not any(loop.whole.overlaps(known.whole) for known in found)]
    return tuple(sorted((*found, *hyphened), key=lambda loop: loop.first.start))


def needed(phrase: Sequence[str]) -> int:
    """How many copies of these words (folded) are a recogniser's, whatever stands between."""
    if all(word in CHANTED or word.isdigit() or (len(word) == 1 and word not in "ai") for word in phrase):
        return NEEDED_CHANTED
    return NEEDED.get(len(phrase), NEEDED_LONG)


def stands_alone(text: str, whole: Span) -> bool:
    """Whether a stretch is a sentence of its own: an end of a sentence before it, and a new one after it."""
    before, after = text[: whole.start].rstrip(), text[whole.end :].lstrip(".,;:!?… ")
    return (not before or before[-1] in '.!?…:"”)]-—') and (
        not after.strip() or not after.lstrip()[0].islower()
    )


def _loop(said: Sequence[str], spans: Sequence[tuple[int, int]], run: Repetition) -> Loop:
    second = run.start + run.period
    phrase = tuple(said[run.start : second])
    return Loop(
        Span(spans[run.start][0], spans[second - 1][1]),
        Span(spans[second][0], spans[run.end - 1][1]),
        phrase,
        run.copies,
        run.end - run.start,
        sure=run.copies >= 2 * NEEDED.get(run.period, NEEDED_LONG),
    )


def _goes_round(text: str, said: Sequence[str], spans: Sequence[tuple[int, int]], run: Repetition) -> bool:
    """Whether so many copies of so few words are a recogniser's, which repeats its marks with its words.

    "Who did it. Who did it, who did it, who did it?" is somebody's, for effect.
    """
    phrase = tuple(said[run.start : run.start + run.period])
    least = needed(phrase)
    if run.period == 1 and NEEDED_NOWHERE <= run.copies < least and phrase[0] in _SMALL_WORDS:
        return stands_alone(text, Span(spans[run.start][0], spans[run.end - 1][1]))
    if (
        phrase == _THANKS
        and run.copies >= NEEDED_THANKS
        and _between(text, spans, run)["."] >= NEEDED_THANKS - 1
    ):
        return True
    if least == NEEDED_CHANTED and all(word in INSISTED for word in phrase):
        least = NEEDED_INSISTED
        if run.copies >= least and "," in _between(text, spans, run):
            least = NEEDED_CHANTED
    if run.copies < least or run.copies >= 2 * least:
        return run.copies >= least
    if all("\n" in gap for gap in _gaps(text, spans, run)):
        return False  # recognisers part no paragraphs: entries of a log, lines of a litany
    return 1 + max(_between(text, spans, run).values()) >= least


def _between(text: str, spans: Sequence[tuple[int, int]], run: Repetition) -> Counter[str]:
    """What stands between the copies, without white space."""
    return Counter(map(str.strip, _gaps(text, spans, run)))


def _gaps(text: str, spans: Sequence[tuple[int, int]], run: Repetition) -> Iterator[str]:
    ends = range(run.start + run.period - 1, run.start + run.copies * run.period - 1, run.period)
    return (text[spans[end][1] : spans[end + 1][0]] for end in ends)


def _varied(said: Sequence[str]) -> Iterator[Repetition]:
    """The stretches of which every word stood just before, each several times, the first copy with them."""
    last: dict[str, int] = {}
    start = 0
    for place, word in enumerate((*said, "")):
        if place - last.get(word, -_JUST_BEFORE) >= _JUST_BEFORE:
            if place - start >= _VARIED_WORDS:
                yield from _varied_run(said, start, place)
            start = place + 1
        last[word] = place


def _varied_run(said: Sequence[str], start: int, end: int) -> Iterator[Repetition]:
    words = set(said[start:end])
    if len(words) < 3 or end - start < _VARIED_COPIES * len(words) or all(word in CHANTED for word in words):
        return
    first = start
    while first and start - first < _JUST_BEFORE and said[first - 1] in words:
        first -= 1
    if first < start:
        yield Repetition(first, start - first, end)


def _hyphened(text: str) -> Iterator[Loop]:
    for match in _HYPHENED.finditer(text):
        phrase = folded_words(match[1])
        copies = 1 + (len(match[0]) - len(match[1])) // (len(match[1]) + 1)
        chanted = needed(phrase) == NEEDED_CHANTED and phrase[0] not in _SMALL_WORDS
        insisted = NEEDED_INSISTED if phrase[0] in INSISTED else NEEDED_CHANTED
        if copies >= (insisted if chanted else NEEDED_HYPHENED):
            first = Span(*match.span(1))
            again = Span(first.end + 1, match.end())
            yield Loop(first, again, phrase, copies, copies, sure=copies >= 2 * NEEDED_HYPHENED)
