"""The list of all corrections, and its feed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext

from interviews.models.publication import Publication
from interviews.site.artefacts import Planned, Site
from interviews.site.shelves import Ways
from interviews.site.telling import Listed, newest

IN_THE_FEED = 50  # entries; whoever subscribes has read the older ones
ATOM = "application/atom+xml; charset=utf-8"
BEFORE_THE_FIRST = datetime(1970, 1, 1, tzinfo=UTC)  # the format wants a time


def build(site: Site, listed: Sequence[Publication]) -> Iterator[Planned]:
    found, ways = newest(listed), Ways.of(listed)
    yield Planned(
        reverse("interviews:corrections"),
        repr((found, ways)),
        lambda: rendered(site, found, ways),
    )
    recent = found[:IN_THE_FEED]
    yield Planned(
        reverse("interviews:corrections-feed"), repr(recent), lambda: _feed(site, recent), media_type=ATOM
    )


class Feed(Atom1Feed):
    """The same bytes whenever it is made: it is as new as its newest entry."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else BEFORE_THE_FIRST


def rendered(site: Site, listed: Sequence[Listed], ways: Ways | None = None) -> bytes:
    return site.html("public/corrections.html", {"listed": listed, "ways": ways})


def _feed(site: Site, listed: Sequence[Listed]) -> bytes:
    feed = Feed(
        title=f"{gettext('Corrections')} · {site.name}",
        link=site.absolute(reverse("interviews:corrections")),
        feed_url=site.absolute(reverse("interviews:corrections-feed")),
        description="",
        author_name=site.name,
    )
    for one in listed:
        feed.add_item(
            title=gettext("%(kind)s: %(title)s") % {"kind": one.told.kind.label, "title": one.title},
            link=site.absolute(one.path),
            unique_id=site.absolute(one.path),
            description=escape(" ".join(part for part in (one.told.wrong, one.told.right) if part)),
            pubdate=one.told.at,
            updateddate=one.told.at,
        )
    return feed.writeString("utf-8").encode()
