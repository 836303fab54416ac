"""Editors settle flags: with a fix, or as not a problem."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from interviews.detectors.base import Fix
from interviews.models import EditRecord, Flag
from interviews.services.checking import check_interview
from interviews.services.errors import AlreadySettled, FixDoesNotFit, NotDismissed
from interviews.services.recording import Settlement, record
from interviews.services.storing import lock
from interviews.transcript.edits import EditConflict, SetAside

OPEN, FIXED, DISMISSED = Flag.State.OPEN, Flag.State.FIXED, Flag.State.DISMISSED


def settle_flag(*, flag: Flag, fix: int, by: User) -> EditRecord:
    """Apply one of a flag's fixes, counted from 0.

    Raises AlreadySettled, or FixDoesNotFit when the words have changed meanwhile or there is no such fix.
    """
    chosen = _current_fix(flag, fix)
    try:
        with transaction.atomic():
            locked = lock(flag.interview_id)
            # A fix without edits decides to keep things as they are; found again, it stays decided.
            state = FIXED if chosen.edits else DISMISSED
            settlements = [close(flag, state, by, note=chosen.label)]
            settlements += [
                close(part, DISMISSED, by, note="Kept, as decided for the whole.")
                for part in flag.parts.open().filter(kind__in=chosen.keeps)
            ]
            settlements += [close(twin, FIXED, by, note=chosen.label) for twin in _mended_with(flag, chosen)]
            label = chosen.label
            made = record(locked, chosen.edits, by=by, label=label, flag=flag, settlements=settlements)
            close_what_went(made, by)
            return made
    except EditConflict as conflict:
        raise FixDoesNotFit(f"Nothing was changed: {conflict}.") from conflict


def _mended_with(flag: Flag, fix: Fix) -> list[Flag]:
    """The other open flags of its kind that are offered the very same fix, such as “Repair 2 words”."""
    others = flag.interview.flags.open().filter(kind=flag.kind).exclude(pk=flag.pk) if fix.edits else ()
    return [other for other in others if fix.to_data() in other.fixes]


def _current_fix(flag: Flag, number: int) -> Fix:
    """The fix that was offered, as it reads after the changes since: another may have touched the turn."""
    if not 0 <= number < len(flag.fixes):
        raise FixDoesNotFit("This flag has no such fix.")
    offered = flag.fixes[number]["label"]
    if flag.interview.needs_check:
        check_interview(flag.interview)
        flag.refresh_from_db()
    now = next((fix for fix in flag.fixes if fix["label"] == offered), None)
    if now is None:
        raise FixDoesNotFit("The words have changed meanwhile, and this fix does not fit them any more.")
    return Fix.from_data(now)


def dismiss_flag(*, flag: Flag, by: User, note: str = "") -> EditRecord:
    """Say that a flag is not a problem. Its parts stay open as flags of their own. Raises AlreadySettled."""
    with transaction.atomic():
        locked = lock(flag.interview_id)
        settlements = [close(flag, DISMISSED, by, note=note)]
        return record(
            locked, [], by=by, label=f"Not a problem: {flag.title}", flag=flag, settlements=settlements
        )


def reopen_flag(*, flag: Flag, by: User) -> EditRecord:
    """Put a flag that was dismissed back into the queue. Raises NotDismissed where it is in another state."""
    with transaction.atomic():
        locked = lock(flag.interview_id)
        changed = Flag.objects.filter(pk=flag.pk, state=DISMISSED).update(
            state=OPEN, settled_by=None, settled_at=None, note=""
        )
        if not changed:
            raise NotDismissed(flag)
        settlement = (flag.pk, DISMISSED.value, OPEN.value)
        return record(
            locked, [], by=by, label=f"Opened again: {flag.title}", flag=flag, settlements=[settlement]
        )


def close(flag: Flag, state: Flag.State, by: User, *, note: str) -> Settlement:
    """Settle one open flag. Raises AlreadySettled when it is not open any more."""
    changed = Flag.objects.filter(pk=flag.pk, state=OPEN).update(
        state=state, settled_by=by, settled_at=timezone.now(), note=note[:300]
    )
    if not changed:
        raise AlreadySettled(flag)
    return flag.pk, OPEN.value, state.value


def close_what_went(made: EditRecord, by: User) -> None:
    """Flags whose every passage was set aside with this record are settled by it; no check has to say so."""
    aside = {edit.turn for edit in made.changes if isinstance(edit, SetAside)}
    if not aside:
        return
    open_flags = Flag.objects.open().filter(interview=made.interview)
    went = [flag for flag in open_flags if {passage.turn for passage in flag.own_passages} <= aside]
    made.settlements += [list(close(flag, FIXED, by, note=made.label)) for flag in went]
    made.save(update_fields=["settlements"])
