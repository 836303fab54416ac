"""Atom and RSS: the newest interviews, for readers’ programs and for podcast apps.

Where turns have times, an entry names its transcript as captions and as JSON:
https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/transcript.md
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.translation import gettext
from django.utils.xmlutils import SimplerXMLGenerator

from interviews.models.publication import Publication
from interviews.site.artefacts import Planned, Site
from interviews.site.branding import Brand
from interviews.site.builders.corrections import ATOM, BEFORE_THE_FIRST
from interviews.site.downloads import path_to
from interviews.site.noting import in_a_row
from interviews.site.xml import possible

IN_THE_FEED = 30  # entries
RSS = "application/rss+xml; charset=utf-8"
_PODCASTS = "https://podcastindex.org/namespace/1.0"
_TRANSCRIPTS = ((".vtt", "text/vtt"), (".json", "application/json"))  # what podcast apps ask for


def build(site: Site, listed: Sequence[Publication]) -> Iterator[Planned]:
    return feeds(site, listed, at=reverse("interviews:index"))


def feeds(
    site: Site, listed: Sequence[Publication], *, at: str, title: str = "", told: str = ""
) -> Iterator[Planned]:
    """Atom and RSS of these, newest first, beside the page ``at``, with what they are called there."""
    recent = listed[:IN_THE_FEED]
    brand = Brand.of_settings()
    shown = [
        (one.identity, one.slug, one.title, one.standfirst, one.published_at, one.summary) for one in recent
    ]
    about = _About(f"{title} · {site.name}" if title else site.name, told, brand, at)
    made_of = repr((about.told, brand.description, brand.language, about.title, shown))
    for name, media_type, kind in (("feed.xml", ATOM, _Atom), ("rss.xml", RSS, _Rss)):
        path = at + name
        yield Planned(path, made_of, partial(_written, site, about, path, kind, recent), media_type)


@dataclass(frozen=True, slots=True)
class _About:
    """What stands above the entries; ``page`` is the path of what the feed is of."""

    title: str
    told: str
    brand: Brand
    page: str


class _WithTranscripts(SyndicationFeed):
    """The same bytes whenever it is made: it is as new as its newest entry."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else BEFORE_THE_FIRST

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:podcast": _PODCASTS}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for address, media_type, language in item["transcripts"]:
            told = {"url": address, "type": media_type, "language": language}
            handler.addQuickElement("podcast:transcript", None, told)


class _Atom(_WithTranscripts, Atom1Feed):
    pass


class _Rss(_WithTranscripts, Rss201rev2Feed):
    pass


def _written(
    site: Site, about: _About, path: str, kind: type[_Atom | _Rss], listed: Sequence[Publication]
) -> bytes:
    feed = kind(
        title=possible(about.title),
        link=site.absolute(about.page),
        description=possible(about.told or about.brand.told),
        language=about.brand.language,
        author_name=possible(site.name),
        feed_url=site.absolute(path),
    )
    for one in listed:
        address = site.absolute(one.get_absolute_url())
        feed.add_item(
            title=possible(one.title),
            link=address,
            description=escape(possible(_summary(one))),
            author_name=possible(site.name),
            unique_id=address,
            unique_id_is_permalink=True,
            pubdate=one.first_published_at,
            updateddate=one.published_at,
            transcripts=_transcripts(site, one),
        )
    return feed.writeString("utf-8").encode()


def _summary(publication: Publication) -> str:
    """The standfirst, and who was interviewed, as text; both kinds of feeds are read as HTML."""
    guests = publication.summary.get("guests", ())
    return "\n".join(filter(None, (publication.standfirst, guests and _with(guests))))


def _with(guests: Sequence[str]) -> str:
    return gettext("With %(names)s.") % {"names": in_a_row(guests)}


def _transcripts(site: Site, publication: Publication) -> list[tuple[str, str, str]]:
    if not publication.summary.get("timed"):
        return []
    return [
        (site.absolute(path_to(publication, publication.slug + suffix)), media_type, publication.language)
        for suffix, media_type in _TRANSCRIPTS
    ]
