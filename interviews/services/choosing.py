"""Several turns are changed together: one decision, one entry in the history, one undo."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.contrib.auth.models import User

from interviews.models import EditRecord, Interview
from interviews.services.editing import SET_ASIDE_BY_HAND, label_of
from interviews.services.errors import CannotArrange
from interviews.services.recording import Held, held, record
from interviews.transcript.applying import apply
from interviews.transcript.building import merge_turns, neighbour
from interviews.transcript.edits import Edit, SetAside, SetSpeaker
from interviews.transcript.turns import Turn


def give_turns(*, interview: Interview, keys: Collection[str], speaker: str | None, by: User) -> EditRecord:
    """Give turns to somebody, or to nobody. Raises CannotArrange where all of them are theirs already."""
    name = label_of(speaker)
    with held(interview) as at:
        turns = [turn for turn in _chosen(at, keys) if turn.speaker != name]
        if not turns:
            raise CannotArrange(f"Nothing to do: these turns are {_whose(name)} already.")
        edits = [SetSpeaker(turn.key, turn.speaker, name) for turn in turns]
        label = f"Gave {_counted(turns)} to {name or 'nobody'}"
        return record(at.interview, edits, by=by, label=label, before=at.before)


def set_turns_aside(*, interview: Interview, keys: Collection[str], by: User) -> EditRecord:
    """Take turns out of the text; they are kept. Raises CannotArrange where none of them stands there."""
    with held(interview) as at:
        turns = _chosen(at, keys)
        edits = [SetAside(turn.key, SET_ASIDE_BY_HAND) for turn in turns]
        return record(at.interview, edits, by=by, label=f"Set {_counted(turns)} aside", before=at.before)


def join_turns(*, interview: Interview, keys: Collection[str], by: User) -> EditRecord:
    """Join turns that stand next to each other; the first keeps its speaker. Raises CannotArrange."""
    with held(interview) as at:
        turns = _chosen(at, keys)
        if len(turns) < 2:
            raise CannotArrange("Choose at least two turns to join.")
        first, transcript = turns[0], at.before
        edits: list[Edit] = []
        for turn in turns[1:]:
            if neighbour(transcript, first.key, 1) != turn:
                raise CannotArrange("Only turns that stand next to each other can be joined.")
            edits.append(merge_turns(transcript, first.key, turn.key))
            transcript = apply(transcript, edits[-1])
        return record(at.interview, edits, by=by, label=f"Joined {_counted(turns)}", before=at.before)


def _chosen(at: Held, keys: Collection[str]) -> list[Turn]:
    """Those that stand in the text, in order."""
    found = [turn for turn in at.before.standing if turn.key in keys]
    if not found:
        raise CannotArrange("Choose some turns first.")
    return found


def _counted(turns: Sequence[Turn]) -> str:
    return f"{len(turns)} turns" if len(turns) > 1 else "1 turn"


def _whose(name: str | None) -> str:
    return f"{name}’s" if name else "nobody’s"
