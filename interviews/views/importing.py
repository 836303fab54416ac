"""A file is read before anything is stored."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as NotBase64

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from interviews.formats.base import ImportProblem, Reading
from interviews.formats.decoding import MAX_BYTES
from interviews.formats.reading import read
from interviews.formats.report import report, source_lines
from interviews.permissions import DeskRequest, editors_only
from interviews.services.importing import import_reading

MEGABYTES = MAX_BYTES // 1_000_000
SHOWN_LINES = 400  # of the source, and of the turns: enough to judge by, and never a page of megabytes


@editors_only
@require_GET
def new(request: DeskRequest) -> HttpResponse:
    """Paste, or choose a file."""
    return render(request, "desk/new.html", {"megabytes": MEGABYTES})


@editors_only
@require_POST
def preview(request: DeskRequest) -> HttpResponse:
    """What was read, and what was not understood. Nothing is stored."""
    try:
        data, name = brought(request)
        reading = read(data, name=name)
    except ImportProblem as problem:
        context = {
            "problem": str(problem),
            "text": request.POST.get("text", ""),
            "megabytes": MEGABYTES,
        }
        return render(request, "desk/new.html", context, status=422)
    return render(request, "desk/preview.html", _shown(reading, data, name))


@editors_only
@require_POST
def make(request: DeskRequest) -> HttpResponse:
    """The preview was right: now it becomes an interview."""
    name = request.POST.get("name", "")[:255]
    try:
        data = b64decode(request.POST.get("data", ""), validate=True)
        reading = read(data, name=name)
    except (ImportProblem, NotBase64) as problem:
        sentence = (
            str(problem)
            if isinstance(problem, ImportProblem)
            else "The file did not arrive whole. Bring it again."
        )
        return render(request, "desk/new.html", {"problem": sentence, "megabytes": MEGABYTES}, status=422)
    answers = {
        question.id: place
        for question in reading.questions
        for place in range(len(question.answers))
        if request.POST.get(f"answer-{question.id}") == str(place)
    }
    interview = import_reading(
        reading=reading,
        data=data,
        name=name,
        by=request.user,
        answers=answers,
        title=request.POST.get("title", "").strip()[:300],
    )
    count = interview.flags.open().count()
    found = (
        f"{count} {'place waits' if count == 1 else 'places wait'} for you."
        if count
        else "Nothing to settle."
    )
    messages.success(request, f"“{interview.title}” is on the desk. {found}")
    return redirect(interview)


def brought(request: DeskRequest) -> tuple[bytes, str]:
    """The bytes of the file, or of the pasted text where no file was chosen."""
    if request.META.get("newsroom.too_large"):
        raise ImportProblem(
            f"The file is larger than {MEGABYTES} MB, the most that can be read. Bring it in parts."
        )
    upload = request.FILES.get("file")
    if upload is not None:
        return upload.read(), upload.name or ""
    return request.POST.get("text", "").encode("utf-8", "surrogatepass"), ""


def _shown(reading: Reading, data: bytes, name: str) -> dict[str, object]:
    lines = list(source_lines(reading))
    transcript = reading.transcript
    return {
        "reading": reading,
        "report": report(reading),
        "name": name,
        "data": b64encode(data).decode("ascii"),
        "title": transcript.title,
        "lines": lines[:SHOWN_LINES],
        "more_lines": max(0, len(lines) - SHOWN_LINES),
        "background": transcript.background[:SHOWN_LINES],
        "turns": transcript.dialogue[:SHOWN_LINES],
        "more_turns": max(0, len(transcript.dialogue) - SHOWN_LINES),
    }
