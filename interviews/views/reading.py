"""The page of an interview, with words marked in it or one speaker alone where the address asks for that."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from interviews.models.publication import Publication
from interviews.site.artefacts import Site
from interviews.site.pages import Page
from interviews.site.shelves import filed_context
from interviews.views.public import file

_LONGEST_LABEL = 200


@require_safe
def interview(request: HttpRequest, slug: str) -> HttpResponse:
    """As it was made at publishing; made anew only for ``?q=`` and ``?speaker=``."""
    query, only = (request.GET.get(name, "").strip() for name in ("q", "speaker"))
    if not query and not only:
        return file(request)
    publication = Publication.objects.current().filter(slug=slug).first()
    if publication is None:
        return file(request)
    page = Page.of(publication).searched(query, only[:_LONGEST_LABEL])
    context = {"page": page, "changes_public": settings.CHANGES_PUBLIC, **filed_context(publication)}
    return HttpResponse(Site.of_settings().html("public/interview.html", context))
