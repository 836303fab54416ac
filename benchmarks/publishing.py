"""What publishing and exporting take: one long interview, and one change in a site of a thousand."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from django.contrib.auth.models import User
from django.utils import timezone

from benchmarks.talk import an_interview
from interviews.models import Interview, Publication, Turn
from interviews.services.artefacts import rebuild
from interviews.services.correcting import Stated
from interviews.services.editing import edit_text
from interviews.services.publishing import gate, publish
from interviews.site.artefacts import Site
from interviews.site.exporting import Outcome, export, stored
from interviews.site.quote_bundles import quote_bundles

LONG = 1500  # turns
MANY = 1000  # interviews
SHORT = 20  # turns of each


def published(turns: int, by: User) -> Publication:
    """An interview of that length, public."""
    return _publish(an_interview(turns, by), by)


def measure(folder: Path) -> None:
    """Print how long each step takes, in seconds."""
    alice = User.objects.get()
    first = published(SHORT, alice)  # a site has its icons, and a server its modules
    for told, long in (
        ("", an_interview(LONG, alice)),
        (" that all have times", _timed(an_interview(LONG, alice, "Timed"))),
    ):
        gate(long)
        start, spent = time.perf_counter(), time.process_time()
        _publish(long, alice)
        spent = time.process_time() - spent
        _told(f"publishing an interview of {LONG} turns{told} ({spent:.2f} s of CPU)", start, 1.0)
    _copy(first, MANY)
    start = time.perf_counter()
    rebuild(anew=False)
    _told(f"making the pages of {MANY} more", start)
    site = folder / "thousand"
    start = time.perf_counter()
    whole = _exported(site)
    _told(f"exporting all of it, {len(whole.written)} files", start)
    interview = first.interview
    turn = interview.turns.in_place()[0]
    edit_text(
        interview=interview, key=turn.key, text=f"{turn.text} Now?", seen_version=turn.version, by=alice
    )
    gate(interview)
    start = time.perf_counter()
    _publish(interview, alice, [Stated("typo", turns=(turn.key,))])
    _told(f"publishing one change among {MANY}", start, 1.0)
    start = time.perf_counter()
    again = _exported(site)
    _told(f"exporting that change, {len(again.written)} files written", start, 2.0)
    for name in again.written:
        print(f"       {name}")


def _exported(site: Path) -> Outcome:
    return export(site, stored(), quote_bundles(Site.of_settings()), compressed=True)


def _publish(interview: Interview, by: User, stated: Sequence[Stated] = ()) -> Publication:
    warnings = [flag.pk for flag in gate(interview).warnings]
    return publish(
        interview=interview, by=by, acknowledged=warnings, override_reason="Measured.", corrections=stated
    )


def _timed(interview: Interview) -> Interview:
    """The same with a time for each turn, at the pace of talk."""
    turns, at = list(interview.turns.in_place()), 0
    for turn in turns:
        turn.start_ms, at = at, at + 60 * len(turn.text)
        turn.end_ms = at - 200
    Turn.objects.bulk_update(turns, ["start_ms", "end_ms"], batch_size=200)
    return interview


def _copy(publication: Publication, number: int) -> None:
    """The same interview under other addresses: its words are not what is measured."""
    interviews = Interview.objects.bulk_create(
        Interview(title=f"Talk {one}", slug=f"talk-{one}", status=Interview.Status.PUBLISHED)
        for one in range(number)
    )
    now = timezone.now()
    Publication.objects.bulk_create(
        Publication(
            interview=interview,
            number=1,
            slug=interview.slug,
            title=interview.title,
            language="en",
            transcript=publication.transcript,
            summary=publication.summary,
            first_published_at=now - timedelta(hours=one + 1),
            published_at=now - timedelta(hours=one + 1),
        )
        for one, interview in enumerate(interviews)
    )


def _told(name: str, start: float, most: float | None = None) -> None:
    took = time.perf_counter() - start
    held = "" if most is None else "held  " if took < most else "MISSED"
    print(f"{held:<6} {took:6.2f} s{f' of {most:.0f}' if most else '':<5} {name}", flush=True)
