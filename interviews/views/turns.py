"""Turns are edited one at a time; a stale save loses nothing."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import reswap, retarget

from interviews.models import EditRecord, Interview
from interviews.permissions import DeskRequest, editors_only
from interviews.services import editing
from interviews.services.errors import Refused, StaleEdit
from interviews.text.cleaning import UnsafeText
from interviews.views.editor import answer, found_interview, wanted_flag, wants_check
from interviews.views.marking import side_by_side
from interviews.views.screens import Screen
from interviews.views.shown import ShownTurn, shown_alone


@editors_only
@require_GET
def show(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """The turn as it stands, in place of its form."""
    screen, turn = _found(request, pk, key)
    if not request.htmx:
        return redirect(f"{reverse('interviews:editor', args=[pk])}#t-{key}")
    return render(request, "editor/_turn.html", {"turn": turn, "interview": screen.interview, "focus": key})


@editors_only
@require_http_methods(["GET", "POST"])
def edit(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """The form for a turn's words, and their saving."""
    if request.method == "GET":
        screen, turn = _found(request, pk, key)
        return _form(request, screen, turn, turn.row.text)
    interview = found_interview(request, pk)
    text = request.POST.get("text", "")
    seen = wanted_flag(request.POST.get("version")) or 0
    try:
        made = editing.edit_text(interview=interview, key=key, text=text, seen_version=seen, by=request.user)
    except StaleEdit as stale:
        return _conflict(request, interview, stale, key, text)
    except UnsafeText as unsafe:
        screen, turn = _found(request, pk, key)
        return _form(request, screen, turn, text, problem=str(unsafe), status=422)
    return _saved(request, interview, key, f"{made.label}." if made else "Nothing had changed.")


def _saved(request: DeskRequest, interview: Interview, key: str, said: str) -> HttpResponse:
    """The turn as it was saved, and no more: the rest follows with the check."""
    if not request.htmx:
        return redirect(f"{reverse('interviews:editor', args=[interview.pk])}#t-{key}")
    interview.refresh_from_db()
    turn = shown_alone(interview.turns.select_related("speaker", "interview").get(key=key))
    context = {"interview": interview, "turn": turn, "said": said, "focus": key}
    response = render(request, "editor/_saved.html", context)
    return _in_place(wants_check(response, interview), key)


@editors_only
@require_POST
def set_aside(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """Take the turn out of the text."""
    return _do(request, pk, key, lambda at: editing.set_aside(interview=at, key=key, by=request.user))


@editors_only
@require_POST
def restore(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """Put a turn that was set aside back."""
    return _do(request, pk, key, lambda at: editing.restore(interview=at, key=key, by=request.user))


@editors_only
@require_POST
def give(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """Give the turn to the speaker that was chosen."""
    name = request.POST.get("speaker", "")
    return _do(
        request, pk, key, lambda at: editing.give_to(interview=at, key=key, speaker=name, by=request.user)
    )


def _do(request: DeskRequest, pk: int, key: str, action: Callable[[Interview], EditRecord]) -> HttpResponse:
    screen, _ = _found(request, pk, key)
    screen.forget({key})  # its form is open
    try:
        made = action(screen.interview)
    except (Refused, UnsafeText) as refusal:
        return answer(
            request,
            screen.interview,
            before=screen,
            wanted=screen.wanted,
            said=str(refusal),
            problem=str(refusal),
            status=409,
        )
    return answer(
        request, screen.interview, before=screen, wanted=screen.wanted, said=f"{made.label}.", focus=key
    )


def _found(request: DeskRequest, pk: int, key: str) -> tuple[Screen, ShownTurn]:
    interview = found_interview(request, pk)
    screen = Screen(interview, wanted_flag(request.POST.get("from") or request.GET.get("from")))
    turn = next((turn for turn in screen.turns if turn.row.key == key), None)
    if turn is None:
        raise Http404
    return screen, turn


def _form(
    request: DeskRequest, screen: Screen, turn: ShownTurn, text: str, *, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "turn": turn,
        "screen": screen,
        "interview": screen.interview,
        "text": text,
        "problem": problem,
    }
    if not request.htmx:
        return render(request, "editor/turn_form.html", context, status=status)
    return _in_place(render(request, "editor/_turn_form.html", context, status=status), turn.row.key)


def _in_place(response: HttpResponse, key: str) -> HttpResponse:
    """The answer goes where the turn stands, whatever the form had asked for."""
    return reswap(retarget(response, f"#t-{key}"), "outerHTML")


def _conflict(
    request: DeskRequest, interview: Interview, stale: StaleEdit, key: str, mine: str
) -> HttpResponse:
    """Both texts side by side; theirs stands, mine is in the form and can be saved on top of it."""
    screen = Screen(interview, wanted_flag(request.POST.get("from")))
    turn = next((turn for turn in screen.turns if turn.row.key == key), None)
    theirs, ours = side_by_side(stale.turn.text if stale.turn else "", mine)
    context = {
        "interview": interview,
        "screen": screen,
        "turn": turn,
        "key": key,
        "text": mine,
        "theirs": theirs,
        "ours": ours,
        "problem": str(stale),
    }
    if not request.htmx:
        return render(request, "editor/conflict.html", context, status=409)
    return _in_place(render(request, "editor/_conflict.html", context, status=409), key)
