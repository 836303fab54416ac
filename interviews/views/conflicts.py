"""Two people wrote in one turn: both texts are shown, and nothing is decided for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST
from django_htmx.http import reswap, retarget

from interviews.differences import side_by_side
from interviews.models import Interview
from interviews.people import name_of
from interviews.permissions import DeskRequest, editors_only
from interviews.services.errors import StaleEdit
from interviews.services.meeting import put_together, who_changed
from interviews.text.merging import Merged, Side
from interviews.views.editor import found_interview, wanted_flag
from interviews.views.screens import Screen

_CARRIED = ("speaker", "start", "end")  # what else the form held


@dataclass(frozen=True, slots=True)
class Together:
    """Both changes in one text, as the page shows it. ``first`` is the first overlap in UTF-16 units."""

    html: SafeString
    overlaps: int
    first: str


def conflict(
    request: DeskRequest, interview: Interview, stale: StaleEdit, key: str, mine: str
) -> HttpResponse:
    """Both texts, with what to do; theirs stands, mine is in the form and can be saved on top of it."""
    sent = request.POST  # a form that was shown here before remembers on which version the words were made
    base = wanted_flag(sent.get("base") or sent.get("version")) or 0
    return _shown(request, interview, key, mine, base=base, problem=str(stale), status=409)


@editors_only
@require_POST
def take_both(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """What both wrote, put together in the form: to be read once more, and saved then. Writes nothing."""
    interview = found_interview(request, pk)
    base = wanted_flag(request.POST.get("base")) or 0
    mine = request.POST.get("text", "")
    try:
        merged = put_together(interview=interview, key=key, mine=mine, seen_version=base)
    except KeyError as gone:
        raise Http404 from gone
    return _shown(request, interview, key, merged.text, base=base, together=_together(merged))


def _shown(
    request: DeskRequest,
    interview: Interview,
    key: str,
    text: str,
    *,
    base: int,
    problem: str = "",
    together: Together | None = None,
    status: int = 200,
) -> HttpResponse:
    screen = Screen(interview, wanted_flag(request.POST.get("from")))
    turn = next((turn for turn in screen.turns if turn.row.key == key), None)
    theirs, mine = side_by_side(turn.row.text if turn else "", text)
    context: dict[str, Any] = {
        "interview": interview,
        "screen": screen,
        "turn": turn,
        "key": key,
        "text": text,
        "base": base,
        "theirs": theirs,
        "mine": mine,
        "who": name_of(who_changed(interview, key)),
        "problem": problem,
        "together": together,
        "carried": {name: request.POST[name] for name in _CARRIED if name in request.POST},
    }
    if not request.htmx:
        return render(request, "editor/conflict.html", context, status=status)
    response = render(request, "editor/_conflict.html", context, status=status)
    return reswap(retarget(response, f"#t-{key}"), "outerHTML")


def _together(merged: Merged) -> Together:
    at, first = 0, ""
    for stretch in merged.stretches:
        end = at + len(stretch.text.encode("utf-16-le")) // 2
        if stretch.side is Side.OVERLAP and not first:
            first = f"{at}-{end}"
        at = end
    html = format_html_join("", "{}", ((_html(stretch.side, stretch.text),) for stretch in merged.stretches))
    return Together(html, merged.overlaps, first)


def _html(side: Side, text: str) -> SafeString:
    if side is Side.BOTH:
        return format_html("{}", text)
    if side is Side.OVERLAP:
        return format_html('<mark class="duplicate">{}</mark>', text)
    return format_html("<ins>{}</ins>", text)
