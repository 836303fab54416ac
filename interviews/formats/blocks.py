"""What a document holds: paragraphs, headings, rows of tables, and what stands beside the text.

Parsers of documents make it, most of them in a process of their own, of which Python's start is the larger
part. So neither this module nor what Word documents need imports ``typing``, ``enum``, ``re``, ``json`` or
``dataclasses``: together they take 15 ms, twice as long as Python without a module.
"""

from __future__ import annotations

TYPE_CHECKING = False  # what ``typing`` calls so, without importing it
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

LONGEST_TEXT = 5_000_000  # code points in one document
MOST_PARAGRAPHS = 200_000  # as many as lines in a text; a long interview has a few thousand


class Unreadable(Exception):
    """A document cannot be read. The message is a sentence for the person who brought it."""


class Sort(str):
    """What a block is. Those from ``TITLE`` on stand only in documents that this program wrote."""

    __slots__ = ()

    PARAGRAPH: Sort
    HEADING: Sort
    ROW: Sort
    ASIDE: Sort  # beside the text: a footnote, a comment, a page header
    TITLE: Sort
    STANDFIRST: Sort
    FACTS: Sort
    BACKGROUND: Sort
    TURN: Sort
    MORE: Sort  # the next paragraph of the same turn, or of the same background


SORTS = {name.lower(): Sort(name.lower()) for name in Sort.__annotations__}
for _name, _sort in SORTS.items():
    setattr(Sort, _name.upper(), _sort)


class Block:
    """One paragraph, or one row of a table.

    Of ``text`` the first ``lead`` code points are set off (bold), and ``time`` is where a time stands in a
    turn; ``times`` are milliseconds, where the document tells them more exactly. ``cells`` holds the
    paragraphs in each cell of a row, ``table`` the number of its table. ``reason`` says why an aside is one,
    ``italic`` is 1 where all of it is in italics, and else 0.
    """

    __slots__ = ("cells", "italic", "lead", "reason", "sort", "table", "text", "time", "times")

    def __init__(
        self,
        text: str,
        sort: Sort = SORTS["paragraph"],
        lead: int = 0,
        time: tuple[int, int] | None = None,
        reason: str = "",
        cells: tuple[tuple[Block, ...], ...] = (),
        table: int = 0,
        times: tuple[int | None, int | None] | None = None,
        italic: int = 0,
    ) -> None:
        self.text, self.sort, self.lead, self.time = text, sort, lead, time
        self.reason, self.cells, self.table, self.times = reason, cells, table, times
        self.italic = italic

    def told(self) -> tuple[object, ...]:
        """All that it holds, in the order of the arguments."""
        beside = (self.reason, self.cells, self.table, self.times, self.italic)
        return (self.text, self.sort, self.lead, self.time, *beside)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Block) and self.told() == other.told()

    def __hash__(self) -> int:
        return hash(self.told())

    def __repr__(self) -> str:
        return f"Block{self.told()!r}"


class Parsed:
    """The blocks of a document in order, and sentences about what was not read."""

    __slots__ = ("blocks", "notes")

    def __init__(self, blocks: tuple[Block, ...], notes: tuple[str, ...] = ()) -> None:
        self.blocks, self.notes = blocks, notes

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Parsed) and (self.blocks, self.notes) == (other.blocks, other.notes)

    def __hash__(self) -> int:
        return hash((self.blocks, self.notes))


class Words:
    """A paragraph in the making: its text, and how much of its start is set off.

    ``slanted`` says whether what is added next is in italics.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.lead = 0
        self.time: tuple[int, int] | None = None
        self.slanted = False
        self._leading = True
        self._upright = False  # whether any word is

    def add(self, text: str, *, bold: bool = False) -> None:
        """More words at its end; white space is as the words around it."""
        if not text:
            return
        self.parts.append(text)
        self.length += len(text)
        self._upright = self._upright or not (self.slanted or text.isspace())
        if self._leading and not text.isspace():
            if bold:
                self.lead = self.length
            else:
                self._leading = False

    def block(self, sort: Sort = Sort.PARAGRAPH, *, reason: str = "", table: int = 0) -> Block:
        """As a block, without the white space around it."""
        whole = "".join(self.parts)
        text = whole.strip()
        cut = len(whole) - len(whole.lstrip())
        lead = len(whole[cut : max(cut, self.lead)].rstrip()) if text else 0
        time = (self.time[0] - cut, self.time[1] - cut) if self.time else None
        return Block(text, sort, lead, time, reason, table=table, italic=int(not self._upright))


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 comment", "3 comments"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def bounded(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks. Raises Unreadable over ``LONGEST_TEXT`` or ``MOST_PARAGRAPHS``, cells included."""
    held = many = 0
    for block in blocks:
        many += 1 + sum(1 + len(cell) for cell in block.cells)
        if many > MOST_PARAGRAPHS:
            raise Unreadable(
                f"The document has more than {MOST_PARAGRAPHS:,} paragraphs, the most that can be read. "
                "Split it."
            )
        held += len(block.text) + sum(len(inner.text) for cell in block.cells for inner in cell)
        if held > LONGEST_TEXT:
            raise Unreadable(
                f"The document holds more than {LONGEST_TEXT:,} characters of text, the most that can be "
                "read. Split it."
            )
        yield block


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """The paragraphs in the cells of rows, one by one, and all other blocks."""
    for block in blocks:
        if block.sort is Sort.ROW:
            yield from (inner for cell in block.cells for inner in cell)
        else:
            yield block


def written(told: object) -> str:
    """A document, or a part of one, as JSON, in which strings hold what cannot be seen as it is.

    Python's own writer imports ``re``. A document is a list of its blocks and one of its notes, a block a
    list of what it holds.
    """
    if isinstance(told, str):
        inner = told.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{inner}"'
    if isinstance(told, Parsed):
        return f"[{written(told.blocks)},{written(told.notes)}]"
    if isinstance(told, Block):
        told = told.told()
    if isinstance(told, tuple):
        return f"[{','.join(map(written, told))}]"
    return "null" if told is None else str(told)


def from_data(data: list[Any]) -> Parsed:
    """The document of which ``written`` gave the JSON."""
    blocks, notes = data
    return Parsed(tuple(map(_block, blocks)), tuple(notes))


def _block(data: list[Any]) -> Block:
    text, sort, lead, time, reason, cells, table, times, italic = data
    inner = tuple(tuple(map(_block, cell)) for cell in cells) if cells else ()
    span = (time[0], time[1]) if time else None
    told = (times[0], times[1]) if times else None
    return Block(text, SORTS[sort], lead, span, reason, inner, table, told, italic)
