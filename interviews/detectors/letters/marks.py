"""Quotes and brackets in a text, and which of them have no mate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MARKS = re.compile(r"[\"“”„«»()\[\]{}]")
BRACKETS = {"(": ")", "[": "]", "{": "}"}
QUOTES = {"“": "”", "„": "“", "«": "»"}
MATES = {**BRACKETS, **QUOTES, '"': '"'}
_CLOSERS = frozenset(")]}”»")
# More marks than this open at once are a program or a picture.
DEEPEST = 20
_SMILEY = re.compile(r"[:;=8][-^'o]?[()\[\]{}]+|[()]{1,2}[-^']?[:;](?!\w)")
# "a)", "1)" and "1.a)" at the head of a point; half-open intervals "[0, 1)".
_POINT = re.compile(r"(?:(?<=\s)|(?<=\d\.)|^)(?:[a-zA-Z]|\d{1,2}|[ivx]{1,4})\)")
# Feet and inches, and what is left of the mark that programs put at the head of a file.
_NO_MARK = re.compile(r"\d['’′]\s?\d{1,2}[½¼¾⅓⅔⅛⅜⅝⅞]?\"|[½¼¾⅓⅔⅛⅜⅝⅞]\"|ï»")
_INTERVAL = re.compile(r"[\[(]\s?-?[\w.∞]{1,12}\s?,\s?-?[\w.∞]{1,12}\s?[\])]")


@dataclass(frozen=True)
class Mark:
    """A mark and where it stands; ``looks`` is "open", "close" or "" when its neighbours do not tell."""

    at: int
    char: str
    looks: str

    @property
    def end(self) -> int:
        return self.at + len(self.char)


def looks_balanced(text: str) -> bool:
    """A quick look: as many marks of each kind opened as closed. Most texts hold none at all."""
    low, high, up = text.count("„"), text.count("“"), text.count("”")
    # „…“ and „…” are both written; beside them “…” may be.
    quotes = low <= high + up and sum((low, high, up)) % 2 == 0 if low else high == up
    return (
        quotes
        and text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
        and text.count("«") == text.count("»")
        and text.count("[") == text.count("]")
        and text.count("{") == text.count("}")
    )


def marks_of(text: str) -> list[Mark]:
    """The marks of a text in order, without smileys, numbered points, intervals and inches."""
    skipped: set[int] = set()
    for pattern in (_SMILEY, _POINT, _INTERVAL, _NO_MARK):
        for match in pattern.finditer(text):
            skipped.update(range(*match.span()))
    return [
        Mark(match.start(), match[0], _looks(text, match.start()))
        for match in _MARKS.finditer(text)
        if match.start() not in skipped
    ]


def _looks(text: str, at: int) -> str:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    opens = (not before or before.isspace() or before in "([{-–—“«/") and bool(after) and not after.isspace()
    closes = (
        (not after or after.isspace() or after in ".,;:!?)]}-–—…'’”»/")
        and bool(before)
        and not before.isspace()
    )
    if opens == closes:
        return ""
    return "open" if opens else "close"


def unmatched(text: str, marks: Sequence[Mark]) -> tuple[list[tuple[Mark, Mark]], list[Mark]]:
    """The mixed pairs and the marks that stand alone."""
    straight = _without_reopened(text, [mark for mark in marks if mark.char == '"'])
    open_marks: list[Mark] = []
    alone: list[Mark] = []
    dangling = _dangling(straight) if len(straight) % 2 else None
    for mark in marks:
        if mark.char == '"':
            if mark is dangling:
                alone.append(mark)
            continue
        mate = next((opened for opened in reversed(open_marks) if _closes(opened.char, mark.char)), None)
        if mate is not None:
            open_marks.remove(mate)
        elif mark.char in _CLOSERS:
            alone.append(mark)
        elif not _reopens(text, mark, open_marks):
            open_marks.append(mark)
        if len(open_marks) > DEEPEST:
            return [], []
    return _paired(text, sorted((*open_marks, *alone), key=lambda mark: mark.at))


def _closes(opened: str, closed: str) -> bool:
    """Whether the second mark is a mate of the first; German closes „ with “ or ”."""
    return closed == MATES.get(opened) or (opened == "„" and closed == "”")


def _without_reopened(text: str, straight: Sequence[Mark]) -> list[Mark]:
    """The straight quotes without those that open a further line of a quote that is still open."""
    kept: list[Mark] = []
    for mark in straight:
        inside = len(kept) % 2 == 1
        if not (inside and mark.looks == "open" and _begins_a_line(text, mark)):
            kept.append(mark)
    return kept


def _reopens(text: str, mark: Mark, open_marks: Sequence[Mark]) -> bool:
    """A quote over several paragraphs opens each of them and closes the last."""
    again = any(mark.char == opened.char for opened in open_marks)
    return again and mark.char in QUOTES and _begins_a_line(text, mark)


def _begins_a_line(text: str, mark: Mark) -> bool:
    return text[max(0, mark.at - 9) : mark.at].rstrip(" ").endswith("\n")


def _paired(text: str, left: Sequence[Mark]) -> tuple[list[tuple[Mark, Mark]], list[Mark]]:
    """Of the marks without a mate, an opening one and the closing one right behind it are a mixed pair."""
    pairs: list[tuple[Mark, Mark]] = []
    alone: list[Mark] = []
    for mark in left:
        closes = mark.char in _CLOSERS or mark.looks == "close"
        before = alone[-1] if alone else None
        if closes and before is not None and _may_open(before):
            pairs.append((alone.pop(), mark))
        else:
            alone.append(mark)
    return pairs, [mark for mark in alone if not _innocent(text, mark)]


def _may_open(mark: Mark) -> bool:
    """Whether a mark opens, as its kind or its place tells: ”so” does."""
    return mark.looks == "open" or (mark.char in MATES and mark.looks != "close")


def _innocent(text: str, mark: Mark) -> bool:
    """Inches and seconds: 27", 5'10"."""
    return mark.char == '"' and text[mark.at - 1 : mark.at].isdigit() and mark.looks == "close"


def _dangling(straight: Sequence[Mark]) -> Mark:
    """Which one of an odd number of straight quotes is too many.

    The one without which the rest best alternate between opening and closing; of equals the one that
    leaves the shortest quotes. Linear: what stands before it counts as it is, what stands behind shifts.
    """
    wrong_after = [0] * (len(straight) + 1)
    length_after = [0] * (len(straight) + 1)
    for index in range(len(straight) - 1, 0, -1):
        expected = "open" if index % 2 else "close"  # with one gone before it
        wrong_after[index] = wrong_after[index + 1] + (straight[index].looks not in ("", expected))
        gap = straight[index].at - straight[index - 1].at if expected == "close" else 0
        length_after[index] = length_after[index + 1] + gap
    best, chosen, wrong_before, length_before = (1 << 60, 0), straight[0], 0, 0
    for index, mark in enumerate(straight):
        # The quote that spans the mark, if it is inside one, is closed by the next.
        spans = straight[index + 1].at - straight[index - 1].at if index % 2 else 0
        behind = length_after[index + 2] if index % 2 else length_after[index + 1]
        cost = (wrong_before + wrong_after[index + 1], length_before + spans + behind)
        if cost < best:
            best, chosen = cost, mark
        expected = "close" if index % 2 else "open"
        wrong_before += mark.looks not in ("", expected)
        length_before += mark.at - straight[index - 1].at if expected == "close" else 0
    return chosen
