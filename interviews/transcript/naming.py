"""Who says what: labels are renamed, joined, taken apart. Each is one edit that names its turns."""

from __future__ import annotations

from collections.abc import Collection

from interviews.transcript.edits import EditConflict, RenameSpeaker
from interviews.transcript.turns import Transcript


def rename(transcript: Transcript, label: str, name: str, *, start: str | None = None) -> RenameSpeaker:
    """Everything that a label says goes to another label; with ``start``, from that turn on.

    Where the other label has turns too, this joins the two. Raises EditConflict where nothing would change.
    """
    first = transcript.place(start) if start is not None else 0
    return _to(label, name, [turn.key for turn in transcript.turns[first:] if turn.speaker == label])


def take_apart(transcript: Transcript, label: str, name: str, keys: Collection[str]) -> RenameSpeaker:
    """Some turns of a label are somebody else's. Raises EditConflict where none of them is the label's."""
    return _to(label, name, [turn.key for turn in transcript if turn.key in keys and turn.speaker == label])


def bearers(transcript: Transcript) -> dict[str, int]:
    """Each label with its number of turns, in the order in which they first speak; set-aside turns count."""
    counted: dict[str, int] = {}
    for turn in transcript:
        if turn.speaker is not None:
            counted[turn.speaker] = counted.get(turn.speaker, 0) + 1
    return counted


def may_be_two(one: str, other: str) -> bool:
    """Whether two names share their last word but differ before it: "M. Weber" and "Tom Weber".

    An initial agrees with the name that it may stand for, and a name alone with anything.
    """
    first, second = one.replace(".", " ").split(), other.replace(".", " ").split()
    if not first or not second or first[-1].casefold() != second[-1].casefold():
        return False
    return any(
        not _agree(mine.casefold(), theirs.casefold())
        for mine, theirs in zip(first[:-1], second[:-1], strict=False)
    )


def _agree(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


def _to(label: str, name: str, keys: list[str]) -> RenameSpeaker:
    if not name:
        raise EditConflict("the new name is missing")
    if name == label:
        raise EditConflict("the name is the same as before")
    if not keys:
        raise EditConflict(f"“{label}” has no such turn")
    return RenameSpeaker(label, name, tuple(keys))
