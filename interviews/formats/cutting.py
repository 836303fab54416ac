"""Turns cut into captions: where the words stood when they were heard, else by the share of characters.

A caption has two lines of 42 characters and stands for seven seconds at most, as the BBC's and Netflix's
guides for captions ask; it ends with a sentence where it can, else with a clause. Letters of Chinese,
Japanese and Korean are as wide as two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from interviews.formats.cues import UNSPACED, ends_sentence
from interviews.formats.estimating import pace
from interviews.formats.lines import Hidden
from interviews.formats.writing import ExportProblem, TimesMissing
from interviews.text.aligning import aligned, aligned_segments
from interviews.transcript.hearing import Segment, Word
from interviews.transcript.turns import Transcript, Turn

WIDTH, LINES = 42, 2
LONGEST = 7_000  # milliseconds
SHORTEST = 200  # milliseconds: what is said in no time at all can still be shown
_SLACK = 1_000  # milliseconds by which people who speak at once may stand in another order
_FEW = 20  # characters: a caption with fewer is not made shorter because they are said slowly
_CLAUSE = tuple(",;:–—，、；：،؛")
_TOKEN = re.compile(rf"{UNSPACED}[^\w\s]*|(?:(?!{UNSPACED})\S)+")


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
        for caption in _cut(_timed(turn, following), before, heard, lead(turn, before)):
            start = max(caption.start, reached)
            reached = max(min(caption.end, start + LONGEST), start + SHORTEST)
            made.append(replace(caption, start=start, end=reached))
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
    turn: Turn, turn_before: Turn | None, heard: Sequence[Word | Segment], lead: str
) -> Iterator[Caption]:
    clock = _Clock(turn, heard)
    tokens = [match.span() for match in _TOKEN.finditer(turn.text)]
    place = 0
    while place < len(tokens):
        before = lead if place == 0 else ""
        end = _last(turn.text, tokens, place, clock, width(before))
        lines = _lines(turn.text, tokens[place:end], width(before))
        yield Caption(
            clock.at(tokens[place][0]),
            clock.at(tokens[end - 1][1]),
            (before + lines[0], *lines[1:]),
            turn,
            turn_before,
            first=place == 0,
        )
        place = end


def _last(text: str, tokens: Sequence[tuple[int, int]], first: int, clock: _Clock, used: int) -> int:
    """The place behind the last token of the caption that begins with ``first``."""
    start = tokens[first][0]
    begun = clock.at(start)
    line, lines = used, 1
    sentence = clause = 0
    place = first
    while place < len(tokens):
        begin, end = tokens[place]
        space = 1 if place > first and tokens[place - 1][1] < begin else 0
        wide = width(text[begin:end])
        if line and line + space + wide > WIDTH and (place > first or used):
            lines, line = lines + 1, wide
            if lines > LINES and place > first:
                break
        else:
            line += space + wide
        if place > first and end - start > _FEW and clock.at(end) - begun > LONGEST:
            break
        place += 1
        written = text[begin:end]
        if ends_sentence(written):
            sentence = place
        elif written.endswith(_CLAUSE) and end - start > WIDTH:
            clause = place
    if place == len(tokens):
        return place
    return sentence or clause or place


def _lines(text: str, tokens: Sequence[tuple[int, int]], used: int) -> tuple[str, ...]:
    """One line, or two that are as even as can be; a word that is wider than a line has one for itself."""
    whole = " ".join(text[tokens[0][0] : tokens[-1][1]].split())
    if used + width(whole) <= WIDTH or len(tokens) == 1:
        return (whole,)
    best: tuple[int, int, tuple[str, str]] | None = None
    for place in range(1, len(tokens)):
        above = " ".join(text[tokens[0][0] : tokens[place - 1][1]].split())
        below = " ".join(text[tokens[place][0] : tokens[-1][1]].split())
        wide = used + width(above), width(below)
        rank = (max(0, max(wide) - WIDTH), abs(wide[0] - wide[1]), (above, below))
        if best is None or rank < best:
            best = rank
    assert best is not None
    return best[2]


def stamp(milliseconds: int, mark: str = ".") -> str:
    """A time as captions have it: "00:01:02.500", with that mark before the parts of a second."""
    seconds, part = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{mark}{part:03}"


def width(text: str) -> int:
    """How many letters' room a text takes; wide letters take two."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


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
