"""An interview goes out at a time that somebody has set; who looks after it may be asleep by then."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from interviews.models import Interview, ScheduledPublication
from interviews.moments import in_words
from interviews.permissions import can_publish
from interviews.services.correcting import Stated
from interviews.services.errors import CannotSchedule, Refused
from interviews.services.publishing import publish, refuse_unready
from interviews.services.recording import record
from interviews.services.storing import lock

State = ScheduledPublication.State
logger = logging.getLogger(__name__)


def schedule(
    *,
    interview: Interview,
    at: datetime,
    by: User,
    acknowledged: Collection[int] = (),
    override_reason: str = "",
    corrections: Sequence[Stated] = (),
) -> ScheduledPublication:
    """Publish at that time (aware) what stands then, instead of any earlier appointment.

    Raises CannotSchedule for a time that has passed, and all that ``publish`` raises: what could not go out
    now is not promised.
    """
    if at <= timezone.now():
        raise CannotSchedule("This time has passed. Choose a later one, or publish now.")
    refuse_unready(
        interview=interview,
        by=by,
        acknowledged=acknowledged,
        override_reason=override_reason,
        corrections=corrections,
        at=at,
    )
    with transaction.atomic():
        locked = lock(interview.pk)
        _end(locked)
        made = ScheduledPublication.objects.create(
            interview=locked,
            at=at,
            acknowledged=sorted(acknowledged),
            override_reason=override_reason,
            corrections=[one.to_data() for one in corrections],
            made_by=by,
        )
        record(locked, [], by=by, label=f"Set to be published on {in_words(at)}")
        return made


def unschedule(*, interview: Interview, by: User) -> None:
    """Take the appointment back, or the notice that it failed. Raises CannotSchedule where there is none."""
    with transaction.atomic():
        locked = lock(interview.pk)
        if not _end(locked):
            raise CannotSchedule("This interview is not set to be published any more.")
        record(locked, [], by=by, label="Took back the time of publishing")


def publish_due(now: datetime | None = None) -> list[ScheduledPublication]:
    """Publish what is due, each in a transaction of its own; what was tried, with how it ended.

    Two processes at a time publish nothing twice. What cannot go out as it is stays as it is, and says why.
    """
    now = now or timezone.now()
    tried = []
    for pk in list(ScheduledPublication.objects.due(now).values_list("pk", flat=True)):
        problem = _try(pk, now)
        if problem is None:
            continue
        if problem:
            ScheduledPublication.objects.waiting().filter(pk=pk).update(
                state=State.FAILED, problem=problem, ended_at=timezone.now()
            )
        tried.append(ScheduledPublication.objects.select_related("interview").get(pk=pk))
    return tried


def _try(pk: int, now: datetime) -> str | None:
    """Publish one; the sentence that says why not, or None where somebody else was faster."""
    try:
        with transaction.atomic():
            mine = ScheduledPublication.objects.due(now).filter(pk=pk)
            if not mine.update(state=State.DONE, ended_at=timezone.now()):
                return None
            found = ScheduledPublication.objects.select_related("interview", "made_by").get(pk=pk)
            by = found.made_by
            if by is None or not by.is_active or not can_publish(by):
                raise CannotSchedule("Whoever set the time may not publish any more.")
            publish(
                interview=found.interview,
                by=by,
                acknowledged=found.acknowledged,
                override_reason=found.override_reason,
                corrections=[Stated.from_data(one) for one in found.corrections],
            )
    except Refused as refusal:
        return str(refusal)
    except Exception:  # the next one is not to wait because this one met a fault
        logger.exception("The scheduled publication %s failed", pk)
        return "The program met a fault while it published. It is written in the log."
    return ""


def _end(interview: Interview) -> int:
    open_ones = interview.schedules.filter(state__in=[State.WAITING, State.FAILED])
    return open_ones.update(state=State.ENDED, ended_at=timezone.now())
