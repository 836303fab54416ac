"""All interviews by the month in which they were first published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from django.urls import reverse
from django.utils import timezone

from interviews.models.publication import Publication
from interviews.site.artefacts import Planned, Site
from interviews.site.entries import shown
from interviews.site.shelves import Ways


@dataclass(frozen=True, slots=True)
class Month:
    """The interviews of a month, newest first. ``day`` is its first."""

    day: date
    entries: Sequence[Publication]

    @property
    def path(self) -> str:
        return reverse("interviews:public-file", args=[f"archive/{self.day:%Y/%m}/"])


def months(listed: Sequence[Publication]) -> list[Month]:
    """The newest month first; those without an interview are left out."""
    return [
        Month(day, tuple(entries))
        for day, entries in groupby(
            listed, lambda one: timezone.localdate(one.first_published_at).replace(day=1)
        )
    ]


def build(site: Site, listed: Sequence[Publication]) -> Iterator[Planned]:
    """A page to each month, and one that leads to all of them."""
    found = months(listed)
    ways = Ways.of(listed)
    counted = repr(([(month.day, len(month.entries)) for month in found], ways))
    yield Planned(reverse("interviews:archive"), counted, partial(_overview, site, found, ways))
    for month in found:
        yield Planned(month.path, shown(month.entries), partial(_page, site, month))


def _overview(site: Site, found: Sequence[Month], ways: Ways) -> bytes:
    return site.html("public/archive.html", {"months": found, "ways": ways})


def _page(site: Site, month: Month) -> bytes:
    return site.html("public/month.html", {"month": month})
