"""Sentences that name turns by their numbers, told with the numbers of today."""

from __future__ import annotations

import re
from collections.abc import Mapping

GONE = "a turn that is gone"
_PLACES = re.compile(
    r"""
    “[^”]*”  # what somebody said stays as it was said
    | \b (?P<sort> turn | background\ paragraph) s?
      \  (?P<first> \d+) (?: (?P<between> –|\ and\ ) (?P<last> \d+))?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def renumbered(sentence: str, today: Mapping[str, str]) -> str:
    """The sentence with each place that it names, such as "turn 17", where that is today.

    ``today`` has the places of then, each with that of now or ``GONE``; what it does not know stays.
    """
    return _PLACES.sub(lambda found: _told(found, today), sentence)


def _told(found: re.Match[str], today: Mapping[str, str]) -> str:
    if found["sort"] is None:
        return found[0]
    sort = found["sort"].lower()
    names = [f"{sort} {number}" for number in (found["first"], found["last"]) if number]
    now = list(dict.fromkeys(today.get(name, name) for name in names))
    if len(now) == 1:
        told = now[0]
    elif all(place.startswith(f"{sort} ") for place in now):
        numbers = [place.removeprefix(f"{sort} ") for place in now]
        told = f"{sort}s {numbers[0]}{found['between']}{numbers[1]}"
    else:
        told = " and ".join(now)
    return told[0].upper() + told[1:] if found[0][0].isupper() else told
