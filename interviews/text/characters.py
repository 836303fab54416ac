"""Characters that belong to words although ``\\w`` leaves them out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_LAST = 0x1FFFF  # no script in use has marks beyond the supplementary multilingual plane


def _marks() -> Iterator[tuple[int, int]]:
    start = None
    for point in range(0x300, _LAST + 2):
        is_mark = unicodedata.category(chr(point)).startswith("M")
        if is_mark and start is None:
            start = point
        elif not is_mark and start is not None:
            yield start, point - 1
            start = None


# For use inside a character class: combining marks, such as the vowel signs of Devanagari and accents
# written on their own, and the joiners that stand inside Persian and Indic words.
MARKS = "".join(f"{chr(first)}-{chr(last)}" for first, last in _marks()) + "\u200c\u200d"
