"""What somebody did is taken back, and done again: without end, one step at a time."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from interviews.models import EditRecord, Flag, Interview
from interviews.services.errors import CannotRedo, CannotUndo, NothingToRedo, NothingToUndo
from interviews.services.recording import Settlement, record
from interviews.services.storing import lock
from interviews.transcript.edits import EditConflict


def undo(*, interview: Interview, by: User) -> EditRecord:
    """Take back the last thing that this person did here, by adding its inverse to the history.

    Raises NothingToUndo, or CannotUndo when somebody changed the same words afterwards.
    """
    try:
        with transaction.atomic():
            locked = lock(interview.pk)
            last = locked.records.in_force().filter(author=by).order_by("-number").first()
            if last is None:
                raise NothingToUndo
            return _take_back(locked, last, by, f"Undo: {last.said}")
    except EditConflict as conflict:
        raise CannotUndo(f"This cannot be undone any more: {conflict}.") from conflict


def take_back(*, interview: Interview, number: int, by: User) -> EditRecord:
    """Take back one thing out of the history, whoever did it and whatever came after it.

    Raises CannotUndo when its words were changed since, or when it is not in force any more.
    """
    try:
        with transaction.atomic():
            locked = lock(interview.pk)
            found = locked.records.in_force().filter(number=number).first()
            if found is None:
                raise CannotUndo("This has been taken back already, or is nothing that could be.")
            return _take_back(locked, found, by, f"Undo: {found.said}")
    except EditConflict as conflict:
        raise CannotUndo(f"This cannot be taken back any more: {conflict}.") from conflict


def redo(*, interview: Interview, by: User) -> EditRecord:
    """Do again what this person took back last, as long as they did nothing else since.

    Raises NothingToRedo, or CannotRedo when somebody changed the same words meanwhile.
    """
    try:
        with transaction.atomic():
            locked = lock(interview.pk)
            own = locked.records.filter(author=by)
            last = own.taken_back().order_by("-number").first()
            if last is None or own.in_force().filter(undoes=None, number__gt=last.number).exists():
                raise NothingToRedo
            return _take_back(locked, last, by, f"Redo: {last.said}")
    except EditConflict as conflict:
        raise CannotRedo(f"This cannot be done again: {conflict}.") from conflict


def _take_back(locked: Interview, last: EditRecord, by: User, label: str) -> EditRecord:
    if any(erasure.concerns(last.turns) for erasure in locked.erasures.since(last.number)):
        raise CannotUndo(
            "Words of this turn were erased for legal reasons since. What was done to it before that stays."
        )
    settlements = [_return(settlement, last, by) for settlement in reversed(last.settlements)]
    return record(
        locked,
        last.inverses,
        by=by,
        label=label,
        flag=last.flag,
        settlements=settlements,
        undoes=last,
    )


def _return(settlement: Settlement, last: EditRecord, by: User) -> Settlement:
    """Give a flag back the state that it had."""
    pk, before, after = settlement
    is_settled = before in (Flag.State.FIXED, Flag.State.DISMISSED)
    Flag.objects.filter(pk=pk, state=after).update(
        state=before,
        settled_by=by if is_settled else None,
        settled_at=timezone.now() if is_settled else None,
        note=last.said[:300] if is_settled else "",
    )
    return pk, after, before
