"""How single turns go back to what they were, while everything else stays."""

from __future__ import annotations

from collections.abc import Collection

from interviews.transcript.edits import Edit, EditConflict, Restore, SetAside, SetSpeaker, SetText, SetTimes
from interviews.transcript.turns import Transcript, Turn


def as_they_were(now: Transcript, then: Transcript, keys: Collection[str]) -> tuple[Edit, ...]:
    """The edits that give these turns their words, speaker and times of then, set aside or not as then.

    Their places stay. Raises EditConflict for a turn that one of the two states does not have: it was
    split off, joined or inserted in between, and only the whole can go back.
    """
    edits: list[Edit] = []
    for key in keys:
        if key not in now or key not in then:
            where = now.where(key) if key in now else "a turn"
            raise EditConflict(f"{where} was split, joined or inserted in between")
        edits += _of_turn(now[key], then[key])
    return tuple(edits)


def _of_turn(now: Turn, then: Turn) -> list[Edit]:
    edits: list[Edit] = []
    if now.aside != then.aside:
        edits += [Restore(now.key, now.aside)] if now.aside else []
        edits += [SetAside(now.key, then.aside)] if then.aside else []
    if now.text != then.text:
        edits.append(SetText(now.key, now.text, then.text))
    if now.speaker != then.speaker:
        edits.append(SetSpeaker(now.key, now.speaker, then.speaker))
    if (now.start, now.end) != (then.start, then.end):
        edits.append(SetTimes(now.key, (now.start, now.end), (then.start, then.end)))
    return edits
