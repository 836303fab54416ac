"""Pages that somebody may ask for only so often."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from interviews.services.limiting import Limit, TooOften, sender_of, take
from interviews.site.artefacts import Site

View = Callable[[HttpRequest], HttpResponse]


def address_of(request: HttpRequest) -> str:
    """Where the request came from; behind a proxy, what the proxy says."""
    told = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return str(told.rsplit(",", 1)[-1].strip() or request.META.get("REMOTE_ADDR", ""))


def limited(view: View, limit: Limit, *, asks: str) -> View:
    """The view, for as many requests with a value for ``asks`` as a client may make.

    Then a page says when the next one is answered. Addresses are given their limit where they are listed:
    public views know no services.
    """

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        if request.method in {"GET", "HEAD"} and request.GET.get(asks, "").strip():
            try:
                take(limit, sender_of(address_of(request), limit))
            except TooOften as flood:
                return _refused(flood.seconds)
        return view(request)

    return answer


def _refused(seconds: int) -> HttpResponse:
    told = HttpResponse(Site.of_settings().html("public/too_often.html", {"seconds": seconds}), status=429)
    told.headers["Retry-After"] = str(seconds)
    told.headers["Cache-Control"] = "no-store"
    return told
