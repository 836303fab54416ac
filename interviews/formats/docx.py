"""Word documents (DOCX): labels in bold or as plain words, tables, headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from interviews.formats.base import Carries, Reading
from interviews.formats.docx_writing import (
    CONTENT_TYPES,
    DOCUMENT_RELATIONS,
    PACKAGE_RELATIONS,
    core_properties,
    styles,
    text,
)
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.opening import NoText, names_in, open_confined
from interviews.formats.writing import Document


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

    def open(self, data: bytes, labels: Labels = AS_LEARNT) -> Reading:
        return open_confined(self.id, data, label=self.label, labels=labels)


@dataclass(frozen=True, slots=True)
class DocxFile:
    """Writes Word documents: speakers in bold, in styles that the editor can change in one place."""

    id: str = "docx"
    label: str = "Word document (DOCX)"
    suffix: str = ".docx"
    media_type: str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    carries: Carries = Carries(times=True, styling=True)
    needs_times: bool = False

    def write(self, document: Document) -> bytes:
        """The same bytes for the same document. A turn's time is that of its first word, to the second."""
        parts = {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": PACKAGE_RELATIONS,
            "docProps/core.xml": core_properties(document),
            "word/document.xml": text(document),
            "word/styles.xml": styles(document),
            "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        }
        made = BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED) as package:
            for name, part in parts.items():
                info = ZipInfo(name)  # dated 1980, whenever it is written
                info.compress_type = ZIP_DEFLATED
                info.create_system = 3
                package.writestr(info, part.encode("utf-8"))
        return made.getvalue()
