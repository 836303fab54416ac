"""The JSON of Rev and Temi: monologues of elements, where spaces and punctuation are elements too.

https://docs.rev.ai/api/asynchronous/transcripts/
"""

from __future__ import annotations

from collections.abc import Iterator

from interviews.formats.base import Carries
from interviews.formats.json_source import Json
from interviews.formats.json_values import Number, Object, Text, Value
from interviews.formats.recognised import JsonReader, Told
from interviews.formats.stretches import Spoken, from_words, language_of, speaker_of


class Rev(JsonReader):
    """Reads monologues; a speaker's number stands for the name where the file tells one."""

    id = "rev"
    label = "Rev or Temi JSON"
    carries = Carries(times=True, words=True, confidence=True)

    def fits(self, paths: frozenset[str]) -> tuple[float, str]:
        """Monologues of elements."""
        fits = "monologues[].elements[].value" in paths
        return (0.99, "monologues of elements") if fits else (0, "")

    def told(self, source: Json) -> Told:
        top = source.top
        names = {_written(one.get("id")): speaker_of(one.get("name")) for one in top.objects("speakers")}
        spoken = [word for one in top.objects("monologues") for word in _spoken(one, names)]
        return Told(from_words(spoken), language=language_of(top.get("language")))


def _spoken(monologue: Object, names: dict[str, str | None]) -> Iterator[Spoken]:
    """The elements that say something. White space is an element of its own, where there is any at all."""
    info = monologue.object("speaker_info")
    label: Value = info.text("display_name") or monologue.get("speaker")
    speaker = None if isinstance(label, Text) else names.get(_written(label))
    elements = list(monologue.objects("elements"))
    spaced = any(element.said("value").isspace() for element in elements)
    space = True
    for element in elements:
        text = element.text("value")
        written = text.value if text else ""
        if not written.strip():
            space = True
            continue
        mark = element.said("type") == "punct"
        join = " " if space or written[0].isspace() or not (spaced or mark) else ""
        yield Spoken(
            text, label, element.get("ts"), element.get("end_ts"), element.share("confidence"), join, speaker
        )
        space = written[-1].isspace()


def _written(value: Value) -> str:
    return value.written if isinstance(value, Text | Number) else ""
