"""An interview leaves the desk as a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from interviews.formats.base import Carries
from interviews.formats.exporting import export, file_name, missing_times
from interviews.formats.registry import WRITERS, writer
from interviews.formats.writing import Document, ExportProblem, Writer
from interviews.models import Interview
from interviews.permissions import DeskRequest, editors_only
from interviews.services.exporting import document_of
from interviews.views.editor import found_interview

ESTIMATED = "estimated"

_WORDS = {
    "speakers": "speakers",
    "times": "times",
    "words": "a time for each word",
    "confidence": "how sure the recogniser was",
    "asides": "what was set aside",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A format with what it holds in words; ``lacks`` where it needs times and some are missing."""

    writer: Writer
    holds: str
    lacks: bool


@editors_only
@require_GET
def choose(request: DeskRequest, pk: int) -> HttpResponse:
    """What there is to choose from, and what each format holds."""
    interview = found_interview(request, pk)
    return _page(request, interview, _document(request, interview))


@editors_only
@require_GET
def download(request: DeskRequest, pk: int, format_id: str) -> HttpResponse:
    """The file. Where it cannot be made as asked, the choice with the reason."""
    interview = found_interview(request, pk)
    if format_id not in {one.id for one in WRITERS}:
        raise Http404
    chosen, document = writer(format_id), _document(request, interview)
    try:
        data = export(document, format_id, estimate=request.GET.get("times") == ESTIMATED)
    except ExportProblem as problem:
        return _page(request, interview, document, problem=str(problem))
    answer = HttpResponse(data, content_type=chosen.media_type)
    name = file_name(interview.title, chosen.suffix)
    answer.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def _document(request: DeskRequest, interview: Interview) -> Document:
    publication = interview.current_publication()
    address = request.build_absolute_uri(publication.get_absolute_url()) if publication else ""
    return document_of(interview, address=address)


def _page(
    request: DeskRequest, interview: Interview, document: Document, *, problem: str = ""
) -> HttpResponse:
    missing = missing_times(document.transcript)
    context = {
        "interview": interview,
        "problem": problem,
        "offers": [Offer(one, _in_words(one.carries), bool(missing) and one.needs_times) for one in WRITERS],
        "missing": missing,
        "turns": len(document.transcript.dialogue),
        "estimated": ESTIMATED,
    }
    return render(request, "desk/export.html", context, status=422 if problem else 200)


def _in_words(carries: Carries) -> str:
    """ "Text, speakers and times"."""
    told = ["Text", *_held(carries)]
    return f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else told[0]


def _held(carries: Carries) -> Iterator[str]:
    for field in fields(carries):
        if getattr(carries, field.name) and field.name in _WORDS:
            yield _WORDS[field.name]
