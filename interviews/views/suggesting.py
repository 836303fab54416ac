"""Readers suggest a correction, without an account and without a cookie; the desk settles it."""

from __future__ import annotations

from django.contrib import messages
from django.core.signing import BadSignature, TimestampSigner
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from interviews.models.publication import Publication
from interviews.models.suggestion import Suggestion
from interviews.permissions import DeskRequest, editors_only
from interviews.services.errors import Refused
from interviews.services.suggesting import LONGEST, dismiss_suggestion, suggest, take_up
from interviews.site.artefacts import Site
from interviews.site.quoting import heir
from interviews.text.cleaning import UnsafeText
from interviews.views.editor import found_interview
from interviews.views.limiting import address_of

_OPEN_FOR = 24 * 3600  # seconds in which a form can be sent


@csrf_exempt  # no cookie is set: the signed token in the form takes its place
@require_http_methods(["GET", "HEAD", "POST"])
def suggestion_page(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """The form; what was sent comes back with a sentence where it was not taken."""
    publication = Publication.objects.current().filter(slug=slug).first()
    turn = heir(publication.text, publication.joined, key) if publication else None
    if publication is None or turn is None:
        raise Http404
    signer = TimestampSigner(salt="interviews.suggestion")
    site, problem, text = Site.of_settings(), "", request.POST.get("text", "")[: LONGEST * 2]
    if request.method == "POST":
        with site.speaking():
            problem = _problem(request, signer, publication, turn.key, text)
        if not problem:
            return HttpResponseRedirect(f"{request.path}?sent=1")
    context = {
        "publication": publication,
        "turn": turn,
        "token": signer.sign_object([publication.pk, turn.key]),
        "text": text,
        "longest": LONGEST,
        "problem": problem,
        "sent": "sent" in request.GET and not problem,
    }
    answer = HttpResponse(site.html("public/suggest.html", context), status=422 if problem else 200)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _problem(
    request: HttpRequest, signer: TimestampSigner, publication: Publication, key: str, text: str
) -> str:
    """Why what was sent was not taken, as a sentence for the reader; empty where it was."""
    if request.POST.get("website"):
        return ""  # filled in by a program; it learns nothing
    try:
        signer.unsign_object(request.POST.get("token", ""), max_age=_OPEN_FOR)
        suggest(publication=publication, key=key, text=text, address=address_of(request))
    except BadSignature:
        return gettext("The form was open for too long. Send it once more.")
    except UnsafeText:
        return gettext(
            "There is an invisible sign in it that cannot be kept. Remove it and send it once more."
        )
    except Refused as refusal:
        return str(refusal)
    return ""


@editors_only
@require_GET
def suggestions(request: DeskRequest, pk: int) -> HttpResponse:
    """What readers say of an interview, open ones first."""
    interview = found_interview(request, pk)
    listed = interview.suggestions.select_related("publication", "settled_by").order_by(
        "-settled_at" if "settled" in request.GET else "made_at"
    )
    context = {
        "interview": interview,
        "open": [one for one in listed if one.settled_at is None],
        "settled": [one for one in listed if one.settled_at is not None],
    }
    return render(request, "desk/suggestions.html", context)


@editors_only
@require_POST
def take_up_suggestion(request: DeskRequest, pk: int, suggestion: int) -> HttpResponse:
    """Take it up: the turn opens at the desk."""
    interview = found_interview(request, pk)
    found = get_object_or_404(Suggestion, pk=suggestion, interview=interview)
    try:
        take_up(suggestion=found, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{interview.get_absolute_url()}#t-{found.key}")


@editors_only
@require_POST
def dismiss_suggestion_now(request: DeskRequest, pk: int, suggestion: int) -> HttpResponse:
    """Dismiss it with a note."""
    interview = found_interview(request, pk)
    found = get_object_or_404(Suggestion, pk=suggestion, interview=interview)
    try:
        dismiss_suggestion(suggestion=found, note=request.POST.get("note", ""), by=request.user)
    except (Refused, UnsafeText) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Dismissed.")
    return redirect("interviews:suggestions", interview.pk)
