"""Publications whose time has come go out while somebody is at the desk, where no cron job does it sooner."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from interviews.services.scheduling import publish_due


class DuePublications:
    """Middleware: looks at requests of the desk, at most once in PUBLISH_DUE_EVERY seconds (0: never)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.looked_at = float("-inf")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        every, now = settings.PUBLISH_DUE_EVERY, monotonic()
        if every and request.path_info.startswith("/desk/") and now - self.looked_at >= every:
            self.looked_at = now
            if request.user.is_authenticated:
                publish_due()
        return self.get_response(request)
