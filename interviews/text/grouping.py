"""Why a published transcript differs from its source, in the groups that readers are told of."""

from __future__ import annotations

from enum import StrEnum

from rapidfuzz.distance import OSA

from interviews.text.words import words
from interviews.transcript.changes import Sort

_LETTERS = 2  # that may differ within a word of the same spelling: "recieve" and "receive" differ by one swap


class Group(StrEnum):
    """A reason, as a reader would sort changes. The order is that of the page."""

    MEANING = "meaning"
    SPEAKER = "speaker"
    DUPLICATE = "duplicate"
    FRAGMENT = "fragment"
    SPELLING = "spelling"
    ORDER = "order"


def by_looks(sort: Sort, before: str, after: str) -> Group:
    """The group of a change of which nothing is known but the two texts."""
    if sort is Sort.SPEAKER:
        return Group.SPEAKER
    if sort in {Sort.MOVED, Sort.JOINED, Sort.TIMES}:
        return Group.ORDER
    return Group.SPELLING if sort is Sort.WORDS and is_spelling(before, after) else Group.MEANING


def is_spelling(before: str, after: str) -> bool:
    """Whether two texts are the same words, but for capitals, marks and a letter or two.

    A word without letters, such as a year or a sum, is another word as soon as it differs.
    """
    old, new = words(before), words(after)
    return len(old) == len(new) and all(
        one.folded == other.folded
        or (
            not any(letter.isdigit() for letter in one.folded + other.folded)
            and min(len(one.folded), len(other.folded)) > 2 * _LETTERS
            and OSA.distance(one.folded, other.folded, score_cutoff=_LETTERS) <= _LETTERS
        )
        for one, other in zip(old, new, strict=True)
    )
