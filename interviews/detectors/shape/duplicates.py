"""What each pair of copies is: a block, a turn said twice, an echo, a teaser, or nothing to speak of.

One place gets one name. Several detectors read this; each yields the findings of its own kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from interviews.detectors.shape.copies import Copies, Copy, Run
from interviews.detectors.shape.innocent import greets, is_courtesy, is_sponsor_read, is_verse, reads_out
from interviews.detectors.shape.leave_taking import LeaveTaking
from interviews.detectors.shape.loop_rows import LoopRows
from interviews.detectors.shape.meant import CLOSE, Meant
from interviews.detectors.shape.overlaps import Overlaps
from interviews.detectors.shape.structure import asks


class Duplicates:
    """The copies of a transcript, sorted out.

    Measured on 1.8 million words of published interviews: of 30 innocent pairs with a likeness of 0.62 or
    more none but teasers has twelve words and 0.75, or twenty words and 0.66.
    """

    # Words of the shorter turn, and the likeness from which it is the other one with changes.
    near: tuple[tuple[int, float], ...] = ((40, 0.55), (20, 0.66), (12, 0.75), (0, 0.8))
    quoting: float = 0.9  # likeness under which two turns that read something out read out different things
    echo_reach: int = 3  # turns in which a line under two speakers is an echo of one recording
    short: int = 7  # words under which a turn recurs innocently unless the two stand close together
    seam: int = 10  # last words of a turn with which the next begins that are a seam of two chunks
    readings: int = 3  # short repeats from which a transcript reads out questions or cards: a quiz
    teaser_turns: int = 8  # a teaser stands in the first turns
    teaser_reach: float = 0.15  # and quotes what comes this share of the turns later,
    teaser_apart: int = 12  # and at least so many,
    teaser_alone: int = 5  # or so many where an answer stands before anybody has asked

    def __init__(
        self, copies: Copies, overlaps: Overlaps, loops: LoopRows, leave_taking: LeaveTaking | None
    ) -> None:
        self.copies = copies
        self.dialogue = copies.dialogue
        self.meant = Meant(copies)
        self._loops = loops.places
        self._overlaps = overlaps
        self._closings = leave_taking.places if leave_taking else frozenset()
        self._endings = leave_taking.endings if leave_taking else frozenset()

    @cached_property
    def blocks(self) -> tuple[Run, ...]:
        """Runs that are one passage said twice. No two share a turn of their later copies."""
        return tuple(run for run in self._kept_runs if not self._teases(run.earlier, run.later, run.length))

    @cached_property
    def teasers(self) -> tuple[Run, ...]:
        """Passages from the start that quote a later one."""
        runs = [run for run in self._kept_runs if self._teases(run.earlier, run.later, run.length)]
        singles = [
            Run(pair.earlier, pair.later, 1, pair.alike) for pair in self._pairs if self._is_teaser(pair)
        ]
        return tuple(sorted((*runs, *singles), key=lambda run: run.later))

    @cached_property
    def same(self) -> tuple[Copy, ...]:
        """A turn said again word for word."""
        return tuple(
            pair
            for pair in self._pairs
            if pair.alike == 1.0 and not self._is_teaser(pair) and not self._is_echo(pair)
        )

    @cached_property
    def nearly(self) -> tuple[Copy, ...]:
        """A turn said again with changes."""
        return tuple(
            pair
            for pair in self._pairs
            if pair.alike < 1.0 and not self._is_teaser(pair) and not self._is_echo(pair)
        )

    @cached_property
    def echoes(self) -> tuple[Copy, ...]:
        """A line that stands under two speakers."""
        return tuple(pair for pair in self._pairs if self._is_echo(pair))

    @cached_property
    def _kept_runs(self) -> tuple[Run, ...]:
        kept: list[Run] = []
        taken: set[int] = set()
        for run in sorted(self.copies.runs, key=lambda run: (-run.length, run.later - run.earlier)):
            places = range(run.later, run.later + run.length)
            if not taken.isdisjoint(places) or not self._is_block(run):
                continue
            taken.update(places)
            kept.append(run)
        return tuple(sorted(kept, key=lambda run: run.later))

    def _is_block(self, run: Run) -> bool:
        said = [self.copies.folded[place] for place in range(run.later, run.later + run.length)]
        if any(known.issuperset(range(run.later, run.later + run.length)) for known in self._known):
            return False
        if all(is_sponsor_read(words) for words in said if len(words) >= self.short):
            return False
        if all(pair in self._closings or self.meant.is_sung(*pair) for pair in places(run)):
            return False
        plain = [
            len(words)
            for place, words in enumerate(said, run.later)
            if not is_courtesy(words) and not self.meant.is_restart(place)
        ]
        return sum(plain) >= self.short

    @cached_property
    def _in_runs(self) -> frozenset[int]:
        return frozenset(
            place for run in self._kept_runs for place in range(run.later, run.later + run.length)
        )

    @cached_property
    def _pairs(self) -> tuple[Copy, ...]:
        """The pairs outside the runs that say something; for each later copy the likeliest earlier one."""
        best: dict[int, tuple[bool, float, int]] = {}
        for (earlier, later), alike in self.copies.pairs.items():
            if (
                later in self._in_runs
                or any(earlier in known and later in known for known in self._known)
                or self._is_seam(earlier, later)
                or (earlier, later) in self._closings
                or not self._enough(earlier, later, alike)
            ):
                continue
            same = self.dialogue[earlier].speaker == self.dialogue[later].speaker
            if later not in best or (same, alike, earlier) > best[later]:
                best[later] = (same, alike, earlier)
        pairs = [Copy(earlier, later, alike) for later, (_, alike, earlier) in sorted(best.items())]
        small = {pair for pair in pairs if self._small(pair, 12) and not self._close(pair)}
        if len(small) >= self.readings:
            return tuple(pair for pair in pairs if pair not in small)
        return tuple(pairs)

    def _enough(self, earlier: int, later: int, alike: float) -> bool:
        first, second = self.copies.folded[earlier], self.copies.folded[later]
        shorter = min(len(first), len(second))
        if (
            is_sponsor_read(second)
            or is_verse(self.dialogue[later].text)
            or self.meant.is_sung(earlier, later)
        ):
            return False
        apart = later - earlier
        if (apart > 1 and is_courtesy(second)) or (apart > 2 and {earlier, later} <= self._endings):
            return False
        if apart > 1 and all(map(self.meant.is_restart, (earlier, later))):
            return False
        if alike < self.quoting and reads_out(self.dialogue[later].text):
            return False
        if self.meant.another_is_asked(earlier, later):
            return False
        if alike == 1.0:
            if apart > CLOSE:
                return shorter >= self.short and not self.meant.is_refrain(earlier, later)
            return shorter >= self.short or not self.meant.insists(earlier, later)
        if self.meant.parallel(earlier, later):
            return False
        return alike >= next(needed for words, needed in self.near if shorter >= words)

    def _small(self, pair: Copy, words: int) -> bool:
        return len(self.copies.folded[pair.later]) < words

    def _close(self, pair: Copy) -> bool:
        return pair.later - pair.earlier <= CLOSE

    @property
    def _known(self) -> tuple[frozenset[int], frozenset[int]]:
        """The places of turns in loops and in rolling captions: each is told once, for the whole run."""
        return self._loops, self._overlaps.rolling

    def _is_seam(self, earlier: int, later: int) -> bool:
        """Whether the later one begins with the end of the earlier one and goes on: a seam, not a copy."""
        overlap = self._overlaps.exact.get(later) if later - earlier == 1 else None
        shorter = min(len(self.copies.folded[earlier]), len(self.copies.folded[later]))
        return overlap is not None and self.seam <= overlap.length < shorter

    def _is_echo(self, pair: Copy) -> bool:
        first, second = self.dialogue[pair.earlier], self.dialogue[pair.later]
        return (
            first.speaker is not None
            and second.speaker is not None
            and first.speaker != second.speaker
            and pair.later - pair.earlier <= self.echo_reach
        )

    def _is_teaser(self, pair: Copy) -> bool:
        return self._teases(pair.earlier, pair.later, 1)

    def _teases(self, earlier: int, later: int, length: int) -> bool:
        """Whether the earlier copy stands before the interview begins and the later one well inside it."""
        apart: float = self.teaser_alone
        if not self._answers_nobody(earlier, later):
            apart = max(self.teaser_apart, self.teaser_reach * len(self.dialogue))
        if earlier + length > self.teaser_turns or later - earlier < apart:
            return False
        if any(greets(self.copies.folded[earlier + n]) for n in range(length)):
            return False
        return earlier == 0 or any(greets(words) for words in self.copies.folded[earlier + length : later])

    def _answers_nobody(self, earlier: int, later: int) -> bool:
        """Whether the very first turn asks nobody, and was cut out of an answer that comes later."""
        first, again, before = (self.dialogue[place] for place in (earlier, later, later - 1))
        if earlier or first.speaker is None or first.speaker != again.speaker or asks(first.text):
            return False
        if first.speaker in (before.speaker, self.dialogue[1].speaker):
            return False
        return asks(before.text) or len(self.copies.folded[earlier]) < len(self.copies.folded[later])


def places(run: Run) -> Iterator[tuple[int, int]]:
    """The pairs of places of a run."""
    for number in range(run.length):
        yield run.earlier + number, run.later + number
