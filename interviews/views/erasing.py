"""Words go for legal reasons: asked for twice, and told afterwards."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from interviews.permissions import DeskRequest, publishers_only
from interviews.services.erasing import CONFIRMATION, erase, turns_with
from interviews.services.errors import Refused
from interviews.views.editor import found_interview

_LONGEST = 5000  # code points
_REMAINS = (
    "The file of the database may still hold them: somebody else was at it. Ask whoever runs the server to "
    "run “manage.py clear_remains”."
)


@publishers_only
@require_http_methods(["GET", "POST"])
def erase_words(request: DeskRequest, pk: int) -> HttpResponse:
    """The form, with how often the words stand; and the erasures of this interview so far."""
    interview = found_interview(request, pk)
    sent = {name: request.POST.get(name, "")[:_LONGEST] for name in ("words", "reason", "confirmation")}
    problem, found = "", 0
    if request.method == "POST":
        try:
            found = len(turns_with(interview, sent["words"]))
            made = erase(interview=interview, by=request.user, **sent)
        except Refused as refusal:
            problem = str(refusal)
        else:
            messages.success(
                request, f"The words are erased: {made.rows} entries of the newsroom were changed."
            )
            if not made.is_cleared:
                messages.error(request, _REMAINS)
            return redirect("interviews:erase", pk)
    context = {
        "interview": interview,
        "sent": sent,
        "found": found,
        "problem": problem,
        "confirmation": CONFIRMATION,
        "erasures": interview.erasures.select_related("made_by"),
    }
    return render(request, "desk/erase.html", context, status=422 if problem else 200)
