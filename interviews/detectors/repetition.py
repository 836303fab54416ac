"""Words that follow each other twice or more in a row: doubled words, and the loops of recognisers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


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


def repetitions(words: Sequence[str], longest: int) -> Iterator[Repetition]:
    """Every place where up to ``longest`` words stand at least twice in a row, each once, with its shortest period.

    Only distances at which a word recurs are tried, and each distance runs over a stretch once: linear in
    the number of words for a given ``longest``.
    """
    last: dict[str, int] = {}
    before: dict[str, int] = {}
    done: dict[int, int] = {}
    found: list[Repetition] = []
    for place, word in enumerate(words):
        previous = last.get(word)
        if previous is not None:
            for other in (previous, before.get(word, -longest - 1)):
                period = place - other
                if period > longest or done.get(period, -1) >= place:
                    continue
                run = _run(words, place, period)
                done[period] = run.end
                if run.end - run.start >= 2 * period:
                    found.append(run)
            before[word] = previous
        last[word] = place
    yield from _without_multiples(found)


def _run(words: Sequence[str], place: int, period: int) -> Repetition:
    """How far the words repeat at this distance around a place."""
    start, end = place - period, place + 1
    while start > 0 and words[start - 1] == words[start - 1 + period]:
        start -= 1
    while end < len(words) and words[end] == words[end - period]:
        end += 1
    return Repetition(start, period, end)


def _without_multiples(found: list[Repetition]) -> Iterator[Repetition]:
    """Leaves out what is one of the others at twice or thrice its period."""
    found.sort(key=lambda run: (run.start, run.period))
    reach = -1
    for run in found:
        if run.end > reach:
            yield run
            reach = run.end
