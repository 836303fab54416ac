"""The blocks of a document become a reading: by its own marks, by a table, or as any labelled text.

The source that the reading accounts for is the text that the document shows: a line for each paragraph with
a blank one behind it, a line for each row of a table, and what stands beside the text at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from interviews.formats.base import Reading
from interviews.formats.blocks import Block, Parsed, Sort, flat
from interviews.formats.building import Item, build, with_asides
from interviews.formats.columns import Columns, columns
from interviews.formats.headings import is_short
from interviews.formats.labelled import TITLE_ASIDE, Dialect, read_labelled
from interviews.formats.lines import LINE_END, Hidden, Look
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.times import time_alone, times_in
from interviews.transcript.spans import Span

_ASIDE = {
    Sort.TITLE: TITLE_ASIDE,
    Sort.HEADING: "heading",
    Sort.STANDFIRST: "standfirst",
    Sort.FACTS: "facts about the interview",
}
_CELL = "a column that is no transcript"
_HEAD = "the heads of the columns"


def reading_of(parsed: Parsed, format_id: str, labels: Labels = AS_LEARNT) -> Reading:
    """The reading of a document. Raises ImportProblem where nothing in it could have been said."""
    blocks = [block for block in parsed.blocks if block.sort is not Sort.ASIDE]
    beside = [(block.text, block.reason) for block in parsed.blocks if block.sort is Sort.ASIDE]
    tables = _tables(blocks)
    if any(block.sort is Sort.TURN for block in blocks):
        reading = _composed(flat(blocks), {}, format_id, labels)
    elif _holds_most(tables, blocks):
        reading = _composed(blocks, tables, format_id, labels)
    else:
        reading = _labelled(list(flat(blocks)), format_id, labels)
    reading = with_asides(reading, beside)
    return replace(reading, notes=(*reading.notes, *parsed.notes))


def _labelled(blocks: Sequence[Block], format_id: str, labels: Labels) -> Reading:
    parts: list[str] = []
    looks: dict[int, Look] = {}
    number = 1
    for block in blocks:
        lines = LINE_END.split(block.text)
        heading = block.sort is Sort.HEADING
        bold = block.lead
        for line in lines:
            seen = Hidden(line.strip()).seen
            lead = len(Hidden(line.strip()[: max(0, bold)]).seen.rstrip())
            whole = 0 < lead == len(seen)
            if lead or heading or block.italic:
                is_heading = heading or (whole and is_short(seen))
                looks[number] = Look(
                    len(seen) if heading else lead, is_heading, whole and not heading, bool(block.italic)
                )
            bold -= len(line) + 1
            number += 1
        parts.append("\n".join(lines))
        number += 1
    return read_labelled("\n\n".join(parts), Dialect(format_id, markup=False), looks, labels=labels)


def _tables(blocks: Sequence[Block]) -> dict[int, Columns]:
    """The tables that are transcripts, by their numbers."""
    rows = (block for block in blocks if block.sort is Sort.ROW)
    found = {}
    for number, group in groupby(rows, key=lambda block: block.table):
        if told := columns([_texts(block) for block in group]):
            found[number] = told
    return found


def _texts(row: Block) -> list[str]:
    return ["\n\n".join(block.text for block in cell) for cell in row.cells]


def _holds_most(tables: dict[int, Columns], blocks: Sequence[Block]) -> bool:
    """Whether more than half of the document stands in tables that are transcripts."""
    inside = outside = 0
    for block in blocks:
        size = sum(map(len, _texts(block))) if block.sort is Sort.ROW else len(block.text)
        if block.sort is Sort.ROW and block.table in tables:
            inside += size
        else:
            outside += size
    return inside > outside


def _composed(
    blocks: Sequence[Block] | Iterator[Block], tables: dict[int, Columns], format_id: str, labels: Labels
) -> Reading:
    page = _Page(tables)
    for block in blocks:
        page.put(block)
    _entitle(page.items)
    source = "".join(page.parts)
    return build(Hidden(source), page.items, format_id=format_id, labels=labels)


def _entitle(items: Sequence[Item]) -> None:
    """The first heading before the dialogue is the title, where nothing else is."""
    if any(item.aside == TITLE_ASIDE for item in items):
        return
    for item in items:
        if item.aside == _ASIDE[Sort.HEADING]:
            item.aside = TITLE_ASIDE
            return
        if not item.aside and not item.background:
            return


class _Page:
    """The text of a document in the making, with what is a turn in it. Hidden characters do not count."""

    def __init__(self, tables: dict[int, Columns]) -> None:
        self.parts: list[str] = []
        self.items: list[Item] = []
        self._length = 0
        self._tables = tables
        self._headed: set[int] = set()

    def put(self, block: Block) -> None:
        """One more block."""
        if self.parts:
            self._write("\n" if block.sort is Sort.ROW else "\n\n")
        if block.sort is Sort.ROW:
            self._row(block)
        elif block.sort in (Sort.TURN, Sort.BACKGROUND):
            self.items.append(self._turn(block))
        elif block.sort is Sort.MORE and self.items:
            self._more(block)
        else:
            span = self._write(block.text)
            aside = _ASIDE.get(block.sort, "")
            self.items.append(Item(Hidden(block.text).seen, [span], aside=aside, background=not aside))

    def _write(self, text: str) -> Span:
        seen = Hidden(text).seen
        self.parts.append(text)
        start, self._length = self._length, self._length + len(seen)
        return Span(start, self._length)

    def _turn(self, block: Block) -> Item:
        text = block.text
        start = self._length
        self._write(text)
        label = text[: block.lead].rstrip().removesuffix(":").rstrip()
        words = block.lead
        time: Span | None = None
        if block.time:
            time = Span(*block.time)
            words = max(words, time.end)
        rest = text[words:]
        said = rest.lstrip()
        if not block.time and block.lead and said.startswith(":"):
            said = said[1:].lstrip()
        begin = start + self._seen(text[: len(text) - len(said)])
        item = Item(
            Hidden(said).seen.strip(),
            [Span(begin, begin + self._seen(said.rstrip()))],
            background=block.sort is Sort.BACKGROUND,
        )
        if label:
            item.speaker = " ".join(Hidden(label).seen.split()) or None
            item.label = [Span(start, start + self._seen(label))]
        if time:
            item.times = block.times or times_in(time.of(text).strip()) or (None, None)
            item.time_spans = [
                Span(start + self._seen(text[: time.start]), start + self._seen(text[: time.end]))
            ]
        elif block.times:
            item.times = block.times
        return item

    def _more(self, block: Block) -> None:
        item = self.items[-1]
        span = self._write(block.text)
        seen = Hidden(block.text).seen.strip()
        item.text = f"{item.text}\n\n{seen}" if item.text else seen
        item.words = [*item.words, span]

    def _seen(self, text: str) -> int:
        return len(Hidden(text).seen)

    def _row(self, row: Block) -> None:
        told = self._tables.get(row.table)
        texts = _texts(row)
        heads = told is not None and told.heads and row.table not in self._headed
        self._headed.add(row.table)
        if told is None or heads:
            span = self._write("\t".join(texts))
            if not heads or (told and told.is_guess):
                words = Hidden("\t".join(texts)).seen.strip()
                self.items.append(Item(words, [span], aside=_HEAD if heads else "", background=not heads))
            return
        spans = []
        for place, text in enumerate(texts):
            if place:
                self._write("\t")
            spans.append(self._write(text))
        self._cells(told, texts, spans)

    def _cells(self, told: Columns, texts: Sequence[str], spans: Sequence[Span]) -> None:
        def cell(place: int | None) -> tuple[str, list[Span]]:
            if place is None or place >= len(texts) or not texts[place].strip():
                return "", []
            return Hidden(texts[place]).seen.strip(), [spans[place]]

        text, words = cell(told.text)
        item = Item(text, words)
        speaker, label = cell(told.speaker)
        if speaker:
            name = speaker.removesuffix(":").rstrip()
            item.speaker, item.label = (
                " ".join(name.split()),
                [Span(label[0].start, label[0].start + len(name))],
            )
        start, start_spans = cell(told.start)
        end, end_spans = cell(told.end)
        first, last = time_alone(start), time_alone(end)
        item.times = (
            first[0] if first else None,
            last[0] if last else first[1] if first else None,
        )
        item.time_spans = [*(start_spans if first else ()), *(end_spans if last else ())]
        others = [place for place in range(len(texts)) if place not in told.told]
        others += [
            place
            for place, known in ((told.start, first), (told.end, last))
            if place is not None and place < len(texts) and not known
        ]
        self.items.append(item)
        for place in sorted(others):
            words_there, there = cell(place)
            if words_there:
                self.items.append(Item(words_there, there, aside=_CELL))
