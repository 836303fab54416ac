"""Times as people read them."""

from __future__ import annotations


def clock(milliseconds: int) -> str:
    """Elapsed time as on a recorder: "3:54", "1:02:07". Parts of a second are dropped."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
