"""The file that an interview came from, beside what became of each line of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from interviews.formats.base import ImportProblem
from interviews.formats.report import Shown, SourceLine, source_lines
from interviews.models import Interview, SourceFile
from interviews.permissions import DeskRequest, editors_only
from interviews.views.editor import found_interview, wanted_flag

ON_A_PAGE = 500  # lines
_SAID = {
    Shown.BACKGROUND: "background",
    Shown.TITLE: "title",
    Shown.ASIDE: "set aside",
    Shown.MARKUP: "mark of the format",
    Shown.LOOSE: "no speaker",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, and the turn of the interview that it went into."""

    line: SourceLine
    said: str
    key: str
    number: int | None
    is_first: bool  # of the lines of its turn


@editors_only
@require_GET
def source(request: DeskRequest, pk: int) -> HttpResponse:
    """The first file, or another one that was brought since; ``turn`` opens it at the lines of a turn."""
    interview = found_interview(request, pk)
    files = interview.sources.defer("pieces", "heard", "data").select_related("imported_by")
    wanted = wanted_flag(request.GET.get("file"))
    chosen = get_object_or_404(files, pk=wanted) if wanted else files.order_by("pk").first()
    lines: list[Line] = []
    problem = ""
    if chosen is not None:
        try:
            lines = list(_lines(interview, chosen))
        except ImportProblem as refusal:
            problem = f"The file cannot be shown any more: {refusal}"
    paginator = Paginator(lines, ON_A_PAGE)
    context = {
        "interview": interview,
        "files": files,
        "chosen": chosen,
        "page": paginator.get_page(_page(request, lines)),
        "problem": problem,
        "here": "source",
    }
    return render(request, "desk/source.html", context)


@editors_only
@require_GET
def source_download(request: DeskRequest, pk: int, file: int) -> HttpResponse:
    """The file as it was brought, byte for byte; never shown by the browser itself."""
    found = get_object_or_404(found_interview(request, pk).sources, pk=file)
    response = HttpResponse(bytes(found.data), content_type="application/octet-stream")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Disposition"] = 'attachment; filename="source"'
    return response


def _lines(interview: Interview, file: SourceFile) -> Iterator[Line]:
    """Raises ImportProblem where the file cannot be read any more."""
    reading = file.reading()
    # The reader counts its turns anew; which of the interview's each one is was written down at the import.
    keys = {
        piece.turn: stored[3] for piece, stored in zip(reading.pieces, file.pieces, strict=False) if stored[3]
    }
    numbers = interview.transcript().numbers
    begun: set[str] = set()
    for line in source_lines(reading):
        key = keys.get(line.turn) or ""
        yield Line(line, _SAID.get(line.shown, ""), key, numbers.get(key), key not in begun)
        begun.add(key)


def _page(request: DeskRequest, lines: list[Line]) -> str | int | None:
    turn = request.GET.get("turn")
    place = next((place for place, line in enumerate(lines) if turn and line.key == turn), None)
    return request.GET.get("page") if place is None else place // ON_A_PAGE + 1
