"""How alike two stretches of words are."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel, LCSseq


def likeness(first: Sequence[str], second: Sequence[str], *, at_least: float = 0.0) -> float:
    """Twice the words that both have in the same order, over all words of both: 0 to 1.

    0 for anything under ``at_least``, which lets the search stop early. 1 for two empty stretches.
    """
    return Indel.normalized_similarity(first, second, score_cutoff=at_least)


def contained(part: Sequence[str], whole: Sequence[str]) -> float:
    """How much of ``part`` stands in ``whole`` in the same order: 0 to 1."""
    return LCSseq.similarity(part, whole) / len(part) if part else 0.0
