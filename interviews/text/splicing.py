"""Several changes of one text, each made without knowing of the others, put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Postfix, Prefix


class Splice(NamedTuple):
    """``text[start:end]`` becomes ``words``."""

    start: int
    end: int
    words: str


def splice_of(before: str, after: str) -> Splice:
    """The smallest single stretch that explains the change, as far left as it can stand."""
    tail = Postfix.similarity(before, after)
    head = Prefix.similarity(before[: len(before) - tail], after[: len(after) - tail])
    return Splice(head, len(before) - tail, after[head : len(after) - tail])


def spliced(before: str, afters: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """The text after as many of the changes as touch different stretches, earlier ones in the list first.

    Gives back the text and the places, in ``afters``, of the changes that are in it.
    """
    taken: list[tuple[Splice, int]] = []
    for place, after in enumerate(afters):
        change = splice_of(before, after)
        if all(_apart(change, other) for other, _ in taken):
            taken.append((change, place))
    text = before
    for change, _ in sorted(taken, key=lambda one: one[0].start, reverse=True):
        text = text[: change.start] + change.words + text[change.end :]
    return text, tuple(place for _, place in taken)


def _apart(one: Splice, other: Splice) -> bool:
    """Whether something stands between them: two insertions in one place have no order."""
    return one.end < other.start or other.end < one.start
