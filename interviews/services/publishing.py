"""An interview becomes a page: the gate, the frozen publication, and taking it back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from interviews.models import Flag, Interview, Publication
from interviews.services.accounting import account
from interviews.services.artefacts import Stored, hold_site, prepare_publication, release, withdraw
from interviews.services.checking import check_interview
from interviews.services.correcting import (
    Stated,
    checked,
    frozen,
    heading_since,
    keep,
    last_publication,
    to_state,
)
from interviews.services.embargoing import refuse_embargoed
from interviews.services.errors import AlreadyWithdrawn, NotReady
from interviews.services.filing import frozen_filing
from interviews.services.previewing import revoke_links
from interviews.services.recording import record
from interviews.services.storing import lock
from interviews.services.workflow import refuse_own_work
from interviews.site.pages import Page
from interviews.text.cleaning import clean
from interviews.text.grouping import by_looks
from interviews.transcript.tombstones import gone_since
from interviews.transcript.turns import Transcript, only_standing, transcript_to_data


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands between an interview and its readers."""

    errors: tuple[Flag, ...]
    warnings: tuple[Flag, ...]
    notices: tuple[Flag, ...]
    is_empty: bool

    @property
    def is_open(self) -> bool:
        """Nothing has to be settled; warnings may have to be acknowledged."""
        return not self.errors and not self.is_empty


def gate(interview: Interview) -> Gate:
    """What is open now; the interview is checked first where it changed since."""
    if interview.needs_check:
        check_interview(interview)
    flags = list(interview.flags.open().in_order_of_weight())
    errors, warnings, notices = (
        tuple(flag for flag in flags if flag.severity == severity)
        for severity in (Flag.Severity.ERROR, Flag.Severity.WARNING, Flag.Severity.NOTICE)
    )
    return Gate(errors, warnings, notices, is_empty=not interview.turns.said().exists())


def publish(
    *,
    interview: Interview,
    by: User,
    acknowledged: Collection[int] = (),
    override_reason: str = "",
    corrections: Sequence[Stated] = (),
) -> Publication:
    """Freeze the interview as it stands and let readers see it.

    ``acknowledged`` holds the ids of the warnings that the publisher has seen, ``corrections`` what readers
    are told of words that changed since the last publication. Raises NotReady while errors are open and no
    reason for an override is given, when a warning was not acknowledged, or when nothing is said of a changed
    turn; OwnWork where somebody else has to approve; UnderEmbargo for what is new to readers before its time.
    """
    _allow(interview, by, acknowledged, override_reason, corrections)
    ahead = _made_ahead(interview.pk, by, corrections)
    with transaction.atomic():
        locked = lock(interview.pk)
        found = _allow(locked, by, acknowledged, override_reason, corrections)
        hold_site()  # nothing that is public gets another name in between
        if ahead.seen != _seen(locked):
            ahead = _made_ahead(locked.pk, by, corrections)
        made = ahead.publication
        made.acknowledged = [flag.title for flag in found.warnings]
        made.override_reason = override_reason.strip() if found.errors else ""
        locked.publications.current().update(superseded_at=made.published_at)
        made.save(force_insert=True)
        keep(made, ahead.stated)
        release(made, ahead.files)
        locked.schedules.waiting().update(state="ended", ended_at=timezone.now())  # it is out
        Interview.objects.filter(pk=locked.pk).update(status=Interview.Status.PUBLISHED)
        record(locked, [], by=by, label=f"Published version {made.number}")
        return made


def refuse_unready(
    *,
    interview: Interview,
    by: User,
    acknowledged: Collection[int] = (),
    override_reason: str = "",
    corrections: Sequence[Stated] = (),
    at: datetime | None = None,
) -> None:
    """Raise what ``publish`` would raise now, but for an embargo that is over by ``at``. Publish nothing."""
    _allow(interview, by, acknowledged, override_reason, corrections, at)
    checked(corrections, to_state(last_publication(interview), interview, interview.transcript()))


