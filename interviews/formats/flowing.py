"""Paragraphs of formats in which white space runs together."""

from __future__ import annotations

import re

from interviews.formats.blocks import Words

_SPACES = re.compile("[ \t\r\n\f\xa0]{2,}|[ \t\r\n\f]")


class Flowing(Words):
    """A paragraph in which white space runs together, over the borders of what it stands in too."""

    def __init__(self, *, bold: bool = False) -> None:
        super().__init__()
        self.bold = [bold]  # one more for each element around the words
        self._spaced = True

    def write(self, words: str) -> None:
        """More words; what separates them is one space. A lone no-break space stays."""
        words = _SPACES.sub(" ", words)
        if self._spaced:
            words = words.lstrip(" \xa0")
        if words:
            self._spaced = words.endswith((" ", "\xa0"))
            self.add(words, bold=self.bold[-1])

    def sign(self, sign: str) -> None:
        """A tab, a line break or spaces that count, as they are."""
        self._spaced = sign.isspace()
        self.add(sign, bold=self.bold[-1])
