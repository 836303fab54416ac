"""Any state that an interview was ever in can be looked at, and brought back: turns of it, or all of it."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import User
from django.db import transaction

from interviews.models import EditRecord, Interview
from interviews.services.errors import CannotRestore
from interviews.services.recording import record
from interviews.services.storing import lock
from interviews.transcript.applying import apply_all
from interviews.transcript.edits import Edit, EditConflict
from interviews.transcript.restoring import as_they_were
from interviews.transcript.turns import Transcript

IMPORTED = 0  # the number of the state that was read from the file


def state(interview: Interview, number: int, now: Transcript | None = None) -> Transcript:
    """The transcript right after the record with that number; 0 is the import. One query, and two for now."""
    return apply_all(now or interview.transcript(), _way_back(interview, number))


def restore_state(*, interview: Interview, number: int, seen_version: int, by: User) -> EditRecord:
    """Bring the whole transcript back to what it was then; one undo takes it back.

    Raises CannotRestore when somebody changed it since ``seen_version``, or when nothing differs.
    """
    with transaction.atomic():
        locked = _locked(interview, seen_version)
        edits = _way_back(locked, number)
        before = locked.transcript()
        if apply_all(before, edits) == before:
            raise CannotRestore("Nothing differs from that state.")
        return record(locked, edits, by=by, label=f"Brought back {_named(locked, number)}", before=before)


def restore_turns(
    *, interview: Interview, number: int, keys: Collection[str], seen_version: int, by: User
) -> EditRecord:
    """Bring single turns back to what they were then; the others stay. Raises CannotRestore as above, and
    for a turn that was split, joined or inserted in between."""
    with transaction.atomic():
        locked = _locked(interview, seen_version)
        before = locked.transcript()
        try:
            edits = as_they_were(before, state(locked, number, before), keys)
        except EditConflict as conflict:
            raise CannotRestore(
                f"Nothing was changed: {conflict}. Bring back the whole state instead."
            ) from conflict
        if not edits:
            raise CannotRestore("No turn was chosen that differs from that state.")
        where = before.where(next(iter(keys))) if len(keys) == 1 else f"{len(keys)} turns"
        label = f"Brought back {where} from {_named(locked, number)}"
        return record(locked, edits, by=by, label=label, before=before)


def _locked(interview: Interview, seen_version: int) -> Interview:
    locked = lock(interview.pk)
    if locked.version != seen_version:
        raise CannotRestore("Somebody changed the interview meanwhile. Look at the difference once more.")
    return locked


def _way_back(interview: Interview, number: int) -> list[Edit]:
    """Every record since taken back, the newest first."""
    since = interview.records.touching_text().filter(number__gt=number).order_by("-number")
    return [edit for record in since for edit in record.inverses]


def _named(interview: Interview, number: int) -> str:
    if number == IMPORTED:
        return "the transcript as it was imported"
    return f"state {number}, after “{interview.records.get(number=number).label}”"
