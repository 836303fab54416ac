"""The picture that networks show for an interview."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from interviews.models.publication import Publication
from interviews.site.artefacts import Planned, Site
from interviews.site.branding import Brand
from interviews.site.cards import card
from interviews.site.found import image_path
from interviews.site.pages import Page


def build(site: Site, publication: Publication) -> Iterator[Planned]:  # noqa: ARG001
    brand = Brand.of_settings()

    def render() -> bytes:
        return _drawn(brand.name, brand.accent, publication.title, tuple(Page.of(publication).guests))

    made_of = f"{publication.identity} {brand.name} {brand.accent}"
    yield Planned(image_path(publication), made_of, render, "image/png")


@lru_cache(maxsize=16)
def _drawn(name: str, accent: str, title: str, guests: tuple[str, ...]) -> bytes:
    """Drawn once: what is published again, or exported, mostly has the same title and guests."""
    return card(Brand(name, accent=accent), title, guests)
