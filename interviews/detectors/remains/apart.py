"""Stretches of a text that stand apart from what is said: lines, brackets, and an end without a full stop.

What a page, a desk or a recogniser leaves is seldom a sentence: it has a line of its own, brackets, or stands
unfinished behind the last full stop. Whoever looks for it asks about these stretches alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class How(StrEnum):
    """In what way a stretch stands apart."""

    LINE = "a line of several"
    WHOLE = "all there is"
    BRACKET = "in brackets"
    ASIDE = "in round brackets"  # people speak in these too
    TAIL = "behind the last full stop"


class Apart(NamedTuple):
    """One such stretch in code points; ``inner`` is what it says, without brackets and space around it."""

    start: int
    end: int
    inner: str
    how: How


# Longer ones are said.
LONGEST = 160
_BRACKETS = re.compile(
    rf"""
      \[\[? (?P<square> [^\[\]\n]{{1,{LONGEST}}} ) \]\]?
    | \(\( (?P<double> [^()\n]{{1,{LONGEST}}} ) \)\)
    | \( (?P<round> [^()\n]{{1,{LONGEST}}} ) \)
    | < (?P<single> [A-Za-z][a-zA-Z]{{1,20}}\s[^<>=\n/]{{1,{LONGEST}}} ) >
    | << (?P<angle> [^<>\n]{{1,{LONGEST}}} ) >>
    | \{{\{{? (?P<curly> [^{{}}\n]{{1,{LONGEST}}} ) \}}\}}?
    """,
    re.VERBOSE,
)
# Most brackets hold these, which belong there.
_NOTES = ("laugh", "unintelligible", "inaudible", "crosstalk", "applause")
_FULL_STOPS = frozenset(".!?…")
_ENDS_SAID = frozenset('.!?…"”’,-–—:;')
_FULL_STOP = re.compile(r"[.!?…][\"”’)\]]?\s+")


def apart(text: str) -> Iterator[Apart]:
    """Every such stretch; a bracket may stand within a line."""
    if "\n" in text:
        start = 0
        for line in text.splitlines(keepends=True):
            if len(line) <= LONGEST and not _is_sentence(line.rstrip()):
                yield from _stretch(text, start, start + len(line), How.LINE)
            start += len(line)
    elif len(text) <= LONGEST and not _is_sentence(text):
        yield from _stretch(text, 0, len(text), How.WHOLE)
    if "[" in text or "(" in text or "{" in text or "<" in text:
        for match in _BRACKETS.finditer(text):
            inner = match[match.lastgroup or 0].strip()
            if not inner.startswith(_NOTES):
                how = How.ASIDE if match.lastgroup == "round" else How.BRACKET
                yield Apart(match.start(), match.end(), inner, how)
    yield from _tail(text)


def _is_sentence(text: str) -> bool:
    """Whether a text ends in a full stop and has nothing of a label: most short turns do."""
    return text[-1:] in _FULL_STOPS and ":" not in text and "©" not in text and text[:1].isalpha()


def _stretch(text: str, start: int, end: int, how: How) -> Iterator[Apart]:
    inner = text[start:end].strip()
    if inner:
        start = text.index(inner, start)
        yield Apart(start, start + len(inner), inner, how)


def _tail(text: str) -> Iterator[Apart]:
    """What stands behind the last full stop, where the text does not end in one."""
    end = len(text.rstrip())
    if end == 0 or text[end - 1] in _ENDS_SAID:
        return
    start = 0
    for match in _FULL_STOP.finditer(text, max(0, end - LONGEST), end):
        start = match.end()
    if 0 < start < end and "\n" not in text[start:end]:
        yield Apart(start, end, text[start:end], How.TAIL)
