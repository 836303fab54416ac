"""Flags are settled, dismissed and opened again: one at a time, or all of a kind."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from interviews.models import EditRecord, Flag, Interview
from interviews.permissions import DeskRequest, editors_only
from interviews.services.errors import Refused
from interviews.services.settling import dismiss_flag, reopen_flag, settle_flag
from interviews.services.settling_alike import dismiss_alike, fix_alike
from interviews.views.editor import answer, found_interview, refused, wanted_flag
from interviews.views.panels import panel, screen_before
from interviews.views.screens import Screen


@editors_only
@require_POST
def settle(request: DeskRequest, pk: int, flag: int) -> HttpResponse:
    """Apply the fix whose number was sent."""
    fix = wanted_flag(request.POST.get("fix")) or 0
    return _decide(request, pk, flag, lambda found: settle_flag(flag=found, fix=fix, by=request.user))


@editors_only
@require_POST
def dismiss(request: DeskRequest, pk: int, flag: int) -> HttpResponse:
    """Not a problem."""
    note = request.POST.get("note", "")
    return _decide(request, pk, flag, lambda found: dismiss_flag(flag=found, by=request.user, note=note))


@editors_only
@require_POST
def reopen(request: DeskRequest, pk: int, flag: int) -> HttpResponse:
    """A problem after all."""
    return _decide(request, pk, flag, lambda found: reopen_flag(flag=found, by=request.user), stay=True)


@editors_only
@require_http_methods(["GET", "POST"])
def alike(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """All open flags of one kind with their first fixes; the ticked ones are settled together."""
    interview = found_interview(request, pk)
    if request.method == "GET":
        return _alike(request, interview, kind)
    before = screen_before(request, interview)
    chosen = [int(flag) for flag in request.POST.getlist("flag") if wanted_flag(flag)]
    note = request.POST.get("note", "")
    try:
        if "dismiss" in request.POST:
            done = dismiss_alike(interview=interview, flags=chosen, by=request.user, note=note)
        else:
            done = fix_alike(interview=interview, flags=chosen, by=request.user)
    except Refused as refusal:
        return _alike(request, interview, kind, before=before, problem=str(refusal), status=409)
    said = f"{done.record.label}. {_left(_open_flags(interview))}"
    if done.left:
        said += f" {done.left} of these wait: two fixes met in the same words. Look at them once more."
    return _alike(request, interview, kind, before=before, said=said)


def _alike(
    request: DeskRequest,
    interview: Interview,
    kind: str,
    *,
    before: Screen | None = None,
    problem: str = "",
    said: str = "",
    status: int = 200,
) -> HttpResponse:
    if before is not None and not problem and not request.htmx:
        messages.success(request, said)
        return redirect("interviews:editor", interview.pk)
    flags = interview.flags.open().filter(kind=kind).in_order_of_weight().select_related("turn")
    numbers = interview.transcript().numbers
    listed = [(numbers.get(flag.turn.key), flag) for flag in flags]
    context = {"listed": listed, "kind": kind, "some_fix": any(flag.fixes for flag in flags), "done": said}
    return panel(
        request,
        interview,
        "panels/alike.html",
        f"All of this kind: {listed[0][1].label.lower()}" if listed else "All of this kind",
        context,
        status=status,
        problem=problem,
        before=before,
        said=said or problem,
    )


def _open_flags(interview: Interview) -> int:
    return interview.flags.open().count()


def _decide(
    request: DeskRequest,
    pk: int,
    flag_id: int,
    decision: Callable[[Flag], EditRecord],
    *,
    stay: bool = False,
) -> HttpResponse:
    """Make a decision on a flag and go to the next one, or stay where the editor wants to see what it did."""
    interview = found_interview(request, pk)
    flag = get_object_or_404(
        Flag.objects.select_related("turn", "interview"), pk=flag_id, interview=interview
    )
    before = Screen(interview, flag.pk)
    try:
        made = decision(flag)
    except Refused as refusal:
        return refused(request, interview, before=before, refusal=refusal)
    stay = stay or bool(request.POST.get("stay"))
    wanted, after = (flag.pk, None) if stay else (None, flag)
    said = f"{made.label}. {_left(_open_flags(interview))}"
    return answer(request, interview, before=before, wanted=wanted, after=after, said=said)


def _left(count: int) -> str:
    if not count:
        return "All flags are settled."
    return f"{count} {'flag is' if count == 1 else 'flags are'} left."
