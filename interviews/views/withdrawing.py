"""A page is taken away from readers: what happens is said before it does."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from interviews.models import Interview
from interviews.permissions import DeskRequest, publishers_only
from interviews.services.errors import Refused
from interviews.services.publishing import unpublish
from interviews.text.cleaning import UnsafeText
from interviews.views.editor import found_interview

_LONGEST = 1000  # code points of the note


@publishers_only
@require_http_methods(["GET", "POST"])
def withdraw_page(request: DeskRequest, pk: int) -> HttpResponse:
    """Say what withdrawing does, and do it."""
    interview: Interview = found_interview(request, pk)
    note, keep_links, problem = request.POST.get("note", "")[:_LONGEST], "keep_links" in request.POST, ""
    if request.method == "POST":
        try:
            ended = unpublish(interview=interview, by=request.user, note=note, keep_links=keep_links)
        except UnsafeText as refusal:
            problem = str(refusal)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("interviews:publish", pk)
        else:
            messages.success(request, _told(interview, ended))
            return redirect("interviews:publish", pk)
    publication = interview.current_publication()
    if publication is None:
        return redirect("interviews:publish", pk)
    context = {
        "interview": interview,
        "publication": publication,
        "links": interview.preview_links.working(timezone.now()).count(),
        "schedule": interview.schedules.waiting().first(),
        "time_zone": timezone.get_current_timezone_name(),
        "note": note,
        "keep_links": keep_links,
        "problem": problem,
    }
    return render(request, "desk/withdraw.html", context, status=422 if problem else 200)


def _told(interview: Interview, ended: int) -> str:
    done = f"“{interview.title}” is no longer public. Its address says that it was withdrawn."
    if not ended:
        return done
    return f"{done} {ended} preview {'link has' if ended == 1 else 'links have'} ended."
