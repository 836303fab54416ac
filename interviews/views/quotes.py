"""The page of a quote, the frame in which others show it, and what tells them how (oEmbed)."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.urls import Resolver404, resolve
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from interviews.models.publication import Publication
from interviews.models.slug_redirect import SlugRedirect
from interviews.site.artefacts import Site
from interviews.site.quote_pages import EMBED_HEIGHT, EMBED_WIDTH, QuotePage
from interviews.site.quoting import Asked, Fate, quote

# An answer may be kept for a minute: a correction must not wait long for its quotes.
_KEPT = "public, max-age=60"
_LONGEST = 2000  # code points of words in a link
_WIDEST, _LOWEST = 1000, 120  # CSS pixels


@require_safe
def quote_page(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """The words, who said them, where they stand, and what became of them."""
    return _answer("public/quote.html", _found(slug, key, request.GET))


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"], "form-action": ["'none'"]})  # type: ignore[arg-type]
def embed(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """The same to be framed by others: the only page that may be."""
    return _answer("public/quote_embed.html", _found(slug, key, request.GET))


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """How to embed the quote under ``url`` (https://oembed.com, in JSON alone)."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse("Only JSON is spoken here.", status=501, content_type="text/plain")
    if not request.GET.get("url"):
        return HttpResponse("Say which page with ?url=…", status=400, content_type="text/plain")
    page = _named(request)
    if page is None or page.quote.fate is Fate.REMOVED:
        raise Http404
    width = min(_number(request, "maxwidth", EMBED_WIDTH), EMBED_WIDTH)
    height = max(_LOWEST, min(_number(request, "maxheight", EMBED_HEIGHT), EMBED_HEIGHT))
    with page.site.speaking():
        answer = JsonResponse(
            {
                "version": "1.0",
                "type": "rich",
                "title": page.heading,
                "author_name": page.speaker,
                "provider_name": page.site.name,
                "provider_url": page.site.absolute("/"),
                "cache_age": 3600,
                "width": width,
                "height": height,
                "html": page.embed_code(width, height),
            }
        )
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cache-Control"] = _KEPT
    return answer


def _found(slug: str, key: str, given: QueryDict | dict[str, str]) -> QuotePage | None:
    """The quote that a link names; None where its interview was withdrawn. Raises 404 where nothing was."""
    current = Publication.objects.current().filter(slug=slug).first()
    if current is None:
        if Publication.objects.withdrawn().filter(slug=slug).exists():
            return None
        raise Http404
    start, end, number = (given.get(name, "")[:_LONGEST].strip() for name in ("text", "to", "v"))
    asked = Asked(key, start, end, int(number[:6]) if number.isdecimal() else None)
    then = Publication.objects.quotable(current, asked.version)
    page = QuotePage(Site.of_settings(), current, asked, quote(current, asked, then))
    if page.is_unknown and page.quote.turn is None:
        raise Http404
    return page


def _named(request: HttpRequest) -> QuotePage | None:
    """The quote whose address another program asks about."""
    try:
        url = urlsplit(request.GET.get("url", "")[:4000])
    except ValueError as broken:
        raise Http404 from broken
    if url.netloc not in {request.get_host(), urlsplit(Site.of_settings().address).netloc}:
        raise Http404
    try:
        match = resolve(url.path)
    except Resolver404 as unknown:
        raise Http404 from unknown
    if match.view_name not in {"interviews:quote", "interviews:quote-embed"}:
        raise Http404
    given = {name: values[0] for name, values in parse_qs(url.query).items()}
    slug = match.kwargs["slug"]
    moved = SlugRedirect.objects.filter(slug=slug).values_list("to", flat=True).first()
    return _found(moved or slug, match.kwargs["key"], given)


def _number(request: HttpRequest, name: str, default: int) -> int:
    given = request.GET.get(name, "")
    return int(given[:6]) if given.isdecimal() and int(given[:6]) else default


def _answer(template: str, page: QuotePage | None) -> HttpResponse:
    site = Site.of_settings()
    if page is None:
        return HttpResponse(site.html("public/withdrawn.html", {}), status=410)
    answer = HttpResponse(site.html(template, {"page": page, "quote": page.quote}))
    answer.headers["Cache-Control"] = _KEPT
    return answer
