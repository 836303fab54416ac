"""Rows of small things that are kept as numbers, and made into objects when somebody looks."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class Packed(Sequence[T]):
    """What such a row does like the tuple of its objects; how one of them is made is the row's own affair."""

    __slots__ = ()

    @abstractmethod
    def at(self, place: int) -> T:
        """The object at a place, from the end too. Raises IndexError."""

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...

    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return tuple(self.at(one) for one in range(*place.indices(len(self))))
        return self.at(place)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self)!r})"
