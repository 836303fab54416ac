"""A file is brought once more for an interview that is on the desk already."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_POST

from interviews.differences import diff_html
from interviews.formats.base import ImportProblem, Reading
from interviews.formats.decoding import MAX_BYTES, sized
from interviews.models import Interview
from interviews.permissions import DeskRequest, editors_only
from interviews.services.errors import Refused
from interviews.services.fetching import CannotFetch
from interviews.services.reimporting import compare_again, read_like, take_over
from interviews.text.renewing import Suggestion
from interviews.transcript.edits import InsertTurn
from interviews.transcript.turns import Transcript
from interviews.views.editor import found_interview, wanted_flag
from interviews.views.importing import MEGABYTES, brought, pasted

LISTED = 400  # suggestions on one page; a browser sends at most five hundred fields


@dataclass(frozen=True, slots=True)
class Shown:
    """A suggestion with its place and its words marked."""

    one: Suggestion
    where: str
    html: SafeString


@editors_only
@require_http_methods(["GET", "POST"])
def import_again(request: DeskRequest, pk: int) -> HttpResponse:
    """The form; and after it what the file says otherwise. Nothing is stored yet."""
    interview = found_interview(request, pk)
    if request.method == "GET" or "back" in request.POST:
        return _ask(request, interview)
    try:
        data, name = brought(request)
        sized(data, MAX_BYTES)
        reading = read_like(interview=interview, data=data, name=name)
    except (ImportProblem, CannotFetch) as problem:
        return _ask(request, interview, str(problem))
    return _told(request, interview, reading, data, name)


@editors_only
@require_POST
def take_over_now(request: DeskRequest, pk: int) -> HttpResponse:
    """Take over what is ticked, and keep the file."""
    interview = found_interview(request, pk)
    name = request.POST.get("name", "")[:255]
    try:
        data = b64decode(request.POST.get("data", ""), validate=True)
        reading = read_like(interview=interview, data=data, name=name)
    except ImportProblem as problem:
        return _ask(request, interview, str(problem))
    except NotBase64:
        return _ask(request, interview, "The file did not arrive whole. Bring it again.")
    try:
        made = take_over(
            interview=interview,
            reading=reading,
            data=data,
            name=name,
            chosen=request.POST.getlist("take"),
            seen_version=wanted_flag(request.POST.get("version")) or 0,
            by=request.user,
        )
    except Refused as refusal:
        return _told(request, interview, reading, data, name, str(refusal), status=409)
    kept = "The file is kept with the interview."
    messages.success(request, f"{made.label}. {kept} Undo takes the changes back." if made else kept)
    return redirect("interviews:editor", pk)


def _ask(request: DeskRequest, interview: Interview, problem: str = "") -> HttpResponse:
    context = {
        "interview": interview,
        "problem": problem,
        "megabytes": MEGABYTES,
        "text": pasted(request),
        "address": request.POST.get("address", ""),
        "can_fetch": settings.IMPORT_FROM_URLS,
    }
    return render(request, "desk/import_again.html", context, status=422 if problem else 200)


def _told(
    request: DeskRequest,
    interview: Interview,
    reading: Reading,
    data: bytes,
    name: str,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    interview.refresh_from_db()
    told = compare_again(interview=interview, reading=reading)
    now = interview.transcript()
    context = {
        "interview": interview,
        "problem": problem,
        "name": name,
        "data": b64encode(data).decode("ascii"),
        "suggestions": [_shown(now, one) for one in told.suggestions[:LISTED]],
        "more": max(0, len(told.suggestions) - LISTED),
        "left_alone": told.left_alone,
    }
    return render(request, "desk/import_again_told.html", context, status=status)


def _shown(now: Transcript, one: Suggestion) -> Shown:
    if one.turn in now:
        return Shown(one, now.where(one.turn), diff_html(one.before, one.after))
    insertion = one.edits[0]
    behind = insertion.after if isinstance(insertion, InsertTurn) else None
    where = f"behind {now.where(behind)}" if behind in now and behind else "behind the one before"
    return Shown(one, where if behind else "at the start", diff_html("", one.after))
