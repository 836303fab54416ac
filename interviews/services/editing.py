"""Editors change turns. Each change is one entry in the history; the interview wants a check afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User

from interviews.models import EditRecord, Interview
from interviews.services.errors import CannotArrange, StaleEdit
from interviews.services.recording import Held, go_on, held, may_go_on, record
from interviews.text.cleaning import clean
from interviews.transcript.edits import Edit, Restore, SetAside, SetSpeaker, SetText, SetTimes, Times
from interviews.transcript.times import clock
from interviews.transcript.turns import Transcript

SET_ASIDE_BY_HAND = "set aside by an editor"


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in a turn's open form, and the version of the turn on which it was opened.

    Whatever is done with the turn, this goes along, in the same entry of the history. ``speaker`` is a label,
    empty for nobody, ``times`` are milliseconds; None leaves them as they are.
    """

    text: str
    seen_version: int
    speaker: str | None = None
    times: Times | None = None


def edit_text(
    *,
    interview: Interview,
    key: str,
    text: str,
    seen_version: int,
    by: User,
    speaker: str | None = None,
    times: Times | None = None,
    entry: int | None = None,
) -> EditRecord | None:
    """Write what a turn's form holds; None where it was the same already.

    ``entry`` is the number of the entry that the same open form has made before: as long as nothing else was
    done since, that entry goes on. Raises StaleEdit when somebody else saved in between, UnsafeText for what
    cannot be stored, CannotArrange for an end before the start; nothing is written then. An empty text sets
    the turn aside instead: nothing is deleted.
    """
    typed = Typed(text, seen_version, speaker, times)
    with held(interview) as at:
        turn = at.interview.turns.in_place().filter(key=key).first()
        if turn is None or turn.version != seen_version:
            raise StaleEdit(turn)
        seen = {key: seen_version}
        if not clean(text):
            if turn.aside:
                return None
            aside = SetAside(key, SET_ASIDE_BY_HAND)
            label = f"Set {at.before.where(key)} aside"
            return record(at.interview, [aside], by=by, label=label, seen=seen, before=at.before)
        edits = _differences(at, key, typed)
        if not edits:
            return None
        last = at.interview.last_record() if entry is not None else None
        if last is not None and last.number == entry and may_go_on(last, key=key, by=by):
            return go_on(at.interview, last, edits, seen=seen, before=at.before)
        label = f"Edited {at.before.where(key)}"
        return record(at.interview, edits, by=by, label=label, seen=seen, before=at.before)


def set_aside(*, interview: Interview, key: str, by: User, typed: Typed | None = None) -> EditRecord:
    """Take a turn out of the text; it is kept. Raises FixDoesNotFit where that has been done already."""
    with held(interview) as at:
        edits, seen = with_typed(at, key, typed)
        label = f"Set {where(at.before, key)} aside"
        edits = [*edits, SetAside(key, SET_ASIDE_BY_HAND)]
        return record(at.interview, edits, by=by, label=label, seen=seen, before=at.before)


def restore(*, interview: Interview, key: str, by: User) -> EditRecord:
    """Put a turn that was set aside back. Raises FixDoesNotFit where it stands in the text."""
    with held(interview) as at:
        reason = at.before[key].aside if key in at.before else ""
        label = f"Restored {where(at.before, key)}"
        return record(at.interview, [Restore(key, reason)], by=by, label=label, before=at.before)


def with_typed(at: Held, key: str, typed: Typed | None) -> tuple[list[Edit], dict[str, int]]:
    """The edits that save what was typed, if anything, and the versions that were seen.

    Raises StaleEdit when somebody else saved in between, UnsafeText, and CannotArrange for an emptied turn.
    """
    if typed is None:
        return [], {}
    turn = at.interview.turns.in_place().filter(key=key).first()
    edits = _differences(at, key, typed) if turn else []
    if turn is None or (edits and turn.version != typed.seen_version):
        raise StaleEdit(turn)
    if not clean(typed.text):
        raise CannotArrange("There are no words in this turn. Set it aside, or write some first.")
    return edits, {key: typed.seen_version} if edits else {}


def where(transcript: Transcript, key: str) -> str:
    """How an entry of the history names the place."""
    return transcript.where(key) if key in transcript else "the turn"


def label_of(speaker: str | None) -> str | None:
    """A speaker's label as it may be stored; None for nobody."""
    return (clean(speaker)[:200] if speaker else None) or None


def _differences(at: Held, key: str, typed: Typed) -> list[Edit]:
    """What the form says otherwise than the turn does."""
    edits: list[Edit] = []
    now = at.before[key]
    if clean(typed.text) != now.text:
        edits.append(SetText(now.key, now.text, clean(typed.text)))
    if typed.speaker is not None and label_of(typed.speaker) != now.speaker:
        edits.append(SetSpeaker(now.key, now.speaker, label_of(typed.speaker)))
    if typed.times is not None and typed.times != (now.start, now.end):
        start, end = typed.times
        if start is not None and end is not None and end < start:
            raise CannotArrange(f"A turn cannot end at {clock(end)} when it starts at {clock(start)}.")
        edits.append(SetTimes(now.key, (now.start, now.end), typed.times))
    return edits
