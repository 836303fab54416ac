"""The history of an interview: who did what, when."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from interviews.permissions import DeskRequest, editors_only
from interviews.views.editor import found_interview

ON_A_PAGE = 100


@editors_only
@require_GET
def history(request: DeskRequest, pk: int) -> HttpResponse:
    """All records, the newest first."""
    interview = found_interview(request, pk)
    records = interview.records.select_related("author", "undone_by").order_by("-number")
    page = Paginator(records, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/history.html", {"interview": interview, "page": page})
