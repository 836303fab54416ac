"""Public files: rendered and stored ahead, then made public in one transaction.

Bytes are stored under names made of themselves, which nobody reads until a row of ``Artefact`` names them. So
whatever is stopped where, readers see the old or the new.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from interviews.models.artefact import Artefact, ArtefactQuerySet
from interviews.models.publication import Publication, put_in_place
from interviews.site.artefacts import Planned, Site
from interviews.site.bodies import name_of, names, put, store
from interviews.site.builders import interview as page
from interviews.site.builders.withdrawn import notice
from interviews.site.building import files_of, files_of_the_site
from interviews.site.compressing import encoded

_SITE_LOCK = 6_104_371  # of PostgreSQL's advisory locks: a number of our own
_HANDS = 2
_FIELDS = ("digest", "media_type", "encodings", "size", "status", "headers", "fingerprint", "publication")


@dataclass(frozen=True, slots=True)
class Stored:
    """A file whose bytes are in storage under ``bodies``' names, and public nowhere yet."""

    planned: Planned
    fingerprint: str
    digest: str
    size: int
    encodings: str
    bodies: Mapping[str, bytes]

    def row(self, publication: Publication | None) -> Artefact:
        return Artefact(
            path=self.planned.path,
            digest=self.digest,
            media_type=self.planned.media_type,
            encodings=self.encodings,
            size=self.size,
            status=self.planned.status,
            headers=dict(self.planned.headers),
            fingerprint=self.fingerprint,
            publication=publication,
        )


def prepare(site: Site, planned: Iterable[Planned], *, lasting: bool = True) -> list[Stored]:
    """Render, compress and store. Takes its time, and needs no transaction.

    While one file is rendered, others are compressed and written, which leaves Python free.
    """
    with ThreadPoolExecutor(_HANDS) as pool:
        made = [pool.submit(_packed, site, one, one.body(site), lasting=lasting) for one in planned]
        return [one.result() for one in made]


def _packed(site: Site, planned: Planned, body: bytes, *, lasting: bool) -> Stored:
    digest = hashlib.sha256(body).hexdigest()
    forms = encoded(body, planned.media_type, lasting=lasting and not planned.quick)
    bodies = {name_of(digest, encoding): form for encoding, form in {"": body, **forms}.items()}
    put(bodies)
    return Stored(planned, planned.fingerprint(site), digest, len(body), " ".join(forms), bodies)


def prepare_publication(publication: Publication) -> list[Stored]:
    """The files of a publication, which need not have a row yet."""
    site = Site.of_settings()
    return prepare(site, files_of(site, publication))


def release(publication: Publication, stored: Sequence[Stored]) -> None:
    """Make a publication's files public instead of those of the interview's earlier ones.

    Within the transaction that stores the publication. What tells of all interviews follows.
    """
    hold_site()
    before = Artefact.objects.of_interview(publication.interview_id)
    _write(stored, publication)
    before.exclude(path__in=[one.planned.path for one in stored]).delete()
    _renew_parts(publication.interview_id)
    renew_site()


def withdraw(interview_id: int, note: str = "") -> None:
    """Put a notice in the place of every file of an interview. Within the transaction that withdraws it."""
    hold_site()
    _give_notice(Artefact.objects.of_interview(interview_id), note)
    _renew_parts(interview_id)
    renew_site()


def _renew_parts(interview_id: int) -> None:
    """Bring the pages beside an interview in its series up to date, and in the one that it was in before.

    Of a page it shows the title and the address of the part before and after.
    """
    of_interview = Publication.objects.filter(interview=interview_id).exclude(series_key=None)
    site = Site.of_settings()
    for key in of_interview.order_by().values_list("series_key", flat=True).distinct():
        parts = list(Publication.objects.current().listed().filter(series_key=key))
        known = dict(Artefact.objects.filter(publication__in=parts).values_list("path", "fingerprint"))
        put_in_place(parts)
        for part in parts:
            stale = [one for one in page.build(site, part) if known.get(one.path) != one.fingerprint(site)]
            _write(prepare(site, stale), part)


