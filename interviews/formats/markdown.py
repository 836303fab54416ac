"""Markdown: labels set off by stars or underscores, headings, front matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from interviews.formats.base import Carries, Reading
from interviews.formats.labelled import Dialect, read_labelled
from interviews.formats.times import TIME

_SIGNS = (
    (
        "bold labels",
        0.9,
        rf"(?:{TIME}\s*)?(?:\*{{1,2}}|_{{1,2}})[^\s*][^*\n]{{0,80}}?(?::[*_]|[*_]{{1,2}}\s*:)",
    ),
    ("front matter", 0.8, r"\A\s*---\s*\n[A-Za-z]"),
    ("headings", 0.7, r"#{1,6} \S"),
    ("a bold line", 0.6, r"\*\*[^*\n]{1,200}\*\*\s*$"),
    ("links", 0.6, r".{0,200}\]\(https?://"),
)
_LOOK = 200_000  # code points from the start
_SUFFIX_ALONE = 0.5


@dataclass(frozen=True, slots=True)
class Markdown:
    """Reads markdown."""

    id: str = "markdown"
    label: str = "Markdown"
    suffixes: Sequence[str] = (".md", ".markdown", ".mdown")
    carries: Carries = Carries(times=True, styling=True)

    def recognise(self, text: str, name: str) -> tuple[float, str]:
        """The strongest sign of markdown in the text; the name of the file counts where there is none."""
        head = text[:_LOOK]
        for why, weight, pattern in _SIGNS:
            if re.search(
                rf"^[ \t]*{pattern}" if not pattern.startswith(r"\A") else pattern, head, re.MULTILINE
            ):
                return weight, why
        return (
            (_SUFFIX_ALONE, "the name of the file")
            if name.lower().endswith(tuple(self.suffixes))
            else (0, "")
        )

    def read(self, text: str) -> Reading:
        return read_labelled(text, Dialect(self.id, markup=True))
