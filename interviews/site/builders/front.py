"""The list of all interviews: the front page, and numbered pages for those before.

Pages are numbered from the oldest interview on, so that a new one changes the front page and at most one
other, and an address keeps what it shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from django.urls import reverse

from interviews.models.publication import Publication
from interviews.site.artefacts import Planned, Site
from interviews.site.shelves import Ways

ON_A_PAGE = 30


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of the list. ``number`` is 0 for its first page; paths and links are paths, or empty."""

    number: int
    entries: Sequence[Publication]
    path: str
    newer: str = ""
    older: str = ""

    @property
    def made_of(self) -> str:
        """All that it shows."""
        shown = [
            (one.slug, one.title, one.standfirst, one.first_published_at, one.summary, one.is_retracted)
            for one in self.entries
        ]
        return repr((self.newer, self.older, shown))


def build(site: Site, listed: Sequence[Publication]) -> Iterator[Planned]:
    ways = Ways.of(listed)
    for page in pages(listed, at=reverse("interviews:index")):
        yield Planned(page.path, page.made_of + repr(ways), partial(rendered, site, page, ways))


def rendered(site: Site, page: ListPage, ways: Ways | None = None) -> bytes:
    return site.html("public/index.html", {"listed": page, "ways": ways})


def pages(listed: Sequence[Publication], *, at: str = "/") -> Iterator[ListPage]:
    """The pages of a list, newest first; ``at`` is the path of its first.

    The first page has 30 to 59 entries where there are so many: those on no numbered page yet, and the last
    numbered page’s.
    """

    def path(number: int) -> str:
        return at + (f"page/{number}/" if number else "")

    full, fresh = divmod(len(listed), ON_A_PAGE)
    on_front = fresh + ON_A_PAGE if full else fresh
    yield ListPage(0, listed[:on_front], at, older=path(full - 1) if full > 1 else "")
    for number in range(full, 0, -1):
        start = fresh + (full - number) * ON_A_PAGE
        yield ListPage(
            number,
            listed[start : start + ON_A_PAGE],
            path(number),
            newer=path(number + 1 if number < full - 1 else 0),  # the first page shows the last one too
            older=path(number - 1) if number > 1 else "",
        )
