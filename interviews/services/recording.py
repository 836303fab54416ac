"""Every change goes through here: applied, stored and written into the history in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.contrib.auth.models import User
from django.db.models import F
from django.utils import timezone

from interviews.models import EditRecord, Flag, Interview
from interviews.services.storing import store
from interviews.transcript.codec import edit_to_data
from interviews.transcript.edits import Edit, MergeTurns, apply_all
from interviews.transcript.turns import Transcript

Settlement = tuple[int, str, str]  # flag, state before, state after


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
        before = before or interview.transcript()
        joined = {edit.other.key: edit.turn for edit in edits if isinstance(edit, MergeTurns)}
        store(interview, before, apply_all(before, edits), joined=joined, seen=seen or {})
        Interview.objects.filter(pk=interview.pk).update(version=F("version") + 1, changed_at=timezone.now())
        interview.refresh_from_db(fields=["version", "changed_at"])
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
