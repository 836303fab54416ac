"""The rows of a table as turns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from interviews.formats.building import Item
from interviews.formats.columns import Columns
from interviews.formats.csv_cells import Cell
from interviews.formats.csv_guard import unguarded
from interviews.formats.times import time_alone
from interviews.transcript.spans import Span

_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?")
_NO_WORDS = re.compile(r"[\d\W_]*|[0-9a-fA-F-]{16,}|(?:true|false|null|none|nan)", re.IGNORECASE)
_MILLISECONDS_FROM = 100  # a row this long, in whole numbers, is milliseconds: no row lasts 100 seconds
BACKGROUND = "background"  # what this program's own tables have in the column "part"


class Table:
    """The rows of a table as turns."""

    def __init__(self, rows: Sequence[Sequence[Cell]], told: Columns) -> None:
        self._heads = rows[0] if told.heads else ()
        self._rows = rows[1:] if told.heads else rows
        self._told = told
        self._part = next((at for at, cell in enumerate(self._heads) if cell.text.lower() == "part"), None)
        self._per_second = 1 if told.milliseconds or self._in_milliseconds() else 1000
        self._without_words = self._columns_without_words()

    def items(self) -> Iterator[Item]:
        """A turn for each row; cells of other columns that hold words are set aside, as are guessed heads."""
        if self._told.is_guess:
            yield from (
                Item(head.text, head.spans, aside="the head of a column") for head in self._heads if head.text
            )
        for row in self._rows:
            yield from self._row(row)

    def notes(self) -> Iterator[str]:
        """Which columns were passed over."""
        names = [
            f"“{self._heads[place].text[:40]}”" if place < len(self._heads) else str(place + 1)
            for place in sorted(self._without_words)
        ]
        if names:
            column = "column" if len(names) == 1 else "columns"
            yield f"Passed over, since no words are in it: {column} {', '.join(names[:10])}."

    def _row(self, row: Sequence[Cell]) -> Iterator[Item]:
        row = [unguarded(cell) for cell in row]
        text = self._cell(row, self._told.text)
        item = Item(text.text, text.spans)
        part = self._cell(row, self._part).text.lower()
        item.background = part == BACKGROUND
        speaker = self._cell(row, self._told.speaker)
        if name := " ".join(speaker.text.removesuffix(":").split()):
            item.speaker = name
            item.label = _without_colon(speaker)
        start, end = self._cell(row, self._told.start), self._cell(row, self._told.end)
        first, last = self._time(start.text), self._time(end.text)
        if first is None and (both := time_alone(start.text)):
            first, last = both[0], both[1] if last is None else last
        item.times = (first, last)
        item.time_spans = [
            *(start.spans if first is not None else ()),
            *(end.spans if last is not None else ()),
        ]
        yield item
        for place, cell in enumerate(row):
            known = place in self._told.told or place in self._without_words or place == self._part
            untold = (place == self._told.start and first is None) or (
                place == self._told.end and last is None
            )
            if cell.text and (untold or not known):
                head = self._heads[place].text[:40] if place < len(self._heads) else ""
                reason = f"the column “{head}”" if head else f"column {place + 1}"
                yield Item(cell.text, cell.spans, aside=reason)

    def _cell(self, row: Sequence[Cell], place: int | None) -> Cell:
        return row[place] if place is not None and place < len(row) else Cell("", ())

    def _time(self, written: str) -> int | None:
        """Milliseconds out of a clock's time or a number of seconds or milliseconds."""
        if told := time_alone(written):
            return told[0] if told[1] is None else None
        number = written.removesuffix("s").strip()
        if not _NUMBER.fullmatch(number):
            return None
        return round(float(number.replace(",", ".")) * self._per_second)

    def _in_milliseconds(self) -> bool:
        """Whole numbers of which the rows last hundreds: as Whisper and its kin write their tables."""
        lengths = []
        for row in self._rows:
            cells = [self._cell(row, place).text for place in (self._told.start, self._told.end)]
            if any(cell and not cell.isdigit() for cell in cells):
                return False
            if all(cell.isascii() and len(cell) < 10 and cell for cell in cells):
                lengths.append(int(cells[1]) - int(cells[0]))
        return bool(lengths) and median(lengths) >= _MILLISECONDS_FROM

    def _columns_without_words(self) -> frozenset[int]:
        width = max(map(len, self._rows), default=0)
        return frozenset(
            place
            for place in range(width)
            if place not in self._told.told
            and place != self._part
            and any(self._cell(row, place).text for row in self._rows)
            and all(_NO_WORDS.fullmatch(self._cell(row, place).text) for row in self._rows)
        )


def _without_colon(cell: Cell) -> list[Span]:
    spans = list(cell.spans)
    if cell.text.endswith(":"):
        last = spans.pop()
        spans.append(Span(last.start, last.end - 1))
    return spans