def unpublish(*, interview: Interview, by: User, note: str = "", keep_links: bool = False) -> int:
    """Take the page away; its address answers 410, with a note for readers where there is one.

    A time at which it would go out again is taken back, and preview links end unless they are kept; how many
    ended. Raises AlreadyWithdrawn where none is public, UnsafeText for a note that cannot be shown.
    """
    note = clean(note)
    with transaction.atomic():
        locked = lock(interview.pk)
        ended = locked.publications.current().update(
            withdrawn_at=timezone.now(), withdrawn_by=by, withdrawn_note=note
        )
        if not ended:
            raise AlreadyWithdrawn("This interview is not public.")
        withdraw(locked.pk, note)
        locked.schedules.waiting().update(state="ended", ended_at=timezone.now())
        links = 0 if keep_links else revoke_links(interview=locked, by=by)
        Interview.objects.filter(pk=locked.pk).update(status=Interview.Status.WITHDRAWN)
        record(locked, [], by=by, label="Withdrew the page")
        return links


def _allow(
    interview: Interview,
    by: User,
    acknowledged: Collection[int],
    override_reason: str,
    corrections: Sequence[Stated],
    at: datetime | None = None,
) -> Gate:
    refuse_embargoed(interview, corrections, at)
    refuse_own_work(interview, by)
    found = gate(interview)
    _refuse_unready(found, acknowledged, override_reason)
    return found


@dataclass(frozen=True, slots=True)
class _Ahead:
    """A publication that has no row yet, its files, and the state of the interview that it is made of."""

    publication: Publication
    stated: list[Stated]
    files: list[Stored]
    seen: tuple[object, ...]


def _made_ahead(interview_id: int, by: User, corrections: Sequence[Stated]) -> _Ahead:
    """What takes long, done while nobody has to wait; ``seen`` shows whether something changed meanwhile."""
    interview = Interview.objects.get(pk=interview_id)
    seen = _seen(interview)
    transcript = interview.transcript()
    before = last_publication(interview)
    stated = checked(corrections, to_state(before, interview, transcript))
    made = _frozen(interview, transcript, before, stated)
    made.published_by = by
    return _Ahead(made, stated, prepare_publication(made), seen)


def _seen(interview: Interview) -> tuple[object, ...]:
    filing = frozen_filing(interview)  # somebody may give a series another name meanwhile
    return interview.version, interview.changed_at, interview.publications.count(), repr(filing)


def _frozen(
    interview: Interview, transcript: Transcript, before: Publication | None, stated: Sequence[Stated]
) -> Publication:
    told, now, number = account(interview, transcript), timezone.now(), before.number + 1 if before else 1
    standing, joined = only_standing(transcript), interview.turns.joined_keys()
    made = Publication(
        interview=interview,
        number=number,
        slug=interview.slug,
        title=interview.title,
        standfirst=interview.standfirst,
        language=interview.language,
        recorded_on=interview.recorded_on,
        transcript=transcript_to_data(standing),
        joined=joined,
        gone=_gone(before, standing, joined),
        changes=[*_heading(interview, transcript), *told.changes],
        filing=frozen_filing(interview),
        series_key=interview.series_id,
        corrections=frozen(stated, before=before, at=now, number=number),
        edited=told.edited,
        note=told.note,
        first_published_at=before.first_published_at if before else now,
        published_at=now,
    )
    made.summary = Page.of(made).summary
    return made


def _heading(interview: Interview, transcript: Transcript) -> list[dict[str, Any]]:
    """How title, standfirst and names differ from those that readers got first, as data."""
    first = interview.publications.order_by("number").first()
    changes = heading_since(first, interview, transcript) if first else []
    return [{**one.to_data(), "group": by_looks(one.sort, one.before, one.after).value} for one in changes]


def _gone(before: Publication | None, now: Transcript, joined: Mapping[str, str]) -> list[list[str | None]]:
    """What readers had once and have no longer, as data."""
    if before is None:
        return []
    had = [turn.key for turn in before.text]
    return [one.to_data() for one in gone_since(had, before.tombstones, now, joined)]


def _refuse_unready(found: Gate, acknowledged: Collection[int], override_reason: str) -> None:
    if found.is_empty:
        raise NotReady("There is nothing to publish: every turn is set aside.")
    if found.errors and not override_reason.strip():
        count = len(found.errors)
        raise NotReady(
            f"{count} {'error is' if count == 1 else 'errors are'} still open. "
            "Settle them, or say why the interview goes out all the same."
        )
    unseen = [flag for flag in found.warnings if flag.pk not in acknowledged]
    if unseen:
        raise NotReady(f"A warning was not acknowledged: {unseen[0].title}.")
