"""How a paragraph without a label is set: in italics, or in brackets, as writers set what nobody said."""

from __future__ import annotations

import re

_ITALICS = re.compile(r"\*(?![*\s])[^*]+\*|_(?![_\s])[^_]+_")
_ROUND = re.compile(r"[*_]?\([^()]+\)[.!]?[*_]?")
_RUN = re.compile(r"(?<!\*)\*(?!\*)[^*]+\*(?!\*)")
_LONGEST = 2_000  # code points; a note is no longer
FEWEST = 8  # words of a note; less tells what happened at that moment: "(He rises, laughing.)"
_LEAST_RUNS, _SHARE = 2, 1 / 3


def in_brackets(text: str) -> bool:
    """Whether round brackets stand around all of a paragraph, in italics or not."""
    return len(text) <= _LONGEST and _ROUND.fullmatch(text) is not None


def in_italics(text: str) -> bool:
    """Whether a paragraph is in italics as a whole, but for a title in it: "*Her book* Lamps *is new.*"

    Such a one begins with them, and a third of it is in italics; a line that was glued to its end may follow.
    """
    if len(text) > _LONGEST or text[:1] not in ("*", "_"):
        return False
    if _ITALICS.fullmatch(text):
        return True
    runs = _RUN.findall(text)
    return (
        _RUN.match(text) is not None
        and len(runs) >= _LEAST_RUNS
        and sum(map(len, runs)) >= len(text) * _SHARE
    )
