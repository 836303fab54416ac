"""JSON of any other program: the list with the most words in it whose objects have a text each.

Many tools write such lists under names of their own. JSON without one is refused: read as plain text it would
become turns of brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from interviews.formats.base import Carries, ImportProblem
from interviews.formats.json_source import Json
from interviews.formats.json_values import Array, Number, Object, Text, Value, amount, objects
from interviews.formats.recognised import JsonReader, Told
from interviews.formats.stretches import Stretch, language_of

_TEXTS = (
    "text",
    "body",
    "transcript",
    "content",
    "sentence",
    "utterance",
    "caption",
    "line",
    "words",
    "word",
)
_SPEAKERS = ("speaker", "speaker_name", "speakerName", "speaker_label", "participant", "name", "who", "role")
_STARTS = ("start", "startTime", "start_time", "start_ms", "startMs", "begin", "from", "timestamp", "time")
_ENDS = ("end", "endTime", "end_time", "end_ms", "endMs", "stop", "to")
# Nobody says less than a word in 20 seconds over a whole recording; then the times are milliseconds.
_SLOWEST = 0.05
_WORD = re.compile(r"\S+")


class OtherJson(JsonReader):
    """Reads a list of texts with whoever said them and when, as far as the names in it tell."""

    id = "json"
    label = "Other JSON"
    carries = Carries(times=True)

    def fits(self, paths: frozenset[str]) -> tuple[float, str]:
        """Any JSON, a little better than as plain text."""
        return (0.45, "JSON of a structure that is not known") if paths else (0, "")

    def told(self, source: Json) -> Told:
        """Raises ImportProblem where no list has texts."""
        found = max(_lists(source.value), key=lambda one: one[0], default=(0, ()))[1]
        if not found:
            raise ImportProblem(
                "This is JSON, but no list in it holds texts that somebody could have said. "
                "Bring it as the program’s text, VTT or SRT file instead."
            )
        per = _per(found)
        return Told([_stretch(one, per) for one in found], language_of(source.top.get("language")))


def _lists(value: Value) -> Iterator[tuple[int, Sequence[Object]]]:
    """Every list of objects with a text each, and how many words stand in it."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Object):
            waiting += reversed(value.values())
        elif isinstance(value, Array):
            waiting += reversed(value)
            told = [one for one in objects(value) if _text(one)]
            if told:
                yield sum(len(_WORD.findall((_text(one) or _EMPTY).written)) for one in told), told


_EMPTY = Text("", 0, 0)


def _text(one: Object) -> Text | None:
    return next((text for key in _TEXTS if (text := one.text(key)) and text.written.strip()), None)


def _first(one: Object, keys: Sequence[str]) -> Value:
    return next((value for key in keys if isinstance(value := one.get(key), Text | Number)), None)


def _per(told: Sequence[Object]) -> float:
    """How many milliseconds a unit of the times is."""
    latest = max((amount(_first(one, _STARTS)) or 0 for one in told), default=0)
    words = sum(len(_WORD.findall((_text(one) or _EMPTY).written)) for one in told)
    return 1 if latest and words / latest < _SLOWEST else 1000


def _stretch(one: Object, per: float) -> Stretch:
    stretch = Stretch()
    stretch.say(_text(one))
    stretch.timed(_first(one, _STARTS), _first(one, _ENDS), per)
    stretch.named(_first(one, _SPEAKERS))
    return stretch
