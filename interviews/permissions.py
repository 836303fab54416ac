"""Who may do what: the one place that decides."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.views import redirect_to_login
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails

if TYPE_CHECKING:
    from interviews.models import ImportJob, Interview

P = ParamSpec("P")

# A redirect would put the login form where the answer belongs; the page says this and keeps the words.
SIGNED_OUT = (
    "You are signed out. Sign in again in another tab, then try once more; what you typed is still here."
)


class DeskRequest(HttpRequest):
    """A request of somebody who may work at the desk."""

    user: User
    htmx: HtmxDetails


DeskView = Callable[Concatenate[DeskRequest, P], HttpResponse]
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def can_edit_all(user: User | AnonymousUser) -> bool:
    """May work on every interview."""
    return user.has_perm("interviews.change_interview")


def can_edit(user: User | AnonymousUser) -> bool:
    """May work at the desk: on all interviews, or on those brought in by or assigned to this person."""
    return can_edit_all(user) or user.has_perm("interviews.change_own_interview")


def can_edit_interview(user: User | AnonymousUser, interview: Interview) -> bool:
    """May open this interview, change it, settle its flags and comment on it."""
    own = user.pk is not None and user.pk in {interview.created_by_id, interview.assignee_id}
    return can_edit_all(user) or (own and can_edit(user))


def can_see_import(user: User | AnonymousUser, job: ImportJob) -> bool:
    """May see what became of files that were brought in one go: whoever brought them, or edits everything."""
    return can_edit_all(user) or (user.pk is not None and user.pk == job.created_by_id)


def can_manage(user: User | AnonymousUser) -> bool:
    """May give interviews to people and set the dates by which they are due."""
    return can_edit_all(user)


def can_publish(user: User | AnonymousUser) -> bool:
    """May publish and withdraw."""
    return can_edit(user) and user.has_perm("interviews.add_publication")


def can_approve(user: User | AnonymousUser) -> bool:
    """May say that an interview is ready to go out, or send it back; whoever publishes may do both."""
    return can_edit(user) and (can_publish(user) or user.has_perm("interviews.approve_interview"))


def can_send_back(user: User | AnonymousUser, interview: Interview) -> bool:
    """May make a draft of it again: who may approve, and until it is approved whoever works on it."""
    approved = interview.status == "ready"
    return can_edit_interview(user, interview) and (can_approve(user) or not approved)


def can_rule(user: User | AnonymousUser) -> bool:
    """May write house rules, see what they find in the archive, and switch them on and off."""
    return can_edit_all(user) and user.has_perm("interviews.change_houserule")


def is_own_work(user: User | AnonymousUser, interview: Interview) -> bool:
    """Brought the interview in, is assigned to it, or sent it for review."""
    involved = {interview.created_by_id, interview.assignee_id, interview.sent_by_id}
    return user.pk is not None and user.pk in involved


def needs_another(user: User | AnonymousUser, interview: Interview) -> bool:
    """Whether somebody else has to approve: FOUR_EYES is set, and it is this person's own work."""
    return bool(settings.FOUR_EYES) and is_own_work(user, interview)


def people_of_the_desk() -> QuerySet[User]:
    """Everybody who may work at the desk: an interview can be assigned to each of them."""
    return _with("change_interview") | _with("change_own_interview")


def who_may_edit(interview: Interview) -> QuerySet[User]:
    """Everybody for whom ``can_edit_interview`` is true."""
    own = _with("change_own_interview").filter(pk__in=[interview.created_by_id, interview.assignee_id])
    return _with("change_interview") | own


def _with(right: str) -> QuerySet[User]:
    return User.objects.with_perm(f"interviews.{right}", backend="django.contrib.auth.backends.ModelBackend")


def _only(allowed: Callable[[User | AnonymousUser], bool]) -> Callable[[DeskView[P]], View[P]]:
    def decorate(view: DeskView[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                if getattr(request, "htmx", False):
                    return HttpResponse(SIGNED_OUT, status=401, content_type="text/plain")
                return redirect_to_login(request.get_full_path())
            if not allowed(request.user):
                raise Http404  # whoever may not see it is not told that it exists
            response = view(cast(DeskRequest, request), *args, **kwargs)
            response.headers["Cache-Control"] = "no-store"
            return response

        return cast("View[P]", guarded)

    return decorate


editors_only = _only(can_edit)
approvers_only = _only(can_approve)
managers_only = _only(can_manage)
publishers_only = _only(can_publish)
rulers_only = _only(can_rule)
