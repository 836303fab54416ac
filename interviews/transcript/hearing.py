"""What a recogniser said of the words when the file was read: times and how sure it was.

Evidence, never text: no edit touches it, and it is kept under the keys that the turns had when they were
read. ``interviews.text.aligning`` tells where the words stand in the text of today.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import chain
from math import isnan, nan
from typing import Any

from interviews.transcript.packed import Packed
from interviews.transcript.spans import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word: its place in ``Heard.text``, its times (milliseconds), its confidence (0 to 1)."""

    span: Span
    start: int | None = None
    end: int | None = None
    confidence: float | None = None


UNKNOWN = -1  # in place of a time (milliseconds) that is not known


class HeardWords(Packed[Word]):
    """Words as numbers, made into ``Word`` when somebody looks: ten hours of speech have a hundred thousand.

    As objects they take 230 bytes each, and most of the time that reading them takes. Whoever reads a file
    adds to it; then it is left as it is.
    """

    __slots__ = ("_numbers", "_sure")

    def __init__(self, words: Iterable[Word] = ()) -> None:
        self._numbers = array("q")  # four for each word: from, to, start, end
        self._sure = array("d")  # nan where it is not told; empty where it is told of none
        for word in words:
            self.add(word.span.start, word.span.end, word.start, word.end, word.confidence)

    def add(
        self, first: int, last: int, start: int | None, end: int | None, confidence: float | None = None
    ) -> None:
        """A word behind the others, from one place of the text to another."""
        if confidence is not None or self._sure:
            missing = len(self) - len(self._sure)
            self._sure.extend([nan] * missing)
            self._sure.append(nan if confidence is None else confidence)
        begin, finish = UNKNOWN if start is None else start, UNKNOWN if end is None else end
        self._numbers.extend((first, last, begin, finish))

    def add_all(self, words: Iterable[tuple[int, int, int, int]]) -> None:
        """Many words behind the others: from, to, start and end of each, UNKNOWN for no time; of none is told
        how sure it is."""
        self._numbers.extend(chain.from_iterable(words))
        if self._sure:
            self._sure.extend([nan] * (len(self) - len(self._sure)))

    def take(self, words: HeardWords, by: int = 0) -> None:
        """The words of a text that stands ``by`` code points further on, behind the others."""
        numbers = words._numbers[:]
        if by:
            for column in (0, 1):
                numbers[column::4] = array("q", [place + by for place in numbers[column::4]])
        if words._sure or self._sure:
            self._sure.extend([nan] * (len(self) - len(self._sure)))
            self._sure.extend(words._sure or [nan] * len(words))
        self._numbers.extend(numbers)

    def __len__(self) -> int:
        return len(self._numbers) // 4

    def at(self, place: int) -> Word:
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        place %= len(self)
        first, last, start, end = self._numbers[4 * place : 4 * place + 4]
        sure = self._sure[place] if self._sure else nan
        return Word(
            Span(first, last),
            None if start == UNKNOWN else start,
            None if end == UNKNOWN else end,
            None if isnan(sure) else sure,
        )

    def __iter__(self) -> Iterator[Word]:
        return (self[place] for place in range(len(self)))


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch that was recognised in one go.

    ``log_probability`` is the mean over its tokens (natural logarithm), ``no_speech`` the probability that
    nobody spoke; both as Whisper and its kin give them.
    """

    span: Span
    start: int | None = None
    end: int | None = None
    confidence: float | None = None
    log_probability: float | None = None
    no_speech: float | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of one turn. ``text`` is the turn's text as it was read; spans count in it."""

    text: str
    words: Sequence[Word] = ()
    segments: tuple[Segment, ...] = ()


class HeardOnDemand(Mapping[str, Heard]):
    """What was heard, fetched when somebody first looks at it, and put together turn by turn.

    ``fetch`` gives what ``heard_to_data`` made. An hour of words takes 50 ms to put together, and most checks
    look at none of them.
    """

    def __init__(self, fetch: Callable[[], Mapping[str, Any]]) -> None:
        self._fetch = fetch
        self._made: dict[str, Heard] = {}

    @cached_property
    def _data(self) -> Mapping[str, Any]:
        return self._fetch()

    def __getitem__(self, key: str) -> Heard:
        if key not in self._made:
            self._made[key] = _from_data(self._data[key])
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)


def heard_to_data(heard: Mapping[str, Heard]) -> dict[str, Any]:
    """As plain JSON values: under each key the text, and a short list for each word and segment."""
    return {
        key: {
            "text": told.text,
            "words": [_listed(word) for word in told.words],
            "segments": [_listed(segment) for segment in told.segments],
        }
        for key, told in heard.items()
    }


def heard_from_data(data: Mapping[str, Any]) -> dict[str, Heard]:
    """The inverse of ``heard_to_data``."""
    return {key: _from_data(told) for key, told in data.items()}


def _from_data(told: Mapping[str, Any]) -> Heard:
    return Heard(
        told["text"],
        tuple(Word(Span(start, end), *rest) for start, end, *rest in told["words"]),
        tuple(Segment(Span(start, end), *rest) for start, end, *rest in told["segments"]),
    )


def _listed(one: Word | Segment) -> list[int | float | None]:
    values = [getattr(one, field.name) for field in fields(one) if field.name != "span"]
    return [one.span.start, one.span.end, *values]
