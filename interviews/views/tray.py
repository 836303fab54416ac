"""What was set aside: each turn with why, by whom and when; and its way back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from interviews.models import EditRecord, Interview, Turn
from interviews.permissions import DeskRequest, editors_only
from interviews.services import editing
from interviews.services.errors import Refused
from interviews.transcript.edits import SetAside
from interviews.views.editor import found_interview
from interviews.views.panels import panel, screen_before
from interviews.views.screens import Screen


@dataclass(frozen=True, slots=True)
class Kept:
    """A turn that was set aside. ``record`` is None where it was so when the file was read."""

    row: Turn
    where: str
    record: EditRecord | None

    @property
    def who(self) -> str:
        if self.record is None:
            return "when the file was read"
        return self.record.author.get_username() if self.record.author else "somebody"

    @property
    def when(self) -> datetime | None:
        return self.record.made_at if self.record else None


@editors_only
@require_GET
def tray(request: DeskRequest, pk: int) -> HttpResponse:
    """All turns that were set aside, in order."""
    return _tray(request, found_interview(request, pk))


@editors_only
@require_POST
def restore(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """Put one back."""
    interview = found_interview(request, pk)
    before = screen_before(request, interview)
    try:
        made = editing.restore(interview=interview, key=key, by=request.user)
    except Refused as refusal:
        return _tray(request, interview, before=before, problem=str(refusal), status=409)
    if not request.htmx:
        return redirect("interviews:tray", pk)
    return _tray(request, interview, before=before, said=f"{made.label}.")


def _tray(
    request: DeskRequest,
    interview: Interview,
    *,
    before: Screen | None = None,
    said: str = "",
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    return panel(
        request,
        interview,
        "editor/tray.html",
        "Set aside",
        {"kept": _kept(interview)},
        before=before,
        said=said,
        problem=problem,
        status=status,
    )


def _kept(interview: Interview) -> list[Kept]:
    """Three queries, however many there are: each turn with the newest record that took it out."""
    transcript = interview.transcript()
    rows = [row for row in interview.turns.in_place().select_related("speaker") if row.aside]
    why: dict[str, EditRecord] = {}
    for record in interview.records.touching_text().select_related("author").order_by("number"):
        why |= {edit["turn"]: record for edit in record.edits if edit["edit"] == SetAside.__name__}
    return [Kept(row, transcript.where(row.key), why.get(row.key)) for row in rows]
