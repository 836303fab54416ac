"""What readers see. Reads publications and nothing else: it has no query that could reach a draft."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from interviews.models.publication import Publication
from interviews.transcript.changes import Sort
from interviews.views.marking import diff_html
from interviews.views.pages import Page

ON_A_PAGE = 30


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All published interviews, the newest first."""
    listed = Paginator(Publication.objects.current(), ON_A_PAGE).get_page(request.GET.get("page"))
    pages = [Page.of(publication) for publication in listed.object_list]
    return render(request, "public/index.html", {"listed": listed, "pages": pages})


@require_safe
def interview(request: HttpRequest, slug: str) -> HttpResponse:
    """One published interview; 410 after it was withdrawn."""
    publication = _current(slug)
    if publication is None:
        return render(request, "public/withdrawn.html", status=410)
    return render(request, "public/interview.html", {"page": Page.of(publication)})


@require_safe
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    """Every change since the source, word by word."""
    publication = _current(slug)
    if publication is None:
        return render(request, "public/withdrawn.html", status=410)
    told = [
        {
            **change,
            "said": Sort(change["sort"]).said,
            "html": diff_html(change["before"], change["after"]),
        }
        for change in publication.changes
    ]
    return render(request, "public/changes.html", {"page": Page.of(publication), "changes": told})


def _current(slug: str) -> Publication | None:
    """What is public under this address; None when it was withdrawn. Raises 404 where nothing ever was."""
    found = Publication.objects.current().filter(slug=slug).first()
    if found is None and not Publication.objects.withdrawn().filter(slug=slug).exists():
        raise Http404
    return found
