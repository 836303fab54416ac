"""The speakers of an interview: who is who, and whose words are whose."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import reswap, retarget

from interviews.models import Interview, Speaker
from interviews.permissions import DeskRequest, editors_only
from interviews.services import naming
from interviews.services.errors import Refused
from interviews.text.cleaning import UnsafeText
from interviews.transcript.edits import EditConflict, Known, RenameSpeaker
from interviews.transcript.naming import bearers
from interviews.transcript.turns import Transcript
from interviews.views.editor import found_interview
from interviews.views.panels import panel, screen_before
from interviews.views.screens import Screen
from interviews.views.wishes import Described, Wish

TICKED_AT_MOST = 300  # turns listed with a tick each; above it all of them go


@editors_only
@require_http_methods(["GET", "POST"])
def speakers(request: DeskRequest, pk: int) -> HttpResponse:
    """Everybody who speaks, and what is known of them."""
    interview = found_interview(request, pk)
    if request.method == "GET":
        return _list(request, interview, wish=Wish.of(request.GET))
    before = screen_before(request, interview)
    try:
        made = naming.describe_speakers(
            interview=interview, known=_sent(request.POST, interview), by=request.user
        )
    except UnsafeText:
        return _list(request, interview, sent=request.POST, focus="", status=422)
    said = f"{made.label}." if made else "Nothing had changed."
    return _list(request, interview, before=before, said=said)


@editors_only
@require_http_methods(["GET"])
def rename_speaker(request: DeskRequest, pk: int) -> HttpResponse:
    """What a new name would do, before it is done: how many turns, which, and whom it joins."""
    interview = found_interview(request, pk)
    wish = Wish.of(request.GET)
    transcript = interview.transcript()
    try:
        edit = wish.plan(transcript)
    except (EditConflict, UnsafeText) as refusal:
        why = f"Nothing would change: {refusal}." if isinstance(refusal, EditConflict) else str(refusal)
        if not request.htmx:
            return _list(request, interview, wish=wish, why=why, status=422)
        # The form alone: what is typed in the others stays as it is.
        context = {"interview": interview, "names": list(bearers(transcript)), "wish": wish, "why": why}
        response = render(request, "panels/_rename_form.html", context, status=422)
        return reswap(retarget(response, "#rename"), "outerHTML")
    return _preview(request, interview, transcript, wish, edit)


@editors_only
@require_POST
def rename_now(request: DeskRequest, pk: int) -> HttpResponse:
    """Do it."""
    interview = found_interview(request, pk)
    before = screen_before(request, interview)
    wish = Wish.of(request.POST)
    try:
        made = naming.rename(
            interview=interview,
            label=wish.label,
            name=wish.name,
            by=request.user,
            start=wish.start_key(interview.transcript()),
            keys=wish.keys,
            sure=wish.sure,
        )
    except EditConflict as conflict:
        return _list(request, interview, wish=wish, why=f"Nothing was changed: {conflict}.", status=409)
    except (Refused, UnsafeText) as refusal:
        return _list(request, interview, wish=wish, why=str(refusal), status=409)
    return _list(request, interview, before=before, said=f"{made.label}.")


def _list(
    request: DeskRequest,
    interview: Interview,
    *,
    before: Screen | None = None,
    wish: Wish | None = None,
    why: str = "",
    sent: QueryDict | None = None,
    focus: str = "panel",
    said: str = "",
    status: int = 200,
) -> HttpResponse:
    """``why`` says at its field why a wish was refused; ``sent`` is what was typed and could not be saved."""
    if before is not None and not request.htmx:
        messages.success(request, said)
        return redirect("interviews:speakers", interview.pk)
    transcript = interview.transcript()
    counts = bearers(transcript)
    rows = {speaker.name: speaker for speaker in interview.speakers.all()}
    context = {
        "people": [Described.of(rows[name], turns, sent) for name, turns in counts.items()],
        "names": list(counts),
        "wish": wish,
        "why": why,
        "roles": Speaker.Role.choices,
        "nobody": sum(turn.speaker is None for turn in transcript.dialogue),
        "offered": interview.flags.open().filter(kind="missing_speaker").count(),
    }
    return panel(
        request,
        interview,
        "panels/speakers.html",
        "Speakers",
        context,
        status=status,
        focus="" if why else focus,
        before=before,
        said=said,
    )


def _preview(
    request: DeskRequest, interview: Interview, transcript: Transcript, wish: Wish, edit: RenameSpeaker
) -> HttpResponse:
    listed = edit.turns[:TICKED_AT_MOST]
    two = naming.two_people(transcript, edit.before, edit.after)
    context = {
        "wish": wish,
        "edit": edit,
        "joins": bearers(transcript).get(edit.after, 0),
        "two": two,
        "turns": [(transcript.numbers.get(key), transcript[key]) for key in listed],
        "may_choose": len(edit.turns) <= TICKED_AT_MOST,
    }
    return panel(request, interview, "panels/rename.html", f"“{edit.before}” becomes “{edit.after}”", context)


def _sent(sent: QueryDict, interview: Interview) -> dict[str, Known]:
    """Role, full name and description by label; a role that is not known is left as it is."""
    known: dict[str, Known] = {}
    for speaker in interview.speakers.all():
        role = sent.get(f"role-{speaker.pk}")
        if role in Speaker.Role.values:
            full_name = sent.get(f"full_name-{speaker.pk}", speaker.full_name)[:200]
            description = sent.get(f"description-{speaker.pk}", speaker.description)[:300]
            known[speaker.name] = (role, full_name, description)
    return known
