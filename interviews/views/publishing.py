"""The last steps before readers: details, preview, the gate."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TypedDict

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from interviews.forms import DetailsForm, FilingForm, SpeakerFormSet
from interviews.models import Interview
from interviews.models.filed import Filed
from interviews.moments import in_words
from interviews.permissions import DeskRequest, can_publish, editors_only, needs_another, publishers_only
from interviews.services.accounting import account
from interviews.services.correcting import Stated, last_publication, stands_as, to_state
from interviews.services.describing import describe
from interviews.services.embargoing import embargo_on
from interviews.services.errors import CannotSchedule, Refused, StaleFiling
from interviews.services.filing import frozen_filing
from interviews.services.publishing import gate, publish
from interviews.services.scheduling import schedule, unschedule
from interviews.site.artefacts import Site
from interviews.site.pages import Page
from interviews.text.placeholders import unnamed
from interviews.text.working_titles import for_colleagues
from interviews.transcript.turns import only_standing
from interviews.views.editor import found_interview
from interviews.views.stating import questions, stated


class Said(TypedDict):
    """What a publisher says with the key that publishes."""

    acknowledged: Collection[int]
    override_reason: str
    corrections: Sequence[Stated]


@editors_only
@require_http_methods(["GET", "POST"])
def details(request: DeskRequest, pk: int) -> HttpResponse:
    """Title, standfirst, date, and who is who."""
    interview = found_interview(request, pk)
    filing = FilingForm(request.POST or None, now=interview.filing())
    form = DetailsForm(request.POST or None, instance=interview)
    # What comes back may tell of somebody who was joined to another one in between.
    shown = None if request.method == "POST" else interview.speakers.with_turns()
    speakers = SpeakerFormSet(request.POST or None, instance=interview, queryset=shown)
    filed = request.POST.get("filed")
    if request.method == "POST" and form.is_valid() and filing.is_valid() and speakers.is_valid():
        try:
            describe(
                interview=interview,
                details=form.cleaned_data,
                speakers=speakers.known(),
                by=request.user,
                filing=filing.filing,
                filed=filed,
            )
        except Refused as refusal:
            filing.add_error(None, str(refusal))
            filed = refusal.now.mark if isinstance(refusal, StaleFiling) else filed
        else:
            messages.success(request, "Saved.")
            return redirect("interviews:publish" if "on" in request.POST else "interviews:details", pk)
    status = 200
    if request.method == "POST":
        status = 409 if filing.is_bound and filing.non_field_errors() else 422
    context = {
        "interview": interview,
        "form": form,
        "filing": filing,
        "filed": interview.filing().mark if filed is None else filed,
        "speakers": speakers,
        "may_publish": can_publish(request.user),
    }
    return render(request, "desk/details.html", context, status=status)


@editors_only
@require_GET
def preview(request: DeskRequest, pk: int) -> HttpResponse:
    """The page as readers would get it now."""
    interview = found_interview(request, pk)
    transcript = interview.transcript()
    page = Page(
        title=interview.title,
        standfirst=interview.standfirst,
        transcript=only_standing(transcript),
        language=interview.language,
        recorded_on=interview.recorded_on,
        first_published_at=timezone.now(),
        published_at=timezone.now(),
        edited=account(interview, transcript).edited,
    )
    context = {"page": page, "draft": interview, "filed": Filed.of(frozen_filing(interview))}
    return HttpResponse(Site.of_settings().html("public/interview.html", context))


@publishers_only
@require_http_methods(["GET", "POST"])
def publish_page(request: DeskRequest, pk: int) -> HttpResponse:
    """The gate: what blocks, what has to be acknowledged, and the key that publishes."""
    interview = found_interview(request, pk)
    problem = ""
    transcript = interview.transcript()
    last, publication = last_publication(interview), interview.current_publication()
    owing = to_state(last, interview, transcript)
    if request.method == "POST":
        said: Said = {
            "acknowledged": {
                int(value) for value in request.POST.getlist("acknowledged") if value.isdecimal()
            },
            "override_reason": request.POST.get("override_reason", "")[:2000],
            "corrections": stated(owing, request.POST),
        }
        try:
            return _go_out(request, interview, said)
        except Refused as refusal:
            problem = str(refusal)
    context = {
        "interview": interview,
        "gate": gate(interview),
        "note": account(interview, transcript).note,
        "asked": questions(owing, request.POST),
        "embargo": embargo_on(interview, owing),
        "unnamed": unnamed(transcript),
        "for_colleagues": for_colleagues(interview.title),
        "own_work": needs_another(request.user, interview),
        "problem": problem,
        "reason": request.POST.get("override_reason", ""),
        "publication": publication,
        "unchanged": publication is not None and stands_as(publication, interview, transcript),
        "withdrawn": None if publication else last,
        "schedule": interview.schedules.filter(state__in=["waiting", "failed"]).first(),
        "at": request.POST.get("at", _first_time(interview)),
        "time_zone": timezone.get_current_timezone_name(),
    }
    return render(request, "desk/publish.html", context, status=409 if problem else 200)


def _go_out(request: DeskRequest, interview: Interview, said: Said) -> HttpResponse:
    """Publish now, or set the time at which it will be."""
    if request.POST.get("when") != "later":
        return redirect(publish(interview=interview, by=request.user, **said))  # the page says it itself
    made = schedule(interview=interview, at=_time(request.POST.get("at", "")), by=request.user, **said)
    messages.success(request, f"“{interview.title}” will be published on {in_words(made.at)}.")
    return redirect("interviews:publish", interview.pk)


def _first_time(interview: Interview) -> str:
    """What is offered for a time: when the embargo ends, as browsers write it; else none."""
    until = interview.embargo_until
    return f"{timezone.localtime(until):%Y-%m-%dT%H:%M}" if until and interview.is_embargoed() else ""


def _time(written: str) -> datetime:
    """A time as it was entered, in the newsroom's zone. Raises CannotSchedule for one that there is not, such
    as in the hour that is left out when the clocks go forward, or that there is twice."""
    try:
        at: datetime | None = forms.DateTimeField(required=False).clean(written)
    except ValidationError as wrong:
        raise CannotSchedule(" ".join(wrong.messages)) from wrong
    if at is None:
        raise CannotSchedule("Choose the day and the time at which it should be published.")
    return at


@publishers_only
@require_POST
def unschedule_page(request: DeskRequest, pk: int) -> HttpResponse:
    """Take the time of publishing back."""
    try:
        unschedule(interview=found_interview(request, pk), by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "It will not be published by itself.")
    return redirect("interviews:publish", pk)
