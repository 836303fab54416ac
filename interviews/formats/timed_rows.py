"""Lines of captions with a time between the words, as YouTube and some recognisers write them."""

from __future__ import annotations

import re
from array import array
from functools import lru_cache
from itertools import accumulate, cycle, pairwise
from operator import add

from interviews.formats.base import Use
from interviews.formats.captions import Row, Token
from interviews.formats.pieces import Pieces
from interviews.formats.timed_blocks import Place
from interviews.transcript.hearing import UNKNOWN, HeardWords

# A time and the tags around it: "</c><00:00:01.400><c>".
_TIMED = re.compile(r"(<(?:/c><)?((?:\d\d:)?[0-5]\d:[0-5]\d\.\d{3})>(?:<c>)?)")
_CLOSE = "</c>"


class TimedRow(Row):
    """A row in which words and times stand by turns, one word each.

    An hour has twenty thousand of both. They are tokens only when somebody looks, and from then on these
    count; until then they are ``cuts``, the places in the source from one to the next, and ``times``
    (milliseconds), one before each word or before each but the first. A tag that stands behind the last
    goes up to ``closed``.
    """

    __slots__ = ("_tokens", "closed", "cuts", "times")

    def __init__(self, cuts: array[int], times: list[int], closed: int, text: str, voice: str | None) -> None:
        self._tokens: list[Token] | None = None
        self.cuts, self.times, self.closed = cuts, times, closed
        self.text, self.voice, self.changes, self.has_times = text, voice, False, True
        self.words, self.place = None, -1

    @property
    def is_whole(self) -> bool:
        """Whether nobody has looked at the tokens."""
        return self._tokens is None

    @property
    def is_headed(self) -> bool:
        """Whether a time stands before the first word too."""
        return 2 * len(self.times) + 1 == len(self.cuts)

    @property
    def tokens(self) -> list[Token]:
        """As of any row."""
        if self._tokens is None:
            times = iter(self.times)
            self._tokens = [
                Token(start, end, use, next(times) if use is Use.TIME else None)
                for (start, end), use in zip(pairwise(self.cuts), cycle(self._uses), strict=False)
            ]
            if self.closed:
                self._tokens.append(Token(self.cuts[-1], self.closed, Use.MARKUP))
        return self._tokens

    @tokens.setter
    def tokens(self, tokens: list[Token]) -> None:
        self._tokens = tokens

    @property
    def _uses(self) -> tuple[Use, Use]:
        return (Use.TIME, Use.TURN) if self.is_headed else (Use.TURN, Use.TIME)

    def tell(self, pieces: Pieces, turn: str | None) -> None:
        """Its pieces, behind the others."""
        pieces.alternate(self.cuts, self._uses, turn)
        if self.closed:
            pieces.add(self.cuts[-1], self.closed, Use.MARKUP)

    def hear(self, start: int | None, end: int | None) -> int | None:
        """What ``Source.timed`` does, from the numbers."""
        now, known = start, list[int]()
        for time in self.times:
            if (now is None or time >= now) and (end is None or time <= end):
                now = time
                known.append(time)
            else:
                known.append(UNKNOWN)
        first = UNKNOWN if start is None else start
        begins = [first, *known]
        if self.is_headed:
            begins = [first if known[0] == UNKNOWN else known[0], *known[1:]]
            del known[0]
        lengths = list(map(len, self.text.split(" ")))
        places = [0, *accumulate(length + 1 for length in lengths)]
        self.words = HeardWords()
        self.words.add_all(
            zip(
                places,
                map(add, places, lengths),
                begins,
                (*known, UNKNOWN if end is None else end),
                strict=False,
            )
        )
        return now


def timed_row(text: str, line: Place, voice: str | None) -> TimedRow | None:
    """The row of a line of nothing but words and times by turns; None for any other line."""
    parts = _TIMED.split(text[line.start : line.end])
    if len(parts) == 1:
        return None
    closed = parts[-1].endswith(_CLOSE)
    if closed:
        parts[-1] = parts[-1][: -len(_CLOSE)]
    times = [_second(time[:-4]) + int(time[-3:]) for time in parts[2::3]]
    del parts[2::3]
    if not parts[0]:
        del parts[0]
    said = parts[-1::-2][::-1]
    words = list(map(str.strip, said))
    written = "".join(said).strip()
    if " ".join(words) != written or written.split() != words or "<" in written or "&" in written:
        return None
    cuts = array("q", accumulate(map(len, parts), initial=line.start))
    return TimedRow(cuts, times, line.end if closed else 0, written, voice)


@lru_cache(maxsize=8)
def _second(clock: str) -> int:
    """A time without its fraction, in milliseconds."""
    told = 0
    for part in clock.split(":"):
        told = told * 60 + int(part)
    return told * 1000
