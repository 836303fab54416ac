"""A source as numbered lines, whatever ends them, and the characters in it that nobody can see."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from interviews.formats.base import Piece, Use

LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")

# Control characters that are not white space, the characters that turn the direction of writing
# (they can show other words than are stored: https://trojansource.codes), and the invisible tag
# characters, save where they spell a flag behind U+1F3F4 (Unicode Technical Standard 51).
_FLAG = "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"
_SET = "[\x00-\x08\x0e-\x1b\x7f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
HIDDEN = re.compile(f"(?P<flag>{_FLAG})|{_SET}")
_ANY_HIDDEN = re.compile(_SET)


class Look(NamedTuple):
    """How a line looks in a document: its first ``lead`` code points are set off from the rest (bold, or a
    cell of their own), or it is a heading as a whole. White space around it and what cannot be seen do not
    count. It may be a paragraph in bold, or in italics, from end to end."""

    lead: int = 0
    heading: bool = False
    bold: bool = False
    italic: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it: ``source[start:end] == text``. Counted from 1."""

    number: int
    start: int
    end: int
    text: str
    look: Look = PLAIN

    @property
    def is_blank(self) -> bool:
        return self.start == self.end


def split_lines(
    text: str, start: int = 0, number: int = 1, looks: Mapping[int, Look] | None = None
) -> Iterator[Line]:
    """The lines of a text from an offset on; CR, LF, CRLF and the Unicode separators end one.

    ``looks`` holds how some of them look, by their numbers.
    """
    for end, following in _ends(text, start):
        written = text[start:end]
        words = written.lstrip()
        first = end - len(words)
        words = words.rstrip()
        look = looks.get(number, PLAIN) if looks else PLAIN
        yield Line(number, first, first + len(words), words, look)
        start, number = following, number + 1


def _ends(text: str, start: int) -> Iterator[tuple[int, int]]:
    for match in LINE_END.finditer(text, start):
        yield match.start(), match.end()
    yield len(text), len(text)


def line_starts(text: str) -> list[int]:
    """Where each line of a text begins, in code points."""
    return [0, *(match.end() for match in LINE_END.finditer(text))]


def count_lines(text: str) -> int:
    """How many lines a text has: as many as ``line_starts``, in a fraction of the time."""
    ends = sum(text.count(end) for end in "\n\r\u2028\u2029") - text.count("\r\n")
    return ends + 1


def line_at(starts: list[int], offset: int) -> int:
    """The number, from 1, of the line with that offset."""
    return bisect_right(starts, offset)


class Hidden:
    """The characters of a source that cannot be seen, taken out of ``seen`` and remembered."""

    def __init__(self, text: str) -> None:
        self.source = text
        # Nearly every text has none, and a set of characters is looked for in a fraction of the time.
        found = HIDDEN.finditer(text) if _ANY_HIDDEN.search(text) else ()
        self.places = [match.start() for match in found if match["flag"] is None]
        self.seen = _without(text, self.places) if self.places else text
        # In front of which character of ``seen`` each one stood.
        self._before = [place - index for index, place in enumerate(self.places)]

    def restored(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """Pieces of ``seen`` as pieces of the source, cut where a hidden character stands: it is markup."""
        if not self.places:
            yield from pieces
            return
        told = 0
        for piece in pieces:
            inner = self._before[
                bisect_right(self._before, piece.start) : bisect_left(self._before, piece.end)
            ]
            cuts = [piece.start, *dict.fromkeys(inner), piece.end]
            for start, end in pairwise(cuts):
                while told < len(self.places) and self._before[told] <= start:
                    yield Piece(self.places[told], self.places[told] + 1, Use.MARKUP)
                    told += 1
                moved = bisect_right(self._before, start)
                yield replace(piece, start=start + moved, end=end + moved)
        for place in self.places[told:]:
            yield Piece(place, place + 1, Use.MARKUP)


def _without(text: str, places: list[int]) -> str:
    kept, start = [], 0
    for place in places:
        kept.append(text[start:place])
        start = place + 1
    return "".join((*kept, text[start:]))
