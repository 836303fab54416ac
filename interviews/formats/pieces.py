"""The pieces of a long source as numbers, made into ``Piece`` when somebody looks."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import islice
from operator import le

from interviews.formats.base import Piece, Use
from interviews.transcript.packed import Packed


class Pieces(Packed[Piece]):
    """Pieces of a source, to be read like a tuple of them.

    As objects they take 120 bytes each, and a third of the time in which a file of captions is read: an hour
    with a time for each word has 35,000. Whoever reads a file adds to it, and puts it in order once.
    """

    __slots__ = ("_ends", "_starts", "_turns", "_uses")

    def __init__(self) -> None:
        self._starts, self._ends = array("q"), array("q")
        self._uses: list[Use] = []
        self._turns: list[str | None] = []

    def add(self, start: int, end: int, use: Use, turn: str | None = None) -> None:
        """A piece behind the others."""
        self._starts.append(start)
        self._ends.append(end)
        self._uses.append(use)
        self._turns.append(turn)

    def alternate(self, cuts: array[int], uses: tuple[Use, Use], turn: str | None) -> None:
        """Pieces of one turn from each cut to the next, by turns of the one use and of the other."""
        many = len(cuts) - 1
        self._starts.extend(cuts[:-1])
        self._ends.extend(cuts[1:])
        self._uses += (uses * (many // 2 + 1))[:many]
        self._turns += (turn,) * many

    def order(self) -> Pieces:
        """Itself, with its pieces in the order of the source."""
        starts = self._starts
        if all(map(le, starts, islice(starts, 1, None))):
            return self
        places = sorted(range(len(starts)), key=starts.__getitem__)
        self._starts = array("q", map(starts.__getitem__, places))
        self._ends = array("q", map(self._ends.__getitem__, places))
        self._uses = list(map(self._uses.__getitem__, places))
        self._turns = list(map(self._turns.__getitem__, places))
        return self

    def __len__(self) -> int:
        return len(self._starts)

    def at(self, place: int) -> Piece:
        return Piece(self._starts[place], self._ends[place], self._uses[place], self._turns[place])

    def __iter__(self) -> Iterator[Piece]:
        return map(Piece, self._starts, self._ends, self._uses, self._turns)
