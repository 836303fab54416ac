"""An interview on its way from a draft to its readers: whose it is, by when, and who says that it is ready.

Each step is an entry in the history without edits; an undo passes it by, since it has a step of its own that
leads back.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.formats import date_format

from interviews.models import EditRecord, Interview
from interviews.moments import in_words
from interviews.people import name_of
from interviews.permissions import needs_another
from interviews.services.errors import NotNow, OwnWork
from interviews.services.recording import record
from interviews.services.storing import lock
from interviews.text.cleaning import clean

Status = Interview.Status


def send_to_review(*, interview: Interview, by: User) -> EditRecord:
    """Hand a draft over to whoever approves. Raises NotNow for what is no draft."""
    with transaction.atomic():
        locked = lock(interview.pk)
        _move(locked, [Status.DRAFT], Status.IN_REVIEW, sent_by=by)
        return record(locked, [], by=by, label="Sent to review")


def mark_ready(*, interview: Interview, by: User) -> EditRecord:
    """Say that an interview in review may go out as it reads now.

    Raises NotNow for what is not in review, OwnWork where FOUR_EYES is set and it is this person's own.
    """
    with transaction.atomic():
        locked = lock(interview.pk)
        refuse_own_work(locked, by)
        _move(locked, [Status.IN_REVIEW], Status.READY, approved_by=by, approved_version=locked.version)
        return record(locked, [], by=by, label="Marked ready")


def send_back(*, interview: Interview, by: User, why: str = "") -> EditRecord:
    """Make a draft again of what is in review, ready or withdrawn.

    Raises NotNow for anything else, UnsafeText for a reason that cannot be stored.
    """
    why = clean(why)
    label = f"Sent back to draft: {why}" if why else "Sent back to draft"
    with transaction.atomic():
        locked = lock(interview.pk)
        before = [Status.IN_REVIEW, Status.READY, Status.WITHDRAWN]
        _move(locked, before, Status.DRAFT, approved_by=None, approved_version=None)
        return record(locked, [], by=by, label=label)


def assign(*, interview: Interview, to: User | None, by: User) -> EditRecord | None:
    """Say whose work an interview is; None where it was theirs already."""
    label = f"Assigned to {name_of(to)}" if to else "Assigned to nobody"
    return _put(interview, "assignee_id", to.pk if to else None, by=by, label=label)


def set_due(*, interview: Interview, due_on: date | None, by: User) -> EditRecord | None:
    """Say by when an interview should be done; None where that was the date already."""
    label = f"Due on {date_format(due_on, 'j F Y')}" if due_on else "Due on no date"
    return _put(interview, "due_on", due_on, by=by, label=label)


def set_embargo(*, interview: Interview, until: datetime | None, by: User) -> EditRecord | None:
    """Promise that nothing goes out before a time (aware); None where that was so already.

    What is public already stays, and is corrected: see ``embargoing``.
    """
    label = f"Under embargo until {in_words(until)}" if until else "Under no embargo"
    return _put(interview, "embargo_until", until, by=by, label=label)


def refuse_own_work(interview: Interview, by: User) -> None:
    """Raises OwnWork where somebody else has to approve."""
    if needs_another(by, interview):
        raise OwnWork


def _put(interview: Interview, field: str, value: object, *, by: User, label: str) -> EditRecord | None:
    """Write one column and an entry in the history; None where it held the value already."""
    with transaction.atomic():
        locked = lock(interview.pk)
        if getattr(locked, field) == value:
            return None
        Interview.objects.filter(pk=locked.pk).update(**{field: value})
        return record(locked, [], by=by, label=label)


def _move(interview: Interview, before: Collection[Status], after: Status, **also: Any) -> None:
    if not Interview.objects.filter(pk=interview.pk, status__in=before).update(status=after, **also):
        raise NotNow(interview)
