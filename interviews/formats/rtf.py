"""Rich Text Format (RTF), as WordPad, TextEdit and old transcription software save it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interviews.formats.base import Carries, Reading
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.opening import NoText, open_confined


@dataclass(frozen=True, slots=True)
class Rtf(NoText):
    """Reads RTF documents, in a process of their own."""

    id: str = "rtf"
    label: str = "Rich text (RTF)"
    suffixes: Sequence[str] = (".rtf",)
    carries: Carries = Carries(times=True, styling=True)

    def knows(self, data: bytes) -> str:
        """By its first characters."""
        return "it begins as RTF does" if data[:1024].lstrip().startswith(b"{\\rtf") else ""

    def open(self, data: bytes, labels: Labels = AS_LEARNT) -> Reading:
        return open_confined(self.id, data, label=self.label, labels=labels)
