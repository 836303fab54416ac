"""Interviews are filed: under a series, and under topics. Whoever names one that is not there makes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from interviews.models import EditRecord, Interview, Series, Topic
from interviews.services.errors import CannotFile, StaleFiling
from interviews.services.recording import record
from interviews.services.storing import lock
from interviews.site.people import slug_of
from interviews.text.cleaning import UnsafeText, clean
from interviews.transcript.filing import LARGEST_NUMBER, LONGEST_NAME, MOST_TOPICS, Filing, folded, name, once

S = TypeVar("S", Series, Topic)
_TRIES = 5  # somebody else may make the same one, or take its address, at this moment


def file_under(
    *, interview: Interview, filing: Filing, by: User | None, seen: str | None = None
) -> EditRecord | None:
    """File an interview anew; None where it is filed so already. Names that are not known yet are made.

    ``seen`` is the mark of the filing that this one was made from. Raises StaleFiling where it is another by
    now, CannotFile for names that cannot be.
    """
    wanted = _sound(filing)
    with transaction.atomic():
        locked = lock(interview.pk)
        before = locked.filing()
        if seen is not None and seen != before.mark:
            raise StaleFiling(before)
        series, number, topics = shelves_for(wanted)
        now = Filing(series.name if series else "", number, tuple(sorted(one.name for one in topics)))
        if (now.series, now.number, set(now.topics)) == (before.series, before.number, set(before.topics)):
            return None
        put_on(locked, series, number, topics)
        return record(locked, [], by=by, label=f"Filed under: {now.said}")


def shelves_for(filing: Filing) -> tuple[Series | None, int | None, list[Topic]]:
    """The series, the number in it and the topics of a filing, made where they are not there.

    Raises CannotFile.
    """
    wanted = _sound(filing)
    series = found_or_made(Series, wanted.series)[0] if wanted.series else None
    topics = {topic.pk: topic for topic in (found_or_made(Topic, one)[0] for one in wanted.topics)}
    return series, wanted.number, list(topics.values())


def put_on(interview: Interview, series: Series | None, number: int | None, topics: Iterable[Topic]) -> None:
    """Write where an interview that the caller has locked is filed."""
    Interview.objects.filter(pk=interview.pk).update(
        series=series, series_number=number if series else None, changed_at=timezone.now()
    )
    interview.topics.set(topics)
    interview.refresh_from_db(fields=["series", "series_number", "changed_at"])


def found_or_made(kind: type[S], written: str) -> tuple[S, bool]:
    """The series or topic of that name, and whether it had to be made. Raises CannotFile."""
    wanted = sound_name(written)
    for left in reversed(range(_TRIES)):
        found: S | None = kind.objects.called(wanted)
        if found:
            return found, False
        try:
            with transaction.atomic():
                slug = _free_slug(kind, wanted)
                return kind.objects.create(name=wanted, folded=folded(wanted), slug=slug), True
        except IntegrityError:
            if not left:
                raise
    raise AssertionError


def taken_slugs(kind: type[Series] | type[Topic], but: int | None = None) -> set[str]:
    """The addresses that series or topics have, and those that readers may still follow."""
    taken: set[str] = set()
    for slug, earlier in kind.objects.exclude(pk=but).values_list("slug", "earlier"):
        taken |= {slug, *earlier}
    return taken


def frozen_filing(interview: Interview) -> dict[str, Any]:
    """Where an interview is filed, as ``Publication.filing`` keeps it; empty where it is nowhere."""
    told: dict[str, Any] = {}
    if interview.series:
        told["series"] = frozen_shelf(interview.series)
        told["number"] = interview.series_number
    topics = [frozen_shelf(one) for one in interview.topics.all()]
    return {**told, "topics": topics} if topics else told


def frozen_shelf(shelf: Series | Topic) -> dict[str, Any]:
    """One of them as publications keep it."""
    return {
        "id": shelf.pk,
        "name": shelf.name,
        "slug": shelf.slug,
        "about": shelf.description,
        "earlier": list(shelf.earlier),
    }


def _free_slug(kind: type[Series] | type[Topic], written: str) -> str:
    taken, base = taken_slugs(kind), slug_of(written)
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def _sound(filing: Filing) -> Filing:
    if filing.number is not None and not 1 <= filing.number <= LARGEST_NUMBER:
        raise CannotFile(f"The number of a part is one from 1 to {LARGEST_NUMBER}.")
    topics = once(filing.topics)
    if len(topics) > MOST_TOPICS:
        raise CannotFile(f"These are {len(topics)} topics; an interview has {MOST_TOPICS} at most.")
    series = sound_name(filing.series) if name(filing.series) else ""
    return Filing(series, filing.number if series else None, tuple(sound_name(one) for one in topics))


def sound_name(written: str) -> str:
    """A name as it is kept. Raises CannotFile for one that nobody could find again."""
    try:
        wanted = name(clean(written))
    except UnsafeText as unsafe:
        raise CannotFile(str(unsafe)) from unsafe
    if not slug_of(wanted):
        raise CannotFile(f"“{wanted}” is no name: it has no letter and no digit.")
    if len(wanted) > LONGEST_NAME:
        raise CannotFile(f"“{wanted[:40]} …” is too long for a name: {LONGEST_NAME} characters fit.")
    return wanted
