"""Public addresses that answer before anything was published, or at every moment anew."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from interviews.models.publication import Publication
from interviews.site.artefacts import Site
from interviews.site.builders.sitemaps import IS_NEWS_FOR, XML, news, news_of
from interviews.site.building import files_of_the_site
from interviews.site.meaning import did_you_mean
from interviews.site.searching import LONGEST, search
from interviews.site.serving import answer

_FOR_MINUTES = "public, max-age=300"


@require_safe
def standing(request: HttpRequest, **_gaps: object) -> HttpResponse:
    """A file of the whole site; before the first publication, as it is for an empty site."""
    return answer(request) or _of_an_empty_site(request.path_info)


@require_safe
def news_sitemap(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """What is news now: in two days, nothing of it will be."""
    now = timezone.now()
    found = Publication.objects.current().listed().filter(first_published_at__gt=now - IS_NEWS_FOR)
    told = HttpResponse(news(Site.of_settings(), news_of(found, now)), content_type=XML)
    told.headers["Cache-Control"] = _FOR_MINUTES
    return told


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Interviews with certain words. Drafts are not looked at: it asks for publications that stand."""
    query = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST]
    hits, more = search(query) if query else ([], False)
    meant = did_you_mean(query) if query and not hits else ""
    context = {"query": query, "hits": hits, "more": more, "meant": meant, "longest": LONGEST}
    told = HttpResponse(Site.of_settings().html("public/search.html", context))
    told.headers["Cache-Control"] = _FOR_MINUTES
    return told


def _of_an_empty_site(path: str) -> HttpResponse:
    site = Site.of_settings()
    for planned in files_of_the_site(site, []):
        if planned.path == path:
            return HttpResponse(planned.body(site), content_type=planned.media_type)
    raise Http404