def rename(interview_id: int, old: str, new: str) -> None:
    """Give the notices of a withdrawn interview its new address. Within the transaction that changes it."""
    hold_site()
    for row in Artefact.objects.of_interview(interview_id):
        names = (part.partition(".") for part in row.path.split("/"))  # files are named after the slug, too
        parts = [f"{new if name == old else name}{dot}{ending}" for name, dot, ending in names]
        Artefact.objects.filter(pk=row.pk).update(path="/".join(parts))


def renew_site(*, anew: bool = False, held: frozenset[str] | None = None) -> int:
    """Bring what tells of all interviews up to date; how many files were made. ``anew`` makes all of them.

    ``held`` are the names in storage, where it is to be seen whether bytes were lost.
    """
    site = Site.of_settings()
    planned = list(files_of_the_site(site, list(Publication.objects.current().listed())))
    known = _known(Artefact.objects.site_wide(), held)
    stale = [one for one in planned if anew or known.get(one.path) != one.fingerprint(site)]
    _write(prepare(site, stale, lasting=False), None)
    gone = known.keys() - {one.path for one in planned}
    if gone:
        Artefact.objects.site_wide().filter(path__in=gone).delete()
    return len(stale)


def rebuild(*, anew: bool = True) -> int:
    """Make the public files again from the publications; how many were made.

    ``anew`` is for when templates, settings of the site or styles are others. Otherwise only what is
    missing, or would be made of other things now. Each interview is a transaction of its own.
    """
    site, made = Site.of_settings(), 0
    held = None if anew else names()
    for pk in list(Publication.objects.current().values_list("pk", flat=True)):
        publication = Publication.objects.get(pk=pk)
        known = _known(publication.artefacts.all(), held)
        planned = list(files_of(site, publication))
        stale = [one for one in planned if anew or known.get(one.path) != one.fingerprint(site)]
        if not stale and known.keys() == {one.path for one in planned}:
            continue
        stored = prepare(site, stale)
        with transaction.atomic():
            hold_site()
            if Publication.objects.current().filter(pk=pk).exists():  # as long as that took
                _write(stored, publication)
                publication.artefacts.exclude(path__in=[one.path for one in planned]).delete()
                made += len(stored)
    with transaction.atomic():
        hold_site()
        rows = Artefact.objects.withdrawn()
        for note in set(rows.values_list("publication__withdrawn_note", flat=True)):
            of_note = rows.filter(publication__withdrawn_note=note)
            fresh = notice(site, note or "").fingerprint(site)
            if anew or any(known != fresh for known in _known(of_note, held).values()):
                _give_notice(of_note, note or "")
        return made + renew_site(anew=anew, held=held)


def _known(rows: ArtefactQuerySet, held: frozenset[str] | None) -> dict[str, str]:
    """What each path was made of; nothing where its bytes are not among those that are ``held``."""
    return {
        row.path: row.fingerprint
        if held is None or all(name_of(row.digest, one) in held for one in ("", *row.encodings.split()))
        else ""
        for row in rows.only("path", "fingerprint", "digest", "encodings")
    }


def sweep(*, older_than: timedelta = timedelta(hours=1)) -> int:
    """Remove bytes that no path names any more; how many files went.

    What is younger than ``older_than`` may belong to a publication that is about to be made public; it puts
    them back where they are gone. Storage must tell times.
    """
    storage, removed = store(), 0
    with transaction.atomic():
        hold_site()
        public = set(Artefact.objects.values_list("digest", flat=True))
        before = timezone.now() - older_than
        for full in names():
            digest = full.partition("/")[2].partition(".")[0]
            if digest not in public and storage.get_modified_time(full) <= before:
                storage.delete(full)
                removed += 1
    return removed


def hold_site() -> None:
    """One publication at a time changes the site, until the transaction ends.

    On SQLite the transaction itself does this (IMMEDIATE).
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_SITE_LOCK])


def _write(stored: Sequence[Stored], publication: Publication | None) -> None:
    for one in stored:
        put(one.bodies)  # a sweep may have come in between
    Artefact.objects.bulk_create(
        [one.row(publication) for one in stored],
        update_conflicts=True,
        unique_fields=["path"],
        update_fields=_FIELDS,
    )


def _give_notice(rows: ArtefactQuerySet, note: str) -> None:
    site = Site.of_settings()
    made = prepare(site, [notice(site, note)])[0].row(None)
    rows.update(**{name: getattr(made, name) for name in _FIELDS if name != "publication"})
