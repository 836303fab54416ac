"""What a recogniser said of the words when the file was read: times and how sure it was.

Evidence, never text: no edit touches it, and it is kept under the keys that the turns had when they were
read. ``interviews.text.aligning`` tells where the words stand in the text of today.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from interviews.transcript.spans import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word: its place in ``Heard.text``, its times (milliseconds), its confidence (0 to 1)."""

    span: Span
    start: int | None = None
    end: int | None = None
    confidence: float | None = None


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
    words: tuple[Word, ...] = ()
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
