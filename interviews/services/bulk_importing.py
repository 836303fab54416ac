"""Many files become interviews, one after the other; one that cannot be read harms no other."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from interviews.formats.base import ImportProblem
from interviews.formats.bundles import Bundled, is_bundle, members
from interviews.formats.reading import read
from interviews.models import ImportItem, ImportJob, Interview
from interviews.services.checking import check_interview
from interviews.services.errors import NothingToImport, TooManyFiles
from interviews.services.filing import shelves_for
from interviews.services.importing import store_reading
from interviews.transcript.filing import Filing

MOST_FILES = 200
LONGEST_NAME = 255
SILENCE = timedelta(seconds=30)  # after which a job was left: the server that worked on it is gone
STUCK = timedelta(minutes=2)  # after which a file is taken from its reader; 5 MB are read in 2 seconds
MOST_TRIES = 2
GAVE_UP = "The server stopped while it read this file, more than once. Bring it by itself."
FAILED = "The program failed on this file. It was logged; bring the file by itself to see more."

log = logging.getLogger(__name__)


def unpacked(files: Iterable[Bundled]) -> Iterable[Bundled]:
    """The files, and in the place of a ZIP archive those in it."""
    for file in files:
        if file.problem or not is_bundle(file.data):
            yield file
            continue
        try:
            yield from members(file.data, file.name)
        except ImportProblem as problem:
            yield Bundled(file.name, b"", str(problem))


@transaction.atomic
def start_import(*, files: Iterable[Bundled], by: User, series: str = "") -> ImportJob:
    """Keep what was brought until it is read. All of it is filed under ``series``, if that is named.

    Raises TooManyFiles, NothingToImport where no file is left to read, and CannotFile where the series can
    have no such name; nothing is kept then.
    """
    name = shelves_for(Filing(series))[0]
    job = ImportJob.objects.create(created_by=by, worked_at=timezone.now(), series=name.name if name else "")
    count, problems = 0, []
    for file in unpacked(files):
        count += 1
        if count > MOST_FILES:
            raise TooManyFiles(MOST_FILES)
        if file.problem:
            problems.append(file.problem)
        state = ImportItem.State.FAILED if file.problem else ImportItem.State.WAITING
        ImportItem.objects.create(
            job=job,
            name=file.name[-LONGEST_NAME:] or "a file without a name",
            state=state,
            problem=file.problem,
            data=None if file.problem else file.data,
        )
    if count == len(problems):
        raise NothingToImport(*problems[:1])
    return job


def take_over_job(*, job: ImportJob) -> bool:
    """Whether the caller is to go on with a job that was left: of several who ask, one is told yes."""
    now = timezone.now()
    left = ImportJob.objects.filter(pk=job.pk, worked_at__lt=now - SILENCE)
    return job.items.unfinished().exists() and bool(left.update(worked_at=now))


def work_off(job: ImportJob) -> None:
    """Read all that waits."""
    while import_next(job=job):
        pass


def import_next(*, job: ImportJob) -> bool:
    """Read one file of a job. False where none waits."""
    item = _claimed(job)
    if item is None:
        return False
    if item.tries > MOST_TRIES:
        _fail(item, GAVE_UP)
        return True
    try:
        interview = _imported(item)
    except ImportProblem as problem:
        _fail(item, str(problem))
    except Exception:  # a fault of ours in one file is no reason to give up the others
        log.exception("The file %s of import %s failed.", item.pk, job.pk)
        _fail(item, FAILED)
    else:
        if interview is not None:
            check_interview(interview)
    return True


def _claimed(job: ImportJob) -> ImportItem | None:
    """A file that nobody else has: one that waits, or one whose reader is gone."""
    while True:
        now = timezone.now()
        state = ImportItem.State
        free = Q(state=state.WAITING) | Q(state=state.READING, taken_at__lt=now - STUCK)
        item = job.items.filter(free).order_by("pk").first()
        if item is None:
            return None
        mine = ImportItem.objects.filter(free, pk=item.pk, tries=item.tries)
        if mine.update(state=state.READING, tries=F("tries") + 1, taken_at=now):
            ImportJob.objects.filter(pk=job.pk).update(worked_at=now)
            item.tries += 1
            return item


def _imported(item: ImportItem) -> Interview | None:
    """The interview; None where somebody else took the file meanwhile, and nothing is stored then."""
    data = bytes(item.data or b"")
    reading = read(data, name=item.name)
    with transaction.atomic():
        if not _mine(item).update(state=ImportItem.State.DONE, data=None):
            return None
        job = item.job
        interview = store_reading(
            reading=reading, data=data, name=item.name, by=job.created_by, filing=Filing(job.series)
        )
        ImportItem.objects.filter(pk=item.pk).update(interview=interview)
    return interview


def _fail(item: ImportItem, problem: str) -> None:
    _mine(item).update(state=ImportItem.State.FAILED, problem=problem, data=None)


def _mine(item: ImportItem) -> QuerySet[ImportItem]:
    return ImportItem.objects.filter(pk=item.pk, state=ImportItem.State.READING, tries=item.tries)
