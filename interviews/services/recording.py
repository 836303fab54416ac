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
from interviews.transcript.applying import apply_all
from interviews.transcript.codec import edit_to_data
from interviews.transcript.edits import Edit, EditConflict, MergeTurns
from interviews.transcript.turns import Transcript

Settlement = tuple[int, str, str]  # flag, state before, state after


@dataclass(frozen=True, slots=True)
class Held:
    """An interview that is locked, and its transcript as it stands; what was heard is read on demand."""

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
            yield Held(locked, locked.transcript(heard=True))
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


_BY_FORM = ("SetText", "SetSpeaker", "SetTimes")  # what a turn's open form saves by itself


def may_go_on(last: EditRecord, *, key: str, by: User) -> bool:
    """Whether the newest entry is this person's writing in this turn, and nothing was published since."""
    return (
        last.author_id == by.pk
        and last.turns == {key}
        and all(edit["edit"] in _BY_FORM for edit in last.edits)
        and last.undoes_id is None
        and last.flag_id is None
        and not last.interview.publications.filter(published_at__gt=last.made_at).exists()
    )


def go_on(
    interview: Interview,
    last: EditRecord,
    edits: Sequence[Edit],
    *,
    seen: Mapping[str, int],
    before: Transcript,
) -> EditRecord:
    """Write what was typed next in the form that has made the newest entry; the entry then tells of both.

    An entry is one decision. What a field saves by itself while somebody goes on writing is none: with an
    entry for each pause a history cannot be read, and undoing takes back a few letters at a time. Only the
    newest entry may go on, so that the order in which things were done stays true.
    """
    _store(interview, edits, before, seen)
    whole = {edit["edit"]: edit for edit in last.edits}
    for edit in map(edit_to_data, edits):
        known = whole.get(edit["edit"], edit)
        whole[edit["edit"]] = {**known, "after": edit["after"]}
    last.edits, last.version, last.made_at = list(whole.values()), interview.version, timezone.now()
    last.save(update_fields=["edits", "version", "made_at"])
    return last


def _store(interview: Interview, edits: Sequence[Edit], before: Transcript, seen: Mapping[str, int]) -> None:
    joined = {edit.other.key: edit.turn for edit in edits if isinstance(edit, MergeTurns)}
    store(interview, before, apply_all(before, edits), joined=joined, seen=seen)
    Interview.objects.filter(pk=interview.pk).update(version=F("version") + 1, changed_at=timezone.now())
    interview.refresh_from_db(fields=["version", "changed_at"])
