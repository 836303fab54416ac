"""The series and the topics that readers can look through: those of what is public, and no other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from interviews.models.filed import SERIES, TOPICS, Frozen
from interviews.models.publication import Publication, in_order


@dataclass(frozen=True, slots=True)
class Shelf:
    """A series with its parts in order, or a topic with its interviews, newest first."""

    frozen: Frozen
    entries: Sequence[Publication] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.frozen.name

    @property
    def path(self) -> str:
        return self.frozen.path


@dataclass(frozen=True, slots=True)
class Ways:
    """By what readers can find interviews; what there is none of is no way."""

    series: bool = False
    topics: bool = False

    @classmethod
    def of(cls, listed: Iterable[Publication]) -> Ways:
        filed = [one.filed for one in listed if one.filing]
        return cls(any(one.series for one in filed), any(one.topics for one in filed))


def filed_context(publication: Publication) -> dict[str, object]:
    """What the page of an interview shows of where it is filed."""
    return {"filed": publication.filed, "place": publication.place, "ways": Ways.of([publication])}


def all_series(listed: Iterable[Publication]) -> list[Shelf]:
    """By name; each as its newest interview tells of it."""
    return [Shelf(one.frozen, in_order(one.entries)) for one in _shelves(SERIES, listed)]


def all_topics(listed: Iterable[Publication]) -> list[Shelf]:
    """By name."""
    return _shelves(TOPICS, listed)


def _shelves(kind: str, listed: Iterable[Publication]) -> list[Shelf]:
    frozen: dict[int, tuple[Frozen, int]] = {}
    entries: dict[int, list[Publication]] = {}
    for publication in listed:
        if not publication.filing:  # most are filed nowhere, and all are asked at each publication
            continue
        filed, number = publication.filed, publication.pk
        for one in filed.topics if kind == TOPICS else filter(None, [filed.series]):
            entries.setdefault(one.key, []).append(publication)
            if one.key not in frozen or frozen[one.key][1] < number:  # the one that was published last
                frozen[one.key] = (one, number)
    found = [Shelf(frozen[key][0], tuple(entries[key])) for key in frozen]
    return sorted(found, key=lambda shelf: (shelf.name.casefold(), shelf.frozen.key))
