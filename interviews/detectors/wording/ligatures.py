"""Words that lost their ligature on the way from a page: "selecve", "signicant", "speci c".

Printers set "fi", "ffi", "ti" and others as one sign; where a PDF does not say what it stands for, copying
leaves nothing of it, or a space.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# Those of books, and those that office programs set too.
LIGATURES = ("ffi", "ffl", "fi", "fl", "ff", "ti", "tt", "ft", "fj", "tf")
# What is left of a shorter word is a name or an abbreviation too often.
_SHORTEST_LEFT = 5


def without_ligatures(words: Iterable[str]) -> dict[str, str]:
    """What is left of words without one of their ligatures, and the word; the first word given wins."""
    found: dict[str, str] = {}
    for word in words:
        for ligature in LIGATURES:
            at = word.find(ligature)
            while at >= 0:
                left = word[:at] + word[at + len(ligature) :]
                if len(left) >= _SHORTEST_LEFT:
                    found.setdefault(left, word)
                at = word.find(ligature, at + 1)
    return found


def with_gaps(words: Mapping[str, float], least: float, gain: float) -> dict[str, str]:
    """What is left of common words where a space took a ligature ("signi cant"), and the word.

    ``words`` are the Zipf frequencies, from the most common down. Each word is at least so common, and by so
    much more than its rarer piece: "a ord" is "afford", "a ort" nothing.
    """
    found: dict[str, str] = {}
    for word, common in words.items():
        if common < least:
            break
        for ligature in LIGATURES:
            head, cut, tail = word.partition(ligature)
            if cut and head and tail and min(words.get(head, 0.0), words.get(tail, 0.0)) <= common - gain:
                found.setdefault(f"{head} {tail}", word)
    return found
