"""What this process remembers of the interviews that it checked last, so that the next check is quick.

A process that remembers nothing checks from nothing: slower, with the same result.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

from interviews.detectors.checking import Checker
from interviews.services.archiving import Archived

# Measured: the checker of one with 1,500 turns (106,000 words) holds 13 MB.
MOST = 4


@dataclass(slots=True)
class Remembered:
    """What the last check of one interview has worked out. It is for one thread at a time."""

    checker: Checker = field(default_factory=Checker)
    archived: Archived = field(default_factory=Archived)


_remembered: OrderedDict[int, Remembered] = OrderedDict()
_lock = Lock()


@contextmanager
def remembered(interview: int) -> Iterator[Remembered]:
    """What is remembered of an interview (its row), nobody else's while this runs; new where nothing is.

    What breaks off is forgotten.
    """
    with _lock:
        known = _remembered.pop(interview, None) or Remembered()
    yield known
    with _lock:
        _remembered[interview] = known
        while len(_remembered) > MOST:
            _remembered.popitem(last=False)


def forget() -> None:
    """As in a process that has checked nothing yet."""
    with _lock:
        _remembered.clear()
