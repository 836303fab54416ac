"""The desk: all interviews, and what waits."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from interviews.models import Interview, Speaker, Turn
from interviews.models.interview import InterviewQuerySet
from interviews.permissions import DeskRequest, editors_only

TABS = (
    ("mine", "Mine"),
    ("all", "All"),
    ("to-settle", "To settle"),
    ("review", "In review"),
    ("published", "Published"),
)
ON_A_PAGE = 50


@editors_only
@require_GET
def desk(request: DeskRequest) -> HttpResponse:
    """The list, by tab and by words."""
    mine = Interview.objects.editable_by(request.user)
    query = request.GET.get("q", "").strip()[:200]
    tabs = {
        "mine": mine.filter(created_by=request.user),
        "all": mine,
        "to-settle": mine.to_settle(),
        "review": mine.in_review(),
        "published": mine.published(),
    }
    chosen = request.GET.get("tab", "")
    if chosen not in tabs:
        chosen = "all" if query or not tabs["mine"].exists() else "mine"
    found = tabs[chosen].matching(query) if query else tabs[chosen]
    page = Paginator(_listed(found), ON_A_PAGE).get_page(request.GET.get("page"))
    _complete(page.object_list)
    waiting = _listed(mine.to_settle())
    context = {
        "page": page,
        "tabs": [(name, label, tabs[name].count(), name == chosen) for name, label in TABS],
        "section": "desk",
        "tab": chosen,
        "query": query,
        "waiting": waiting.count(),
        "next": waiting.first(),
    }
    return render(request, "desk/list.html", context)


def _listed(found: InterviewQuerySet) -> InterviewQuerySet:
    """With their numbers, the newest first; the search's joins are left behind so that they count right."""
    return (
        Interview.objects.filter(pk__in=found.order_by().values("pk"))
        .with_flag_counts()
        .order_by("-created_at", "-pk")
    )


def _complete(interviews: object) -> None:
    """Add to each interview on the page what its row shows: two queries for all."""
    rows: list[Interview] = list(interviews)  # type: ignore[call-overload]
    ids = [row.pk for row in rows]
    turns = Turn.objects.said().filter(interview__in=ids).count_by_interview()
    guests: dict[int, list[Speaker]] = {}
    for speaker in Speaker.objects.filter(Q(role=Speaker.Role.GUEST), interview__in=ids):
        guests.setdefault(speaker.interview_id, []).append(speaker)
    sources = dict(
        Interview.objects.filter(pk__in=ids, sources__isnull=False).values_list("pk", "sources__name")
    )
    for row in rows:
        row.turn_count = turns.get(row.pk, 0)  # type: ignore[attr-defined]
        row.guests = guests.get(row.pk, [])  # type: ignore[attr-defined]
        row.source_name = sources.get(row.pk, "")  # type: ignore[attr-defined]
