"""JSON values that know where they stand in the source.

What they say is looked at when somebody asks, so that a number of a million digits costs nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LONGEST_NUMBER = 40  # characters; a time in nanoseconds has twenty

_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})')


@dataclass(slots=True)
class _Written:
    """A stretch of the source, from ``start`` to ``end``."""

    source: str = field(repr=False)
    start: int
    end: int

    @property
    def written(self) -> str:
        return self.source[self.start : self.end]


class Text(_Written):
    """A string: the stretch is what stands between its quotes."""

    __slots__ = ()

    @property
    def value(self) -> str:
        """What it says. Halves of characters stay as they are; what is no escape stands for itself."""
        return unescaped(self.written)


class Number(_Written):
    """A number, as it is written."""

    __slots__ = ()

    @property
    def value(self) -> float | None:
        """The number; None for NaN, what is infinite, and what is too long to be a time or a share."""
        return number(self.written)


class Array(list["Value"]):
    """A list with its place, brackets included."""

    __slots__ = ("end", "start")
    start: int
    end: int


class Object(dict[str, "Value"]):
    """An object with its place, brackets included."""

    __slots__ = ("end", "start")
    start: int
    end: int

    def text(self, key: str) -> Text | None:
        """The string under a key, or None where something else or nothing stands there."""
        value = self.get(key)
        return value if isinstance(value, Text) else None

    def said(self, key: str) -> str:
        """What the string under a key says; empty where there is none."""
        text = self.text(key)
        return text.value if text else ""

    def object(self, key: str) -> Object:
        """The object under a key; an empty one where there is none."""
        value = self.get(key)
        return value if isinstance(value, Object) else _NOTHING

    def array(self, key: str) -> Array | None:
        """The list under a key, or None."""
        value = self.get(key)
        return value if isinstance(value, Array) else None

    def objects(self, key: str) -> Iterator[Object]:
        """The objects in the list under a key; what else stands in the list is passed over."""
        return objects(self.get(key))

    def share(self, *keys: str) -> float | None:
        """The first of the keys that holds a number from 0 to 1."""
        for key in keys:
            told = amount(self.get(key))
            if told is not None and 0 <= told <= 1:
                return told
        return None


Value = Object | Array | Text | Number | bool | None
_NOTHING = Object()


def objects(value: Value) -> Iterator[Object]:
    """The objects in a list."""
    if isinstance(value, Array):
        yield from (one for one in value if isinstance(one, Object))


def amount(value: Value) -> float | None:
    """A number that is written as one, or as a string."""
    if isinstance(value, Text):
        return number(value.written)
    return value.value if isinstance(value, Number) else None


def number(written: str) -> float | None:
    """The number that is written; None where it is none, not finite, or over 40 characters long."""
    if len(written) > _LONGEST_NUMBER or not written.isascii() or "_" in written:
        return None
    try:
        told = float(written)
    except ValueError:
        return None
    return told if abs(told) < float("inf") else None


def unescaped(written: str) -> str:
    """What a stretch of a string says that is not cut within an escape.

    The words of a turn are those of its pieces after this.
    """
    if "\\" not in written:
        return written
    try:
        told: str = json.loads(f'"{written}"', strict=False)
    except ValueError:  # an escape that JSON does not know; what it does know counts
        told = "".join(character for character, _, _ in characters(written))
    return told


def characters(written: str) -> Iterator[tuple[str, int, int]]:
    """Each character that a string says with the stretch of the written string that says it."""
    at = 0
    while at < len(written):
        match = _ESCAPE.match(written, at) if written[at] == "\\" else None
        end = match.end() if match else at + 1
        if match and written[at + 1] in "uU":
            low = _ESCAPE.match(written, end)
            if low and _is_half(written[at:end], "89ab") and _is_half(low[0], "cdef"):
                end = low.end()
        yield json.loads(f'"{written[at:end]}"') if match else written[at], at, end
        at = end


def _is_half(escape: str, third: str) -> bool:
    return len(escape) == 6 and escape[2] in "dD" and escape[3].lower() in third
