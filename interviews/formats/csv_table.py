"""Tables (CSV, TSV): a row for each turn, with its speaker and its times where there are columns for them."""

from __future__ import annotations

from collections.abc import Sequence
from csv import writer
from dataclasses import dataclass, replace
from functools import lru_cache
from io import StringIO

from interviews.formats.base import Carries, ImportProblem, Reading
from interviews.formats.building import build, joined_items
from interviews.formats.columns import Columns, columns
from interviews.formats.csv_cells import delimiter, records
from interviews.formats.csv_guard import guarded
from interviews.formats.csv_rows import Table
from interviews.formats.cues import GAP
from interviews.formats.lines import Hidden
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.writing import Document
from interviews.transcript.turns import Part

_LOOK = 20_000  # code points from the start, for telling what it is
_MOST_MARKS = 500_000  # each parts a cell in two pieces


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
        if told.heads and not told.is_guess:
            return 0.94, "a table whose first row names its columns"
        return (0.9, "a table with columns of times, names and texts") if named else (0.65, "rows of a table")

    def read(self, text: str) -> Reading:
        """The reading of a table. Raises ImportProblem where it holds no texts with speakers or times."""
        return self.read_joined(text, gap=GAP)

    def read_joined(self, text: str, *, gap: int, labels: Labels = AS_LEARNT) -> Reading:
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
        table = Table(rows, told)
        items = list(table.items())
        are_cues = told.speaker is None and any(item.times[0] is not None for item in items)
        if are_cues:
            items = list(joined_items(items, gap=gap))
        reading = build(hidden, items, format_id=self.id, notes=tuple(table.notes()), labels=labels)
        return replace(reading, gap=gap) if are_cues else reading


@lru_cache(maxsize=4)
def _told(head: str) -> Columns | None:
    sign = delimiter(head)
    if sign is None:
        return None
    rows = [[cell.text for cell in record] for record in records(head, sign)]
    return columns([row for row in rows if any(cell.strip() for cell in row)])


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
            cells = [guarded(_seen(turn.speaker or "")), _clock(turn.start), _clock(turn.end)]
            cells += [guarded(_seen(turn.text)), *([turn.part.value] if has_background else [])]
            rows.writerow(cells)
        return made.getvalue().encode(self.encoding, "replace")


def _seen(text: str) -> str:
    return Hidden(text).seen.strip()


def _clock(milliseconds: int | None) -> str:
    if milliseconds is None:
        return ""
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


TSV = CsvTable(
    id="tsv",
    label="Table (TSV)",
    suffix=".tsv",
    media_type="text/tab-separated-values; charset=utf-8",
    delimiter="\t",
    encoding="utf-8",
)
