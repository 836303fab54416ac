"""Which turn of one transcript is which of another, in order: of two versions of a file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from interviews.text.similarity import likeness

ALIKE = 0.5  # of two versions of a turn half the words stay at least; below it they are two turns
_LARGEST = 250_000  # pairs of a changed stretch that are compared; beyond it only its equal turns are paired


def pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The places of the texts that belong together, rising on both sides."""
    found: list[tuple[int, int]] = []
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            found += zip(
                range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True
            )
    return sorted([*found, *_between(old, new, found)])


def _between(
    old: Sequence[str], new: Sequence[str], equal: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Within each stretch between equal turns, the alignment whose pairs are most alike in all."""
    found: list[tuple[int, int]] = []
    ends = [(-1, -1), *equal, (len(old), len(new))]
    for (before, before_new), (after, after_new) in pairwise(ends):
        ours, theirs = range(before + 1, after), range(before_new + 1, after_new)
        if ours and theirs and len(ours) * len(theirs) <= _LARGEST:
            found += _best(old, new, ours, theirs)
    return found


def _best(old: Sequence[str], new: Sequence[str], ours: range, theirs: range) -> list[tuple[int, int]]:
    old_words = {place: old[place].split() for place in ours}
    new_words = {place: new[place].split() for place in theirs}
    likes = {
        (one, two): likeness(old_words[one], new_words[two], at_least=ALIKE) for one in ours for two in theirs
    }
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in range(len(ours) - 1, -1, -1):
        for j in range(len(theirs) - 1, -1, -1):
            like = likes[ours[i], theirs[j]]
            paired = best[i + 1][j + 1] + like if like else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    found, i, j = [], 0, 0
    while i < len(ours) and j < len(theirs):
        like = likes[ours[i], theirs[j]]
        if like and best[i][j] == best[i + 1][j + 1] + like:
            found.append((ours[i], theirs[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
