"""A passage of a text is followed into the text as it was changed."""

from __future__ import annotations

from interviews.text.diffing import Change, word_diff
from interviews.transcript.spans import Span


def carried(before: str, after: str, span: Span) -> Span:
    """Which stretch of ``after`` stands where a stretch of ``before`` stood (code points).

    What was put in the place of changed words belongs to it; it is empty where nothing came for them.
    """
    places = _steps(before, after)
    start = next(
        (low + (span.start - old if same else 0) for old, end, low, _, same in places if span.start < end),
        len(after),
    )
    reached = [
        high if not same or span.end >= end else low + span.end - old
        for old, end, low, high, same in places
        if old < span.end
    ]
    return Span(start, max(start, reached[-1] if reached else start))


def _steps(before: str, after: str) -> list[tuple[int, int, int, int, bool]]:
    """Stretches of ``before`` with their stretches of ``after`` (start, end, start, end), and whether they
    are equal. What was added belongs to what was removed in front of it."""
    steps: list[tuple[int, int, int, int, bool]] = []
    old = new = 0
    for piece in word_diff(before, after):
        length = len(piece.text)
        if piece.change is Change.ADDED:
            if steps and not steps[-1][4]:
                first, last, low, _, _ = steps.pop()
                steps.append((first, last, low, new + length, False))
            new += length
        elif piece.change is Change.REMOVED:
            steps.append((old, old + length, new, new, False))
            old += length
        else:
            steps.append((old, old + length, new, new + length, True))
            old, new = old + length, new + length
    return steps
