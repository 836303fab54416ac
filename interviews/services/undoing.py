"""What somebody did is taken back, and done again: without end, one step at a time."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from interviews.models import EditRecord, Flag, Interview
from interviews.models.edit_record import EditRecordQuerySet
from interviews.people import name_of
from interviews.services.errors import CannotRedo, CannotUndo, NothingToRedo, NothingToUndo
from interviews.services.recording import Settlement, record
from interviews.services.storing import lock
from interviews.transcript.applying import apply_all
from interviews.transcript.edits import EditConflict

_TRIED = 50  # older changes that are looked at for one that has nothing in its way
_LOOKED_AT = 200  # newer ones that may be what is in the way


def undo(*, interview: Interview, by: User) -> EditRecord:
    """Take back the last thing that this person did here, by adding its inverse to the history.

    Raises NothingToUndo, or CannotUndo when somebody changed the same words afterwards: it names what is in
    the way, and the next older change that could be taken back instead. Nothing is skipped silently.
    """
    with transaction.atomic():
        locked = lock(interview.pk)
        own = locked.records.to_undo(by)
        last = own.first()
        if last is None:
            raise NothingToUndo
        try:
            return _take_back(locked, last, by, f"Undo: {last.said}")
        except (EditConflict, CannotUndo) as reason:
            why = f"“{last.said}” cannot be undone any more{_because(reason, locked, last)}"
        instead = _older(locked, last, own)
        raise CannotUndo(
            why if instead else f"{why} There is nothing older of yours to undo.", instead=instead
        )


def redo(*, interview: Interview, by: User) -> EditRecord:
    """Do again what this person took back last, as long as they did nothing else since.

    Raises NothingToRedo, or CannotRedo when somebody changed the same words meanwhile: as ``undo`` does, it
    names what is in the way, and what could be done again instead.
    """
    with transaction.atomic():
        locked = lock(interview.pk)
        own = locked.records.to_redo(by)
        last = own.first()
        if last is None:
            raise NothingToRedo
        try:
            return _do_again(locked, last, by)
        except CannotRedo as refusal:
            why, instead = str(refusal), _older(locked, last, own)
        raise CannotRedo(
            why if instead else f"{why} There is nothing older that you took back.", instead=instead
        )


def do_again(*, interview: Interview, number: int, by: User) -> EditRecord:
    """Do one thing again that this person took back, whatever they took back after it.

    ``number`` is that of the undo. Raises CannotRedo when its words were changed since, or when it is none.
    """
    with transaction.atomic():
        locked = lock(interview.pk)
        found = locked.records.to_redo(by).filter(number=number).first()
        if found is None:
            raise CannotRedo("This has been done again already, or is nothing that could be.")
        return _do_again(locked, found, by)


def _do_again(locked: Interview, taken_back: EditRecord, by: User) -> EditRecord:
    try:
        return _take_back(locked, taken_back, by, f"Redo: {taken_back.said}")
    except (EditConflict, CannotUndo) as reason:
        why = f"“{taken_back.said}” cannot be done again{_because(reason, locked, taken_back)}"
    raise CannotRedo(why)


def _because(reason: Exception, locked: Interview, last: EditRecord) -> str:
    if isinstance(reason, CannotUndo):  # words were erased
        return f". {reason}"
    return f": {reason}.{_in_the_way(locked, last)}"


def _in_the_way(locked: Interview, last: EditRecord) -> str:
    """A sentence on who else came to the same turns afterwards, where that is known."""
    later = locked.records.in_force().filter(number__gt=last.number).exclude(author=last.author)
    later = later.select_related("author")
    for other in later.order_by("-number")[:_LOOKED_AT]:
        if not (other.turns.isdisjoint(last.turns) and other.described.isdisjoint(last.described)):
            return f" {name_of(other.author)} came after you: “{other.said}”."
    return ""


def _older(locked: Interview, last: EditRecord, own: EditRecordQuerySet) -> EditRecord | None:
    """The newest of these before that one which could be taken back as things stand."""
    now = locked.transcript()
    erasures = list(locked.erasures.all())
    for one in own.filter(number__lt=last.number)[:_TRIED]:
        if any(erasure.record > one.number and erasure.concerns(one.turns) for erasure in erasures):
            continue
        try:
            apply_all(now, one.inverses)
        except EditConflict:
            continue
        return one
    return None


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
