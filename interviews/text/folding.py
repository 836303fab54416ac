"""Folding: what makes two ways of writing the same words equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "‐": "-", "‑": "-"})
_NOT_WORD = re.compile(r"[^\w']+")


@lru_cache(maxsize=65536)
def fold_word(written: str) -> str:
    """A word in lower case, compatibility forms resolved, apostrophes and hyphens of one kind."""
    if written.isascii():
        return written.lower()
    return unicodedata.normalize("NFKC", written).casefold().translate(_APOSTROPHES)


def fold(text: str) -> str:
    """A text as its words alone: lower case, one space between, no punctuation."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_APOSTROPHES)
    return _NOT_WORD.sub(" ", folded).strip()
