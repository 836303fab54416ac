"""Words that follow each other twice or more in a row: doubled words, and the loops of recognisers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import eq

from interviews.text.words import Word, folded_words, word_spans, words_at
from interviews.transcript.spans import Span

LONGEST_LOOP = 60  # words of a passage whose repetition right behind itself is looked for
_NEAR = 3  # words up to which every distance is tried; longer ones only where four words recur


@dataclass(frozen=True, slots=True)
class Repetition:
    """``words[start : start + period]`` stands ``copies`` times in a row, up to ``end``.

    ``end`` may lie within one more copy that was begun and not finished.
    """

    start: int
    period: int
    end: int

    @property
    def copies(self) -> int:
        return (self.end - self.start) // self.period


@lru_cache(maxsize=16384)
def recurs(text: str) -> bool:
    """``four_recur`` of a text's words."""
    return four_recur(folded_words(text))


@lru_cache(maxsize=16384)
def repetitions_in(text: str) -> tuple[Repetition, ...]:
    """``repetitions`` of a text's words, for stretches as long as a loop may be."""
    return repetitions(folded_words(text), LONGEST_LOOP, recurs=recurs(text))


def repetitions(words: Sequence[str], longest: int, *, recurs: bool) -> tuple[Repetition, ...]:
    """Every place where up to ``longest`` words stand twice or more in a row, with the shortest period.

    ``recurs`` tells whether any four words in a row stand twice (``four_recur``). At most ``longest``
    comparisons a word, each in C.
    """
    found = [run for period in range(1, min(_NEAR, longest) + 1) for run in _runs(words, period)]
    if recurs:
        for period in sorted(_far_periods(words, longest)):
            found += _runs(words, period)
    return tuple(_without_multiples(found)) if found else ()


def four_recur(words: Sequence[str]) -> bool:
    """Whether any four words in a row stand twice: without it no longer stretch does."""
    return len(set(_fours(words))) < len(words) - 3


def _fours(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(words, words[1:], words[2:], words[3:], strict=False)


def _runs(words: Sequence[str], period: int) -> Iterator[Repetition]:
    """The stretches in which every word equals the one a period before it, two copies or longer."""
    if len(words) < 2 * period:
        return
    same = bytes(map(eq, words, islice(words, period, None)))
    needed = b"\x01" * period
    start = same.find(needed)
    while start >= 0:
        end = same.find(b"\x00", start)
        end = len(same) if end < 0 else end
        yield Repetition(start, period, end + period)
        start = same.find(needed, end)


def _far_periods(words: Sequence[str], longest: int) -> set[int]:
    """The distances at which four words in a row recur."""
    last: dict[tuple[str, ...], int] = {}
    periods: set[int] = set()
    for place, four in enumerate(_fours(words)):
        if four in last:
            periods.add(place - last[four])
        last[four] = place
    return {period for period in periods if _NEAR < period <= longest}


def _without_multiples(found: list[Repetition]) -> Iterator[Repetition]:
    """Leaves out what is one of the others at twice or thrice its period."""
    found.sort(key=lambda run: (run.start, run.period))
    reach = -1
    for run in found:
        if run.end > reach:
            yield run
            reach = run.end


@lru_cache(maxsize=16384)
def said_again(text: str) -> tuple[tuple[tuple[Word, ...], Repetition], ...]:
    """The words of each of a text's repetitions, without those around it, and its places among them."""
    runs = repetitions_in(text)
    spans = word_spans(text) if runs else []
    return tuple(
        [
            (words_at(text, spans[run.start : run.end]), Repetition(0, run.period, run.end - run.start))
            for run in runs
        ]
    )


def loops_of(text: str) -> Iterator[Span]:
    """The stretches of a text in which words repeat, twice or over and over."""
    for said, _ in said_again(text):
        yield Span(said[0].start, said[-1].end)
