"""Blocks of lines between the turns whose look tells what they are: tables, lists, verse, pull quotes.

A block has blank lines around it, or stands below a label that is alone in its line. Where turns are not set
apart by blank lines, nothing is told. It is

* a table, where two lines have columns: bars, tabs, or gaps wider than prose has; so is a list of
  three short lines that begin or end with a number ("1979, cup: 12"), and one of captions ("Fig. 2"). One
  line above any of these may be its heading;
* verse, where three short lines end though the next word would have fitted: below a label or a colon that
  announces it, or four of them, behind a whole sentence, and in italics or before the next label;
* a pull quote, where all lines are set off as mail sets off what it answers. In a mail only what stands in
  quotation marks is one, and nowhere where there are many, or where a colon announces it;
* the head of a letter: what a mail is about, with its date, or a date with the time of day, before a label.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import pairwise

from interviews.formats.labels import Label
from interviews.formats.lines import Line
from interviews.formats.setting import in_brackets, in_italics

_LEAST_ROWS, _LEAST_ITEMS = 2, 3
_LONGEST_ROW, _LONGEST_ITEM = 120, 60  # code points
_LEAST_VERSE, _LEAST_UNTOLD = 3, 4  # lines; more where nothing announces them
_LONGEST_VERSE, _LONGEST_BELOW = 60, 100  # code points of a line; below a label of its own
_WIDEST = 100  # code points: where lines are longer, a file is not wrapped
_QUOTES = 5  # one pull quote in so many turns; more are a mail's
_MOST_WORDS = 6  # in the last column where it ends a sentence
_FEW_WORDS = 3  # in a column on average where gaps are narrow: justified prose has more between two of them

_BARS = re.compile(r"\|.*\|")
_WIDE_GAP = re.compile(r"\S(?:\s*\t\s*|\s{4,})\S|[^\s.!?:…\"”’»]\s{3}\S")
_GAP = re.compile(r"\t\s*|\s{2,}")
_SENTENCE = re.compile(r"[.!?…]['\"”’»)\]*_]*$")
_POINT = re.compile(r"\d{1,2}[.)]\s")  # of what somebody counts up: "1. Boats"
_ENDS_WITH_A_NUMBER = re.compile(r"\d['\"”’»)%]?$")
_FIGURE = re.compile(r"(?:fig(?:ure|\.)?|abb(?:ildung|\.)?) ?\d", re.IGNORECASE)  # its caption
_SET_OFF = re.compile(r">\s+(?=\S)")
_QUOTED = re.compile(r">\s+[\"“„«‹‘»].*[\"”“»›’«][.!?]?$")
_MAIL = re.compile(
    r"(?:from|to|cc|subject|re|von|an|betreff|de|à|objet|asunto|para|da|oggetto|aan|onderwerp)\s?:|.*\bwrote:$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:subject|betreff|objet|asunto|oggetto|onderwerp)\s?:", re.IGNORECASE)
_DATE = re.compile(
    r"\d{1,2}\.?\s[^\W\d_]{3,12}\.?(?:\s\d{4})?,?\s(?:[^\W\d_]{1,4}\s){0,2}\d{1,2}[.:h]\d{2}(?:\sUhr)?"
)
_LONGEST_HEAD = 4  # lines of a letter


class Shape(Enum):
    """What a block is."""

    TABLE = auto()
    VERSE = auto()
    QUOTE = auto()
    LETTER = auto()  # its head


def shapes(lines: Sequence[Line], labels: Mapping[int, Label], taken: Container[int]) -> dict[int, Shape]:
    """The shape of each line behind the first label that is in such a block, by index; linear in the text.

    ``taken`` are the lines of which it is known otherwise what they are.
    """
    return dict(_Shapes(lines, labels).told(taken)) if labels else {}


def quote_mark(text: str) -> int:
    """How many code points at the start of a line set it off as a quote."""
    match = _SET_OFF.match(text)
    return match.end() if match else 0


class _Shapes:
    def __init__(self, lines: Sequence[Line], labels: Mapping[int, Label]) -> None:
        self.lines = lines
        self.labels = labels
        self.width = min(_WIDEST, max(len(line.text) for line in lines))
        below = [index for index, label in labels.items() if _is_alone(lines[index], label)]
        self.announces = {index for index in below if len(below) * 2 < len(labels)}
        quotes = sum(
            _SET_OFF.match(line.text) is not None and (place == 0 or lines[place - 1].is_blank)
            for place, line in enumerate(lines)
        )
        self.quotes_few = quotes <= max(1, len(labels) // _QUOTES)
        self.is_mail = any(_MAIL.match(line.text) for line in lines)

    def told(self, taken: Container[int]) -> Iterator[tuple[int, Shape]]:
        for first, end in self._blocks(taken):
            shape = self._shape(first, end)
            if shape is not None:
                yield from ((index, shape) for index in range(first, end))

    def _blocks(self, taken: Container[int]) -> Iterator[tuple[int, int]]:
        start: int | None = None
        known = True  # whether what stands in the line before is
        for index in range(min(self.labels), len(self.lines)):
            line = self.lines[index]
            ends = line.is_blank or index in self.labels or index in taken
            if start is not None and ends:
                if line.is_blank:
                    yield start, index
                start = None
            if ends:
                known = not (line.is_blank or index in self.announces)
            elif start is None and not known:
                start = index
        if start is not None:
            yield start, len(self.lines)

    def _shape(self, first: int, end: int) -> Shape | None:
        written = [line.text for line in self.lines[first:end]]
        if all(map(_SET_OFF.match, written)):
            return Shape.QUOTE if self._is_pull_quote(written, first) else None
        announced = self._announced(first)
        if _heads_a_letter(written) and self._following(end) in self.labels:
            return Shape.LETTER
        if not announced and (_is_table(written) or _is_table(written[1:]) or _is_list(written)):
            return Shape.TABLE
        return Shape.VERSE if self._is_verse(written, first, end, announced=announced) else None

    def _before(self, first: int) -> int:
        """The line with words before a block."""
        return next(index for index in range(first - 1, -1, -1) if not self.lines[index].is_blank)

    def _following(self, end: int) -> int | None:
        """The line with words behind a block."""
        return next((index for index in range(end, len(self.lines)) if not self.lines[index].is_blank), None)

    def _announced(self, first: int) -> bool:
        before = self._before(first)
        return before in self.announces or self.lines[before].text.endswith((":", "："))

    def _is_pull_quote(self, written: Sequence[str], first: int) -> bool:
        quoted = _QUOTED.fullmatch(" ".join(written)) is not None
        return self.quotes_few and not self._announced(first) and (quoted or not self.is_mail)

    def _is_verse(self, written: Sequence[str], first: int, end: int, *, announced: bool) -> bool:
        before = self._before(first)
        longest = _LONGEST_BELOW if before in self.announces else _LONGEST_VERSE
        if len(written) < _LEAST_VERSE or max(map(len, written)) > longest:
            return False
        if any(len(one) + 1 + len(two.split(None, 1)[0]) > self.width for one, two in pairwise(written)):
            return False
        if announced:
            return True
        whole = _SENTENCE.search(self.lines[before].text) is not None
        after = before in self.labels or in_brackets(self.lines[before].text)
        ends = self._following(end) in self.labels or all(map(in_italics, written))
        return len(written) >= _LEAST_UNTOLD and after and whole and ends


def _is_alone(line: Line, label: Label) -> bool:
    return label.rest >= len(line.text) and label.colon


def _heads_a_letter(written: Sequence[str]) -> bool:
    about = _ABOUT.match(written[0]) is not None
    return len(written) <= _LONGEST_HEAD and (about or all(map(_DATE.fullmatch, written)))


def _is_table(written: Sequence[str]) -> bool:
    return len(written) >= _LEAST_ROWS and (all(map(_BARS.fullmatch, written)) or all(map(_is_row, written)))


def _is_row(text: str) -> bool:
    """Whether a line has columns, and the last of them is no sentence."""
    columns = _GAP.split(text) if len(text) <= _LONGEST_ROW else []
    if len(columns) < 2 or (_SENTENCE.search(text) and len(columns[-1].split()) > _MOST_WORDS):
        return False
    return _WIDE_GAP.search(text) is not None or len(text.split()) <= _FEW_WORDS * len(columns)


def _is_list(written: Sequence[str]) -> bool:
    for items in (written, written[1:]):
        if len(items) >= _LEAST_ROWS and all(map(_FIGURE.match, items)):
            return True
        if len(items) >= _LEAST_ITEMS and all(map(_is_item, items)):
            return True
    return False


def _is_item(text: str) -> bool:
    numbered = text[:1].isdigit() or _ENDS_WITH_A_NUMBER.search(text) is not None
    prose = _POINT.match(text) or _SENTENCE.search(text)
    return numbered and not prose and len(text) <= _LONGEST_ITEM
