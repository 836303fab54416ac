"""Edits are applied: each to the very transcript that it expects, or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from interviews.transcript.edits import (
    DescribeSpeaker,
    Edit,
    EditConflict,
    InsertTurn,
    Known,
    MergeTurns,
    MoveTurn,
    RemoveTurn,
    RenameSpeaker,
    Restore,
    SetAside,
    SetSpeaker,
    SetText,
    SetTimes,
    SplitTurn,
    known_of,
)
from interviews.transcript.turns import Role, Transcript, Turn


def apply(transcript: Transcript, edit: Edit) -> Transcript:
    """The transcript after the edit. Raises EditConflict, and changes nothing, where it does not fit."""
    match edit:
        case SetText(key, before, after):
            turn = _found(transcript, key)
            _expect(turn.text == before, "the words of {} have changed", transcript, key)
            return _with(transcript, replace(turn, text=after))
        case SplitTurn():
            return _split(transcript, edit)
        case MergeTurns():
            return _merge(transcript, edit)
        case MoveTurn(key, before, after):
            turn = _found(transcript, key)
            _expect(transcript.before(key) == before, "{} has been moved", transcript, key)
            _expect(after != key, "a turn cannot stand behind itself")
            return _inserted(_without(transcript, key), turn, after)
        case SetSpeaker(key, before, after):
            turn = _found(transcript, key)
            _expect(turn.speaker == before, "the speaker of {} has changed", transcript, key)
            return _with(transcript, replace(turn, speaker=after))
        case RenameSpeaker(before, after, keys):
            renamed = []
            for key in keys:
                turn = _found(transcript, key)
                _expect(turn.speaker == before, "the speaker of {} has changed", transcript, key)
                renamed.append(replace(turn, speaker=after))
            return _with(transcript, *renamed)
        case DescribeSpeaker(name, before, after):
            return _described(transcript, name, before, after)
        case SetAside(key, reason):
            turn = _found(transcript, key)
            _expect(bool(reason), "setting aside needs a reason")
            _expect(not turn.aside, "{} has been set aside already", transcript, key)
            return _with(transcript, replace(turn, aside=reason))
        case Restore(key, reason):
            turn = _found(transcript, key)
            _expect(bool(reason) and turn.aside == reason, "{} is not set aside", transcript, key)
            return _with(transcript, replace(turn, aside=""))
        case InsertTurn(new, after):
            _expect(new.key not in transcript, "a turn with this key is there already")
            return _inserted(transcript, new, after)
        case RemoveTurn(new, after):
            found = _found(transcript, new.key)
            _expect(found == new and transcript.before(new.key) == after, "the inserted turn has changed")
            return _without(transcript, new.key)
        case SetTimes(key, before, after):
            turn = _found(transcript, key)
            _expect((turn.start, turn.end) == before, "the times of {} have changed", transcript, key)
            return _with(transcript, replace(turn, start=after[0], end=after[1]))


def apply_all(transcript: Transcript, edits: Iterable[Edit]) -> Transcript:
    """The edits one after the other. Raises EditConflict; the transcript given stays as it was."""
    for edit in edits:
        transcript = apply(transcript, edit)
    return transcript


def _described(transcript: Transcript, name: str, before: Known, after: Known) -> Transcript:
    speaker = transcript.speaker(name)
    _expect(speaker is not None, "nobody has this label")
    assert speaker is not None
    _expect(known_of(speaker) == before, "what is known of this speaker has changed")
    role, full_name, description = after
    told = replace(speaker, role=Role(role), full_name=full_name, description=description)
    return replace(transcript, speakers=tuple(told if one is speaker else one for one in transcript.speakers))


def _split(transcript: Transcript, edit: SplitTurn) -> Transcript:
    turn = _found(transcript, edit.turn)
    _expect(not edit.between.strip(), "only white space stands between two turns")
    tail = edit.between + edit.other.text
    _expect(turn.text.endswith(tail), "the words of {} have changed", transcript, edit.turn)
    _expect(turn.end == edit.end_before, "the times of {} have changed", transcript, edit.turn)
    _expect(edit.other.key not in transcript, "a turn with this key is there already")
    head = replace(turn, text=turn.text[: len(turn.text) - len(tail)], end=edit.end_after)
    return _inserted(_with(transcript, head), edit.other, edit.after)


def _merge(transcript: Transcript, edit: MergeTurns) -> Transcript:
    turn, other = _found(transcript, edit.turn), _found(transcript, edit.other.key)
    _expect(edit.turn != edit.other.key, "a turn cannot be joined with itself")
    _expect(not edit.between.strip(), "only white space stands between two turns")
    _expect(other == edit.other, "{} has changed", transcript, other.key)
    _expect(turn.end == edit.end_before, "the times of {} have changed", transcript, edit.turn)
    _expect(transcript.before(other.key) == edit.after, "{} has been moved", transcript, other.key)
    joined = replace(turn, text=turn.text + edit.between + other.text, end=edit.end_after)
    return _without(_with(transcript, joined), other.key)


def _found(transcript: Transcript, key: str) -> Turn:
    _expect(key in transcript, "the turn is no longer there")
    return transcript[key]


def _expect(fits: bool, otherwise: str, transcript: Transcript | None = None, key: str = "") -> None:
    """Raise EditConflict unless it fits; only then is the place looked up that the message names."""
    if not fits:
        raise EditConflict(otherwise if transcript is None else otherwise.format(transcript.where(key)))


def _with(transcript: Transcript, *changed: Turn) -> Transcript:
    turns = list(transcript.turns)
    for turn in changed:
        turns[transcript.place(turn.key)] = turn
    return replace(transcript, turns=tuple(turns))


def _without(transcript: Transcript, key: str) -> Transcript:
    place = transcript.place(key)
    return replace(transcript, turns=transcript.turns[:place] + transcript.turns[place + 1 :])


def _inserted(transcript: Transcript, turn: Turn, after: str | None) -> Transcript:
    _expect(after is None or after in transcript, "the place for the turn is no longer there")
    place = 0 if after is None else transcript.place(after) + 1
    return replace(transcript, turns=(*transcript.turns[:place], turn, *transcript.turns[place:]))
