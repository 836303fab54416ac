"""Folding: what makes two ways of writing the same words equal."""

from __future__ import annotations

import re
import unicodedata

from interviews.text.characters import MARKS
from interviews.text.remembering import Remembered

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "‐": "-", "‑": "-"})
_NOT_WORD = re.compile(
    rf"(?:[^\w'{MARKS}]|(?<![\w{MARKS}])'|'(?!\w))+"
)  # an apostrophe counts inside a word only


def _fold_word(written: str) -> str:
    if written.isascii():
        return written.lower().replace("`", "'")
    # An acute accent on its own would be taken apart before it is seen as an apostrophe.
    return unicodedata.normalize("NFKC", written.translate(_APOSTROPHES)).casefold()


FOLDED = Remembered(_fold_word)


def fold_word(written: str) -> str:
    """A word in lower case, compatibility forms resolved, apostrophes and hyphens of one kind."""
    return FOLDED[written]


def fold(text: str) -> str:
    """A text as its words alone: lower case, one space between, no punctuation."""
    folded = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).casefold()
    return _NOT_WORD.sub(" ", folded).strip()
