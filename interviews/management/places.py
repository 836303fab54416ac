"""Where a passage of a turn stands in the file that it was read from."""

from __future__ import annotations

from array import array  # a turn may have millions of characters, and a list takes five times the room
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from interviews.formats.base import Reading, Use
from interviews.formats.escapes import shown
from interviews.formats.lines import line_at, line_starts
from interviews.transcript.spans import Passage

_WORDS = frozenset({Use.TURN, Use.TITLE, Use.ASIDE})


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file: lines and columns from 1, columns in code points, the end column behind the last.

    ``offset`` and ``length`` count code points of the decoded text. Of a corpus only the line is known.
    """

    line: int
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    offset: int | None = None
    length: int | None = None


class Places:
    """The way from a reading's turns back to its source."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._starts = line_starts(reading.text)
        self._pieces: dict[str, list[range]] = defaultdict(list)
        for piece in reading.pieces:
            if piece.use in _WORDS and piece.turn is not None:
                self._pieces[piece.turn].append(range(piece.start, piece.end))
        self._written = lru_cache(maxsize=64)(self._written_at)

    def place(self, first: Passage, last: Passage) -> Place:
        """From the start of one passage to the end of the other, in the source."""
        start, end = self._ends(first)[0], self._ends(last)[1]
        line, end_line = line_at(self._starts, start), line_at(self._starts, end)
        return Place(
            line,
            start - self._starts[line - 1] + 1,
            end_line,
            end - self._starts[end_line - 1] + 1,
            start,
            end - start,
        )

    def _ends(self, passage: Passage) -> tuple[int, int]:
        """Where the passage begins and ends; the whole turn where its words are not those of the source."""
        written, before = self._written(passage.turn)
        if not written:
            return 0, 0
        if before[-1] != len(written):
            return written[0], written[-1] + 1
        first = min(before[passage.span.start], len(written) - 1)
        last = max(before[passage.span.end] - 1, first)
        return written[first], written[last] + 1

    def _written_at(self, turn: str) -> tuple[array[int], array[int]]:
        """The places of the turn's characters in the source, and how many stand before each offset.

        White space counts in neither: a reader may change it, and nothing else.
        """
        source = self._reading.text
        written = array("q", (at for piece in self._pieces[turn] for at in piece if not source[at].isspace()))
        text = self._reading.transcript[turn].text
        before = array("q", accumulate((not character.isspace() for character in text), initial=0))
        if before[-1] != len(written):  # markdown spells some with a backslash
            pieces = self._pieces[turn]
            spelt = array(
                "q", (at for one in pieces for at in shown(source, one) if not source[at].isspace())
            )
            written = spelt if before[-1] == len(spelt) else written
        return written, before
