"""A file comes a second time, for an interview that was edited since: suggestions, and what is taken over."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from django.contrib.auth.models import User
from django.db import transaction

from interviews.formats.answers import answered
from interviews.formats.base import Reading
from interviews.formats.overruling import Overruled
from interviews.formats.reading import read
from interviews.models import EditRecord, Interview
from interviews.models.turn import new_key
from interviews.services.errors import StaleRenewal
from interviews.services.importing import keep_source
from interviews.services.recording import record
from interviews.services.restoring import IMPORTED, state
from interviews.services.storing import lock
from interviews.text.renewing import Renewal, renewal
from interviews.transcript.edits import Edit, InsertTurn


def read_like(*, interview: Interview, data: bytes, name: str) -> Reading:
    """A file as it tells, with what was overruled when one of its format was brought for the interview last:
    names that a recogniser gives come again, and so does what a person made of them. An encoding that was
    chosen is not that of a file in Unicode. Raises ImportProblem."""
    reading = read(data, name=name)
    kept = interview.sources.filter(format_id=reading.format_id).only("options").first()
    if not kept or not kept.options:
        return reading
    overruled = Overruled.from_data(kept.options)
    if reading.encoding.startswith("utf-"):
        overruled = replace(overruled, encoding=None)
    return overruled.read(data, name=name)


def compare_again(
    *, interview: Interview, reading: Reading, answers: Mapping[str, int] | None = None
) -> Renewal:
    """What the file says otherwise. Raises KeyError and IndexError as ``answered`` does."""
    now = interview.transcript()
    return renewal(state(interview, IMPORTED, now), now, answered(reading, answers or {}), key=new_key)


def take_over(
    *,
    interview: Interview,
    reading: Reading,
    data: bytes,
    name: str,
    chosen: Collection[str],
    seen_version: int,
    by: User,
    answers: Mapping[str, int] | None = None,
) -> EditRecord | None:
    """Keep the file with the interview, and take over the suggestions that are named, with one undo.

    None where nothing was chosen. What was settled stays settled. Raises StaleRenewal when somebody changed
    the interview since ``seen_version``.
    """
    with transaction.atomic():
        locked = lock(interview.pk)
        if locked.version != seen_version:
            raise StaleRenewal
        told = compare_again(interview=locked, reading=reading, answers=answers)
        edits, made = _chosen(told, chosen)
        keep_source(locked, reading, {**told.same, **made}, data=data, name=name, by=by)
        if not edits:
            return None
        count = sum(one.id in chosen for one in told.suggestions)
        label = f"Took over {count} {'change' if count == 1 else 'changes'} from “{name or 'pasted text'}”"
        return record(locked, edits, by=by, label=label)


def _chosen(told: Renewal, chosen: Collection[str]) -> tuple[list[Edit], dict[str, str]]:
    """The edits of what was chosen, and the keys of new turns by those of the file.

    A new turn that was to stand behind one that was not taken stands behind the one before that.
    """
    edits: list[Edit] = []
    made: dict[str, str] = {}
    instead: dict[str, str | None] = {}
    for one in told.suggestions:
        for edit in one.edits:
            if isinstance(edit, InsertTurn):
                after = edit.after
                while after in instead:
                    after = instead[after]
                if one.id not in chosen:
                    instead[edit.new.key] = after
                    continue
                made[one.id.removeprefix("new-")] = edit.new.key
                edits.append(replace(edit, after=after))
            elif one.id in chosen:
                edits.append(edit)
    return edits, made
