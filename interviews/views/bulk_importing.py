"""Many files at once: how far they are, and what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from interviews.formats.bundles import Bundled, is_bundle
from interviews.formats.decoding import LARGEST_TIMED, MAX_BYTES
from interviews.jobs import in_background
from interviews.models import ImportItem, ImportJob
from interviews.permissions import DeskRequest, can_see_import, editors_only
from interviews.services.bulk_importing import start_import, take_over_job, work_off

_TOO_LARGE = (
    f"It is larger than {MAX_BYTES // 1_000_000} MB, the most that can be read (as JSON or WebVTT "
    f"{LARGEST_TIMED // 1_000_000} MB). Bring it in parts."
)


def brings_many(request: DeskRequest) -> bool:
    """Whether there is more than one file, be it in an archive."""
    files = request.FILES.getlist("file")
    if len(files) + len(_too_large(request)) > 1:
        return True
    if len(files) != 1:
        return False
    data = files[0].read()
    files[0].seek(0)
    return is_bundle(data)


def take_in(request: DeskRequest, fetched: Bundled | None = None) -> HttpResponse:
    """Keep the files, begin to read them, and show how far that is; ``fetched`` is one that no browser sent.

    Raises Refused.
    """
    with_data = (Bundled(file.name or "", file.read()) for file in request.FILES.getlist("file"))
    without = [Bundled(name, b"", _TOO_LARGE) for name in _too_large(request)]
    files = [fetched] if fetched else _chained(with_data, without)
    job = start_import(files=files, by=request.user, series=request.POST.get("series", "")[:500])
    _begin(job)
    return redirect("interviews:import-job", job.pk)


@editors_only
@require_GET
def import_job(request: DeskRequest, job: int) -> HttpResponse:
    """How far it is. Whoever looks at a job that was left sets it going again."""
    found = get_object_or_404(ImportJob, pk=job)
    if not can_see_import(request.user, found):
        raise Http404
    if take_over_job(job=found):
        _begin(found)
    items = list(found.items.told())
    # Counted from the list that is shown: a second question would be answered a moment earlier or later.
    states = Counter(item.state for item in items)
    done, failed = states[ImportItem.State.DONE], states[ImportItem.State.FAILED]
    context = {
        "job": found,
        "items": items,
        "total": len(items),
        "done": done,
        "failed": failed,
        "finished": done + failed,
        "is_finished": done + failed == len(items),
        "section": "desk",
    }
    page = "desk/_import_job.html" if request.htmx else "desk/import_job.html"
    return render(request, page, context)


def _begin(job: ImportJob) -> None:
    name = f"import {job.pk}"
    transaction.on_commit(lambda: in_background(partial(work_off, job), name=name))


def _too_large(request: DeskRequest) -> list[str]:
    return list(request.META.get("newsroom.too_large", ()))


def _chained(first: Iterable[Bundled], then: Iterable[Bundled]) -> Iterable[Bundled]:
    yield from first
    yield from then
