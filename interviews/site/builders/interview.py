"""The page of an interview."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse

from interviews.models.publication import Publication
from interviews.site.artefacts import Planned, Site
from interviews.site.found import Found
from interviews.site.offering import Offer
from interviews.site.pages import Page
from interviews.site.shelves import filed_context


def build(site: Site, publication: Publication) -> Iterator[Planned]:
    """Questions, answers, background and the note on what was changed."""

    def render() -> bytes:
        context = {"page": Page.of(publication), "changes_public": settings.CHANGES_PUBLIC}
        context["offer"] = Offer.of(site, publication)
        context["found"] = Found.of(site, publication)
        context |= filed_context(publication)
        return site.html("public/interview.html", context)

    place = f" {publication.place}" if publication.series_key is not None else ""
    made_of = f"{publication.identity} {settings.CHANGES_PUBLIC}{place}"
    yield Planned(reverse("interviews:published", args=[publication.slug]), made_of, render)
