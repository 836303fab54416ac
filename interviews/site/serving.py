"""A stored file as an answer: one query, then bytes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags

from interviews.models.artefact import Artefact
from interviews.site.bodies import lately, name_of, store
from interviews.site.negotiating import choose

# Browsers ask each time, which costs them an empty answer; a cache in between may answer for a minute.
_CACHING = "public, max-age=0, s-maxage=60, must-revalidate"


def answer(request: HttpRequest) -> HttpResponse | None:
    """What is public under the path that is asked for, or None."""
    found = Artefact.objects.at(request.path_info)
    if found is None:
        return None
    digest, media_type, encodings, status, headers = found
    encoding = choose(request.headers.get("Accept-Encoding", ""), tuple(encodings.split()))
    tag = f'"{digest[:32]}{"-" if encoding else ""}{encoding}"'
    if status == 200 and _has(request, tag):
        told: HttpResponse = HttpResponseNotModified()
    else:
        body = lately.get(name_of(digest, encoding))
        told = HttpResponse(b"" if request.method == "HEAD" else body, content_type=media_type, status=status)
        told.headers["Content-Length"] = str(len(body))
        if encoding:
            told.headers["Content-Encoding"] = encoding
    told.headers["Cache-Control"] = _CACHING
    if status == 200:
        told.headers["ETag"] = tag
    if encodings:
        told.headers["Vary"] = "Accept-Encoding"
    for name, value in headers.items():
        told.headers[name] = value
    return told


def look_at(path: str) -> None:
    """Read a little of what is public under a path, where anything is. Raises what its storage raises."""
    found = Artefact.objects.at(path)
    if found is not None:
        with store().open(name_of(found.digest)) as file:
            file.read(1)


def _has(request: HttpRequest, tag: str) -> bool:
    """Whether the browser holds this form already (If-None-Match compares weakly: RFC 9110, 13.1.2)."""
    known = request.headers.get("If-None-Match")
    if not known:
        return False
    return known.strip() == "*" or any(one.removeprefix("W/") == tag for one in parse_etags(known))
