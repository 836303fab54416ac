"""Which words of a text are words of another, and where those are that were moved to other texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

_SEED = 3  # words in a row by which left-over words are found again
# Words that differ on both sides, multiplied: above it only what is equal at both ends counts, since the work
# grows with the product.
_LARGEST = 25_000_000
_TRIES = 50  # places that are looked at for three words that were heard over and over


class Run(NamedTuple):
    """Words of today's turn, from ``new`` on, that are those heard from ``old`` on, as folded."""

    new: int
    rank: int  # of what was heard, in the order in which it was
    old: int
    length: int


def equal_runs(heard: Sequence[str], today: Sequence[str], rank: int) -> Iterator[Run]:
    """The words that stayed, as few runs as may be."""
    start, shorter = 0, min(len(heard), len(today))
    while start < shorter and heard[start] == today[start]:
        start += 1
    end = 0
    while end < shorter - start and heard[-1 - end] == today[-1 - end]:
        end += 1
    if start:
        yield Run(0, rank, 0, start)
    old, new = heard[start : len(heard) - end], today[start : len(today) - end]
    if 0 < len(old) * len(new) <= _LARGEST:
        for step in Indel.opcodes(old, new):
            if step.tag == "equal":
                length = step.src_end - step.src_start
                yield Run(start + step.dest_start, rank, start + step.src_start, length)
    if end:
        yield Run(len(today) - end, rank, len(heard) - end, end)


def _gaps(flags: bytearray) -> Iterator[tuple[int, int]]:
    """The stretches of zeros."""
    start = flags.find(0)
    while start >= 0:
        end = flags.find(1, start)
        end = len(flags) if end < 0 else end
        yield start, end
        start = flags.find(0, end)


class LeftOver:
    """Heard words that stand in no turn yet, to be found by three in a row, or where they are alone."""

    def __init__(
        self, heard: Sequence[Sequence[str]], runs: Mapping[str, Sequence[Run]], unchanged: set[int]
    ) -> None:
        self.heard = heard
        self.cursor = (0, 0)
        taken = {rank: bytearray(len(heard[rank])) for rank in range(len(heard)) if rank not in unchanged}
        for run in (run for told in runs.values() for run in told):
            taken[run.rank][run.old : run.old + run.length] = b"\1" * run.length
        self.taken = taken
        self.seeds: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        for rank, flags in taken.items():
            for start, end in _gaps(flags):
                size = min(_SEED, end - start)
                for at in range(start, end - size + 1):
                    seed = tuple(heard[rank][at : at + size])
                    self.seeds.setdefault(seed, []).append((rank, at))

    def pass_by(self, rank: int) -> None:
        """The next words are looked for behind this turn first."""
        self.cursor = (rank + 1, 0)

    def completed(self, folded: Sequence[str], runs: Sequence[Run]) -> list[Run]:
        """The runs of a turn with what is found between them, in the order in which it was heard."""
        complete: list[Run] = []
        at, after = 0, (-1, 0)
        for run in (*runs, Run(len(folded), len(self.heard), 0, 0)):
            found = list(self._found(folded, at, run.new, after, (run.rank, run.old)))
            complete += found
            if run.length:
                complete.append(run)
                at, after = run.new + run.length, (run.rank, run.old + run.length)
        if complete:
            last = complete[-1]
            self.cursor = (last.rank, last.old + last.length)
        return complete

    def _found(
        self, folded: Sequence[str], at: int, end: int, after: tuple[int, int], before: tuple[int, int]
    ) -> Iterator[Run]:
        """Heard words from ``after`` to ``before`` that stand in ``folded[at:end]``."""
        size = min(_SEED, end - at)
        while size and at + size <= end:
            places = self.seeds.get(tuple(folded[at : at + size]), ())
            place = self._free(places, max(after, self.cursor), before, size) or self._free(
                places, after, before, size
            )
            if place is None:
                at += 1
                continue
            rank, old = place
            heard, flags = self.heard[rank], self.taken[rank]
            stop = before[1] if rank == before[0] else len(heard)
            length = size
            while (
                at + length < end
                and old + length < stop
                and not flags[old + length]
                and heard[old + length] == folded[at + length]
            ):
                length += 1
            flags[old : old + length] = b"\1" * length
            yield Run(at, rank, old, length)
            at, after = at + length, (rank, old + length)

    def _free(
        self, places: Sequence[tuple[int, int]], after: tuple[int, int], before: tuple[int, int], size: int
    ) -> tuple[int, int] | None:
        first = bisect_left(places, after)
        for rank, old in places[first : first + _TRIES]:
            if (rank, old + size) > before:
                return None
            if not any(self.taken[rank][old : old + size]):
                return rank, old
        return None
