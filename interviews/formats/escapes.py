"""What markdown spells with a backslash, and how any text is written so that it stays text.

CommonMark 0.31: a backslash before ASCII punctuation makes it a plain character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviews.formats.labels import label_at
from interviews.formats.times import time_alone

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
# "_" inside a word and "&" that begins no reference are plain as they stand.
_ANYWHERE = re.compile(r"[\\`*\[\]<>~|]|(?<![^\W_])_|_(?![^\W_])|&(?=#|\w{1,40};)")
_AT_START = re.compile(r"[#+=:-]|\d{1,9}(?=[.)](?:\s|$))")
_LETTER = re.compile(r"[QA](?=[.)])")  # "Q. Why" names somebody without a colon
_HEAD = 150  # code points in which a colon can make a label or a time of what comes before it


def unescaped(text: str) -> str:
    """The characters that a stretch of markdown spells: "\\*" is a star. Everything else stays as it is."""
    return _ESCAPE.sub(r"\1", text)


def shown(source: str, stretch: range) -> Iterator[int]:
    """The places in a stretch whose characters are shown: all but what ``unescaped`` takes away."""
    at = stretch.start
    while at < stretch.stop:
        if match := _ESCAPE.match(source, at, stretch.stop):
            yield at + 1
            at = match.end()
        else:
            yield at
            at += 1


def escaped(line: str) -> str:
    """A line of text as markdown that shows exactly it: no heading, list, link, tag, label or time.

    The inverse of ``unescaped``. The line must hold no line break and no white space around it.
    """
    written = _ANYWHERE.sub(r"\\\g<0>", line)
    if found := _AT_START.match(written) or (_LETTER.match(written)):
        at = found.end() if found.group().isalnum() else 0
        written = f"{written[:at]}\\{written[at:]}"
    if _names_or_times(line):
        head = written[:_HEAD].replace("\\:", ":").replace(":", "\\:")
        written = head + written[_HEAD:]
    return written


def _names_or_times(line: str) -> bool:
    label = label_at(line, emphasis=False) or label_at(line, emphasis=True)
    return label is not None or time_alone(line.split(None, 1)[0] if line else "") is not None
