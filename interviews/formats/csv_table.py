"""Tables (CSV, TSV): a row for each turn, with its speaker and its times where there are columns for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from csv import writer
from dataclasses import dataclass, replace
from functools import lru_cache
from io import StringIO
from statistics import median

from interviews.formats.base import Carries, ImportProblem, Reading
from interviews.formats.building import Item, build, joined_items
from interviews.formats.columns import Columns, columns
from interviews.formats.csv_cells import Cell, delimiter, records
from interviews.formats.cues import GAP
from interviews.formats.lines import Hidden
from interviews.formats.times import time_alone
from interviews.formats.writing import Document
from interviews.transcript.spans import Span
from interviews.transcript.turns import Part

_LOOK = 20_000  # code points from the start, for telling what it is
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?")
_NO_WORDS = re.compile(r"[\d\W_]*|[0-9a-fA-F-]{16,}|(?:true|false|null|none|nan)", re.IGNORECASE)
_MOST_MARKS = 500_000  # each parts a cell in two pieces
_MILLISECONDS_FROM = 100  # a row this long, in whole numbers, is milliseconds: no row lasts 100 seconds
_BACKGROUND = "background"  # what this program's own tables have in the column "part"
# What a spreadsheet takes for a formula, and may run: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile("'*[=+\\-@＝＋－＠\t\r]")


@dataclass(frozen=True, slots=True)
class Csv:
    """Reads tables that were saved as text."""

    id: str = "csv"
    label: str = "Table (CSV, TSV)"
    suffixes: Sequence[str] = (".csv", ".tsv", ".tab")
    carries: Carries = Carries(times=True)

    def recognise(self, text: str, name: str) -> tuple[float, str]:
        """By heads that name a text and a speaker or times; else by columns that hold such."""
        told = _told(text[:_LOOK].rpartition("\n")[0] or text[:_LOOK])
        named = name.lower().endswith(tuple(self.suffixes))
        if told is None:
            return 0, ""
        if told.heads:
            return 0.94, "a table whose first row names its columns"
        return (0.9, "a table with columns of times, names and texts") if named else (0.65, "rows of a table")

    def read(self, text: str) -> Reading:
        """The reading of a table. Raises ImportProblem where it holds no texts with speakers or times."""
        return self.read_joined(text, gap=GAP)

    def read_joined(self, text: str, *, gap: int) -> Reading:
        """Like ``read``. Rows with times and no column of speakers are cues, which become turns."""
        if (marks := text.count('""')) > _MOST_MARKS:
            raise ImportProblem(
                f"This table has {marks:,} doubled quotation marks; at most {_MOST_MARKS:,} can be read."
            )
        hidden = Hidden(text)
        sign = delimiter(hidden.seen)
        rows = [
            [cell.stripped() for cell in record]
            for record in (records(hidden.seen, sign) if sign else ())
            if any(cell.text.strip() for cell in record)
        ]
        told = columns([[cell.text for cell in row] for row in rows])
        if told is None:
            raise ImportProblem(
                "This table cannot be read as a transcript: it needs a column of texts, and one of speakers "
                "or times beside it. A first row that names them (speaker, text, start, end) helps."
            )
        table = _Table(rows, told)
        items = list(table.items())
        are_cues = told.speaker is None and any(item.times[0] is not None for item in items)
        if are_cues:
            items = list(joined_items(items, gap=gap))
        reading = build(hidden, items, format_id=self.id, notes=tuple(table.notes()))
        return replace(reading, gap=gap) if are_cues else reading


@lru_cache(maxsize=4)
def _told(head: str) -> Columns | None:
    sign = delimiter(head)
    if sign is None:
        return None
    rows = [[cell.text for cell in record] for record in records(head, sign)]
    return columns([row for row in rows if any(cell.strip() for cell in row)])


class _Table:
    """The rows of a table as turns."""

    def __init__(self, rows: Sequence[Sequence[Cell]], told: Columns) -> None:
        self._heads = rows[0] if told.heads else ()
        self._rows = rows[1:] if told.heads else rows
        self._told = told
        self._part = next((at for at, cell in enumerate(self._heads) if cell.text.lower() == "part"), None)
        self._per_second = 1 if told.milliseconds or self._in_milliseconds() else 1000
        self._without_words = self._columns_without_words()

    def items(self) -> Iterator[Item]:
        """A turn for each row; cells of other columns that hold words are set aside."""
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
        row = [_unguarded(cell) for cell in row]
        text = self._cell(row, self._told.text)
        item = Item(text.text, text.spans)
        part = self._cell(row, self._part).text.lower()
        item.background = part == _BACKGROUND
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


def _unguarded(cell: Cell) -> Cell:
    """The cell without the apostrophe that keeps a spreadsheet from running what follows."""
    if not (cell.text.startswith("'") and _FORMULA.match(cell.text, 1)):
        return cell
    return cell.without_first()


def _guarded(text: str) -> str:
    """The text with such an apostrophe where it needs one, or has one of its own that would be taken off."""
    return f"'{text}" if _FORMULA.match(text) else text


@dataclass(frozen=True, slots=True)
class CsvTable:
    """Writes a row for each turn, for spreadsheets and for analysis."""

    id: str = "csv"
    label: str = "Table (CSV)"
    suffix: str = ".csv"
    media_type: str = "text/csv; charset=utf-8; header=present"
    carries: Carries = Carries(times=True)
    needs_times: bool = False
    delimiter: str = ","
    encoding: str = "utf-8-sig"  # Excel takes it for UTF-8 by its mark alone

    def write(self, document: Document) -> bytes:
        """A first row with heads; times as "0:01:02.500". What could run as a formula has a "'" before it.

        Title and standfirst have no place in a table. A column "part" is there where background is.
        """
        turns = document.transcript.standing
        has_background = any(turn.part is Part.BACKGROUND for turn in turns)
        heads = ["speaker", "start", "end", "text", *(["part"] if has_background else [])]
        made = StringIO(newline="")
        rows = writer(made, delimiter=self.delimiter)
        rows.writerow(heads)
        for turn in turns:
            cells = [_guarded(_seen(turn.speaker or "")), _clock(turn.start), _clock(turn.end)]
            cells += [_guarded(_seen(turn.text)), *([turn.part.value] if has_background else [])]
            rows.writerow(cells)
        return made.getvalue().encode(self.encoding, "replace")


def _seen(text: str) -> str:
    return Hidden(text).seen.strip()


def _clock(milliseconds: int | None) -> str:
    if milliseconds is None:
        return ""
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def _without_colon(cell: Cell) -> list[Span]:
    spans = list(cell.spans)
    if cell.text.endswith(":"):
        last = spans.pop()
        spans.append(Span(last.start, last.end - 1))
    return spans
