"""A file is read before anything is stored."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NotBase64

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from interviews.formats.base import ImportProblem, Reading
from interviews.formats.bundles import Bundled, is_bundle
from interviews.formats.decoding import LARGEST_TIMED, MAX_BYTES, largest
from interviews.formats.reading import read
from interviews.models import ImportJob, Series
from interviews.permissions import DeskRequest, editors_only
from interviews.services.bulk_importing import MOST_FILES
from interviews.services.errors import Refused
from interviews.services.fetching import CannotFetch, fetch
from interviews.services.filing import sound_name
from interviews.services.importing import import_reading
from interviews.transcript.filing import LONGEST_NAME, Filing
from interviews.views.bulk_importing import brings_many, take_in
from interviews.views.previewing import chosen_answers, overruled, shown

MEGABYTES = MAX_BYTES // 1_000_000
MOST_MEGABYTES = LARGEST_TIMED // 1_000_000
LAST_JOBS = 3


@editors_only
@require_GET
def new(request: DeskRequest) -> HttpResponse:
    """Paste, or choose a file."""
    return _form(request)


@editors_only
@require_POST
def preview(request: DeskRequest) -> HttpResponse:
    """What was read, and what was not understood. Nothing is stored.

    More than one file goes in without a preview, and so does an archive at an address, and one that is too
    large for a page to carry. The page sends the file once more with what was overruled on it, and is
    answered with what changes. Who wants "back" gets the form, with the text that was pasted.
    """
    if "back" in request.POST:
        return _form(request)
    try:
        if brings_many(request):
            return take_in(request)
        if "data" in request.POST:
            data, name = _brought_again(request)
        else:
            if series := request.POST.get("series", "").strip():
                sound_name(series)  # told before somebody corrects what was read, not after
            data, name = brought(request)
            if is_bundle(data) or (len(data) > MAX_BYTES and largest(data[:200]) >= len(data)):
                return take_in(request, Bundled(name, data))
        reading, problem = _read(request, data, name)
    except (ImportProblem, CannotFetch, Refused) as refusal:
        return _form(request, str(refusal))
    return _shown(request, reading, data, name, problem)


@editors_only
@require_POST
def make(request: DeskRequest) -> HttpResponse:
    """The preview was right: now it becomes an interview."""
    try:
        data, name = _brought_again(request)
        reading, problem = _read(request, data, name)
        if problem:
            return _shown(request, reading, data, name, problem)
        interview = import_reading(
            reading=reading,
            data=data,
            name=name,
            by=request.user,
            answers=chosen_answers(reading, request.POST),
            title=request.POST.get("title", "").strip()[:300],
            filing=Filing(request.POST.get("series", "")[:500]),
        )
    except ImportProblem as refusal:
        return _form(request, str(refusal))
    count = interview.flags.open().count()
    found = (
        f"{count} {'flag waits' if count == 1 else 'flags wait'} to be settled."
        if count
        else "Nothing to settle."
    )
    messages.success(request, f"“{interview.title}” is on the desk. {found}")
    return redirect(interview)


def brought(request: DeskRequest) -> tuple[bytes, str]:
    """The bytes of the file; else of what stands at the address, where that is allowed; else of the text.

    Raises ImportProblem and CannotFetch.
    """
    if request.META.get("newsroom.too_large"):
        raise ImportProblem(
            f"The file is larger than {MEGABYTES} MB, the most that can be read (as JSON or WebVTT "
            f"{MOST_MEGABYTES} MB). Bring it in parts."
        )
    upload = request.FILES.get("file")
    if upload is not None:
        return upload.read(), upload.name or ""
    address = request.POST.get("address", "").strip()
    if address and settings.IMPORT_FROM_URLS:
        fetched = fetch(address)
        return fetched.data, fetched.name
    return request.POST.get("text", "").encode("utf-8", "surrogatepass"), ""


def pasted(request: DeskRequest) -> str:
    """The text that was pasted, which the preview carries as it carries a file without a name."""
    if "data" not in request.POST or request.POST.get("name"):
        return request.POST.get("text", "")
    try:
        return _brought_again(request)[0].decode("utf-8", "replace")
    except ImportProblem:
        return ""


def _brought_again(request: DeskRequest) -> tuple[bytes, str]:
    """The file as the preview carries it, which stores nothing."""
    try:
        data = b64decode(request.POST.get("data", ""), validate=True)
    except NotBase64:
        raise ImportProblem("The file did not arrive whole. Bring it again.") from None
    return data, request.POST.get("name", "")[:255]


def _read(request: DeskRequest, data: bytes, name: str) -> tuple[Reading, str]:
    """The reading as it was asked for. Where that is impossible, as the file tells, and the sentence why."""
    wanted = overruled(request.POST)
    try:
        return wanted.read(data, name=name), ""
    except ImportProblem as problem:
        if wanted.format_id is None and wanted.encoding is None:
            raise
        return read(data, name=name), f"{problem} Shown is what the file tells by itself."


def _shown(request: DeskRequest, reading: Reading, data: bytes, name: str, problem: str = "") -> HttpResponse:
    context = {**shown(reading, data, name, request.POST), "problem": problem}
    context["series"] = request.POST.get("series", "")
    if problem:
        context |= {"format_id": "", "encoding": ""}
    page = "desk/_read_again.html" if request.htmx else "desk/preview.html"
    return render(request, page, context, status=422 if problem else 200)


def _form(request: DeskRequest, problem: str = "") -> HttpResponse:
    context = {
        "problem": problem,
        "text": pasted(request),
        "megabytes": MEGABYTES,
        "most_megabytes": MOST_MEGABYTES,
        "address": request.POST.get("address", ""),
        "can_fetch": settings.IMPORT_FROM_URLS,
        "most_files": MOST_FILES,
        "series": request.POST.get("series", ""),
        "known_series": Series.objects.in_use().values_list("name", flat=True),
        "longest_name": LONGEST_NAME,
        "jobs": ImportJob.objects.filter(created_by=request.user).counted()[:LAST_JOBS],
    }
    return render(request, "desk/new.html", context, status=422 if problem else 200)
