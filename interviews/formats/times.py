"""Times as transcripts write them."""

from __future__ import annotations

import re

from interviews.transcript.edits import Times

# With hours, minutes and seconds: frames behind them ("1:23:45:21"), or semicolons as drop-frame video has
# them; one digit is enough where a fraction follows, as old Teams files have it ("0:0:5.100");
# or minutes and seconds by prime marks, straight or curly, as broadcasters' scripts have them (04'12").
CLOCK = (
    r"(?:\d{1,3}:\d{2}:\d{2}[:;]\d{2}|\d{1,3};\d{2};\d{2}(?:;\d{2})?"
    r"|\d{1,3}:\d{1,2}:\d{1,2}[.,]\d{1,3}|\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
    r"|\d{2,3}['’′]\d{2}(?:[\"”″]|''|’’|′′))"
)
_MINUTES = r"<T:\s?\d{1,4}\s?min>"  # "<T: 5 min>" of oral history

# A time, or from one time to another, alone or in brackets that markdown may have escaped.
_RANGE = rf"{CLOCK}(?:\s?(?:-->|[-–—])\s?{CLOCK})?"
BRACKETED = rf"(?:\\?[\[(<]\s?{_RANGE}\s?\\?[\])>]|{_MINUTES})"
TIME = rf"(?:{BRACKETED}|{_RANGE})"

_CLOCK = re.compile(CLOCK)
_ALONE = re.compile(TIME)
_ONLY_MINUTES = re.compile(r"<T:\s?(?P<minutes>\d+)")
_SEPARATOR = re.compile("[:;'’′]")
_SECONDS = "\"”″'’′"  # the mark of seconds, behind them
_FRAMES = 4  # hours, minutes, seconds, frames


def milliseconds(written: str) -> int | None:
    """ "1:02:03.5" and "62:03" as milliseconds; None where the minutes or seconds are over 59.

    Frames are passed over: how many make a second is not told.
    """
    whole, _, fraction = written.rstrip(_SECONDS).replace(",", ".").partition(".")
    parts = [int(part) for part in _SEPARATOR.split(whole)]
    parts = parts[: _FRAMES - 1]
    if any(part > 59 for part in parts[1:]):
        return None
    seconds = 0
    for part in parts:
        seconds = seconds * 60 + part
    return seconds * 1000 + int(fraction.ljust(3, "0") or 0)


def times_in(written: str) -> Times | None:
    """Start and end in milliseconds of what ``TIME`` matches; None where it is no time of day or tape."""
    if minutes := _ONLY_MINUTES.match(written):
        return int(minutes["minutes"]) * 60_000, None
    told = [milliseconds(clock) for clock in _CLOCK.findall(written)]
    if not told or None in told:
        return None
    return told[0], told[1] if len(told) > 1 else None


def time_alone(written: str) -> Times | None:
    """The time, where a line holds nothing else."""
    return times_in(written) if len(written) <= 40 and _ALONE.fullmatch(written) else None
