"""Editors change turns. Each change is one entry in the history; the interview wants a check afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from interviews.models import EditRecord, Interview
from interviews.services.errors import CannotArrange, StaleEdit
from interviews.services.recording import Held, go_on, held, record
from interviews.services.storing import lock
from interviews.text.cleaning import clean
from interviews.transcript.edits import Edit, Restore, SetAside, SetSpeaker, SetText, SetTimes
from interviews.transcript.times import clock
from interviews.transcript.turns import Transcript

SET_ASIDE_BY_HAND = "set aside by an editor"


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in a turn's open form, and the version of the turn on which it was opened.

    Whatever is done with the turn, these words go along, in the same entry of the history.
    """

    text: str
    seen_version: int


def edit_text(
    *, interview: Interview, key: str, text: str, seen_version: int, by: User, entry: int | None = None
) -> EditRecord | None:
    """Replace a turn's text; None where it was the same already.

    ``entry`` is the number of the entry that the same open form has made before: as long as nothing else was
    done since, that entry goes on. Raises StaleEdit when somebody else saved in between, UnsafeText for what
    cannot be stored; nothing is written then. An empty text sets the turn aside instead: nothing is deleted.
    """
    text = clean(text)
    with transaction.atomic():
        locked = lock(interview.pk)
        before = locked.transcript()
        turn = locked.turns.in_place().filter(key=key).first()
        if turn is None or turn.version != seen_version:
            raise StaleEdit(turn)
        if turn.text == text:
            return None
        where, seen = before.where(key), {key: seen_version}
        if not text:
            edit: Edit = SetAside(key, SET_ASIDE_BY_HAND)
            return record(locked, [edit], by=by, label=f"Set {where} aside", seen=seen, before=before)
        edit = SetText(key, turn.text, text)
        same = _same_sitting(locked, entry, key, by)
        if same is not None:
            return go_on(locked, same, edit, seen=seen, before=before)
        return record(locked, [edit], by=by, label=f"Edited {where}", seen=seen, before=before)


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


def give_to(
    *, interview: Interview, key: str, speaker: str | None, by: User, typed: Typed | None = None
) -> EditRecord:
    """Give a turn to somebody else, or to nobody. Raises FixDoesNotFit where the turn is gone."""
    name = label_of(speaker)
    with held(interview) as at:
        edits, seen = with_typed(at, key, typed)
        was = at.before[key].speaker if key in at.before else None
        label = f"Gave {where(at.before, key)} to {name or 'nobody'}"
        edits = [*edits, SetSpeaker(key, was, name)]
        return record(at.interview, edits, by=by, label=label, seen=seen, before=at.before)


def set_times(
    *,
    interview: Interview,
    key: str,
    start: int | None,
    end: int | None,
    by: User,
    typed: Typed | None = None,
) -> EditRecord:
    """Say when a turn starts and ends, in milliseconds. Raises CannotArrange for an end before the start."""
    if start is not None and end is not None and end < start:
        raise CannotArrange(f"A turn cannot end at {clock(end)} when it starts at {clock(start)}.")
    with held(interview) as at:
        edits, seen = with_typed(at, key, typed)
        was = (at.before[key].start, at.before[key].end) if key in at.before else (None, None)
        label = f"Set the times of {where(at.before, key)}"
        edits = [*edits, SetTimes(key, was, (start, end))]
        return record(at.interview, edits, by=by, label=label, seen=seen, before=at.before)


def with_typed(at: Held, key: str, typed: Typed | None) -> tuple[list[Edit], dict[str, int]]:
    """The edit that saves what was typed, if anything, and the versions that were seen.

    Raises StaleEdit when somebody else saved other words in between, UnsafeText, and CannotArrange for an
    emptied turn.
    """
    if typed is None:
        return [], {}
    text = clean(typed.text)
    turn = at.interview.turns.in_place().filter(key=key).first()
    if turn is None:
        raise StaleEdit(None)
    if text == turn.text:
        return [], {}
    if turn.version != typed.seen_version:
        raise StaleEdit(turn)
    if not text:
        raise CannotArrange("There are no words in this turn. Set it aside, or write some first.")
    return [SetText(key, turn.text, text)], {key: typed.seen_version}


def where(transcript: Transcript, key: str) -> str:
    """How an entry of the history names the place."""
    return transcript.where(key) if key in transcript else "the turn"


def label_of(speaker: str | None) -> str | None:
    """A speaker's label as it may be stored; None for nobody."""
    return (clean(speaker)[:200] if speaker else None) or None


def _same_sitting(locked: Interview, entry: int | None, key: str, by: User) -> EditRecord | None:
    """The newest entry, if the open form made it and nothing was done or published since."""
    last = locked.last_record() if entry is not None else None
    if last is None or last.number != entry or last.author_id != by.pk:
        return None
    if len(last.edits) != 1 or last.edits[0]["edit"] != SetText.__name__ or last.turns != {key}:
        return None
    if last.undoes_id or last.flag_id or locked.publications.filter(published_at__gt=last.made_at).exists():
        return None
    return last
