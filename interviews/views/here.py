"""Who else is at an interview, and what they have changed: asked for again and again by the open page."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2s

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from interviews.models import Claim, Interview, Presence
from interviews.models.presence import PAGE_LENGTH
from interviews.models.turn import KEY_LENGTH
from interviews.permissions import DeskRequest, can_publish, editors_only
from interviews.services.being_here import be_here, claim, leave, let_go, stay_active
from interviews.transcript.turns import Part
from interviews.views.editor import found_interview, wanted_flag
from interviews.views.filtering import Filter
from interviews.views.news import news
from interviews.views.screens import Screen
from interviews.views.stamps import Stamp, stamp_of

NOW = "Newsroom-Now"
_MISSED = "Others have changed a great deal here. Load the page again to see it."


@dataclass(frozen=True, slots=True)
class Company:
    """The others who are at an interview, each with the number of the turn, and whose it is for now."""

    others: tuple[tuple[Presence, int | None], ...]
    claim: Claim | None
    claim_is_mine: bool

    @property
    def token(self) -> str:
        """Equal as long as nothing of it changes."""
        told = [(one.user_id, one.turn, one.is_writing) for one, _ in self.others]
        claimed = (self.claim.user_id, self.claim.made_at) if self.claim else None
        return blake2s(repr((told, claimed)).encode(), digest_size=6).hexdigest()


def company(request: DeskRequest, interview: Interview) -> Company:
    """Who else is there: three queries at most."""
    others = list(interview.present.now().exclude(user=request.user))
    claimed = Claim.objects.in_force().filter(interview=interview).first()
    numbers = {}
    if any(one.turn for one in others):
        dialogue = interview.turns.in_place().filter(part=Part.DIALOGUE.value)
        numbers = {key: number for number, key in enumerate(dialogue.values_list("key", flat=True), start=1)}
    told = tuple((one, numbers.get(one.turn)) for one in others)
    return Company(told, claimed, claimed is not None and claimed.is_of(request.user))


@editors_only
@require_POST
def here(request: DeskRequest, pk: int) -> HttpResponse:
    """Say where one is, and hear what is new; 204 where nothing is.

    A page that is left says that (``gone``).
    """
    interview = found_interview(request, pk)
    sent = request.POST
    page = _name(sent.get("page", ""), PAGE_LENGTH) or "-"
    if sent.get("gone"):
        leave(interview=interview, user=request.user, page=page)
        return HttpResponse(status=204)
    at = _name(sent.get("turn", ""), KEY_LENGTH)
    be_here(interview=interview, user=request.user, page=page, turn=at, is_writing=bool(sent.get("writing")))
    if sent.get("active"):
        stay_active(interview=interview, user=request.user)
    known, now = Stamp.read(sent.get("known", "")), stamp_of(interview)
    with_me = company(request, interview)
    if known == now and with_me.token == sent.get("company"):
        return HttpResponse(status=204)
    context: dict[str, object] = {"interview": interview, "company": with_me}
    if known is not None and known != now:
        screen = Screen(interview, wanted_flag(sent.get("from")), only=Filter.of(sent))
        told = news(interview, screen, known, to=request.user)
        context |= {
            "screen": screen,
            "may_publish": can_publish(request.user),
            "news": told,
            "said": told.said if told else _MISSED,
        }
    response = render(request, "editor/_news.html", context)
    response.headers[NOW] = str(now)
    return response


def _name(sent: str, longest: int) -> str:
    """What was sent, where it can be the key of a turn or the name of a page."""
    return sent if sent.isalnum() and sent.isascii() and len(sent) <= longest else ""


@editors_only
@require_POST
def claim_interview(request: DeskRequest, pk: int) -> HttpResponse:
    """I am working on this; or not any more."""
    interview = found_interview(request, pk)
    if request.POST.get("to") == "release":
        let_go(interview=interview, user=request.user)
        said = "Others see that you have let go of it."
    else:
        claim(interview=interview, user=request.user)
        said = "Others see that you are working on this. They can go on all the same."
    if not request.htmx:
        return redirect(interview)
    context = {"interview": interview, "company": company(request, interview), "said": said, "focus": "claim"}
    return render(request, "editor/_news.html", context)
