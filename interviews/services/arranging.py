"""Turns are split, joined, moved and put in. What was typed and not saved yet goes along."""

from __future__ import annotations

from django.contrib.auth.models import User

from interviews.models import EditRecord, Interview
from interviews.models.turn import new_key
from interviews.services.editing import Typed, label_of, where, with_typed
from interviews.services.errors import CannotArrange
from interviews.services.recording import held, record
from interviews.text.aligning import aligned
from interviews.text.cleaning import clean
from interviews.transcript.applying import apply_all
from interviews.transcript.building import UNKNOWN, merge_turns, move_turn, neighbour, split_turn
from interviews.transcript.edits import EditConflict, InsertTurn, Times
from interviews.transcript.turns import Transcript, Turn


def split(*, interview: Interview, key: str, at: int, by: User, typed: Typed | None = None) -> EditRecord:
    """Cut a turn in two at an offset (code points in the text as typed). The new turn is the last edit's.

    Where a recogniser told the times of the words, what stays ends with its last word and the new turn starts
    with its first. Raises CannotArrange where one side would be empty, StaleEdit and UnsafeText as a save.
    """
    with held(interview) as now:
        edits, seen = with_typed(now, key, typed)
        transcript = apply_all(now.before, edits)
        try:
            times = _times_at(transcript, key, at)
            edit = split_turn(transcript, key, at, new_key=new_key(), times=times)
        except EditConflict as conflict:
            raise CannotArrange("Put the cursor between two words: the new turn starts there.") from conflict
        label = f"Split {where(now.before, key)}"
        return record(now.interview, [*edits, edit], by=by, label=label, seen=seen, before=now.before)


def _times_at(transcript: Transcript, key: str, at: int) -> Times:
    """When the last word before an offset ends and the first one behind it starts (milliseconds)."""
    if key not in transcript or not transcript.heard:
        return UNKNOWN
    words = aligned(transcript).get(key, ())
    before = [word.end for word in words if word.span.end <= at]
    behind = [word.start for word in words if word.span.start >= at]
    return before[-1] if before else None, behind[0] if behind else None


def merge(
    *, interview: Interview, key: str, upwards: bool, by: User, typed: Typed | None = None
) -> EditRecord:
    """Join a turn with the one above, or the one below with it. Set-aside turns between them stay.

    The words stand in the upper turn then, under its speaker. Raises CannotArrange where there is none.
    """
    with held(interview) as now:
        edits, seen = with_typed(now, key, typed)
        transcript = apply_all(now.before, edits)
        other = _beside(transcript, key, -1 if upwards else 1)
        above, below = (other.key, key) if upwards else (key, other.key)
        label = f"Joined {where(now.before, below)} to {where(now.before, above)}"
        edit = merge_turns(transcript, above, below)
        return record(now.interview, [*edits, edit], by=by, label=label, seen=seen, before=now.before)


def move(
    *, interview: Interview, key: str, upwards: bool, by: User, typed: Typed | None = None
) -> EditRecord:
    """Let a turn change places with the one above or below. Raises CannotArrange at either end."""
    with held(interview) as now:
        edits, seen = with_typed(now, key, typed)
        transcript = apply_all(now.before, edits)
        other = _beside(transcript, key, -1 if upwards else 1)
        edit = move_turn(transcript, key, transcript.before(other.key) if upwards else other.key)
        label = f"Moved {where(now.before, key)} {'up' if upwards else 'down'}"
        return record(now.interview, [*edits, edit], by=by, label=label, seen=seen, before=now.before)


def place(*, interview: Interview, key: str, behind: str | None, by: User) -> EditRecord:
    """Put a turn behind another one, or first of all. Raises CannotArrange where it stands there already."""
    with held(interview) as now:
        if behind == key or (key in now.before and now.before.before(key) == behind):
            raise CannotArrange("The turn stands there already.")
        edit = move_turn(now.before, key, behind)
        to = f"behind {where(now.before, behind)}" if behind else "to the start"
        label = f"Moved {where(now.before, key)} {to}"
        return record(now.interview, [edit], by=by, label=label, before=now.before)


def insert(
    *, interview: Interview, beside: str, below: bool, text: str, speaker: str | None, by: User
) -> EditRecord:
    """Put in a new turn above or below another one. Raises CannotArrange without words, UnsafeText."""
    text = clean(text)
    if not text:
        raise CannotArrange("Write what was said first: a turn has words.")
    with held(interview) as now:
        if beside not in now.before:
            raise CannotArrange("The turn beside which this one was to stand is no longer there.")
        turn = Turn(new_key(), text, label_of(speaker), part=now.before[beside].part)
        edit = InsertTurn(turn, beside if below else now.before.before(beside))
        label = f"Put in a turn {'below' if below else 'above'} {where(now.before, beside)}"
        return record(now.interview, [edit], by=by, label=label, before=now.before)


def _beside(transcript: Transcript, key: str, step: int) -> Turn:
    found = neighbour(transcript, key, step)
    if found is None:
        raise CannotArrange(f"There is no turn {'below' if step > 0 else 'above'} this one.")
    return found
