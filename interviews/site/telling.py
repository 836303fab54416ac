"""What readers were told of changes after the first publication, as pages and feeds show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from interviews.models.correction import CorrectionKind
from interviews.models.publication import Publication


@dataclass(frozen=True, slots=True)
class Told:
    """One statement. ``number`` counts those of the page from 1, and makes an anchor that stays."""

    number: int
    kind: CorrectionKind
    wrong: str
    right: str
    turns: tuple[str, ...]
    at: datetime

    @property
    def anchor(self) -> str:
        return f"correction-{self.number}"

    @property
    def is_retraction(self) -> bool:
        return self.kind is CorrectionKind.RETRACTION


@dataclass(frozen=True, slots=True)
class Listed:
    """A statement, and the page that it stands on."""

    told: Told
    title: str
    path: str


def told_by(publication: Publication) -> tuple[Told, ...]:
    """All statements on a page, the oldest first."""
    return tuple(
        Told(
            number,
            CorrectionKind(one["kind"]),
            one["wrong"],
            one["right"],
            tuple(one["turns"]),
            datetime.fromisoformat(one["at"]),
        )
        for number, one in enumerate(publication.corrections, start=1)
    )


def newest(publications: Iterable[Publication]) -> Sequence[Listed]:
    """The statements on all of these pages, the newest first; of one day those made later first."""
    found = [
        Listed(told, one.title, f"{one.get_absolute_url()}#{told.anchor}")
        for one in publications
        if one.corrections
        for told in told_by(one)
    ]
    return sorted(found, key=lambda one: (one.told.at, one.told.number), reverse=True)
