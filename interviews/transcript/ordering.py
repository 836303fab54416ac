"""Which items of a sequence kept their order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def longest_rise(values: Sequence[int]) -> list[int]:
    """The places of a longest strictly rising run of distinct values, in order (patience sorting, n log n).

    What is not among them is the fewest items that have to move.
    """
    tails: list[int] = []
    at: list[int] = []
    came_from: list[int] = []
    for place, value in enumerate(values):
        pile = bisect_left(tails, value)
        came_from.append(at[pile - 1] if pile else -1)
        tails[pile : pile + 1] = [value]
        at[pile : pile + 1] = [place]
    rise: list[int] = []
    place = at[-1] if at else -1
    while place >= 0:
        rise.append(place)
        place = came_from[place]
    return rise[::-1]
