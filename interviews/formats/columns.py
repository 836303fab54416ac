"""Which column of a table holds who speaks, what is said and when: by its heads, else by what is in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from interviews.formats.column_heads import HEADS
from interviews.formats.labels import is_name
from interviews.formats.times import time_alone

Rows = Sequence[Sequence[str]]

_UNIT = re.compile(r"\s*[\[(]?\b(ms|msec|millis|milliseconds|s|sec|secs|seconds)\b[\])]?\s*$")
_MARKS = re.compile(r"[\s_.:*/#-]+")
_LOOK = 200  # rows that are looked at
_MOST = 0.8  # of the cells of a column that hold anything
_LONGEST_NAME = 60  # code points
_SHORTEST_TEXT = 12  # code points on average
_LONGEST_HEAD = 40  # code points
_MOST_WORDS = 4  # of a head
_NO_HEAD = re.compile(r"[.?!…:;。？！]\s*$|^[\d\W]+$")


class Columns(NamedTuple):
    """The places of the columns, from 0; ``heads`` says that the first row names them.

    ``milliseconds`` says that a head names this unit; ``is_guess`` that the first row only looks like heads,
    so that its words are better kept.
    """

    text: int
    speaker: int | None = None
    start: int | None = None
    end: int | None = None
    heads: bool = False
    milliseconds: bool = False
    is_guess: bool = False

    @property
    def told(self) -> frozenset[int]:
        """The columns that are known."""
        return frozenset(place for place in self[:4] if place is not None)


def columns(rows: Rows) -> Columns | None:
    """What the columns of a table hold, or None where it is no transcript.

    Where the heads do not tell, a transcript has at least two rows, a column of long texts, and beside it one
    of times, or one of names of which some recur; or one whose head says that it is this.
    """
    if not rows:
        return None
    known, milliseconds = _heads(rows[0])
    if "text" in known and len(known) > 1:
        speaker, start, end = (known.get(what) for what in ("speaker", "start", "end"))
        return Columns(known["text"], speaker, start, end, heads=True, milliseconds=milliseconds)
    below = rows[1 : _LOOK + 1]
    found = _by_content(below, known) if _look_like_heads(rows[0]) else None
    if found and (known or _stands_above(rows[0], found, below)):
        return found._replace(heads=True, milliseconds=milliseconds, is_guess=True)
    return _by_content(rows[:_LOOK], {})


def _heads(row: Sequence[str]) -> tuple[dict[str, int], bool]:
    """The columns that a first row names, and whether it names milliseconds."""
    found: dict[str, int] = {}
    milliseconds = False
    for place, head in enumerate(row[:50]):
        if len(head) > _LONGEST_HEAD:
            return {}, False
        bare = _MARKS.sub(" ", head.casefold()).strip()
        unit = _UNIT.search(bare)
        bare = _UNIT.sub("", bare) or bare
        what = next((what for what, heads in HEADS.items() if bare in heads), None)
        if what is not None and what not in found:
            found[what] = place
            milliseconds = milliseconds or (unit is not None and unit.group(1).startswith("m"))
    return found, milliseconds


def _look_like_heads(row: Sequence[str]) -> bool:
    """Whether the cells are a word or a few each, each of its own, and neither times nor sentences."""
    cells = [cell.strip() for cell in row if cell.strip()]
    return (
        len(cells) > 1
        and len({cell.casefold() for cell in cells}) == len(cells)
        and all(len(cell) <= _LONGEST_HEAD and len(cell.split()) <= _MOST_WORDS for cell in cells)
        and not any(_NO_HEAD.search(cell) for cell in cells)
    )


def _stands_above(row: Sequence[str], found: Columns, below: Rows) -> bool:
    """Whether a first row differs from what is below: no time above times, no name above names that recur."""
    cells = [cell.strip() for cell in row] + [""] * max(found.told)
    if found.start is not None:
        return bool(cells[found.start])
    assert found.speaker is not None  # else it would be no transcript
    names = Counter(cells[found.speaker].strip() for cells in below if found.speaker < len(cells))
    return cells[found.speaker] not in names and min(names.values()) > 1


def _by_content(rows: Rows, known: Mapping[str, int]) -> Columns | None:
    """The columns by what is in them, but for those that are known."""
    if len(rows) < 2 or len({len(row) for row in rows}) > 2:
        return None
    width = max(len(row) for row in rows)
    if not 2 <= width <= 12 or any(place >= width for place in known.values()):
        return None
    by_column = [[row[place].strip() if place < len(row) else "" for row in rows] for place in range(width)]
    free = [place for place in range(width) if place not in known.values()]
    times = [place for place in free if _times(by_column[place]) >= _MOST]
    rest = [place for place in free if place not in times]
    longest = max(rest, key=lambda place: sum(map(len, by_column[place])), default=None)
    text = known.get("text", longest)
    if text is None or sum(map(len, by_column[text])) < _SHORTEST_TEXT * len(rows):
        return None
    named = next((place for place in rest if place != text and _names(by_column[place])), None)
    told = {"speaker": named, "start": next(iter(times), None), **known}
    if told["speaker"] is None and told["start"] is None:
        return None
    ends = (place for place in times if place != told["start"])
    return Columns(text, told["speaker"], told["start"], told.get("end", next(ends, None)))


def _times(cells: Sequence[str]) -> float:
    """The share of the filled cells that hold a time and nothing else."""
    filled = [cell for cell in cells if cell]
    return sum(time_alone(cell) is not None for cell in filled) / len(filled) if filled else 0.0


def _names(cells: Sequence[str]) -> bool:
    filled = [cell.removesuffix(":").strip() for cell in cells if cell]
    if any(len(cell) > _LONGEST_NAME or not is_name(cell) for cell in filled):
        return False
    return 0 < len(set(filled)) < len(filled)
