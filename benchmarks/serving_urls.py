"""What the served bytes are compared with: a view that does nothing, and one that renders the same page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from interviews.models.publication import Publication
from interviews.site.artefacts import Site
from interviews.site.building import files_of


def empty(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(b"ok")


def rendered(_request: HttpRequest, slug: str) -> HttpResponse:
    """The page made anew for each reader, uncompressed."""
    publication = Publication.objects.current().get(slug=slug)
    site = Site.of_settings()
    page = next(iter(files_of(site, publication)))
    return HttpResponse(page.body(site))


urlpatterns = [
    path("measured/empty/", empty),
    path("measured/<slug:slug>/", rendered),
    path("", include("newsroom.urls")),
]
