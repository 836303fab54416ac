"""A document as plain JSON values, "newsroom/1", and back; docs/newsroom-json.md describes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from interviews.formats.base import ImportProblem
from interviews.formats.writing import Document
from interviews.transcript.filing import LARGEST_NUMBER, LONGEST_NAME, Filing
from interviews.transcript.hearing import Heard, Segment, Word, heard_from_data, heard_to_data
from interviews.transcript.turns import Part, Role, Speaker, Transcript, Turn, turn_to_data

FORMAT = "newsroom/1"
# What a newsroom can store, in code points.
_LONGEST = {"speaker": 200, "aside": 200, "language": 35, "series": LONGEST_NAME, "topics": LONGEST_NAME}
_LARGEST = 2**53 - 1  # what every program reads a JSON number as, exactly; in milliseconds 285,000 years
_TEXTS = ("title", "language", "standfirst", "address", "newsroom")
_TURN = frozenset({"key", "text", "speaker", "start", "end", "aside", "part"})

T = TypeVar("T")


def document_to_data(document: Document) -> dict[str, Any]:
    """Everything that is known, under fixed names; dates as ISO 8601, times in milliseconds."""
    transcript = document.transcript
    return {
        "format": FORMAT,
        "title": transcript.title,
        "language": transcript.language,
        "standfirst": document.standfirst,
        "recorded_on": document.recorded_on.isoformat() if document.recorded_on else None,
        "published_at": document.published_at.isoformat() if document.published_at else None,
        "changed_at": document.changed_at.isoformat() if document.changed_at else None,
        "address": document.address,
        "newsroom": document.newsroom,
        "series": document.filing.series,
        "series_number": document.filing.number,
        "topics": list(document.filing.topics),
        "speakers": [
            {
                "name": one.name,
                "role": one.role.value,
                "full_name": one.full_name,
                "description": one.description,
                "aliases": list(one.aliases),
            }
            for one in transcript.speakers
        ],
        "turns": [turn_to_data(turn) for turn in transcript],
        "heard": heard_to_data(transcript.heard),
    }


def document_from_data(data: object) -> Document:
    """The inverse of ``document_to_data``. Names that are not known are passed over.

    Raises ImportProblem with the place and what is wrong there.
    """
    if not isinstance(data, Mapping) or not isinstance(data.get("format"), str):
        raise ImportProblem("This is not the newsroom’s own JSON: it does not name its “format”.")
    if data["format"] != FORMAT:
        raise ImportProblem(
            f"The file is in the format “{data['format'][:40]}”; this program reads “{FORMAT}”. "
            "It may come from a newer program."
        )
    texts = {name: _text(data.get(name, ""), f"“{name}”") for name in _TEXTS}
    _short(texts["language"], "language", "The interview")
    turns = tuple(_turn(one, number) for number, one in enumerate(_list(data, "turns"), start=1))
    if len({turn.key for turn in turns}) < len(turns):
        raise ImportProblem("Two turns have the same “key”, and each must have its own.")
    return Document(
        transcript=Transcript(
            turns,
            tuple(_speaker(one, number) for number, one in enumerate(_list(data, "speakers"), start=1)),
            texts["language"] or "en",
            texts["title"],
            _heard(data.get("heard", {})),
        ),
        standfirst=texts["standfirst"],
        recorded_on=_moment(data, "recorded_on", date.fromisoformat),
        published_at=_moment(data, "published_at", datetime.fromisoformat),
        changed_at=_moment(data, "changed_at", datetime.fromisoformat),
        address=texts["address"],
        newsroom=texts["newsroom"],
        filing=_filing(data),
    )


def _filing(data: Mapping[str, Any]) -> Filing:
    topics = enumerate(_list(data, "topics"), start=1)
    number = data.get("series_number")
    if number is not None and (type(number) is not int or not 1 <= number <= LARGEST_NUMBER):
        raise ImportProblem(f"“series_number” must be a whole number from 1 to {LARGEST_NUMBER}, or null.")
    return Filing(
        _short(data.get("series", ""), "series", "The interview"),
        number,
        tuple(_short(one, "topics", f"Topic {place}") for place, one in topics),
    )


def _turn(data: object, number: int) -> Turn:
    where = f"Turn {number}"
    if not isinstance(data, Mapping):
        raise ImportProblem(f"{where} must be an object with “key” and “text”.")
    speaker = data.get("speaker")
    return Turn(
        key=_text(data.get("key"), f"{where}: “key”"),
        text=_text(data.get("text"), f"{where}: “text”"),
        speaker=None if speaker is None else _short(speaker, "speaker", where),
        start=_time(data.get("start"), f"{where}: “start”"),
        end=_time(data.get("end"), f"{where}: “end”"),
        aside=_short(data.get("aside", ""), "aside", where),
        part=_one_of(Part, data.get("part", Part.DIALOGUE), f"{where}: “part”"),
    )


def _speaker(data: object, number: int) -> Speaker:
    where = f"Speaker {number}"
    if not isinstance(data, Mapping):
        raise ImportProblem(f"{where} must be an object with a “name”.")
    return Speaker(
        name=_text(data.get("name"), f"{where}: “name”"),
        role=_one_of(Role, data.get("role", Role.OTHER), f"{where}: “role”"),
        full_name=_text(data.get("full_name", ""), f"{where}: “full_name”"),
        description=_text(data.get("description", ""), f"{where}: “description”"),
        aliases=tuple(_text(one, f"{where}: an alias") for one in _list(data, "aliases")),
    )


def _heard(data: object) -> dict[str, Heard]:
    try:
        told = heard_from_data(data) if isinstance(data, Mapping) else None
        if told is None or not all(_is_sound(one) for one in told.values()):
            raise TypeError
    except (TypeError, ValueError, KeyError, AttributeError):
        raise ImportProblem(
            "What stands under “heard” is not as it should be; without it the file can be read."
        ) from None
    return told


def _is_sound(heard: Heard) -> bool:
    text: object = heard.text
    if not isinstance(text, str):
        return False
    everything: list[Word | Segment] = [*heard.words, *heard.segments]
    for one in everything:
        if not one.span.end <= len(text):
            return False
        whole = (one.span.start, one.span.end, one.start or 0, one.end or 0)
        if not all(type(value) is int and 0 <= value <= _LARGEST for value in whole):
            return False
        shares = [one.confidence, getattr(one, "log_probability", None), getattr(one, "no_speech", None)]
        if not all(share is None or type(share) in (int, float) for share in shares):
            return False
    return True


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise ImportProblem(f"{where} must be a text.")
    if "\x00" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise ImportProblem(f"{where} holds a NUL character or half of a character, which no text has.")
    return value


def _short(value: object, name: str, where: str) -> str:
    text = _text(value, f"{where}: “{name}”")
    if len(text) > _LONGEST[name]:
        raise ImportProblem(f"{where}: “{name}” has {len(text):,} characters; at most {_LONGEST[name]} fit.")
    return text


def _time(value: object, where: str) -> int | None:
    if value is not None and (type(value) is not int or not 0 <= value <= _LARGEST):
        raise ImportProblem(f"{where} must be a whole number of milliseconds from 0, or left out.")
    return value


def _list(data: Mapping[str, Any], name: str) -> Sequence[object]:
    value = data.get(name, [])
    if not isinstance(value, list):
        raise ImportProblem(f"“{name}” must be a list.")
    return value


def _one_of(kind: Callable[[Any], T], value: object, where: str) -> T:
    try:
        return kind(value)
    except ValueError:
        raise ImportProblem(f"{where} cannot be “{str(value)[:40]}”.") from None


def _moment(data: Mapping[str, Any], name: str, read: Callable[[str], T]) -> T | None:
    value = data.get(name)
    if value is None:
        return None
    try:
        return read(_text(value, f"“{name}”"))
    except ValueError:
        raise ImportProblem(f"“{name}” must be a date as ISO 8601 writes it, not “{value[:40]}”.") from None
