"""Which known word somebody may have meant who wrote one that is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

SHORTEST = 4  # letters: nearly every shorter word has another one beside it
# How many letters may be wrong, missing, too many or in each other's place, from a length on.
_WRONG = ((SHORTEST, 1), (7, 2), (11, 3))


def nearest(word: str, known: Iterable[str], count: Callable[[str], int]) -> str | None:
    """The known word that is nearest to one; None where none is near. All of them are folded.

    Of equally near ones that which begins alike, then that which is used more often, by ``count``.
    """
    wrong = max((wrong for length, wrong in _WRONG if len(word) >= length), default=0)
    if not wrong or any(sign.isdigit() for sign in word):
        return None
    scorer: Any = OSA.distance  # its type is one that the other one’s types do not take
    found = extract(word, list(known), scorer=scorer, score_cutoff=wrong, limit=None)
    ranked = [(far, one[:1] != word[:1], -count(one), one) for one, far, _ in found]
    return min(ranked)[-1] if ranked else None
