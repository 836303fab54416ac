"""Which form of a file a browser takes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache


@lru_cache(maxsize=256)
def choose(accepted: str, offered: Sequence[str]) -> str:
    """The encoding to send, by an Accept-Encoding header (RFC 9110, 12.5.3); empty for the plain form.

    ``offered`` is in the order of our liking, which decides among equals.
    """
    weights = _weights(accepted)
    rest = weights.get("*", 0.0)
    best, weight = "", 0.0
    for name in offered:
        if weights.get(name, rest) > weight:
            best, weight = name, weights.get(name, rest)
    # Somebody may like the plain form better, and has to say so.
    return "" if weights.get("identity", 0.0) > weight else best


def _weights(accepted: str) -> dict[str, float]:
    weights = {}
    for part in accepted.lower().split(","):
        name, _, told = part.partition(";")
        if name.strip():
            weights[name.strip()] = _weight(told)
    return weights


def _weight(told: str) -> float:
    name, _, value = told.partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError:
        return 0.0
