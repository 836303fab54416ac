"""Blocks of lines, each headed by a line with two times: what WebVTT, SRT and SBV have in common.

Real files are not what the formats ask for: numbers are missing or wrong, blank lines stand inside the words
or are missing between the cues, word processors have changed the arrow. So a block runs from one line of
times to the next, and only what cannot be words is taken off its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

# Hours may be missing, digits too; two digits behind a third colon are frames, and passed over.
_CLOCK = r"""
    (?:(?P<h{0}>\d{{1,4}})[ ]?:[ ]?)? (?P<m{0}>\d{{1,3}})[ ]?:[ ]?(?P<s{0}>\d{{1,2}})
    (?:[ ]?(?:[{1}]|:(?=\d{{3}}))[ ]?(?P<f{0}>\d{{1,3}})\d{{0,6}} | :\d{{2}})?
"""
_FROM, _TO = _CLOCK.format(1, ".,"), _CLOCK.format(2, ".,")


def _pattern(arrow: str) -> re.Pattern[str]:
    return re.compile(
        rf"""
        ^[ \t]*
        (?: {_FROM} [ \t]*(?:{arrow})[ \t]* {_TO} (?!\d)
          | (?P<broken>\d[^\n>]{{0,40}}-->[ \t]*\d[\d:.,;]{{0,40}}) )
        """,
        re.MULTILINE | re.VERBOSE,
    )


# WebVTT and SRT in one: "00:01.000 --> 00:02.500"; and with the arrow as word processors leave it.
_ARROW, _ANY_ARROW = _pattern("--[ ]?>"), _pattern("-{1,3}[ ]?>|[–—]-?>|→")
# SBV: "0:00:01.000,0:00:03.000"
COMMAED = re.compile(
    rf"""
    ^[ \t]*
    (?: {_CLOCK.format(1, ".")},{_CLOCK.format(2, ".")} | (?P<broken>\d:[\d:.]{{1,20}},\d:[\d:.]{{1,20}}) )
    (?=[ \t\r]*$)
    """,
    re.MULTILINE | re.VERBOSE,
)
_NUMBER = re.compile(r"\d{1,9}")
_SETTINGS = re.compile(r"(?:[A-Za-z]\w*:\S+(?:[ \t]+|$))+")
_SPECIAL = re.compile(r"(?P<word>NOTE|STYLE|REGION)(?=[ \t\r]|$)", re.MULTILINE)
_LONE_RETURN = re.compile("\r(?!\n)")


# The custom of a file shows in so many cues.
_SHOWN = 200


def arrowed(text: str) -> re.Pattern[str]:
    """What a line of times looks like in a text; another arrow only where there is none of the right ones."""
    return _ARROW if "-->" in text else _ANY_ARROW


class Place(NamedTuple):
    """Where something stands in the source, white space around it left out (code points, half-open)."""

    start: int
    end: int


# What a named tuple's own constructor does, without its detour: for each line of a file.
_place = tuple.__new__


@dataclass(slots=True)
class Special:
    """A NOTE, STYLE or REGION of WebVTT: where that word stands, and what follows it, if anything."""

    word: str
    keyword: Place
    words: Place | None


@dataclass(slots=True)
class Block:
    """One cue as it stands in the source. ``start`` and ``end`` are milliseconds, or None where unreadable.

    No line is empty. ``specials`` and ``id`` stand above the times, ``settings`` behind them.
    """

    times: Place
    start: int | None
    end: int | None
    specials: Sequence[Special]
    id: Place | None
    settings: Place | None
    lines: list[Place]


class Blocks:
    """The blocks of a text from an offset on, one at a time, in time that grows with the text alone.

    ``head`` are the lines before the first block; ``tail`` the notes behind the last, once all were taken.
    Every character that is not white space is in exactly one of the places. With ``webvtt`` a line that
    stands alone above the times can be an id whatever it says, and NOTE, STYLE and REGION are told.
    """

    def __init__(self, text: str, pattern: re.Pattern[str], start: int = 0, *, webvtt: bool = False) -> None:
        self.text = _LONE_RETURN.sub("\n", text) if "\r" in text else text
        self.start = start
        self.webvtt = webvtt
        self.special = webvtt and _SPECIAL.search(self.text, start) is not None
        matches = pattern.finditer(self.text, start)
        shown = list(islice(matches, _SHOWN))
        above = [self._line_above(match.start()) for match in shown]
        self.numbered = sum(_NUMBER.fullmatch(line) is not None for line, _ in above) * 2 >= len(shown)
        self.with_ids = webvtt and sum(bool(line) and alone for line, alone in above) * 2 >= len(shown)
        self.matches = chain(shown, matches)
        self.first = next(self.matches, None)
        end = len(self.text) if self.first is None else self.first.start()
        self.head, self.tail, self.id = self._region(start, end, above_times=self.first is not None)

    def __bool__(self) -> bool:
        """Whether there is any block."""
        return self.first is not None

    def __iter__(self) -> Iterator[Block]:
        match = self.first
        while match is not None:
            following = next(self.matches, None)
            end = len(self.text) if following is None else following.start()
            line_end = self.text.find("\n", match.end(), end)
            line_end = end if line_end < 0 else line_end
            specials, id_ = self.tail, self.id
            lines, self.tail, self.id = self._region(line_end, end, above_times=following is not None)
            settings = None
            if line_end > match.end() and (
                rest := self._place(match.end(), self.text[match.end() : line_end])
            ):
                if _SETTINGS.fullmatch(self.text, *rest):
                    settings = rest
                else:
                    lines.insert(0, rest)
            begin = match.start()
            times = self._place(begin, match[0]) or Place(begin, match.end())
            yield Block(times, *_times(match), specials, id_, settings, lines)
            match = following

    def _line_above(self, start: int) -> tuple[str, bool]:
        """The line above an offset, and whether a blank line stands above that."""
        end = max(self.start, start - 1)
        begin = self.text.rfind("\n", self.start, end) + 1 or self.start
        return self.text[begin:end].strip(), self.text.endswith(("\n\n", "\n\r\n"), self.start, begin)

    def _region(
        self, start: int, end: int, *, above_times: bool
    ) -> tuple[list[Place], Sequence[Special], Place | None]:
        """The lines of words up to the next line of times, the notes between, and the id of the next cue."""
        written = self.text[start:end].split("\n")
        id_ = self._id(written, start, end) if above_times else None
        if id_ is not None:
            del written[-2:]
        if self.special:
            return *self._with_specials(written, start), id_
        lines = []
        for line in written:
            words = line.strip()
            if words:
                first = start if len(words) == len(line) else start + line.index(words)
                lines.append(_place(Place, (first, first + len(words))))
            start += len(line) + 1
        return lines, (), id_

    def _with_specials(self, written: Sequence[str], at: int) -> tuple[list[Place], list[Special]]:
        lines: list[Place] = []
        specials: list[Special] = []
        after_blank = at == self.start
        special: Special | None = None
        for number, line in enumerate(written):
            if not line or line == "\r":
                # Behind times the first piece is what is left of their line: below it stand words.
                special, after_blank = None, after_blank or number > 0
            elif (words := self._place(at, line)) is not None:
                if special is not None:
                    special.words = Place(special.words.start if special.words else words.start, words.end)
                elif after_blank and (found := _SPECIAL.match(line)):
                    rest = self._place(at + found.end(), line[found.end() :])
                    special = Special(found["word"], Place(at, at + found.end()), rest)
                    specials.append(special)
                else:
                    lines.append(words)
                after_blank = False
            at += len(line) + 1
        return lines, specials

    def _id(self, written: Sequence[str], start: int, end: int) -> Place | None:
        """The line right above the times, where it is no words: a number, or in WebVTT a line alone."""
        # The first piece is what is left of a line with times, save at the start of the text.
        lines = written if start == 0 else written[1:]
        if len(lines) < 2 or not (above := lines[-2].strip()) or "-->" in above:
            return None
        alone = lines[-3] in ("", "\r") if len(lines) > 2 else start == self.start
        is_number = _NUMBER.fullmatch(above) is not None
        if is_number:
            known = alone or self.numbered
        else:  # words with a blank line in them are no id, where other cues have none
            known = self.webvtt and alone and "<" not in above and (self.with_ids or " " not in above)
        return self._place(end - 1 - len(written[-2]), written[-2]) if known else None

    def _place(self, start: int, written: str) -> Place | None:
        """Where the words of a stretch stand that begins at ``start``."""
        words = written.strip()
        if not words:
            return None
        if len(words) != len(written):
            start += written.index(words)
        return _place(Place, (start, start + len(words)))


def _times(match: re.Match[str]) -> tuple[int | None, int | None]:
    if match["broken"]:
        return None, None
    hours, minutes, seconds, part, *to, _ = match.groups()
    start = _milliseconds(hours, minutes, seconds, part)
    end = _milliseconds(*to)
    return (start, end) if start is not None and end is not None else (None, None)


def _milliseconds(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> int | None:
    whole, late = int(seconds), int(minutes)
    if whole > 59 or (late > 59 and hours is not None):
        return None
    whole += late * 60
    if hours:
        whole += int(hours) * 3600
    if fraction is None:
        return whole * 1000
    return whole * 1000 + int(fraction if len(fraction) == 3 else fraction.ljust(3, "0"))
