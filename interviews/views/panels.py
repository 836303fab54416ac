"""A tool of the review desk: a panel over the queue, and without a script a page of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from interviews.models import Interview
from interviews.permissions import DeskRequest
from interviews.views.editor import changes_shown, wanted_flag, wants_check
from interviews.views.screens import Screen

_PANEL, _PAGE = "editor/_panel.html", "editor/panel_page.html"


def panel(
    request: DeskRequest,
    interview: Interview,
    template: str,
    title: str,
    context: Mapping[str, Any],
    *,
    status: int = 200,
    problem: str = "",
    focus: str = "panel",
    before: Screen | None = None,
    said: str = "",
) -> HttpResponse:
    """A tool's template, which extends ``base`` and fills its block ``panel`` (headings are of ``level``).

    With ``before``, what has changed on the desk since is drawn along with it. ``focus`` is "panel" for the
    heading; where it is not, the template marks another place with ``data-focus``.
    """
    shown = {
        **context,
        "base": _PANEL if request.htmx else _PAGE,
        "level": 3 if request.htmx else 2,
        "panel_title": title,
        "interview": interview,
        "problem": problem,
        "focus": focus,
        "said": said,
    }
    if before is not None and request.htmx:
        shown |= changes_shown(request, interview, before=before, wanted=before.wanted)
    response = render(request, template, shown, status=status)
    return wants_check(response, interview) if before is not None else response


def screen_before(request: DeskRequest, interview: Interview) -> Screen:
    """What the desk showed when the tool was used; it sends the open card's flag along as ``from``."""
    return Screen(interview, wanted_flag(request.POST.get("from") or request.GET.get("from")))
