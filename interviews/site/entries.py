"""Interviews in a list."""

from __future__ import annotations

from collections.abc import Iterable

from interviews.models.publication import Publication


def shown(entries: Iterable[Publication]) -> str:
    """All that a list shows of its entries: as long as this stays, so does the page."""
    return repr(
        [
            (one.slug, one.title, one.standfirst, one.language, one.first_published_at, one.summary)
            for one in entries
        ]
    )
