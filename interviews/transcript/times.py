"""Times as people read and write them."""

from __future__ import annotations

import re

# Hours and minutes may be left out; what stands in front may be over 59: "62:03" is an hour and two minutes.
_WRITTEN = re.compile(
    r"(?:(?:(?P<hours>\d{1,3}):(?=\d{1,2}:))?(?P<minutes>\d{1,4}):(?=\d{2}))?"
    r"(?P<seconds>\d{1,6})(?:[.,](?P<fraction>\d{1,3}))?"
)


class NotATime(ValueError):
    """What was written is no time. The message is a sentence for whoever wrote it."""

    def __init__(self, written: str) -> None:
        super().__init__(f"“{written}” is not a time. Write 1:02:03.5, 62:03 or seconds, such as 75.")


def clock(milliseconds: int) -> str:
    """Elapsed time as on a recorder: "3:54", "1:02:07". Parts of a second are dropped."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def exact_clock(milliseconds: int) -> str:
    """The same with the parts of a second that there are: "3:54.25"."""
    fraction = f"{milliseconds % 1000:03}".rstrip("0")
    return clock(milliseconds) + (f".{fraction}" if fraction else "")


def read_clock(written: str) -> int | None:
    """Milliseconds from "1:02:03.5", "62:03" or seconds ("75.25"); None where nothing is written.

    Raises NotATime.
    """
    written = written.strip()
    if not written:
        return None
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise NotATime(written)
    hours, minutes, seconds = (int(found[part] or 0) for part in ("hours", "minutes", "seconds"))
    if (found["minutes"] and seconds > 59) or (found["hours"] and minutes > 59):
        raise NotATime(written)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int((found["fraction"] or "").ljust(3, "0"))
