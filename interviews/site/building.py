"""The public files that there are, as two tables.

To add a public file, write a builder and name it here; serving, compressing, storing, the static export and
taking it away come of themselves. A builder is a function that yields ``Planned`` files:

- for one publication: ``(site, publication) -> Iterable[Planned]``. What depends on nothing but the frozen
  publication is ``made_of=identity(publication)``; add to it whatever else goes into the bytes.
- for the whole site: ``(site, listed) -> Iterable[Planned]``, where ``listed`` is everything that is public
  now, newest first, without transcripts (``Publication.summary`` has what lists need). It is asked at every
  publication, within the transaction: plan quickly, and render only in ``render``, which runs when
  ``made_of`` is another one than the stored file's.

Builders see publications and nothing else of the newsroom; import-linter holds that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from interviews.models.publication import Publication
from interviews.site.artefacts import Planned, Site
from interviews.site.builders import (
    archive,
    card,
    changes,
    corrections,
    downloads,
    feeds,
    front,
    interview,
    people,
    shelves,
    sitemaps,
    standing,
)

PER_PUBLICATION: tuple[Callable[[Site, Publication], Iterable[Planned]], ...] = (
    interview.build,
    changes.build,
    downloads.build,
    card.build,
)
SITE_WIDE: tuple[Callable[[Site, Sequence[Publication]], Iterable[Planned]], ...] = (
    front.build,
    corrections.build,
    feeds.build,
    archive.build,
    people.build,
    shelves.build,
    sitemaps.build,
    standing.build,
)


def files_of(site: Site, publication: Publication) -> Iterator[Planned]:
    """All files of one publication."""
    for build in PER_PUBLICATION:
        yield from build(site, publication)


def files_of_the_site(site: Site, listed: Sequence[Publication]) -> Iterator[Planned]:
    """All files that tell of several publications, or of none."""
    for build in SITE_WIDE:
        yield from build(site, listed)
