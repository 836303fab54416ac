"""What differs between two states of a transcript, turn by turn, as a reader would be told."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from interviews.transcript.ordering import longest_rise
from interviews.transcript.times import clock
from interviews.transcript.turns import Transcript, Turn


class Sort(StrEnum):
    """What happened to a turn."""

    SET_ASIDE = "set aside"
    RESTORED = "restored"
    WORDS = "words"
    SPEAKER = "speaker"
    JOINED = "joined"
    ADDED = "added"
    MOVED = "moved"
    TIMES = "times"

    @property
    def said(self) -> str:
        """What a person is told of it."""
        return _SAID[self]


_SAID = {
    Sort.SET_ASIDE: "taken out",
    Sort.RESTORED: "put back in",
    Sort.WORDS: "words changed",
    Sort.SPEAKER: "given to another speaker",
    Sort.JOINED: "joined to another turn",
    Sort.ADDED: "added",
    Sort.MOVED: "moved",
    Sort.TIMES: "times changed",
}


@dataclass(frozen=True, slots=True)
class TurnChange:
    """One turn that is not as it was. ``before`` and ``after`` are texts, or labels for a speaker.

    ``where`` names the place in the earlier state; ``reason`` is why it was set aside.
    """

    sort: Sort
    turn: str
    where: str
    speaker: str
    before: str
    after: str
    reason: str = ""

    def to_data(self) -> dict[str, Any]:
        return {**asdict(self), "sort": self.sort.value}


def changes(before: Transcript, after: Transcript, *, times: bool = False) -> tuple[TurnChange, ...]:
    """What was done between two states, in the order of the earlier one; times count where asked for."""
    found: list[TurnChange] = []
    for turn in before:
        found += _of_turn(before, after, turn)
        if times and turn.key in after and _times(turn) != _times(after[turn.key]):
            told = _clocks(*_times(turn)), _clocks(*_times(after[turn.key]))
            found.append(TurnChange(Sort.TIMES, turn.key, before.where(turn.key), turn.speaker or "", *told))
    for turn in after:
        if turn.key not in before and not turn.aside:
            found.append(
                TurnChange(Sort.ADDED, turn.key, after.where(turn.key), turn.speaker or "", "", turn.text)
            )
    found += [
        TurnChange(Sort.MOVED, key, before.where(key), before[key].speaker or "", "", before[key].text)
        for key in _moved(before, after)
    ]
    return tuple(found)


def _of_turn(before: Transcript, after: Transcript, turn: Turn) -> list[TurnChange]:
    where, speaker = before.where(turn.key), turn.speaker or ""
    if turn.key not in after:
        return [TurnChange(Sort.JOINED, turn.key, where, speaker, turn.text, "")]
    now = after[turn.key]
    if now.aside and not turn.aside:
        return [TurnChange(Sort.SET_ASIDE, turn.key, where, speaker, turn.text, "", now.aside)]
    if now.aside:
        return []
    found = []
    if turn.aside:
        found.append(TurnChange(Sort.RESTORED, turn.key, where, speaker, "", now.text, turn.aside))
    elif now.text != turn.text:
        found.append(TurnChange(Sort.WORDS, turn.key, where, speaker, turn.text, now.text))
    if now.speaker != turn.speaker:
        found.append(TurnChange(Sort.SPEAKER, turn.key, where, speaker, speaker, now.speaker or ""))
    return found


def _times(turn: Turn) -> tuple[int | None, int | None]:
    return turn.start, turn.end


def _clocks(start: int | None, end: int | None) -> str:
    known = [clock(time) for time in (start, end) if time is not None]
    return " to ".join(known) if known else "no time"


def _moved(before: Transcript, after: Transcript) -> list[str]:
    """The fewest turns whose moving explains the order, among those that both states have."""
    common = [turn.key for turn in after if turn.key in before]
    rise = longest_rise([before.place(key) for key in common])
    stayed = {common[place] for place in rise}
    return [key for key in common if key not in stayed and not after[key].aside]
