"""The review desk: one interview, its map, its text and its queue."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import replace_url

from interviews.models import EditRecord, Flag, Interview
from interviews.permissions import DeskRequest, can_publish, editors_only
from interviews.services.checking import check_interview
from interviews.views.back_and_forth import back_and_forth
from interviews.views.drawing import drawing
from interviews.views.filtering import Filter
from interviews.views.screens import Screen
from interviews.views.stamps import stamp_of, stamped, step


def found_interview(request: DeskRequest, pk: int) -> Interview:
    """The interview, if this person may work on it; else 404. It remembers for whom and in which state."""
    interview = get_object_or_404(stamped(Interview.objects.editable_by(request.user)), pk=pk)
    interview.found_for = request.user  # type: ignore[attr-defined]
    interview.found_as = stamp_of(interview)  # type: ignore[attr-defined]
    return interview


def wanted_flag(value: str | None) -> int | None:
    """The number of a flag out of an address."""
    return int(value) if value and value.isdecimal() and len(value) < 19 else None


@editors_only
@require_GET
def editor(request: DeskRequest, pk: int) -> HttpResponse:
    """The whole desk; a link to a flag opens it."""
    interview = found_interview(request, pk)
    if interview.needs_check:
        check_interview(interview)
    screen = Screen(interview, wanted_flag(request.GET.get("flag")), only=Filter.of(request.GET))
    return render(
        request,
        "editor/page.html",
        {
            "screen": screen,
            "interview": interview,
            "may_publish": can_publish(request.user),
            **back_and_forth(interview, request.user),
        },
    )


@editors_only
@require_GET
def queue(request: DeskRequest, pk: int) -> HttpResponse:
    """Another flag's card, with the marks of the turns that it concerns."""
    interview = found_interview(request, pk)
    wanted = wanted_flag(request.GET.get("flag"))
    if not request.htmx:
        screen = Screen(interview, wanted, only=Filter.of(request.GET))
        return redirect(f"{reverse('interviews:editor', args=[pk])}{screen.address}")
    left = Screen(interview, wanted_flag(request.GET.get("from")))
    # Whoever narrows the queue goes on choosing.
    focus = "card" if "flag" in request.GET else ""
    return answer(request, interview, before=left, wanted=wanted, focus=focus)


@editors_only
@require_POST
def check(request: DeskRequest, pk: int) -> HttpResponse:
    """Look at the interview after a change; asked for by the page as soon as it has shown the change."""
    interview = found_interview(request, pk)
    wanted = wanted_flag(request.POST.get("from"))
    before = Screen(interview, wanted)
    if interview.needs_check:
        check_interview(interview)
    return answer(request, interview, before=before, wanted=wanted, after=before.current, focus="")


def answer(
    request: DeskRequest,
    interview: Interview,
    *,
    before: Screen,
    said: str = "",
    wanted: int | None = None,
    after: Flag | None = None,
    focus: str = "card",
    status: int = 200,
    problem: str = "",
    odd: Collection[str] = (),
    instead: EditRecord | None = None,
) -> HttpResponse:
    """What changed on the desk since ``before``: the queue, the turns concerned, and what to say of it.

    Without htmx it is the whole page again. ``focus`` is where the focus goes: "card", a turn's key, or
    nowhere else than it is. ``odd`` are turns that the page shows otherwise than they stood, such as one
    whose form is open. ``instead`` is offered where what was asked for could not be undone.
    """
    context = changes_shown(request, interview, before=before, wanted=wanted, after=after, odd=odd)
    screen: Screen = context["screen"]
    if not request.htmx:
        if problem:
            messages.error(request, problem)
        return redirect(f"{reverse('interviews:editor', args=[interview.pk])}{screen.address}")
    context |= {"said": said, "problem": problem, "focus": focus, "instead": instead}
    response = render(request, "editor/_answer.html", context, status=status)
    return replace_url(wants_check(response, interview), screen.address)


def refused(
    request: DeskRequest,
    interview: Interview,
    *,
    before: Screen,
    refusal: Exception,
    focus: str = "card",
    instead: EditRecord | None = None,
) -> HttpResponse:
    """The desk as it stands, with the sentence that says why nothing was done (409)."""
    problem = str(refusal)
    return answer(
        request,
        interview,
        before=before,
        wanted=before.wanted,
        said=problem,
        focus=focus,
        status=409,
        problem=problem,
        instead=instead,
    )


def changes_shown(
    request: DeskRequest,
    interview: Interview,
    *,
    before: Screen,
    wanted: int | None = None,
    after: Flag | None = None,
    odd: Collection[str] = (),
) -> dict[str, Any]:
    """What a template needs to draw what changed since ``before``."""
    interview.refresh_from_db()
    sent = request.POST if request.method == "POST" else request.GET
    screen = Screen(interview, wanted, after, Filter.of(sent))
    return {
        "screen": screen,
        "interview": interview,
        "may_publish": can_publish(request.user),
        "drawn": drawing(before, screen, {*_odd(request), *odd}),
        **back_and_forth(interview, request.user),
    }


def wants_check(response: HttpResponse, interview: Interview) -> HttpResponse:
    """Tells the page to ask for a check, where the flags are older than the words; and what it shows now."""
    if interview.needs_check:
        response.headers["Newsroom-Unchecked"] = "1"
    return step(response, interview)


def _odd(request: DeskRequest) -> list[str]:
    """The turns that the page shows otherwise than the interview stood: it names them with each request."""
    return (request.POST if request.method == "POST" else request.GET).getlist("odd")
