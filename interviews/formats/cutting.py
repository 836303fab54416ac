"""Turns cut into captions: where the words stood when they were heard, else by the share of characters.

A caption has two lines of 42 characters and stands for seven seconds at most, as the BBC's and Netflix's
guides for captions ask; it ends with a sentence where it can, else with a clause. Letters of Chinese,
Japanese and Korean are as wide as two.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from interviews.formats.estimating import pace
from interviews.formats.fitting import Fitting, fitting, width
from interviews.formats.lines import Hidden
from interviews.formats.writing import ExportProblem, TimesMissing
from interviews.text.aligning import aligned, aligned_segments
from interviews.transcript.hearing import Segment, Word
from interviews.transcript.turns import Transcript, Turn

LONGEST = 7_000  # milliseconds
SHORTEST = 200  # milliseconds: what is said in no time at all can still be shown
_SLACK = 1_000  # milliseconds by which people who speak at once may stand in another order
_FEW = 20  # characters: a caption with fewer is not made shorter because they are said slowly


@dataclass(frozen=True, slots=True)
class Caption:
    """Some lines that are shown from ``start`` to ``end`` (milliseconds).

    ``before`` is the turn before that of the words; ``first`` says that the caption begins its turn.
    """

    start: int
    end: int
    lines: tuple[str, ...]
    turn: Turn
    before: Turn | None
    first: bool


def captions(
    transcript: Transcript, *, label: str, lead: Callable[[Turn, Turn | None], str] = lambda *_: ""
) -> list[Caption]:
    """The dialogue as captions in order; none overlaps another, and starts rise.

    ``label`` names the format to people. ``lead`` tells what stands before the words of a turn, from it and
    the turn before. An end that is not known is where the next turn starts, or when the words can be said.
    Raises TimesMissing where a turn has no start, and ExportProblem where starts run backwards.
    """
    turns = [
        turn
        for turn in (_seen(turn) for turn in transcript.dialogue)
        if turn.text and not turn.text.isspace()
    ]
    _check(transcript, turns, label)
    words, segments = aligned(transcript), aligned_segments(transcript)
    made: list[Caption] = []
    reached = 0
    for place, turn in enumerate(turns):
        following = turns[place + 1].start if place + 1 < len(turns) else None
        before = turns[place - 1] if place else None
        heard = words.get(turn.key) or segments.get(turn.key, ())
        made += _cut(_timed(turn, following), before, heard, lead(turn, before), reached)
        reached = made[-1].end
    return made


def _seen(turn: Turn) -> Turn:
    """What nobody can see stays inside: it could turn the lines around in which a player shows it."""
    return replace(turn, text=Hidden(turn.text).seen)


def _check(transcript: Transcript, turns: Sequence[Turn], label: str) -> None:
    missing = sum(turn.start is None for turn in turns)
    if missing:
        raise TimesMissing(label, missing, len(turns))
    latest = 0
    for turn in turns:
        start = turn.start or 0
        if start < latest - _SLACK:
            raise ExportProblem(
                f"The times run backwards at {transcript.where(turn.key)}, and {label} needs them to rise. "
                "Mend its time, or have times estimated."
            )
        latest = max(latest, start)


def _timed(turn: Turn, following: int | None) -> Turn:
    """The turn with an end: never behind the start of the next, who may have spoken at the same time."""
    start = turn.start or 0
    end = turn.end if turn.end is not None and turn.end > start else start + pace(turn.text)
    if following is not None and following > start:
        end = min(end, following)
    return replace(turn, start=start, end=end)


def _cut(
    turn: Turn, turn_before: Turn | None, heard: Sequence[Word | Segment], lead: str, reached: int
) -> Iterator[Caption]:
    """``reached`` is the end of the caption before (milliseconds)."""
    clock, fits = _Clock(turn, heard), fitting(turn.text)
    place = 0
    while place < len(fits):
        before = "" if place else lead
        used = width(before)
        end = _last(fits, place, clock, used)
        lines = fits.lines(place, end, used)
        if before:
            lines = (before + lines[0], *lines[1:])
        start = max(clock.at(fits.starts[place]), reached)
        reached = max(min(clock.at(fits.ends[end - 1]), start + LONGEST), start + SHORTEST)
        yield Caption(start, reached, lines, turn, turn_before, first=place == 0)
        place = end


def _last(fits: Fitting, first: int, clock: _Clock, used: int) -> int:
    """The place behind the last token of the caption that begins with ``first``."""
    end, ends, start = fits.fills(first, used), fits.ends, fits.starts[first]
    latest = clock.at(start) + LONGEST
    if clock.at(ends[end - 1]) > latest:
        late = (p for p in range(first + 1, end) if ends[p] - start > _FEW and clock.at(ends[p]) > latest)
        end = next(late, end)
    return end if end == len(fits) else fits.pauses(first, end)


def stamp(milliseconds: int, mark: str = ".") -> str:
    """A time as captions have it: "00:01:02.500", with that mark before the parts of a second."""
    seconds, part = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{mark}{part:03}"


class _Clock:
    """When each place of a turn's text is said (milliseconds): between what is known, by code points."""

    def __init__(self, turn: Turn, heard: Sequence[Word | Segment]) -> None:
        start, end = turn.start or 0, turn.end or 0
        first, last = len(turn.text) - len(turn.text.lstrip()), len(turn.text.rstrip())
        self.places, self.times = [first], [start]
        for one in heard:
            for place, time in ((one.span.start, one.start), (one.span.end, one.end)):
                if time is not None and place > self.places[-1] and self.times[-1] <= time <= end:
                    self.places.append(place)
                    self.times.append(time)
        if self.places[-1] < last:
            self.places.append(last)
            self.times.append(end)
        else:
            self.times[-1] = end

    def at(self, place: int) -> int:
        after = bisect_right(self.places, place)
        if after == len(self.places):
            return self.times[-1]
        begin, end = self.places[after - 1], self.places[after]
        known = self.times[after - 1]
        return known + (self.times[after] - known) * (place - begin) // (end - begin)
