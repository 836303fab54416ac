"""The picture that networks show for an interview."""

from __future__ import annotations

from collections.abc import Iterator

from interviews.models.publication import Publication
from interviews.site.artefacts import Planned, Site
from interviews.site.branding import Brand
from interviews.site.cards import card
from interviews.site.found import image_path
from interviews.site.pages import Page


def build(site: Site, publication: Publication) -> Iterator[Planned]:  # noqa: ARG001
    brand = Brand.of_settings()

    def render() -> bytes:
        return card(brand, publication.title, Page.of(publication).guests)

    made_of = f"{publication.identity} {brand.name} {brand.accent}"
    yield Planned(image_path(publication), made_of, render, "image/png")
