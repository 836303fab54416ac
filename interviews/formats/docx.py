"""Word documents (DOCX): labels in bold or as plain words, tables, headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interviews.formats.base import Carries, Reading
from interviews.formats.opening import NoText, names_in, open_confined


@dataclass(frozen=True, slots=True)
class Docx(NoText):
    """Reads Word documents, in a process of their own."""

    id: str = "docx"
    label: str = "Word document (DOCX)"
    suffixes: Sequence[str] = (".docx", ".docm", ".dotx")
    carries: Carries = Carries(times=True, styling=True)

    def knows(self, data: bytes) -> str:
        """By the names of the files in it."""
        names = names_in(data)
        if names is None:
            return "Word’s marks in a damaged file" if b"word/document.xml" in data else ""
        is_word = "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)
        return "a Word document inside" if is_word else ""

    def open(self, data: bytes) -> Reading:
        return open_confined(self.id, data, label=self.label)
