"""What is done with several turns that were chosen together."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from interviews.models import EditRecord, Interview
from interviews.permissions import DeskRequest, editors_only
from interviews.services import choosing
from interviews.services.errors import Refused
from interviews.text.cleaning import UnsafeText
from interviews.views.editor import answer, found_interview, refused
from interviews.views.panels import screen_before


@editors_only
@require_POST
def give(request: DeskRequest, pk: int) -> HttpResponse:
    """Give them to the speaker that was chosen, or to nobody."""
    speaker = request.POST.get("speaker", "")
    return _do(
        request,
        pk,
        lambda at, keys: choosing.give_turns(interview=at, keys=keys, speaker=speaker, by=request.user),
    )


@editors_only
@require_POST
def set_aside(request: DeskRequest, pk: int) -> HttpResponse:
    """Take them out of the text."""
    return _do(
        request, pk, lambda at, keys: choosing.set_turns_aside(interview=at, keys=keys, by=request.user)
    )


@editors_only
@require_POST
def join(request: DeskRequest, pk: int) -> HttpResponse:
    """Make one turn of them."""
    return _do(request, pk, lambda at, keys: choosing.join_turns(interview=at, keys=keys, by=request.user))


def _do(request: DeskRequest, pk: int, action: Callable[[Interview, list[str]], EditRecord]) -> HttpResponse:
    interview = found_interview(request, pk)
    before = screen_before(request, interview)
    keys = request.POST.getlist("turn")
    try:
        made = action(interview, keys)
    except (Refused, UnsafeText) as refusal:
        return refused(request, interview, before=before, refusal=refusal, focus="")
    first = next((row.key for row in before.rows if row.key in keys), "")
    response = answer(
        request, interview, before=before, wanted=before.wanted, said=f"{made.label}.", focus=first
    )
    response.headers["Newsroom-Chosen"] = "done"
    return response
