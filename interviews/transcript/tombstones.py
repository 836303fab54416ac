"""Where turns stood that readers have no longer, so that a link to one says what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Gone:
    """A turn that readers had. ``after`` is the turn behind which it stood; None where it was the first."""

    key: str
    after: str | None

    def to_data(self) -> list[str | None]:
        return [self.key, self.after]


def gone_from_data(data: Iterable[list[Any]]) -> tuple[Gone, ...]:
    """The inverse of ``Gone.to_data``, for many."""
    return tuple(Gone(key, after) for key, after in data)


def gone_since(
    keys: Iterable[str], gone: Iterable[Gone], now: Container[object], joined: Mapping[str, str]
) -> tuple[Gone, ...]:
    """What has to be remembered in the next publication, in the order of the place.

    ``keys`` and ``gone`` are those of the last publication, ``now`` the keys of the next one. A turn whose
    words stand in another now (``joined``: its key to the other's) is not gone as long as that one is there.
    """
    found: list[Gone] = []
    last: str | None = None
    for key in _in_place(keys, gone):
        heir = joined.get(key, key)
        if heir in now:
            last = heir
        else:
            found.append(Gone(key, last))
    return tuple(found)


def _in_place(keys: Iterable[str], gone: Iterable[Gone]) -> Iterator[str]:
    behind: defaultdict[str | None, list[str]] = defaultdict(list)
    for one in gone:
        behind[one.after].append(one.key)
    yield from behind[None]
    for key in keys:
        yield key
        yield from behind[key]
