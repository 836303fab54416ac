"""The desk: all interviews, and what waits."""

from __future__ import annotations

from typing import TypeVar
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from interviews.models import (
    Claim,
    Comment,
    Interview,
    ScheduledPublication,
    Series,
    Speaker,
    Suggestion,
    Topic,
    Turn,
)
from interviews.models.interview import InterviewQuerySet
from interviews.permissions import DeskRequest, can_publish, editors_only

TABS = (
    ("mine", "Mine"),
    ("all", "All"),
    ("to-settle", "To settle"),
    ("review", "In review"),
    ("ready", "Ready"),
    ("published", "Published"),
)
S = TypeVar("S", Series, Topic)
ON_A_PAGE = 50
LISTED = 100  # of each sort of thing that waits for somebody


@editors_only
@require_GET
def desk(request: DeskRequest) -> HttpResponse:
    """The list, by tab and by words."""
    series = _filter(Series.objects.in_use(), request.GET.get("series", ""))
    topic = _filter(Topic.objects.in_use(), request.GET.get("topic", ""))
    under = {kind: one.slug for kind, one in (("series", series), ("topic", topic)) if one}
    mine = Interview.objects.editable_by(request.user).filed_under(**under)
    query = request.GET.get("q", "").strip()[:200]
    tabs = {
        "mine": mine.of(request.user),
        "all": mine,
        "to-settle": mine.to_settle(),
        "review": mine.in_review(),
        "ready": mine.ready(),
        "published": mine.published(),
    }
    chosen = request.GET.get("tab", "")
    if chosen not in tabs:
        chosen = "all" if query or under or not tabs["mine"].exists() else "mine"
    found = tabs[chosen].matching(query) if query else tabs[chosen]
    page = Paginator(_listed(found), ON_A_PAGE).get_page(request.GET.get("page"))
    _complete(page.object_list)
    waiting = _listed(Interview.objects.editable_by(request.user).to_settle())
    context = {
        "page": page,
        "tabs": [(name, label, tabs[name].count(), name == chosen) for name, label in TABS],
        "section": "desk",
        "tab": chosen,
        "query": query,
        "series": series,
        "topic": topic,
        "under": urlencode(under),
        "waiting": waiting.count(),
        "next": waiting.first(),
        "time_zone": timezone.get_current_timezone_name(),
    }
    return render(request, "desk/list.html", context)


@editors_only
@require_GET
def waiting(request: DeskRequest) -> HttpResponse:
    """What waits for this person: work, approvals, pages to publish, and what others have asked."""
    user = request.user
    comments = Comment.objects.waiting_for(user).select_related("interview", "turn", "author")
    context = {
        "section": "waiting",
        "work": Interview.objects.waiting_for_work_of(user)[:LISTED],
        "approvals": Interview.objects.waiting_for_approval_by(user).select_related("sent_by")[:LISTED],
        "to_publish": (
            Interview.objects.editable_by(user).ready().select_related("approved_by")[:LISTED]
            if can_publish(user)
            else []
        ),
        "comments": comments.annotate(
            is_mention=Exists(Comment.objects.filter(pk=OuterRef("pk"), mentions=user))
        )[:LISTED],
        "suggestions": Suggestion.objects.waiting_for(user).select_related("interview")[:LISTED],
    }
    return render(request, "desk/waiting.html", context)


def _listed(found: InterviewQuerySet) -> InterviewQuerySet:
    """With their numbers, the newest first; the search's joins are left behind so that they count right."""
    return (
        Interview.objects.filter(pk__in=found.order_by().values("pk"))
        .with_flag_counts()
        .select_related("assignee", "series")
        .order_by("-created_at", "-pk")
    )


def _filter(shelves: QuerySet[S], slug: str) -> S | None:
    """The one that the list is narrowed to; what is not there narrows nothing."""
    return shelves.filter(slug=slug[:200]).first() if slug else None


def _complete(interviews: object) -> None:
    """Add to each interview on the page what its row shows: six queries for all."""
    rows: list[Interview] = list(interviews)  # type: ignore[call-overload]
    ids = [row.pk for row in rows]
    turns = Turn.objects.said().filter(interview__in=ids).count_by_interview()
    guests: dict[int, list[Speaker]] = {}
    for speaker in Speaker.objects.filter(Q(role=Speaker.Role.GUEST), interview__in=ids):
        guests.setdefault(speaker.interview_id, []).append(speaker)
    sources = dict(
        Interview.objects.filter(pk__in=ids, sources__isnull=False).values_list("pk", "sources__name")
    )
    topics: dict[int, list[Topic]] = {}
    filed = Interview.topics.through.objects.filter(interview__in=ids).select_related("topic")
    for link in filed.order_by("topic__name"):
        topics.setdefault(link.interview_id, []).append(link.topic)
    claims = {claim.interview_id: claim.user for claim in Claim.objects.in_force().filter(interview__in=ids)}
    appointments = ScheduledPublication.objects.waiting().filter(interview__in=ids)
    times = dict(appointments.values_list("interview", "at"))
    for row in rows:
        row.goes_out_at = times.get(row.pk)  # type: ignore[attr-defined]
        row.worked_on_by = claims.get(row.pk)  # type: ignore[attr-defined]
        row.turn_count = turns.get(row.pk, 0)  # type: ignore[attr-defined]
        row.guests = guests.get(row.pk, [])  # type: ignore[attr-defined]
        row.filed_topics = topics.get(row.pk, [])  # type: ignore[attr-defined]
        row.source_name = sources.get(row.pk, "")  # type: ignore[attr-defined]
