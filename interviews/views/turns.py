"""Turns are edited one at a time; a stale save loses nothing."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import reswap, retarget

from interviews.models import EditRecord, Interview
from interviews.permissions import DeskRequest, editors_only
from interviews.services import editing
from interviews.services.editing import Typed
from interviews.services.errors import CannotArrange, Refused, StaleEdit
from interviews.text.cleaning import UnsafeText
from interviews.transcript.times import NotATime, read_clock
from interviews.views.back_and_forth import back_and_forth
from interviews.views.conflicts import conflict
from interviews.views.editor import answer, found_interview, wanted_flag, wants_check
from interviews.views.screens import Screen
from interviews.views.shown import ShownTurn, shown_alone
from interviews.views.stamps import step

# What keeps a form from being saved; each says so in a sentence.
Unfit = (Refused, UnsafeText, NotATime)


@editors_only
@require_GET
def show(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """The turn as it stands, in place of its form."""
    interview = found_interview(request, pk)
    if not request.htmx:
        return redirect(f"{reverse('interviews:editor', args=[pk])}#t-{key}")
    if interview.needs_check:
        return _alone(request, interview, key)
    screen, turn = found_turn(request, interview, key)
    context = {"turn": turn, "interview": screen.interview, "focus": key}
    return _in_place(render(request, "editor/_turn.html", context), key)


@editors_only
@require_http_methods(["GET", "POST"])
def edit(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """The form of a turn, and its saving: by itself while somebody writes (``pause``), or to close it."""
    interview = found_interview(request, pk)
    if request.method == "GET":
        screen, turn = found_turn(request, interview, key)
        return _form(request, screen, turn, turn.row.text)
    by_itself = bool(request.POST.get("pause"))
    entry = wanted_flag(request.POST.get("entry"))
    try:
        typed = typed_in(request)
        if by_itself and not typed.text.strip():
            raise CannotArrange("There are no words in this turn. Closing it will set it aside.")
        made = editing.edit_text(
            interview=interview,
            key=key,
            text=typed.text,
            seen_version=typed.seen_version,
            speaker=typed.speaker,
            times=typed.times,
            by=request.user,
            entry=entry,
        )
    except Unfit as unfit:
        if by_itself:
            status = 409 if isinstance(unfit, StaleEdit) else 422
            return HttpResponse(str(unfit), status=status, content_type="text/plain")
        if isinstance(unfit, StaleEdit):
            return conflict(request, interview, unfit, key, request.POST.get("text", ""))
        screen, turn = found_turn(request, interview, key)
        return _form(request, screen, turn, request.POST.get("text", ""), problem=str(unfit), status=422)
    if by_itself:
        return _kept(request, interview, key, made)
    said = f"{made.label}." if made else "Saved." if entry else "Nothing had changed."
    return _saved(request, interview, key, said)


def typed_in(request: DeskRequest) -> Typed:
    """What the turn's form holds. Raises NotATime."""
    sent = request.POST
    return Typed(
        sent.get("text", ""),
        wanted_flag(sent.get("version")) or 0,
        sent.get("speaker"),
        (read_clock(sent["start"]), read_clock(sent.get("end", ""))) if "start" in sent else None,
    )


def _kept(request: DeskRequest, interview: Interview, key: str, made: EditRecord | None) -> HttpResponse:
    """Saved while somebody writes: the form only learns its new version, and which entry it has made."""
    if not request.htmx:
        return redirect("interviews:edit-turn", interview.pk, key)
    interview.refresh_from_db()
    context = {"interview": interview, **back_and_forth(interview, request.user)}
    response = render(request, "editor/_kept.html", context)
    response.headers["Newsroom-Version"] = str(interview.turns.get(key=key).version)
    if made:
        response.headers["Newsroom-Entry"] = str(made.number)
    return step(response, interview)


def _saved(request: DeskRequest, interview: Interview, key: str, said: str) -> HttpResponse:
    """The turn as it was saved, and no more: the rest follows with the check."""
    if not request.htmx:
        return redirect(f"{reverse('interviews:editor', args=[interview.pk])}#t-{key}")
    interview.refresh_from_db()
    return _alone(request, interview, key, said)


