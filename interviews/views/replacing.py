"""Find and replace over the whole interview."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods

from interviews.models import Interview
from interviews.permissions import DeskRequest, editors_only
from interviews.services.errors import Refused
from interviews.services.replacing import replace_all
from interviews.text.cleaning import UnsafeText
from interviews.text.finding import Found, Query, SearchTooLong, find
from interviews.text.patterns import LONGEST, BadPattern, BadReplacement
from interviews.transcript.naming import bearers
from interviews.transcript.turns import Transcript
from interviews.views.editor import found_interview
from interviews.views.panels import panel, screen_before
from interviews.views.screens import Screen

LISTED = 300  # places with a tick each; more are replaced all together or not at all
_AROUND = 40  # code points of context on either side

_UNFIT = (BadPattern, BadReplacement, SearchTooLong, UnsafeText)


@dataclass(frozen=True, slots=True)
class Place:
    """A place as it is listed."""

    id: str
    turn: str
    number: int | None
    html: SafeString


@editors_only
@require_http_methods(["GET", "POST"])
def replace(request: DeskRequest, pk: int) -> HttpResponse:
    """Every place with a tick, and what would stand there; a POST replaces what is ticked, or all."""
    interview = found_interview(request, pk)
    sent = request.POST if request.method == "POST" else request.GET
    query = _query(sent)
    if request.method == "GET":
        return _show(request, interview, query)
    before = screen_before(request, interview)
    only = None if "all" in sent else sent.getlist("place")
    try:
        made = replace_all(interview=interview, query=query, by=request.user, only=only)
    except Refused as refusal:
        return _show(request, interview, query, problem=str(refusal), status=409)
    except _UNFIT as unfit:
        return _show(request, interview, query, problem=str(unfit), status=422)
    if not request.htmx:
        messages.success(request, f"{made.label}.")
        return redirect("interviews:editor", pk)
    return _show(request, interview, query, before=before, said=f"{made.label}.")


def _show(
    request: DeskRequest,
    interview: Interview,
    query: Query,
    *,
    before: Screen | None = None,
    problem: str = "",
    said: str = "",
    status: int = 200,
) -> HttpResponse:
    transcript = interview.transcript()
    found: tuple[Found, ...] = ()
    if query.find and before is None:
        try:
            found = find(transcript.standing, query)
        except _UNFIT as unfit:
            problem, status = problem or str(unfit), 422
    context = {
        "query": query,
        "places": [_place(transcript, one) for one in found[:LISTED]],
        "count": len(found),
        "unlisted": max(0, len(found) - LISTED),
        "names": list(bearers(transcript)),
        "longest": LONGEST,
        "done": said,
        "looked": bool(query.find) and not problem and before is None,
    }
    return panel(
        request,
        interview,
        "panels/replace.html",
        "Find and replace",
        context,
        status=status,
        problem=problem,
        focus="" if found or said else "panel" if query.find else "find",
        before=before,
        said=said,
    )


def _query(sent: QueryDict) -> Query:
    return Query(
        find=sent.get("find", "")[: LONGEST + 1],
        replacement=sent.get("replacement", "")[: LONGEST + 1],
        case_sensitive=bool(sent.get("case")),
        whole_words=bool(sent.get("words")),
        is_pattern=bool(sent.get("pattern")),
        speaker=sent.get("speaker") or None,
    )


def _place(transcript: Transcript, found: Found) -> Place:
    text, span = transcript[found.turn].text, found.span
    before, after = text[: span.start], text[span.end :]
    html = format_html(
        "{}<del>{}</del><ins>{}</ins>{}" if found.instead else "{}<mark>{}</mark>{}{}",
        ("… " if len(before) > _AROUND else "") + before[-_AROUND:],
        found.words,
        found.instead,
        after[:_AROUND] + (" …" if len(after) > _AROUND else ""),
    )
    return Place(found.id, found.turn, transcript.numbers.get(found.turn), html)
