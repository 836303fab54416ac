"""Edits as a person means them, made for the transcript that stands there."""

from __future__ import annotations

from dataclasses import replace

from interviews.transcript.edits import EditConflict, MergeTurns, MoveTurn, SplitTurn, Times
from interviews.transcript.turns import Transcript, Turn

UNKNOWN: Times = (None, None)


def split_turn(
    transcript: Transcript, key: str, at: int, *, new_key: str, times: Times = UNKNOWN
) -> SplitTurn:
    """The edit that cuts a turn at an offset (code points). White space at the cut is kept between.

    ``times`` are the end of what stays and the start of the new turn, in milliseconds, where they are known.
    Raises EditConflict where one side would be empty.
    """
    turn = _there(transcript, key)
    head, tail = turn.text[:at].rstrip(), turn.text[at:].lstrip()
    if not head or not tail:
        raise EditConflict("a turn can only be split between words")
    between = turn.text[len(head) : len(turn.text) - len(tail)]
    end, start = times
    other = replace(turn, key=new_key, text=tail, start=start, end=turn.end)
    return SplitTurn(key, between, other, turn.end, end, key)


def merge_turns(transcript: Transcript, key: str, other_key: str, *, between: str = " ") -> MergeTurns:
    """The edit that adds another turn's words to this turn. Times run from this start to the other's end."""
    turn, other = _there(transcript, key), _there(transcript, other_key)
    if key == other_key:
        raise EditConflict("a turn cannot be joined with itself")
    after = transcript.before(other_key)
    if after is None:
        raise EditConflict("the first turn has nothing to be joined to")
    end = turn.end if other.end is None else other.end
    return MergeTurns(key, between, other, turn.end, end, after)


def move_turn(transcript: Transcript, key: str, after: str | None) -> MoveTurn:
    """The edit that puts a turn behind another one; None is the start."""
    _there(transcript, key)
    return MoveTurn(key, transcript.before(key), after)


def neighbour(transcript: Transcript, key: str, step: int) -> Turn | None:
    """The next turn (1) or the one before (-1) that stands in the text and is of the same part."""
    turn = _there(transcript, key)
    place = transcript.place(key) + step
    while 0 <= place < len(transcript):
        other = transcript.turns[place]
        if not other.aside and other.part is turn.part:
            return other
        place += step
    return None


def _there(transcript: Transcript, key: str) -> Turn:
    if key not in transcript:
        raise EditConflict("the turn is no longer there")
    return transcript[key]
