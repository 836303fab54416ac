"""Where an interview stands: its stage, whose it is, by when it is due, and whether it may go out."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from interviews.forms import AssignmentForm
from interviews.models import EditRecord, Interview
from interviews.permissions import (
    DeskRequest,
    approvers_only,
    can_approve,
    can_manage,
    can_publish,
    can_send_back,
    editors_only,
    managers_only,
    needs_another,
)
from interviews.services import workflow
from interviews.services.errors import Refused
from interviews.text.cleaning import UnsafeText
from interviews.views.editor import found_interview
from interviews.views.panels import panel


@editors_only
@require_GET
def status(request: DeskRequest, pk: int) -> HttpResponse:
    """The stage, and what may be done next."""
    return _shown(request, found_interview(request, pk))


@editors_only
@require_POST
def to_review(request: DeskRequest, pk: int) -> HttpResponse:
    """Hand a draft over."""
    interview = found_interview(request, pk)
    return _done(request, interview, lambda: workflow.send_to_review(interview=interview, by=request.user))


@approvers_only
@require_POST
def to_ready(request: DeskRequest, pk: int) -> HttpResponse:
    """Approve what is in review."""
    interview = found_interview(request, pk)
    return _done(request, interview, lambda: workflow.mark_ready(interview=interview, by=request.user))


@editors_only
@require_POST
def to_draft(request: DeskRequest, pk: int) -> HttpResponse:
    """Send back, or take back."""
    interview = found_interview(request, pk)
    if not can_send_back(request.user, interview):
        raise Http404
    why = request.POST.get("why", "")[:200]
    return _done(
        request, interview, lambda: workflow.send_back(interview=interview, by=request.user, why=why)
    )


@managers_only
@require_POST
def assign(request: DeskRequest, pk: int) -> HttpResponse:
    """Whose it is, by when, and not before when."""
    interview = found_interview(request, pk)
    form = AssignmentForm(request.POST, interview=interview)
    if not form.is_valid():
        return _shown(request, interview, form=form, status=422)
    due_on, until, by = form.cleaned_data["due_on"], form.cleaned_data["embargo_until"], request.user
    done = [
        workflow.assign(interview=interview, to=form.person, by=by),
        workflow.set_due(interview=interview, due_on=due_on, by=by),
        workflow.set_embargo(interview=interview, until=until, by=by),
    ]
    said = ". ".join(made.label for made in done if made) or "Nothing had changed"
    return _answer(request, interview, f"{said}.")


def _done(request: DeskRequest, interview: Interview, step: Callable[[], EditRecord]) -> HttpResponse:
    """Take the step, and show where the interview stands then."""
    try:
        made = step()
    except UnsafeText as unsafe:
        return _shown(request, interview, problem=str(unsafe), status=422)
    except Refused as refusal:
        interview.refresh_from_db()
        return _shown(request, interview, problem=str(refusal), status=409)
    return _answer(request, interview, f"{made.label}.")


def _answer(request: DeskRequest, interview: Interview, said: str) -> HttpResponse:
    if not request.htmx:
        messages.success(request, said)
        return redirect("interviews:status", interview.pk)
    interview.refresh_from_db()
    return _shown(request, interview, said=said)


def _shown(
    request: DeskRequest,
    interview: Interview,
    *,
    form: AssignmentForm | None = None,
    said: str = "",
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form or AssignmentForm(interview=interview),
        "may_approve": can_approve(request.user),
        "may_manage": can_manage(request.user),
        "may_publish": can_publish(request.user),
        "may_send_back": can_send_back(request.user, interview),
        "needs_another": needs_another(request.user, interview),
        "steps": interview.records.steps().select_related("author")[:6],
        "said": said,
    }
    return panel(
        request,
        interview,
        "editor/status.html",
        "Where it stands",
        context,
        status=status,
        problem=problem,
        said=said,
    )
