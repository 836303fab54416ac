"""What is kept of each turn's text, and brought up to date text by text (see ``keeping``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class Book(Protocol):
    """Something that is kept of texts, and brought up to date text by text.

    A text stands under the key of its turn. ``put`` is never told of a key that is there already.
    """

    def fill(self, texts: Mapping[str, str]) -> None: ...

    def put(self, key: str, text: str) -> None: ...

    def drop(self, key: str, text: str) -> None: ...


class Answers(Generic[T]):
    """What a function says of each text, where it says anything."""

    def __init__(self, ask: Callable[[str], T | None]) -> None:
        self.known: dict[str, T] = {}
        self._ask = ask

    def fill(self, texts: Mapping[str, str]) -> None:
        ask = self._ask
        self.known = {key: answer for key, text in texts.items() if (answer := ask(text))}

    def put(self, key: str, text: str) -> None:
        if answer := self._ask(text):
            self.known[key] = answer

    def drop(self, key: str, text: str) -> None:  # noqa: ARG002 (another book needs it)
        self.known.pop(key, None)


class Tally:
    """How often all texts together have what a function counts in each."""

    def __init__(self, features: Callable[[str], Iterable[str]]) -> None:
        self.counts: Counter[str] = Counter()
        self._features = features

    def fill(self, texts: Mapping[str, str]) -> None:
        for text in texts.values():
            self.counts.update(self._features(text))

    def put(self, key: str, text: str) -> None:  # noqa: ARG002
        self.counts.update(self._features(text))

    def drop(self, key: str, text: str) -> None:  # noqa: ARG002
        for feature in self._features(text):
            left = self.counts[feature] - 1
            if left:
                self.counts[feature] = left
            else:
                del self.counts[feature]


class Seams(Generic[T]):
    """What a function says of each turn of the dialogue and the one before it, where it says anything."""

    def __init__(self, ask: Callable[[str, str], T | None]) -> None:
        self.known: dict[str, T] = {}  # by the key of the later one
        self._ask = ask

    def join(self, key: str, before: str, text: str) -> None:
        if answer := self._ask(before, text):
            self.known[key] = answer
        else:
            self.known.pop(key, None)

    def part(self, key: str) -> None:
        self.known.pop(key, None)
