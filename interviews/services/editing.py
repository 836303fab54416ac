"""Editors change turns. Each change is one entry in the history; the interview wants a check afterwards."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from interviews.models import EditRecord, Interview, Turn
from interviews.services.errors import FixDoesNotFit, StaleEdit
from interviews.services.recording import record
from interviews.services.storing import lock
from interviews.text.cleaning import clean
from interviews.transcript.edits import Edit, EditConflict, Restore, SetAside, SetSpeaker, SetText

SET_ASIDE_BY_HAND = "set aside by an editor"


def edit_text(*, interview: Interview, key: str, text: str, seen_version: int, by: User) -> EditRecord | None:
    """Replace a turn's text; None where it was the same already.

    Raises StaleEdit when somebody else saved in between, UnsafeText for what cannot be stored; nothing is
    written then. An empty text sets the turn aside instead: nothing is deleted.
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
        where = before.where(key)
        edit: Edit = SetText(key, turn.text, text) if text else SetAside(key, SET_ASIDE_BY_HAND)
        label = f"Edited {where}" if text else f"Set {where} aside"
        return record(locked, [edit], by=by, label=label, seen={key: seen_version}, before=before)


def set_aside(*, interview: Interview, key: str, by: User) -> EditRecord:
    """Take a turn out of the text; it is kept. Raises FixDoesNotFit where that has been done already."""
    return _make(interview, SetAside(key, SET_ASIDE_BY_HAND), "Set {} aside", by)


def restore(*, interview: Interview, key: str, by: User) -> EditRecord:
    """Put a turn that was set aside back. Raises FixDoesNotFit where it stands in the text."""
    turn = Turn.objects.in_place().filter(interview=interview, key=key).first()
    return _make(interview, Restore(key, turn.aside if turn else ""), "Restored {}", by)


def give_to(*, interview: Interview, key: str, speaker: str | None, by: User) -> EditRecord:
    """Give a turn to somebody else, or to nobody. Raises FixDoesNotFit where the turn is gone."""
    transcript = interview.transcript()
    before = transcript[key].speaker if key in transcript else None
    name = clean(speaker)[:200] if speaker else None
    return _make(interview, SetSpeaker(key, before, name or None), f"Gave {{}} to {name or 'nobody'}", by)


def _make(interview: Interview, edit: Edit, label: str, by: User) -> EditRecord:
    """One edit of one turn, named in the label by its place."""
    key = getattr(edit, "turn", "")
    try:
        with transaction.atomic():
            locked = lock(interview.pk)
            before = locked.transcript()
            where = before.where(key) if key in before else "the turn"
            return record(locked, [edit], by=by, label=label.format(where), before=before)
    except EditConflict as conflict:
        raise FixDoesNotFit(f"Nothing was changed: {conflict}.") from conflict
