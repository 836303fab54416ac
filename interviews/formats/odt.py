"""OpenDocument texts (ODT), as LibreOffice saves them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interviews.formats.base import Carries, Reading
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.opening import NoText, names_in, open_confined

_MEDIA_TYPE = b"application/vnd.oasis.opendocument.text"


@dataclass(frozen=True, slots=True)
class Odt(NoText):
    """Reads OpenDocument texts, in a process of their own."""

    id: str = "odt"
    label: str = "OpenDocument text (ODT)"
    suffixes: Sequence[str] = (".odt", ".ott")
    carries: Carries = Carries(times=True, styling=True)

    def knows(self, data: bytes) -> str:
        """By the media type that comes first in it; by the names inside where a program left that out."""
        names = names_in(data)
        if _MEDIA_TYPE in data[:200] and (names is None or "content.xml" in names):
            return "an OpenDocument text inside"
        is_office = names is not None and {"content.xml", "META-INF/manifest.xml"} <= names
        return "an OpenDocument text inside" if is_office and "mimetype" not in (names or ()) else ""

    def open(self, data: bytes, labels: Labels = AS_LEARNT) -> Reading:
        return open_confined(self.id, data, label=self.label, labels=labels)
