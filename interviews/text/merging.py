"""Two people changed one text: what each of them did is put together, word by word.

After the three-way merge of S. Khanna, K. Kunal and B. C. Pierce, "A Formal Investigation of Diff3"
(2007): what only one side changed is taken over; where both changed the same words, both versions stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

# Spaces are pieces of their own: a word added behind the last one does not touch that one.
_PIECE = re.compile(r"\w+(?:['’‘-]\w+)*|[^\w\s]|\s+")
_BRIDGE = 4  # code points: a lone "to" between two changes of one person is part of one change
_LONGEST = 4000  # pieces of two texts; above it the whole text counts as changed


class Side(StrEnum):
    """Whose words a stretch of the merged text has."""

    BOTH = "both"  # nobody changed them, or both in the same way
    MINE = "mine"
    THEIRS = "theirs"
    OVERLAP = "overlap"  # each changed them differently: mine stand first, theirs behind


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the merged text. Of an overlap, ``mine`` is the first part of ``text``."""

    side: Side
    text: str
    mine: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """The stretches in order."""

    stretches: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        return "".join(stretch.text for stretch in self.stretches)

    @property
    def overlaps(self) -> int:
        """In how many places both changed the same words."""
        return sum(stretch.side is Side.OVERLAP for stretch in self.stretches)


def merge(base: str, mine: str, theirs: str) -> Merged:
    """What became of ``base`` when both changes are taken.

    A change of which the other side has nothing is in the result; two insertions at one place, and changes
    of the same words, are an overlap unless they are equal. Where one part of an overlap is empty, that side
    took the words out.
    """
    old = _PIECE.findall(base)
    by_me, by_them = (_hunks(old, _PIECE.findall(text)) for text in (mine, theirs))
    stretches: list[Stretch] = []
    at = 0
    for start, end, ours, others in _regions(by_me, by_them):
        stretches.append(Stretch(Side.BOTH, "".join(old[at:start])))
        stretches.append(_settled(old, start, end, ours, others))
        at = end
    stretches.append(Stretch(Side.BOTH, "".join(old[at:])))
    return Merged(tuple(stretch for stretch in stretches if stretch.text))


@dataclass(frozen=True, slots=True)
class _Hunk:
    """One side's change: ``old[start:end]`` became ``new``."""

    start: int
    end: int
    new: tuple[str, ...]


def _hunks(old: Sequence[str], new: Sequence[str]) -> list[_Hunk]:
    """What one side changed, in order; small words that stayed between two changes belong to them."""
    if len(old) + len(new) > _LONGEST:
        return [] if old == new else [_Hunk(0, len(old), tuple(new))]
    found: list[_Hunk] = []
    last = 0
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            continue
        hunk = _Hunk(step.src_start, step.src_end, tuple(new[step.dest_start : step.dest_end]))
        between = old[found[-1].end : hunk.start] if found else []
        if found and len("".join(between).strip()) <= _BRIDGE:
            kept = tuple(new[last : step.dest_start])
            found[-1] = _Hunk(found[-1].start, hunk.end, found[-1].new + kept + hunk.new)
        else:
            found.append(hunk)
        last = step.dest_end
    return found


_Region = tuple[int, int, list[_Hunk], list[_Hunk]]


def _regions(by_me: Sequence[_Hunk], by_them: Sequence[_Hunk]) -> Iterator[_Region]:
    """Changes of both sides in order; those that touch the same words together."""
    waiting = sorted(
        [(hunk, 0) for hunk in by_me] + [(hunk, 1) for hunk in by_them],
        key=lambda one: (one[0].start, one[0].end, one[1]),
    )
    while waiting:
        first, side = waiting.pop(0)
        start, end = first.start, first.end
        sides: tuple[list[_Hunk], list[_Hunk]] = ([], [])
        sides[side].append(first)
        while waiting and _meet(start, end, waiting[0][0]):
            hunk, side = waiting.pop(0)
            sides[side].append(hunk)
            end = max(end, hunk.end)
        yield start, end, *sides


def _meet(start: int, end: int, hunk: _Hunk) -> bool:
    """They share a word, or insert at one place."""
    return hunk.start < end or hunk.start == hunk.end == start == end


def _settled(
    old: Sequence[str], start: int, end: int, ours: Sequence[_Hunk], others: Sequence[_Hunk]
) -> Stretch:
    mine, theirs = (_read(old, start, end, hunks) for hunks in (ours, others))
    if mine == theirs:
        return Stretch(Side.BOTH, mine)
    if not others:
        return Stretch(Side.MINE, mine)
    if not ours:
        return Stretch(Side.THEIRS, theirs)
    apart = not mine or not theirs or mine[-1].isspace() or theirs[0].isspace()
    first = mine if apart else f"{mine} "
    return Stretch(Side.OVERLAP, first + theirs, first)


def _read(old: Sequence[str], start: int, end: int, hunks: Sequence[_Hunk]) -> str:
    """A stretch of the old text as one side has it now."""
    pieces: list[str] = []
    at = start
    for hunk in hunks:
        pieces += [*old[at : hunk.start], *hunk.new]
        at = hunk.end
    return "".join([*pieces, *old[at:end]])
