"""A table of values set apart by commas, semicolons, tabs or bars, with the place of each in the source.

RFC 4180, as spreadsheets write it: a cell in quotation marks may hold what sets cells apart, line ends and
doubled quotation marks. One pass; a quotation mark that is not closed ends with the source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.transcript.spans import Span

DELIMITERS = (",", ";", "\t", "|")
_LINE_END = re.compile("\r\n|[\r\n]")
_LOOK = 40  # records by which the delimiter is told
_HEAD = 100_000  # code points of them


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text without the quoting, and the stretches of the source that hold it, in order.

    Between the stretches stand only the quotation marks that double another.
    """

    text: str
    spans: tuple[Span, ...]

    def stripped(self) -> Cell:
        """The cell without the white space around its text."""
        text = self.text.strip()
        before, after = len(self.text) - len(self.text.lstrip()), len(self.text) - len(self.text.rstrip())
        if not text:
            return Cell("", ())
        return Cell(text, tuple(_cut(self.spans, before, len(self.text) - after)))

    def without_first(self) -> Cell:
        """The cell without its first character."""
        return Cell(self.text[1:], tuple(_cut(self.spans, 1, len(self.text))))


def _cut(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The spans from one place of the cell's text to another."""
    at = 0
    for span in spans:
        size = span.end - span.start
        first, last = max(start, at), min(end, at + size)
        if first < last:
            yield Span(span.start + first - at, span.start + last - at)
        at += size


def delimiter(text: str) -> str | None:
    """What sets the cells apart: the sign that cuts the first records into the same number of cells, most of
    all; None where none does."""
    best, most = None, 0.0
    for sign in DELIMITERS:
        widths = Counter(len(record) for record in _first(text[:_HEAD], sign))
        width, often = max(widths.items(), key=lambda one: (one[1], one[0]), default=(1, 0))
        share = often / max(1, widths.total())
        if width > 1 and (share, width) > (most, 0) and share > most:
            best, most = sign, share
    return best if most >= 0.9 else None


def _first(text: str, sign: str) -> Iterator[list[Cell]]:
    found = 0
    for record in records(text, sign):
        if any(cell.text.strip() for cell in record):
            yield record
            found += 1
        if found == _LOOK:
            return


def records(text: str, sign: str) -> Iterator[list[Cell]]:
    """The records of a table in order; blank lines are records of one empty cell."""
    plain = re.compile(rf"[^{re.escape(sign)}\r\n]*")
    at, record = 0, []
    while True:
        cell = None
        if text.startswith('"', at):
            cell, end = _quoted(text, at)
            rest = plain.match(text, end)
            assert rest is not None  # it may be empty
            end = rest.end()
            if rest.group().strip():  # "So" he said: the marks are the speaker's, not the table's
                cell = None
        if cell is None:
            match = plain.match(text, at)
            assert match is not None
            cell, end = Cell(match.group(), (Span(at, match.end()),)), match.end()
        at = end
        record.append(cell)
        if text.startswith(sign, at):
            at += 1
            continue
        yield record
        record = []
        line_end = _LINE_END.match(text, at)
        if line_end is None:
            return
        at = line_end.end()
        if at == len(text):
            return


def _quoted(text: str, at: int) -> tuple[Cell, int]:
    """The cell that begins with the quotation mark there, and where it ends."""
    parts: list[str] = []
    spans: list[Span] = []
    start = at + 1
    while True:
        close = text.find('"', start)
        end = len(text) if close < 0 else close
        doubled = close >= 0 and text.startswith('"', close + 1)
        stop = end + 1 if doubled else end
        if start < stop:
            parts.append(text[start:stop])
            spans.append(Span(start, stop))
        if not doubled:
            return Cell("".join(parts), tuple(spans)), end if close < 0 else close + 1
        start = close + 2
