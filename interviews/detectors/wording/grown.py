"""Lines within a text each of which is all of the one before and more: a live caption, copied as it grew."""

from __future__ import annotations

from collections.abc import Iterator

from interviews.transcript.spans import Span

FEWEST = 3  # lines; two are somebody's who begins again


def grown_lines(text: str) -> Iterator[Span]:
    """The lines that the last one of each run repeats, from the first letter to where that one begins."""
    if text.count("\n") < FEWEST - 1:
        return
    first, last, at, many, before = 0, 0, 0, 0, ""
    for line in (*text.split("\n"), ""):
        words, begins = line.strip(), at + len(line) - len(line.lstrip())
        if many and words.startswith(before) and len(words) > len(before):
            many += 1
        else:
            if many >= FEWEST:
                yield Span(first, last)
            first, many = begins, bool(words)
        last, before = begins, words
        at += len(line) + 1
