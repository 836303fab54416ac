"""Letters of another alphabet in the place of ours: "bаnk" with a Cyrillic "а", "bэtwэen".

A scanner that reads two alphabets writes them, and a keyboard that is set to another. They look right, and
nobody finds the word who looks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviews.detectors.letters.misread import MIXED, in_one_alphabet, read_again
from interviews.detectors.wording.broken_words import Broken
from interviews.transcript.spans import Span

_OTHERS = re.compile(r"[\u0370-\u052f]")
_WORD = re.compile(r"[^\W\d_]+")


def look_alikes(text: str, language: str) -> Iterator[Broken]:
    """The words of two alphabets that are words in ours, and were not read with a wrong encoding."""
    if text.isascii() or not _OTHERS.search(text) or not MIXED.search(text):
        return
    for match in _WORD.finditer(text):
        if (word := in_one_alphabet(match[0], language)) and not read_again(match[0], language):
            yield Broken(Span(*match.span()), word, "letters of another alphabet stand in it")
