"""What a person overruled in the reading of a file: kept with it, so that reading it again gives the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interviews.formats.base import Reading
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.reading import read

LONGEST_GAP = 10_000  # milliseconds; a longer silence is a pause in anybody's talk
GAP_STEP = 250


@dataclass(frozen=True, slots=True)
class Overruled:
    """The plain arguments of ``reading.read`` that a person chose; see there."""

    format_id: str | None = None
    encoding: str | None = None
    gap: int | None = None
    labels: Labels = AS_LEARNT

    def read(self, data: bytes, *, name: str = "") -> Reading:
        """The reading with all this. Raises ImportProblem."""
        return read(
            data,
            name=name,
            format_id=self.format_id,
            encoding=self.encoding,
            gap=self.gap,
            labels=self.labels,
        )

    def to_data(self) -> dict[str, Any]:
        """As JSON holds it: what is as the reader has it is left out. The format is kept elsewhere."""
        data: dict[str, Any] = {
            "yes": sorted(self.labels.yes),
            "no": sorted(self.labels.no),
            "names": sorted(map(list, self.labels.names.items())),
        }
        if self.gap is not None:
            data["gap"] = self.gap
        if self.encoding is not None:
            data["encoding"] = self.encoding
        return {key: value for key, value in data.items() if value != []}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Overruled:
        """What ``to_data`` wrote."""
        names = {str(key): str(name) for key, name in data.get("names", ())}
        labels = Labels(frozenset(data.get("yes", ())), frozenset(data.get("no", ())), names)
        return cls(encoding=data.get("encoding"), gap=data.get("gap"), labels=labels)


def overruled_in(reading: Reading) -> Overruled:
    """What was overruled in a reading."""
    labels = Labels(
        frozenset(one.key for one in reading.labels if one.taken and not one.learnt),
        frozenset(one.key for one in reading.labels if one.learnt and not one.taken),
        {one.key: one.called for one in reading.labels if one.called != one.name},
    )
    encoding = reading.encoding if reading.encoding_chosen else None
    return Overruled(reading.format_id, encoding, reading.gap, labels)
