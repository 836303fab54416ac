"""Where a publication is filed, as it was frozen, and what stands beside it there. Knows no draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from interviews.transcript.filing import Filing

SERIES, TOPICS = "series", "topics"


@dataclass(frozen=True, slots=True)
class Frozen:
    """A series or a topic as publications hold it. ``kind`` is where its page stands: "series" or "topics".

    ``about`` is a sentence for readers, or empty; ``earlier`` are slugs from which readers are led here.
    """

    kind: str
    key: int
    name: str
    slug: str
    about: str = ""
    earlier: tuple[str, ...] = ()

    @classmethod
    def of(cls, kind: str, data: Mapping[str, Any]) -> Frozen:
        return cls(kind, data["id"], data["name"], data["slug"], data["about"], tuple(data["earlier"]))

    @property
    def path(self) -> str:
        return path_of(self.kind, self.slug)


@dataclass(frozen=True, slots=True)
class Filed:
    """Where one publication is filed; ``number`` is its place in the series, where it has one."""

    series: Frozen | None = None
    number: int | None = None
    topics: tuple[Frozen, ...] = ()

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Filed:
        """From ``Publication.filing``."""
        series = data.get("series")
        topics = tuple(Frozen.of(TOPICS, one) for one in data.get("topics", ()))
        return cls(Frozen.of(SERIES, series) if series else None, data.get("number"), topics)

    @property
    def names(self) -> Filing:
        """The same by its names alone."""
        topics = tuple(one.name for one in self.topics)
        return Filing(self.series.name if self.series else "", self.number, topics)


@dataclass(frozen=True, slots=True)
class Part:
    """Another part of the same series, as a link needs it."""

    title: str
    path: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """What comes before and after a publication in its series."""

    before: Part | None = None
    after: Part | None = None


def path_of(kind: str, slug: str) -> str:
    """Where readers find a series or a topic."""
    return reverse("interviews:public-file", args=[f"{kind}/{slug}/"])
