"""Quoted words are found again after a text has changed."""

from __future__ import annotations

from collections.abc import Iterator

from interviews.text.words import words
from interviews.transcript.spans import Span


def find_again(text: str, quote: str, *, near: int = 0) -> Span | None:
    """Where a quote stands in a text now (code points); None where it does not.

    Letter for letter first, else word for word whatever stands between the words and however they are
    capitalised. Where it stands several times, the place nearest to ``near`` counts.
    """
    if not quote:
        return None
    places = list(_exactly(text, quote)) or list(_by_words(text, quote))
    return min(places, key=lambda span: abs(span.start - near), default=None)


def _exactly(text: str, quote: str) -> Iterator[Span]:
    start = text.find(quote)
    while start >= 0:
        yield Span(start, start + len(quote))
        start = text.find(quote, start + 1)


def _by_words(text: str, quote: str) -> Iterator[Span]:
    wanted = [word.folded for word in words(quote)]
    there = words(text)
    folded = [word.folded for word in there]
    for place in range(len(folded) - len(wanted) + 1 if wanted else 0):
        if folded[place : place + len(wanted)] == wanted:
            yield Span(there[place].start, there[place + len(wanted) - 1].end)
