"""How one transcript becomes the next.

Every change is an ``Edit``: data that names what stood before and what stands after. ``applying.apply``
refuses an edit whose "before" is not what it finds, so nothing is ever overwritten unseen, and
``invert`` is exact: ``apply(apply(t, e), invert(e)) == t`` for every edit that applies.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from interviews.transcript.turns import Speaker, Turn

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
