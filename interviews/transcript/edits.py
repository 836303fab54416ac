"""How one transcript becomes the next.

Every change is an ``Edit``: data that names what stood before and what stands after. ``apply``
refuses an edit whose "before" is not what it finds, so nothing is ever overwritten unseen, and
``invert`` is exact: ``apply(apply(t, e), invert(e)) == t`` for every edit that applies.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from interviews.transcript.turns import Role, Speaker, Transcript, Turn

Times = tuple[int | None, int | None]
Known = tuple[str, str, str]  # of a speaker: role, full name, description


class EditConflict(Exception):
    """The transcript is not as the edit expects; nothing was changed."""


@dataclass(frozen=True, slots=True)
class SetText:
    """Other words in one turn."""

    turn: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SplitTurn:
    """One turn becomes two: ``text == head + between + other.text``.

    ``between`` is the white space at the cut. ``other`` is the new turn as a whole; it is put right
    behind ``turn``. The time at which ``turn`` ends goes from ``end_before`` to ``end_after``.
    """

    turn: str
    between: str
    other: Turn
    end_before: int | None
    end_after: int | None
    after: str


@dataclass(frozen=True, slots=True)
class MergeTurns:
    """Two turns become one: the text of ``other`` is added behind ``between``.

    The exact mirror of ``SplitTurn``; ``after`` is the key of the turn behind which ``other`` stood.
    """

    turn: str
    between: str
    other: Turn
    end_before: int | None
    end_after: int | None
    after: str


@dataclass(frozen=True, slots=True)
class MoveTurn:
    """A turn stands behind another one than before; None is the start."""

    turn: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class SetSpeaker:
    """One turn is given to somebody else."""

    turn: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class RenameSpeaker:
    """The turns named go from one label to another.

    Renaming everywhere, renaming from here on and joining two labels are this edit with other
    turns; because it names them, joining can be taken apart again.
    """

    before: str
    after: str
    turns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DescribeSpeaker:
    """Something else is known of the person behind a label."""

    speaker: str
    before: Known
    after: Known


@dataclass(frozen=True, slots=True)
class SetAside:
    """A turn is taken out of the text and kept, with a reason."""

    turn: str
    reason: str


@dataclass(frozen=True, slots=True)
class Restore:
    """A turn that was set aside stands in the text again."""

    turn: str
    reason: str


@dataclass(frozen=True, slots=True)
class InsertTurn:
    """A new turn behind another one; None is the start."""

    new: Turn
    after: str | None


@dataclass(frozen=True, slots=True)
class RemoveTurn:
    """Takes back an ``InsertTurn``. Only ever its inverse: what came with the source is set aside."""

    new: Turn
    after: str | None


@dataclass(frozen=True, slots=True)
class SetTimes:
    """Other start and end, in milliseconds."""

    turn: str
    before: Times
    after: Times


Edit = (
    SetText
    | SplitTurn
    | MergeTurns
    | MoveTurn
    | SetSpeaker
    | RenameSpeaker
    | DescribeSpeaker
    | SetAside
    | Restore
    | InsertTurn
    | RemoveTurn
    | SetTimes
)


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


def invert(edit: Edit) -> Edit:
    """The edit that takes this one back exactly."""
    match edit:
        case SetText(key, before, after):
            return SetText(key, after, before)
        case SplitTurn(turn, between, other, end_before, end_after, after):
            return MergeTurns(turn, between, other, end_after, end_before, after)
        case MergeTurns(turn, between, other, end_before, end_after, after):
            return SplitTurn(turn, between, other, end_after, end_before, after)
        case MoveTurn(key, before, after):
            return MoveTurn(key, after, before)
        case SetSpeaker(key, before, after):
            return SetSpeaker(key, after, before)
        case RenameSpeaker(before, after, keys):
            return RenameSpeaker(after, before, keys)
        case DescribeSpeaker(name, before, after):
            return DescribeSpeaker(name, after, before)
        case SetAside(key, reason):
            return Restore(key, reason)
        case Restore(key, reason):
            return SetAside(key, reason)
        case InsertTurn(new, after):
            return RemoveTurn(new, after)
        case RemoveTurn(new, after):
            return InsertTurn(new, after)
        case SetTimes(key, before, after):
            return SetTimes(key, after, before)


def invert_all(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The inverses in the order in which they take the edits back."""
    return tuple(invert(edit) for edit in reversed(tuple(edits)))


def known_of(speaker: Speaker) -> Known:
    """What a description changes."""
    return speaker.role.value, speaker.full_name, speaker.description


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
