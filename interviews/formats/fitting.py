"""How much of a text fits into a caption: two lines of 42 characters, as even as they can be."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from unicodedata import east_asian_width

from interviews.formats.cues import UNSPACED, ends_sentence

WIDTH, LINES = 42, 2
_CLAUSE = tuple(",;:–—，、；：،؛")
_TOKEN = re.compile(rf"{UNSPACED}[^\w\s]*|(?:(?!{UNSPACED})\S)+")


class Fitting:
    """A text as tokens, which no line parts: words, or single letters where a script has no spaces.

    Tokens are counted from 0; ``starts`` and ``ends`` are their places (code points). What a run of them
    takes is the difference of two sums, so that asking for it costs the same however long the run is.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        spans = [match.span() for match in _TOKEN.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        # The room of everything up to a token without the white space before it, and with the token itself.
        self._before: list[int] = []
        self._behind: list[int] = []
        room = reached = 0
        narrow = text.isascii()
        for start, end in spans:
            room += reached < start and reached > 0
            self._before.append(room)
            room += end - start if narrow else width(text[start:end])
            self._behind.append(room)
            reached = end

    def __len__(self) -> int:
        return len(self.starts)

    def fills(self, first: int, used: int) -> int:
        """The place behind the last token that fits, where ``used`` of the first line's room is taken."""
        place, room = first, WIDTH - used
        for line in range(LINES):
            behind = bisect_right(self._behind, self._before[place] + room, place)
            if behind == place and (line or not used):  # a token wider than a line has one for itself
                behind += 1
            place, room = behind, WIDTH
            if place == len(self):
                break
        return place

    def pauses(self, first: int, end: int) -> int:
        """The place behind the last sentence that ends among these tokens, else the last long clause."""
        clause = 0
        for place in range(end, first, -1):
            last = self.ends[place - 1]
            if self.text[last - 1].isalnum():
                continue
            written = self.text[self.starts[place - 1] : last]
            if ends_sentence(written):
                return place
            if not clause and written.endswith(_CLAUSE) and last - self.starts[first] > WIDTH:
                clause = place
        return clause or end

    def lines(self, first: int, end: int, used: int) -> tuple[str, ...]:
        """One line, or two that are as even as can be; a word wider than a line has one for itself."""
        before, behind = self._before, self._behind
        begin, room = before[first] - used, behind[end - 1]
        if room - begin <= WIDTH or end - first == 1:
            return (self._words(first, end),)
        # The line above grows with each token and the one below shrinks: the best is where they meet.
        places = range(first + 1, end)
        meet = bisect_right(places, room + begin, key=lambda place: behind[place - 1] + before[place])
        best = min(
            places[max(0, meet - 1) : meet + 1],
            key=lambda place: _unevenness(behind[place - 1] - begin, room - before[place]),
        )
        return self._words(first, best), self._words(best, end)

    def _words(self, first: int, end: int) -> str:
        return " ".join(self.text[self.starts[first] : self.ends[end - 1]].split())


@lru_cache(maxsize=2048)
def fitting(text: str) -> Fitting:
    """The same for the same text: whoever publishes writes captions in several formats, one after another."""
    return Fitting(text)


def width(text: str) -> int:
    """How many letters' room a text takes; letters of Chinese, Japanese and Korean take two."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _unevenness(above: int, below: int) -> tuple[int, int]:
    return max(0, max(above, below) - WIDTH), abs(above - below)
