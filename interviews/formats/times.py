"""Times as transcripts write them."""

from __future__ import annotations

import re

from interviews.transcript.edits import Times

CLOCK = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"

# A time, or from one time to another, alone or in brackets that markdown may have escaped.
_RANGE = rf"{CLOCK}(?:\s?(?:-->|[-–—])\s?{CLOCK})?"
BRACKETED = rf"\\?[\[(<]\s?{_RANGE}\s?\\?[\])>]"
TIME = rf"(?:{BRACKETED}|{_RANGE})"

_CLOCK = re.compile(CLOCK)
_ALONE = re.compile(TIME)


def milliseconds(written: str) -> int | None:
    """ "1:02:03.5" and "62:03" as milliseconds; None where the minutes or seconds are over 59."""
    whole, _, fraction = written.replace(",", ".").partition(".")
    parts = [int(part) for part in whole.split(":")]
    if any(part > 59 for part in parts[1:]):
        return None
    seconds = 0
    for part in parts:
        seconds = seconds * 60 + part
    return seconds * 1000 + int(fraction.ljust(3, "0") or 0)


def times_in(written: str) -> Times | None:
    """Start and end in milliseconds of what ``TIME`` matches; None where it is no time of day or tape."""
    told = [milliseconds(clock) for clock in _CLOCK.findall(written)]
    if not told or None in told:
        return None
    return told[0], told[1] if len(told) > 1 else None


def time_alone(written: str) -> Times | None:
    """The time, where a line holds nothing else."""
    return times_in(written) if len(written) <= 40 and _ALONE.fullmatch(written) else None
