"""The page that tells every change since the source, word by word."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from interviews.differences import diff_html
from interviews.models.publication import Publication
from interviews.site.artefacts import Planned, Site
from interviews.site.pages import Page
from interviews.transcript.changes import Sort


def build(site: Site, publication: Publication) -> Iterator[Planned]:
    def render() -> bytes:
        told = [
            {
                **change,
                "said": Sort(change["sort"]).said,
                "html": diff_html(change["before"], change["after"]),
            }
            for change in publication.changes
        ]
        return site.html("public/changes.html", {"page": Page.of(publication), "changes": told})

    yield Planned(reverse("interviews:changes", args=[publication.slug]), publication.identity, render)
