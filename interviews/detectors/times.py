"""Times that cannot be: running backwards, overlapping for long, without length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind, Severity
from interviews.transcript.edits import SetTimes
from interviews.transcript.turns import Turn

MINUTE = 60_000


@dataclass(frozen=True)
class TimeFault:
    """A turn that ends before it starts, or starts before the turn before it did. Times in milliseconds.

    First fix: the turn gets the time between its neighbours; where they leave none, its time is dropped.
    Let pass: people who speak at once for a few seconds, and a tape that restarts at zero.
    """

    kind = Kind.TIME_FAULT
    languages = frozenset[str]()
    # Speakers interrupt each other; a recogniser's segments rewind by less. More than a second is
    # something that speech never does.
    slack: int = 1_000
    # Two people speak at once for a few seconds, not for longer.
    longest_overlap: int = 15_000
    # From this far into a recording back to under a minute: another tape, restarting at zero.
    tape: int = 10 * MINUTE
    # So many turns in order that stay below the time reached are another side, however short the first.
    side: int = 8
    # More faults than this share of the timed turns, and the times as a whole are of another kind.
    style_share: float = 0.2

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        timed = [turn for turn in analysis.dialogue if turn.start is not None]
        found = list(self._faults(timed))
        if len(found) > max(4, self.style_share * len(timed)):
            yield self._many(analysis, found)
            return
        for turn, before, after, what in found:
            yield self._finding(analysis, turn, before, after, what)

    def _faults(self, timed: Sequence[Turn]) -> Iterator[tuple[Turn, Turn | None, Turn | None, str]]:
        latest = 0
        before: Turn | None = None
        for place, turn in enumerate(timed):
            after = timed[place + 1] if place + 1 < len(timed) else None
            assert turn.start is not None
            start, end = turn.start, turn.end
            if end is not None and end < start:
                yield turn, before, after, "it ends before it starts"
            elif end is not None and end == start and turn.text.strip():
                yield turn, before, after, "it has no length"
            elif start < latest - self.slack:
                if start < MINUTE and (
                    latest >= self.tape or self._starts_over(timed[place : place + self.side], latest)
                ):
                    latest = start
                else:
                    yield (
                        turn,
                        before,
                        after,
                        f"it starts {_seconds(latest - start)} before the turn before it does",
                    )
                    before = turn
                    continue
            elif before is not None and before.end is not None and before.end - start > self.longest_overlap:
                yield (
                    turn,
                    before,
                    after,
                    f"it starts {_seconds(before.end - start)} before the last one ends",
                )
            latest = max(latest, start)
            before = turn

    def _starts_over(self, timed: Sequence[Turn], reached: int) -> bool:
        """Whether times run on in these turns, as on the other side of a tape, and do not leap back."""
        starts = [turn.start or 0 for turn in timed]
        runs_on = all(first <= second for first, second in pairwise(starts))
        return len(starts) == self.side and runs_on and starts[-1] < reached

    def _finding(
        self, analysis: Analysis, turn: Turn, before: Turn | None, after: Turn | None, what: str
    ) -> Finding:
        now = (turn.start, turn.end)
        fixes = [Fix("Drop its time", (SetTimes(turn.key, now, (None, None)),))]
        low = before.end if before is not None and before.end is not None else None
        high = after.start if after is not None else None
        if low is not None and high is not None and low < high:
            label = f"Put it between its neighbours, {_clock(low)} to {_clock(high)}"
            fixes.insert(0, Fix(label, (SetTimes(turn.key, now, (low, high)),)))
        return Finding(
            self.kind,
            (turn.passage(),),
            title=f"{analysis.headline(turn.key)}: its time cannot be",
            reason=f"The time of this turn cannot be right: {what}.",
            confidence=0.9,
            evidence=(f"It runs from {_clock(turn.start)} to {_clock(turn.end)}.",),
            fixes=tuple(fixes),
        )

    def _many(
        self, analysis: Analysis, found: Sequence[tuple[Turn, Turn | None, Turn | None, str]]
    ) -> Finding:
        turn, _, _, what = found[0]
        edits = tuple(SetTimes(other.key, (other.start, other.end), (None, None)) for other, *_ in found)
        return Finding(
            self.kind,
            (turn.passage(),),
            title=f"Times of {len(found)} turns cannot be",
            reason=f"In {analysis.transcript.where(turn.key)}, {what}; {len(found)} turns have such times, "
            "so the times of this file may mean something else.",
            confidence=0.7,
            fixes=(Fix(f"Drop the times of {len(found)} turns", edits),),
            severity=Severity.NOTICE,
        )


def _seconds(milliseconds: int) -> str:
    return f"{milliseconds / 1000:.1f} s"


def _clock(milliseconds: int | None) -> str:
    if milliseconds is None:
        return "no time"
    minutes, rest = divmod(milliseconds, MINUTE)
    return f"{minutes // 60}:{minutes % 60:02d}:{rest / 1000:04.1f}"
