"""Times of a recording in all the ways that recorders, editing rooms and players write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviews.detectors.remains.apart import Apart, How

_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
_FRAMES = r"\d\d:\d\d:\d\d[:;]\d\d"
# "1h02m33s", "20m55s", "12'34", "00 14 22", "01.11.01", "1830.85s"
_SPELT = (
    r"(?:(?:\d{1,2}\s?h\s?)?\d{1,2}\s?m(?:in)?\s?\d{1,2}(?:[.,]\d{1,3})?\s?s(?:ec)?"
    r"|\d{1,2}\s?h\s?\d{1,2}\s?m(?:in)?)"
)
_PRIMES = r"\d{1,3}[’'′]\d\d(?:[”\"″]|'')?"
_TRIPLE = r"\d\d(?P<gap{0}>[\s.-])\d\d(?P=gap{0})\d\d"
# "[1990s]" is a decade.
_SECONDS = r"(?:\d{1,5}[.,]\d{2,3}\s?(?:s(?:ec)?)?|(?!1[89]\d0|20\d0)\d{2,5}\s?s(?:ec)?)"
_ARROW = r"\s{0,3}(?:-->|->|→|[-–—/])\s{0,3}"


def _any(number: int) -> str:
    return rf"(?:{_FRAMES}|{_CLOCK}|{_SPELT}|{_PRIMES}|{_TRIPLE.format(number)}|{_SECONDS})"


# What a desk writes before the time, and what a recogniser hears that is no speech.
_NAMED = (
    r"(?:T\+?|ts|[Mm]in(?:ute)?\.?|\+|[Tt]ime|TIME|tc|TCR?|[Tt]ime\s?[Cc]ode|[Tt]imestamp|[Tt]ape|[Aa]t|start|@"
    r"|[Cc]a\.?|ab|um|bei|from|Zeit|Temps|Tiempo|Tempo)"
)
_SOUND = (
    r"(?:(?:[Bb]ackground|[Aa]mbient|[Ss]treet|[Ww]ind)\s)?"
    r"(?:[Nn]oise|[Mm]usic|[Ss]ilence|SILENCE|[Ss]tatic|[Ss]ound|Geräusch|Musik|[Bb]ruit|[Rr]uido|[Rr]umore)"
)
_BRACKETED = re.compile(
    rf"""
      \[ \s? (?: {_NAMED} \s?[=:]?\s? | {_SOUND} \s )? {_any(1)} (?: {_ARROW} {_any(2)} )?
         (?: \s? (?: min | Min\.? | Uhr | [AaPp][Mm] ) )? \s? \] (?: \s SPEAKER_\d+ :? )?
    | \[ \s? (?: t \s?=\s? [\d.,:]{{1,12}} | {_NAMED} \s? \d{{1,3}} ) \s? \]
    | < (?:{_FRAMES}|{_CLOCK}) (?: {_ARROW} {_CLOCK} )? >
    | \{{ \s? {_any(3)} \s? \}}
    | \( (?: {_NAMED} \s?[=:]?\s? )? (?: {_FRAMES} | {_CLOCK} | {_SPELT}
      | {_PRIMES} ) (?: {_ARROW} {_CLOCK} )? \)
    """,
    re.VERBOSE,
)
_BARE = re.compile(
    rf"""
      {_CLOCK} \s{{0,3}} --> \s{{0,3}} {_CLOCK}          # a subtitle cue
    | (?<![\w:.,]) (?: {_FRAMES} | \d{{1,2}}:\d\d:\d\d (?:[.,]\d{{1,3}})? ) (?![\w:])
    """,
    re.VERBOSE,
)
_HASHED = re.compile(r"#\d\d:\d\d:\d\d(?:[-.]\d{1,2})?#")  # of programs for field interviews
_NAMED_CODE = re.compile(r"\b(?:TCR?(?:\s?IN|\s?OUT)?|[Tt]ime\s?[Cc]ode)\s?[=:]?\s?\d\d(?:[:.;,]\d\d){1,3}\b")
# A duration that somebody says: "the record stands at 2:01:39 for the marathon".
_SAID_BEFORE = re.compile(
    r"\b(?:at|of|in|is|was|to|by|under|over|about|around|than|ran|record|time|with|below"
    r"|auf|von|bei|unter|de|en|sous)\s$"
)
# A time of day to the second that somebody says: "At 03:14:07.", "13 December 1901, 20:45:52.", "00:00 UTC".
_OF_DAY_BEFORE = re.compile(
    r"(?:\b(?:at|until|till|since|from|after|before|between|um|ab|bis|von|à|las)\s|\d{4},?\s)$", re.IGNORECASE
)
_OF_DAY_BEHIND = re.compile(r"\s?[.,;!?)]|\s(?:UTC|GMT|CES?T|ES?T|PS?T|Uhr\b|[AaPp]\.?[Mm]\b)|\s*$")
_COLON = re.compile(r"[0-9]:[0-9]")
_CUE_NUMBER = re.compile(r"(?:^|(?<=\s))\d{1,5}\s*\n\s*$")
# A line, or a turn, that is nothing else; who answers "When?" with a time ends in a full stop.
_ALONE = rf"(?:{_FRAMES}|{_CLOCK}|{_PRIMES}|{_SPELT})"
_PLAYER = r"\?t=\d{1,5}s?"
_LINE = re.compile(rf"(?:(?:T|@|TC|[Mm]in\.?)\s?)?[*\[(]?\s?{_ALONE}\s?[*\])]?\s?[-–—:|]?|{_PLAYER}")
_LONGEST_ALONE = 24


def times(text: str) -> Iterator[tuple[int, int]]:
    """Where a time of the recording stands that nobody said."""
    if "[" in text or "(" in text or "<" in text or "{" in text:
        for match in _BRACKETED.finditer(text):
            yield match.span()
    if "#" in text:
        for match in _HASHED.finditer(text):
            yield match.span()
    if "TC" in text or "ime code" in text or "imecode" in text:
        for match in _NAMED_CODE.finditer(text):
            yield match.span()
    if ":" in text and _COLON.search(text):
        yield from _bare_times(text)
        if text[:1] in _OPENS_TIME or "\n" in text:
            for match in _WITH_LABEL.finditer(text) if "\n" in text else _WITH_LABEL.finditer(text, 0, _HEAD):
                yield match.span()


_HEAD = 90  # no label with its time is longer
_OPENS_TIME = frozenset("0123456789[(")
# The label of another turn, pasted with its time: "14:16 TV: Could the Board have found it?"
_WITH_LABEL = re.compile(
    r"^[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s(?:[A-Z][\w.’'-]{0,20}\s){0,2}[A-Z][\w.’'-]{0,20}:(?=\s)",
    re.MULTILINE,
)


def is_time(stretch: Apart) -> bool:
    """Whether a line is a time and nothing else."""
    if len(stretch.inner) > _LONGEST_ALONE or stretch.how not in (How.LINE, How.WHOLE):
        return False
    return _LINE.fullmatch(stretch.inner) is not None


def _bare_times(text: str) -> Iterator[tuple[int, int]]:
    for match in _BARE.finditer(text):
        # "[unintelligible 00:12:45]" is how a house marks what it could not hear.
        opened = text.rfind("[", max(0, match.start() - 40), match.start())
        inside = opened >= 0 and "]" not in text[opened : match.start()]
        if inside and any(map(str.isalpha, text[opened : match.start()])):
            continue
        is_duration = match[0][0] != "0" and match[0][1] == ":"
        if is_duration and _SAID_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            continue
        if "," not in match[0] and _is_of_day(text, match.start(), match.end()):
            continue
        number = _CUE_NUMBER.search(text, max(0, match.start() - 12), match.start())
        yield number.start() if number and "-->" in match[0] else match.start(), match.end()


def _is_of_day(text: str, start: int, end: int) -> bool:
    """Whether a time is one that a sentence names, which goes on or ends behind it."""
    return (
        _OF_DAY_BEFORE.search(text, max(0, start - 12), start) is not None
        and _OF_DAY_BEHIND.match(text, end) is not None
    )
