"""The newsroom's own JSON, in and out: everything that is known of an interview, without loss.

The format is versioned ("newsroom/1") and described in docs/newsroom-json.md, with a JSON Schema beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from interviews.formats.base import Carries, ImportProblem, Piece, Reading, Use
from interviews.formats.json_out import quoted
from interviews.formats.json_source import parse, sketch
from interviews.formats.json_values import Array, Number, Object, Text, Value
from interviews.formats.newsroom_data import document_from_data, document_to_data
from interviews.formats.writing import Document
from interviews.transcript.turns import Transcript

_ALL = Carries(times=True, words=True, confidence=True, asides=True)
_WHOLE = re.compile(r"-?\d{1,19}")


@dataclass(frozen=True, slots=True)
class NewsroomJson:
    """Reads what ``NewsroomJsonText`` writes, whoever wrote it."""

    id: str = "newsroom"
    label: str = "Newsroom JSON"
    suffixes: Sequence[str] = (".json",)
    carries: Carries = _ALL

    def recognise(self, text: str, name: str) -> tuple[float, str]:  # noqa: ARG002 - the structure tells
        """By its own first name: a format and turns."""
        if {"format", "turns"} <= sketch(text) and '"newsroom/' in text[:1000]:
            return 1, "it says that it is the newsroom’s own"
        return 0, ""

    def read(self, text: str) -> Reading:
        """Turns get the keys "1", "2", …; their own are those of the newsroom that wrote the file.

        The words of a turn are those of its piece, taken through ``json_values.unescaped``, to the letter.
        Raises ImportProblem with the place that is not as it should be.
        """
        source = parse(text)
        document = document_from_data(_plain(source.value))
        told = document.transcript
        if not any(turn.text.strip() for turn in told):
            raise ImportProblem("There is nothing to read here: no words that somebody could have said.")
        keys = {turn.key: str(number) for number, turn in enumerate(told, start=1)}
        transcript = replace(
            told,
            turns=tuple(replace(turn, key=keys[turn.key]) for turn in told),
            heard={keys[key]: heard for key, heard in told.heard.items() if key in keys},
        )
        lost = len(told.heard) - len(transcript.heard)
        notes = [f"What a recogniser told of turns that are gone is left out: {lost}."] if lost else []
        return Reading(
            format_id=self.id,
            text=text,
            encoding="",
            transcript=transcript,
            pieces=tuple(_pieces(text, source.top, transcript)),
            notes=(*source.notes, *notes),
            standfirst=document.standfirst,
            recorded_on=document.recorded_on,
            filing=document.filing,
        )


@dataclass(frozen=True, slots=True)
class NewsroomJsonText:
    """Writes all of it: what was set aside and what a recogniser told too."""

    id: str = "newsroom"
    label: str = "Newsroom JSON"
    suffix: str = ".newsroom.json"
    media_type: str = "application/json"
    carries: Carries = _ALL
    needs_times: bool = False

    def write(self, document: Document) -> bytes:
        """UTF-8; a line for each speaker and each turn, so that versions can be compared."""
        lines = []
        for name, value in document_to_data(document).items():
            if isinstance(value, list) and value:
                inside = ",\n".join(f"    {quoted(one)}" for one in value)
                lines.append(f"  {quoted(name)}: [\n{inside}\n  ]")
            elif isinstance(value, dict) and value:
                inside = ",\n".join(f"    {quoted(key)}: {quoted(one)}" for key, one in value.items())
                lines.append(f"  {quoted(name)}: {{\n{inside}\n  }}")
            else:
                lines.append(f"  {quoted(name)}: {quoted(value)}")
        return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _plain(value: Value) -> Any:
    """The value without its places; as deep as ``json_source`` lets JSON be."""
    if isinstance(value, Object):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, Array):
        return [_plain(one) for one in value]
    if isinstance(value, Number):
        return int(value.written) if _WHOLE.fullmatch(value.written) else value.value
    return value.value if isinstance(value, Text) else value


def _pieces(text: str, top: Object, transcript: Transcript) -> Iterator[Piece]:
    """What of each turn is its words, its label and its times; everything else belongs to the format."""
    found = []
    for turn, data in zip(transcript, top.objects("turns"), strict=True):
        uses = {"text": Use.ASIDE if turn.aside else Use.TURN, "speaker": Use.LABEL}
        uses |= {"start": Use.TIME, "end": Use.TIME}
        for name, use in uses.items():
            value = data.get(name)
            if isinstance(value, Text | Number) and value.start < value.end:
                found.append(Piece(value.start, value.end, use, turn.key))
    end = 0
    for piece in sorted(found, key=lambda piece: piece.start):
        yield from _markup(text, end, piece.start)
        yield piece
        end = piece.end
    yield from _markup(text, end, len(text))


def _markup(text: str, start: int, end: int) -> Iterator[Piece]:
    if inner := text[start:end].strip():
        start += text[start:end].index(inner)
        yield Piece(start, start + len(inner), Use.MARKUP)
