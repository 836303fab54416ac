"""What goes wrong is told on a page of the public site, in its language."""

from __future__ import annotations

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

from interviews.site.artefacts import Site


def too_much(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """400: what was sent is too large, or cannot be understood; or it was sent to a host that is not ours."""
    return _page(400, is_elsewhere=isinstance(exception, DisallowedHost))


def not_allowed(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403, for forms from elsewhere too, of which Django tells a ``reason`` that is nothing for readers."""
    return _page(403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404."""
    return _page(404)


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """500."""
    return _page(500)


def _page(status: int, **known: bool) -> HttpResponse:
    return HttpResponse(Site.of_settings().html(f"{status}.html", known), status=status)
