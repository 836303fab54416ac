"""What differs between two texts, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from rapidfuzz.distance import Indel

# A piece is a word with the space behind it, so that pieces put together give the text again.
_PIECE = re.compile(r"\w+(?:['’‘-]\w+)*\s*|[^\w\s]\s*|\s+")
_ISLAND = 4  # code points: a lone "to" that stayed between two changes tells a reader nothing
_LONGEST = 4000  # pieces; above it the whole text counts as changed, since the work grows with the square


class Change(StrEnum):
    """What happened to a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text and what happened to it."""

    change: Change
    text: str


def word_diff(before: str, after: str) -> tuple[Marked, ...]:
    """The steps from one text to the other.

    The texts of all pieces that are not ADDED give ``before``, of all that are not REMOVED ``after``.
    """
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    if len(old) + len(new) > _LONGEST:
        return _whole(before, after)
    marked: list[Marked] = []
    for step in Indel.opcodes([piece.strip() for piece in old], [piece.strip() for piece in new]):
        gone = "".join(old[step.src_start : step.src_end])
        come = "".join(new[step.dest_start : step.dest_end])
        if step.tag == "equal":
            if gone == come:
                marked.append(Marked(Change.SAME, come))
                continue
            marked.extend(_spaces(old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]))
            continue
        if gone:
            marked.append(Marked(Change.REMOVED, gone))
        if come:
            marked.append(Marked(Change.ADDED, come))
    return tuple(_joined(marked))


def _whole(before: str, after: str) -> tuple[Marked, ...]:
    if before == after:
        return (Marked(Change.SAME, after),) if after else ()
    both = (Marked(Change.REMOVED, before), Marked(Change.ADDED, after))
    return tuple(marked for marked in both if marked.text)


def _spaces(old: list[str], new: list[str]) -> list[Marked]:
    """Equal words whose spacing differs: only those are marked."""
    marked = []
    for gone, come in zip(old, new, strict=True):
        if gone == come:
            marked.append(Marked(Change.SAME, come))
        else:
            marked += [Marked(Change.REMOVED, gone), Marked(Change.ADDED, come)]
    return marked


def _joined(marked: list[Marked]) -> list[Marked]:
    """Neighbours put together; between two stretches that stayed, what was removed comes first."""
    joined: list[Marked] = []
    for same, pieces in groupby(_without_islands(marked), key=lambda piece: piece.change is Change.SAME):
        run = list(pieces)
        for sort in (Change.SAME,) if same else (Change.REMOVED, Change.ADDED):
            text = "".join(piece.text for piece in run if piece.change is sort)
            if text:
                joined.append(Marked(sort, text))
    return joined


def _without_islands(marked: list[Marked]) -> list[Marked]:
    """Small words that stayed between two changes count as changed with them."""
    whole: list[Marked] = []
    for place, piece in enumerate(marked):
        inside = 0 < place < len(marked) - 1
        lone = inside and marked[place - 1].change is not Change.SAME is not marked[place + 1].change
        if piece.change is Change.SAME and lone and len(piece.text.strip()) <= _ISLAND:
            whole += [Marked(Change.REMOVED, piece.text), Marked(Change.ADDED, piece.text)]
        else:
            whole.append(piece)
    return whole
