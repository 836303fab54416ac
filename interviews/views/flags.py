"""Flags are settled and dismissed."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from interviews.models import EditRecord, Flag
from interviews.permissions import DeskRequest, editors_only
from interviews.services.errors import Refused
from interviews.services.settling import dismiss_flag, settle_flag
from interviews.views.editor import answer, found_interview, wanted_flag
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


def _decide(
    request: DeskRequest, pk: int, flag_id: int, decision: Callable[[Flag], EditRecord]
) -> HttpResponse:
    """Make a decision on a flag and go to the next one."""
    interview = found_interview(request, pk)
    flag = get_object_or_404(
        Flag.objects.select_related("turn", "interview"), pk=flag_id, interview=interview
    )
    before = Screen(interview, flag.pk)
    try:
        made = decision(flag)
    except Refused as refusal:
        return answer(
            request,
            interview,
            before=before,
            wanted=flag.pk,
            said=str(refusal),
            problem=str(refusal),
            status=409,
        )
    left = Flag.objects.open().filter(interview=interview).count()
    return answer(request, interview, before=before, after=flag, said=f"{made.label}. {_left(left)}")


def _left(count: int) -> str:
    if not count:
        return "All flags are settled."
    return f"{count} {'flag is' if count == 1 else 'flags are'} left."
