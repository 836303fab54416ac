"""What is kept of each turn's text, and brought up to date text by text (see ``kept``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, Protocol, TypeVar

from interviews.detectors.keeping.versions import Change, Rows

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
        counts = self.counts
        for feature, times in Counter(self._features(text)).items():
            left = counts[feature] - times
            if left:
                counts[feature] = left
            else:
                del counts[feature]


class Seams(Generic[T]):
    """What a function says of each turn of the dialogue and the one before it, where it says anything."""

    def __init__(self, ask: Callable[[str, str], T | None]) -> None:
        self.known: dict[str, T] = {}  # by the key of the later one
        self._ask = ask

    def bring(self, rows: Rows, change: Change) -> None:
        """To another version."""
        ask, texts = self._ask, rows.texts
        for key in change.left:
            self.known.pop(key, None)
        for place in change.joined:
            if place and (answer := ask(texts[place - 1], texts[place])):
                self.known[rows.keys[place]] = answer
            else:
                self.known.pop(rows.keys[place], None)


class BySpeaker:
    """The sum of a number over each speaker's turns, for the speakers that have any."""

    def __init__(self) -> None:
        self.counts: Counter[str | None] = Counter()
        self._known: dict[str, tuple[str | None, int]] = {}

    def follow(
        self, keys: Iterable[str], numbers: Mapping[str, int], speaker_of: Callable[[str], str | None]
    ) -> None:
        """To another version, in which these turns may be others; a turn without a number counts nothing."""
        counts = self.counts
        for key in keys:
            if key in self._known:
                speaker, number = self._known.pop(key)
                counts[speaker] -= number
                if not counts[speaker]:
                    del counts[speaker]
            if number := numbers.get(key, 0):
                speaker = speaker_of(key)
                self._known[key] = speaker, number
                counts[speaker] += number
