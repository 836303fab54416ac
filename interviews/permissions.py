"""Who may do what: the one place that decides."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails

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


def can_edit(user: User | AnonymousUser) -> bool:
    """May open drafts, change them and settle flags."""
    return user.has_perm("interviews.change_interview")


def can_publish(user: User | AnonymousUser) -> bool:
    """May publish and withdraw."""
    return can_edit(user) and user.has_perm("interviews.add_publication")


def can_rule(user: User | AnonymousUser) -> bool:
    """May write house rules, see what they find in the archive, and switch them on and off."""
    return can_edit(user) and user.has_perm("interviews.change_houserule")


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
publishers_only = _only(can_publish)
rulers_only = _only(can_rule)
