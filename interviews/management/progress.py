"""What a command is at, on a line of the terminal that is written over."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any, Protocol

from interviews.management.telling import printable

_EVERY = 0.1  # seconds between two lines


class Screen(Protocol):
    """A stream of text, Django's or Python's own."""

    def write(self, text: str, /) -> Any: ...

    def flush(self) -> Any: ...

    def isatty(self) -> bool: ...


class Progress:
    """One line at a terminal that is written over; nothing anywhere else."""

    def __init__(self, err: Screen, now: Callable[[], float] = monotonic) -> None:
        self._err = err
        self._now = now
        self._shown = False
        self._next = now() + _EVERY
        self._is_terminal = err.isatty()

    def show(self, what: str) -> None:
        if self._is_terminal and self._now() >= self._next:
            self._write(f"\r\x1b[K{printable(what)[:78]}")
            self._shown = True
            self._next = self._now() + _EVERY

    def clear(self) -> None:
        if self._shown:
            self._write("\r\x1b[K")
            self._shown = False

    def _write(self, text: str) -> None:
        self._err.write(text)
        self._err.flush()
