"""A page and feeds to each series and each topic, a list of all of both, and the addresses that they had."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy

from interviews.models.filed import SERIES, TOPICS, path_of
from interviews.models.publication import Publication
from interviews.site.artefacts import Planned, Site
from interviews.site.builders import feeds
from interviews.site.builders.front import ListPage, pages
from interviews.site.data_blocks import data_block
from interviews.site.shelves import Shelf, Ways, all_series, all_topics

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Later


@dataclass(frozen=True, slots=True)
class _Kind:
    """What of a page differs between series and topics."""

    place: str
    title: Later
    about: Later
    none: Later
    schema: str


_KINDS = (
    (
        _Kind(
            SERIES,
            gettext_lazy("Series"),
            gettext_lazy("Series: interviews published by %(newsroom)s."),
            gettext_lazy("No series has been published yet."),
            "CreativeWorkSeries",
        ),
        all_series,
    ),
    (
        _Kind(
            TOPICS,
            gettext_lazy("Topics"),
            gettext_lazy("Topics: interviews published by %(newsroom)s."),
            gettext_lazy("Nothing has been filed under a topic yet."),
            "CollectionPage",
        ),
        all_topics,
    ),
)


def build(site: Site, listed: Sequence[Publication]) -> Iterator[Planned]:
    ways = Ways.of(listed)
    for kind, find in _KINDS:
        found = find(listed)
        counted = repr(([(one.frozen, len(one.entries)) for one in found], ways))
        yield Planned(
            reverse(f"interviews:{kind.place}"), counted, partial(_overview, site, kind, found, ways)
        )
        for shelf in found:
            for page in _pages(kind, shelf):
                numbers = [one.filed.number for one in page.entries] if kind.place == SERIES else []
                made_of = repr((shelf.frozen, numbers, ways)) + page.made_of
                yield Planned(page.path, made_of, partial(_page, site, kind, shelf, page, ways))
            newest = sorted(shelf.entries, key=lambda one: one.first_published_at, reverse=True)
            yield from feeds.feeds(site, newest, at=shelf.path, title=shelf.name, told=shelf.frozen.about)
        yield from _earlier(site, kind, found)


def _overview(site: Site, kind: _Kind, found: Sequence[Shelf], ways: Ways) -> bytes:
    told = kind.about % {"newsroom": site.name}
    return site.html("public/shelves.html", {"kind": kind, "about": told, "shelves": found, "ways": ways})


def _pages(kind: _Kind, shelf: Shelf) -> Iterator[ListPage]:
    """A series is read from its beginning, on one page; what is new under a topic comes first."""
    if kind.place == SERIES:
        return iter([ListPage(0, shelf.entries, shelf.path)])
    return pages(shelf.entries, at=shelf.path)


def _page(site: Site, kind: _Kind, shelf: Shelf, page: ListPage, ways: Ways) -> bytes:
    address = site.absolute(page.path)
    context = {
        "kind": kind,
        "shelf": shelf,
        "listed": page,
        "address": address,
        "numbered": kind.place == SERIES,
        "data": data_block(_data(site, kind, shelf, page)),
        "ways": ways,
    }
    return site.html("public/shelf.html", context)


def _data(site: Site, kind: _Kind, shelf: Shelf, page: ListPage) -> Mapping[str, Any]:
    """https://schema.org/CreativeWorkSeries and https://schema.org/CollectionPage"""
    parts = [
        {"@type": "NewsArticle", "headline": one.title, "url": site.absolute(one.get_absolute_url())}
        for one in page.entries
    ]
    told: dict[str, Any] = {"@context": "https://schema.org", "@type": kind.schema, "name": shelf.name}
    told |= {"url": site.absolute(page.path), "hasPart": parts}
    if shelf.frozen.about:
        told["description"] = shelf.frozen.about
    if kind.place == TOPICS:
        told["inLanguage"] = site.language  # of the page; a series may have parts in several
        told["about"] = {"@type": "Thing", "name": shelf.name}
    return told


def _earlier(site: Site, kind: _Kind, found: Sequence[Shelf]) -> Iterator[Planned]:
    """What stands where a series or a topic was before; another that has the address now goes before."""
    taken = {one.frozen.slug for one in found}
    for shelf in found:
        for slug in shelf.frozen.earlier:
            if slug not in taken:
                taken.add(slug)
                address = site.absolute(shelf.path)
                render = partial(site.html, "public/moved.html", {"name": shelf.name, "address": address})
                yield Planned(
                    path_of(kind.place, slug),
                    repr(shelf.frozen),
                    render,
                    headers={"Location": shelf.path},
                    status=301,
                )
