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

ON_A_PAGE = 30


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of the list. ``number`` is 0 for the front page; links are paths, or empty."""

    number: int
    entries: Sequence[Publication]
    newer: str = ""
    older: str = ""

    @property
    def path(self) -> str:
        return path_of(self.number)


def path_of(number: int) -> str:
    return reverse("interviews:index") + (f"page/{number}/" if number else "")


def build(site: Site, listed: Sequence[Publication]) -> Iterator[Planned]:
    for page in pages(listed):
        yield Planned(page.path, _made_of(page), partial(rendered, site, page))


def rendered(site: Site, page: ListPage) -> bytes:
    return site.html("public/index.html", {"listed": page})


def pages(listed: Sequence[Publication]) -> Iterator[ListPage]:
    """The pages of what is public, newest first.

    The front page has 30 to 59 entries where there are so many: those on no numbered page yet, and the last
    numbered page’s.
    """
    full, fresh = divmod(len(listed), ON_A_PAGE)
    on_front = fresh + ON_A_PAGE if full else fresh
    yield ListPage(0, listed[:on_front], older=path_of(full - 1) if full > 1 else "")
    for number in range(full, 0, -1):
        start = fresh + (full - number) * ON_A_PAGE
        yield ListPage(
            number,
            listed[start : start + ON_A_PAGE],
            newer=path_of(number + 1 if number < full - 1 else 0),  # the front page shows the last one too
            older=path_of(number - 1) if number > 1 else "",
        )


def _made_of(page: ListPage) -> str:
    shown = [
        (one.slug, one.title, one.standfirst, one.first_published_at, one.summary, one.is_retracted)
        for one in page.entries
    ]
    return repr((page.newer, page.older, shown))
