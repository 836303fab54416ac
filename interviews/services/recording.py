"""Every change goes through here: applied, stored and written into the history in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from interviews.models import EditRecord, Flag, Interview
from interviews.services.errors import FixDoesNotFit
from interviews.services.storing import lock, store
from interviews.transcript.codec import edit_to_data
from interviews.transcript.edits import Edit, EditConflict, MergeTurns, SetText, apply_all
from interviews.transcript.turns import Transcript

Settlement = tuple[int, str, str]  # flag, state before, state after


@dataclass(frozen=True, slots=True)
class Held:
    """An interview that is locked, and its transcript as it stands."""

    interview: Interview
    before: Transcript


@contextmanager
def held(interview: Interview) -> Iterator[Held]:
    """Nobody else writes in the interview until this ends; then all is stored, or nothing.

    Raises FixDoesNotFit where an edit does not fit what it finds.
    """
    try:
        with transaction.atomic():
            locked = lock(interview.pk)
            yield Held(locked, locked.transcript())
    except EditConflict as conflict:
        raise FixDoesNotFit(f"Nothing was changed: {conflict}.") from conflict


def record(
    interview: Interview,
    edits: Sequence[Edit],
    *,
    by: User | None,
    label: str,
    flag: Flag | None = None,
    settlements: Sequence[Settlement] = (),
    undoes: EditRecord | None = None,
    seen: Mapping[str, int] | None = None,
    before: Transcript | None = None,
) -> EditRecord:
    """Apply edits to an interview that the caller has locked, and write them down.

    ``before`` is its transcript, where the caller has read it under the lock already.
    Raises EditConflict where one does not fit, StaleEdit where a version in ``seen`` is older.
    """
    if edits:
        _store(interview, edits, before or interview.transcript(), seen or {})
    last = interview.last_record()
    return EditRecord.objects.create(
        interview=interview,
        number=last.number + 1 if last else 1,
        version=interview.version,
        author=by,
        label=label[:300],
        edits=[edit_to_data(edit) for edit in edits],
        settlements=[list(settlement) for settlement in settlements],
        flag=flag,
        undoes=undoes,
        is_undo=undoes is not None and not undoes.is_undo,
    )


def go_on(
    interview: Interview, entry: EditRecord, edit: SetText, *, seen: Mapping[str, int], before: Transcript
) -> EditRecord:
    """Write more words of the sitting that an entry was made in; the entry then tells of both.

    An entry is one decision. What a field saves by itself while somebody goes on writing is none: with an
    entry for each pause, a history is unreadable and undoing takes back a few letters at a time. Only the
    newest entry may be gone on with, so that the order of what was done stays true.
    """
    (first,) = entry.changes
    assert isinstance(first, SetText)
    _store(interview, [edit], before, seen)
    whole = SetText(edit.turn, first.before, edit.after)
    entry.edits, entry.version, entry.made_at = [edit_to_data(whole)], interview.version, timezone.now()
    entry.save(update_fields=["edits", "version", "made_at"])
    return entry


def _store(interview: Interview, edits: Sequence[Edit], before: Transcript, seen: Mapping[str, int]) -> None:
    joined = {edit.other.key: edit.turn for edit in edits if isinstance(edit, MergeTurns)}
    store(interview, before, apply_all(before, edits), joined=joined, seen=seen)
    Interview.objects.filter(pk=interview.pk).update(version=F("version") + 1, changed_at=timezone.now())
    interview.refresh_from_db(fields=["version", "changed_at"])