def _alone(request: DeskRequest, interview: Interview, key: str, said: str = "") -> HttpResponse:
    """A turn whose marks the check will bring: those of before may stand at other words."""
    row = interview.turns.in_place().filter(key=key).select_related("speaker", "interview").first()
    if row is None:
        raise Http404
    context = {"interview": interview, "turn": shown_alone(row), "said": said, "focus": key, "bare": True}
    context |= back_and_forth(interview, request.user)
    response = render(request, "editor/_saved.html", context)
    return _in_place(wants_check(response, interview), key)


@editors_only
@require_POST
def set_aside(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """Take the turn out of the text."""

    def act(interview: Interview) -> EditRecord:
        return editing.set_aside(interview=interview, key=key, by=request.user, typed=typed_along(request))

    return do(request, pk, key, act)


@editors_only
@require_POST
def restore(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """Put a turn that was set aside back."""
    return do(request, pk, key, lambda at: editing.restore(interview=at, key=key, by=request.user))


def typed_along(request: DeskRequest) -> Typed | None:
    """What the turn's form holds, where the action was taken from there. Raises NotATime."""
    return typed_in(request) if "text" in request.POST else None


def do(
    request: DeskRequest,
    pk: int,
    key: str,
    action: Callable[[Interview], EditRecord],
    *,
    focus: Callable[[EditRecord], str] | None = None,
) -> HttpResponse:
    """Change a turn and show what that changed on the desk; ``focus`` names the turn to go to."""
    interview = found_interview(request, pk)
    screen, _ = found_turn(request, interview, key)
    try:
        made = action(interview)
    except StaleEdit as stale:
        return conflict(request, interview, stale, key, request.POST.get("text", ""))
    except Unfit as unfit:
        return told(request, interview, key, str(unfit))
    return answer(
        request,
        interview,
        before=screen,
        wanted=screen.wanted,
        said=f"{made.label}.",
        focus=focus(made) if focus else key,
        odd={key} if "text" in request.POST else (),  # its form is open
    )


def told(request: DeskRequest, interview: Interview, key: str, problem: str) -> HttpResponse:
    """Why it could not be done. Nothing else changes: what is written in the form stays as it is."""
    if not request.htmx:
        messages.error(request, problem)
        return redirect(f"{reverse('interviews:editor', args=[interview.pk])}#t-{key}")
    in_form = "text" in request.POST
    response = render(request, "editor/_told.html", {"problem": problem, "in_form": in_form}, status=422)
    return reswap(retarget(response, f"#problem-{key}"), "innerHTML") if in_form else reswap(response, "none")


def found_turn(request: DeskRequest, interview: Interview, key: str) -> tuple[Screen, ShownTurn]:
    """The desk as it stands, and one turn of it; else 404."""
    screen = Screen(interview, wanted_flag(request.POST.get("from") or request.GET.get("from")))
    turn = next((turn for turn in screen.turns if turn.row.key == key), None)
    if turn is None:
        raise Http404
    return screen, turn


def _form(
    request: DeskRequest, screen: Screen, turn: ShownTurn, text: str, *, problem: str = "", status: int = 200
) -> HttpResponse:
    sent = request.POST
    context = {
        "turn": turn,
        "screen": screen,
        "interview": screen.interview,
        "text": text,
        "problem": problem,
        "speaker": sent.get("speaker", turn.speaker.name if turn.speaker else ""),
        "start": sent.get("start", turn.exact_start),
        "end": sent.get("end", turn.exact_end),
        "entry": sent.get("entry", ""),
    }
    if not request.htmx:
        return render(request, "editor/turn_form.html", context, status=status)
    return _in_place(render(request, "editor/_turn_form.html", context, status=status), turn.row.key)


def _in_place(response: HttpResponse, key: str) -> HttpResponse:
    """The answer goes where the turn stands by now: it may have been drawn anew since it was asked."""
    return reswap(retarget(response, f"#t-{key}"), "outerHTML")
