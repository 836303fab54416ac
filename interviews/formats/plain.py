"""Plain text: labels as words with a colon, every other character as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interviews.formats.base import Carries, Reading
from interviews.formats.labelled import Dialect, read_labelled

_ANY_TEXT = 0.4


@dataclass(frozen=True, slots=True)
class Plain:
    """Reads plain text, and whatever no other reader knows."""

    id: str = "plain"
    label: str = "Plain text"
    suffixes: Sequence[str] = (".txt", ".text")
    carries: Carries = Carries(times=True)

    def recognise(self, text: str, name: str) -> tuple[float, str]:  # noqa: ARG002 - any text is plain text
        """The same for any text: the others must be surer."""
        return _ANY_TEXT, "no markup in it"

    def read(self, text: str) -> Reading:
        return read_labelled(text, Dialect(self.id, markup=False))
