"""Site maps: one for each year, one of the pages around the interviews, one for news.

https://www.sitemaps.org/protocol.html and https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby

from django.urls import reverse
from django.utils import timezone

from interviews.models.filed import SERIES, TOPICS
from interviews.models.publication import Publication
from interviews.site.artefacts import Planned, Site
from interviews.site.builders.archive import months
from interviews.site.builders.people import everybody
from interviews.site.shelves import all_series, all_topics
from interviews.site.xml import HEAD, element

XML = "application/xml; charset=utf-8"
IS_NEWS_FOR = timedelta(days=2)  # what Google takes for news
_MOST_NEWS = 1000  # entries, Google's limit
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def build(site: Site, listed: Sequence[Publication]) -> Iterator[Planned]:
    newest: dict[str, datetime] = {}
    for year, of_year in groupby(listed, lambda one: timezone.localtime(one.first_published_at).year):
        entries = [(one.get_absolute_url(), one.published_at) for one in of_year]
        path = _path(f"sitemaps/{year}.xml")
        newest[path] = max(changed for _, changed in entries)
        yield Planned(path, repr(entries), partial(_urls, site, entries), XML)
    around = _around(listed)
    path = _path("sitemaps/pages.xml")
    yield Planned(path, repr(around), partial(_urls, site, around), XML)
    maps = [(path, None), *newest.items(), (reverse("interviews:news-sitemap"), None)]
    yield Planned(reverse("interviews:sitemap"), repr(maps), partial(_index, site, maps), XML)
    fresh = news_of(listed, timezone.now())
    yield Planned(
        reverse("interviews:news-sitemap"),
        repr([(one.identity, one.title) for one in fresh]),
        partial(news, site, fresh),
        XML,
    )


def news_of(listed: Iterable[Publication], now: datetime) -> list[Publication]:
    """What is news at that moment, newest first."""
    return [one for one in listed if one.first_published_at > now - IS_NEWS_FOR][:_MOST_NEWS]


def news(site: Site, listed: Iterable[Publication]) -> bytes:
    """The site map for news."""
    name = element("news:name", site.name)
    entries = (
        "<url>"
        + element("loc", site.absolute(one.get_absolute_url()))
        + "<news:news><news:publication>"
        + name
        + element("news:language", _language(one.language))
        + "</news:publication>"
        + element("news:publication_date", one.first_published_at.isoformat())
        + element("news:title", one.title)
        + "</news:news></url>\n"
        for one in listed
    )
    return _document("urlset", f'xmlns="{_SITEMAP}" xmlns:news="{_NEWS}"', entries)


def _language(tag: str) -> str:
    """ISO 639, as news site maps want it; Chinese keeps its country."""
    return tag.lower() if tag.lower() in {"zh-cn", "zh-tw"} else tag.partition("-")[0].lower()


def _around(listed: Sequence[Publication]) -> list[tuple[str, datetime | None]]:
    """The pages that lead to interviews."""
    names = ("index", "archive", "corrections")
    leading = [reverse(f"interviews:{name}") for name in names]
    leading += [month.path for month in months(listed)]
    leading += [one.path for one in everybody(listed)]
    for kind, found in ((SERIES, all_series(listed)), (TOPICS, all_topics(listed))):
        leading += [reverse(f"interviews:{kind}"), *(one.path for one in found)] if found else []
    return [(path, None) for path in leading]


def _urls(site: Site, entries: Iterable[tuple[str, datetime | None]]) -> bytes:
    return _document("urlset", f'xmlns="{_SITEMAP}"', (_entry(site, "url", *entry) for entry in entries))


def _index(site: Site, maps: Iterable[tuple[str, datetime | None]]) -> bytes:
    return _document("sitemapindex", f'xmlns="{_SITEMAP}"', (_entry(site, "sitemap", *one) for one in maps))


def _entry(site: Site, name: str, path: str, changed: datetime | None) -> str:
    when = element("lastmod", changed.isoformat()) if changed else ""
    return f"<{name}>{element('loc', site.absolute(path))}{when}</{name}>\n"


def _document(root: str, attributes: str, entries: Iterable[str]) -> bytes:
    return f"{HEAD}<{root} {attributes}>\n{''.join(entries)}</{root}>\n".encode()


def _path(rest: str) -> str:
    return reverse("interviews:public-file", args=[rest])
