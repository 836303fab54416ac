"""Earlier addresses of published interviews lead to the ones of today."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from interviews.models.slug_redirect import SlugRedirect

_PLACE = "interviews"  # the part of an address before an interview's own


class EarlierAddresses:
    """Middleware: where nothing is found under an interview's address, look whether it moved.

    It costs a query only where the answer would be 404. Everything below the address moves along: changes,
    downloads, quotes.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if answer.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return answer
        parts = request.path_info.split("/")
        if len(parts) < 4 or parts[1] != _PLACE:
            return answer
        moved = SlugRedirect.objects.filter(slug=parts[2]).exclude(to=parts[2]).first()
        if moved is None:
            return answer
        path = "/".join(_renamed(part, moved) for part in parts)
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)


def _renamed(part: str, moved: SlugRedirect) -> str:
    """A part of a path with the new slug; files are named after the slug, too."""
    name, dot, ending = part.partition(".")
    return f"{moved.to}{dot}{ending}" if name == moved.slug else part
