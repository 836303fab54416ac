"""Turns are split, joined, moved and put in."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import reswap, retarget

from interviews.models import EditRecord, Interview
from interviews.permissions import DeskRequest, editors_only
from interviews.services import arranging
from interviews.services.errors import CannotArrange
from interviews.transcript.edits import InsertTurn, MergeTurns, SplitTurn
from interviews.views.editor import answer, found_interview
from interviews.views.screens import Screen
from interviews.views.shown import ShownTurn
from interviews.views.turns import Unfit, do, found_turn, typed_along


@editors_only
@require_POST
def split(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """Cut the turn where the cursor stands (``at``, code points), or else at its first empty line."""

    def act(interview: Interview) -> EditRecord:
        return arranging.split(
            interview=interview, key=key, at=_cut(request), by=request.user, typed=typed_along(request)
        )

    return do(request, pk, key, act, focus=_new)


def _cut(request: DeskRequest) -> int:
    """The offset in the text as it will be stored, without white space around it. Raises CannotArrange."""
    text = request.POST.get("text", "").replace("\r\n", "\n")
    sent = request.POST.get("at", "")
    at = int(sent) if sent.isdecimal() and len(sent) < 9 else text.strip().find("\n\n")
    if at < 0:
        raise CannotArrange("Put the cursor where the new turn starts, or type an empty line there.")
    return at - (len(text) - len(text.lstrip())) if sent else at


@editors_only
@require_POST
def merge(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """Join the turn with the one above (``upwards``) or below."""

    def act(interview: Interview) -> EditRecord:
        return arranging.merge(
            interview=interview,
            key=key,
            upwards=_upwards(request),
            by=request.user,
            typed=typed_along(request),
        )

    return do(request, pk, key, act, focus=_heir)


@editors_only
@require_POST
def move(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """Move the turn up (``upwards``) or down by one, or behind the turn that is named (``behind``)."""

    def act(interview: Interview) -> EditRecord:
        if "behind" in request.POST:
            behind = request.POST["behind"] or None
            return arranging.place(interview=interview, key=key, behind=behind, by=request.user)
        return arranging.move(
            interview=interview,
            key=key,
            upwards=_upwards(request),
            by=request.user,
            typed=typed_along(request),
        )

    return do(request, pk, key, act)


@editors_only
@require_http_methods(["GET", "POST"])
def insert(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """The form of a new turn below this one, or above it; and its putting in."""
    interview = found_interview(request, pk)
    screen, turn = found_turn(request, interview, key)
    if request.method == "GET":
        return _new_form(request, screen, turn, below=request.GET.get("where") != "above")
    below = request.POST.get("where") != "above"
    try:
        made = arranging.insert(
            interview=interview,
            beside=key,
            below=below,
            text=request.POST.get("text", ""),
            speaker=request.POST.get("speaker", ""),
            by=request.user,
        )
    except Unfit as unfit:
        return _new_form(request, screen, turn, below=below, problem=str(unfit), status=422)
    if not request.htmx:
        return redirect(f"{reverse('interviews:editor', args=[pk])}#t-{_new(made)}")
    return answer(
        request, interview, before=screen, wanted=screen.wanted, said=f"{made.label}.", focus=_new(made)
    )


def _new_form(
    request: DeskRequest,
    screen: Screen,
    turn: ShownTurn,
    *,
    below: bool,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "screen": screen,
        "interview": screen.interview,
        "turn": turn,
        "below": below,
        "problem": problem,
        "text": request.POST.get("text", ""),
        "speaker": request.POST.get("speaker", _answers(screen, turn)),
    }
    if not request.htmx:
        return render(request, "editor/new_turn.html", context, status=status)
    response = render(request, "editor/_new_turn.html", context, status=status)
    if problem:
        return reswap(retarget(response, f"#new-{turn.row.key}"), "outerHTML")
    return reswap(retarget(response, f"#t-{turn.row.key}"), "afterend" if below else "beforebegin")


def _answers(screen: Screen, turn: ShownTurn) -> str:
    """Who speaks next, most likely: somebody else than in this turn."""
    others = [speaker.name for speaker in screen.labels if speaker != turn.speaker]
    return others[0] if others else ""


def _upwards(request: DeskRequest) -> bool:
    return bool(request.POST.get("upwards"))


def _new(made: EditRecord) -> str:
    """The key of the turn that came into being."""
    last = made.changes[-1]
    return (
        last.other.key
        if isinstance(last, SplitTurn)
        else last.new.key
        if isinstance(last, InsertTurn)
        else ""
    )


def _heir(made: EditRecord) -> str:
    """The key of the turn that has the words of both."""
    last = made.changes[-1]
    return last.turn if isinstance(last, MergeTurns) else ""
