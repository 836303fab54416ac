"""Times for turns that have none, estimated between those that are known. Only ever when somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from interviews.text.words import count_words
from interviews.transcript.ordering import longest_rise
from interviews.transcript.turns import Transcript, Turn

# Talk in interviews and on the radio runs at 150 to 160 words a minute; Audible and the BBC reckon with that.
A_WORD = 60_000 // 150  # milliseconds


def pace(text: str) -> int:
    """How long it takes to say a text, in milliseconds."""
    return A_WORD * max(1, count_words(text))


def with_estimated_times(transcript: Transcript) -> Transcript:
    """The transcript with a start and an end for every turn that stands in the dialogue (milliseconds).

    What is known stays, but for starts that run backwards and ends before their starts: these are estimated
    like those that are missing. Between two known times, each turn gets its share by code points; before the
    first and behind the last, and where nothing is known, 150 words a minute.
    """
    turns = transcript.dialogue
    starts = _starts(turns)
    made = {}
    for place, (turn, start) in enumerate(zip(turns, starts, strict=True)):
        end = turn.end
        if end is None or end < start or turn.start != start:
            end = starts[place + 1] if place + 1 < len(starts) else start + pace(turn.text)
        made[turn.key] = replace(turn, start=start, end=end)
    return replace(transcript, turns=tuple(made.get(turn.key, turn) for turn in transcript.turns))


def _rising(turns: Sequence[Turn]) -> frozenset[int]:
    """The places of the turns whose starts are known and rise: the most of them that can be kept."""
    known = [(place, turn.start) for place, turn in enumerate(turns) if turn.start is not None]
    known.reverse()  # seen from the end, so that of two that exclude each other the earlier one is kept
    # Equal starts rise too: they are told apart by their places.
    kept = longest_rise([-(start * (len(turns) + 1) + place) for place, start in known])
    return frozenset(known[at][0] for at in kept)


def _starts(turns: Sequence[Turn]) -> list[int]:
    kept = _rising(turns)
    starts: list[int] = []
    place = 0
    while place < len(turns):
        start = turns[place].start
        if place in kept and start is not None:
            starts.append(start)
            place += 1
            continue
        until = next((later for later in range(place, len(turns)) if later in kept), len(turns))
        starts += _between(turns, starts, place, until)
        place = until
    return starts


def _between(turns: Sequence[Turn], starts: Sequence[int], first: int, until: int) -> list[int]:
    """Starts for the turns from ``first`` to before ``until``, whose own start is known if it exists."""
    unknown = turns[first:until]
    behind = turns[until].start if until < len(turns) else None
    sizes = [max(1, len(turn.text)) for turn in unknown]
    if first == 0:
        begin = 0 if behind is None else max(0, behind - sum(pace(turn.text) for turn in unknown))
    else:
        begin = _after(turns[first - 1], starts[-1], behind, sum(sizes))
    if behind is None:
        at = [begin]
        for turn in unknown[:-1]:
            at.append(at[-1] + pace(turn.text))
        return at
    told, done, total = [], 0, sum(sizes)
    for size in sizes:
        told.append(begin + (behind - begin) * done // total)
        done += size
    return told


def _after(turn: Turn, start: int, behind: int | None, size: int) -> int:
    """Where the turns behind one begin that have no time: at its end, or where its share of the time ends.

    ``behind`` is the next known start, ``size`` how many code points stand between.
    """
    if turn.end is not None and turn.end >= start and (behind is None or turn.end <= behind):
        return turn.end
    if behind is None:
        return start + pace(turn.text)
    own = max(1, len(turn.text))
    return start + (behind - start) * own // (own + size)
