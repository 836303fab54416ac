"""Many transcripts in one file: a line of JSON each, ``{"id": …, "turns": [{"speaker": …, "text": …}]}``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from interviews.formats.base import ImportProblem
from interviews.formats.headings import Guest, guest_named, heading_words
from interviews.formats.people import speakers
from interviews.transcript.turns import Part, Transcript, Turn

FORMAT_ID = "corpus-jsonl"
_LONGEST_SPEAKER = 200  # code points


def read_corpus(lines: Iterable[bytes | str], *, start: int = 1) -> Iterator[tuple[str, Transcript]]:
    """The id and the transcript of each line, one at a time; blank lines are passed over.

    ``start`` is the number of the first line.

    Keys are "0", "1", … in the order given, and the text is as given, so that turn numbers and offsets count
    in the input. What stands without a speaker before the first label is background, headings and hashtags
    too: nothing is set aside. Raises ImportProblem, with the number of the line, at the first bad one.
    """
    for number, line in enumerate(lines, start=start):
        if line.strip():
            try:
                yield _transcript(_object(line))
            except ImportProblem as problem:
                raise ImportProblem(f"Line {number}: {problem}") from None


def begins_a_corpus(data: bytes) -> bool:
    """Whether the first line that is not blank is a whole object: JSON on several lines is one document."""
    try:
        _object(data.lstrip().partition(b"\n")[0])
    except ImportProblem:
        return False
    return True


def _object(line: bytes | str) -> dict[str, Any]:
    try:
        text = line if isinstance(line, str) else line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportProblem(f"it is not UTF-8, at byte {error.start + 1}.") from None
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ImportProblem(f"it is not JSON: {error.msg}, at character {error.colno}.") from None
    except (RecursionError, ValueError):  # nested too deep, or a number of thousands of digits
        raise ImportProblem("it is no JSON that can be read.") from None
    if not isinstance(data, dict):
        raise ImportProblem("it must be an object with “id” and “turns”.")
    return data


def _transcript(data: dict[str, Any]) -> tuple[str, Transcript]:
    name, turns = data.get("id"), data.get("turns")
    if not isinstance(name, str) or not name:
        raise ImportProblem("“id” must be a text.")
    _sound(name, "“id”")
    if not isinstance(turns, list):
        raise ImportProblem("“turns” must be a list.")
    read = [_turn(number, turn) for number, turn in enumerate(turns)]
    first = next((place for place, turn in enumerate(read) if turn.speaker is not None), 0)
    read = [
        Turn(turn.key, turn.text, turn.speaker, part=Part.BACKGROUND if place < first else Part.DIALOGUE)
        for place, turn in enumerate(read)
    ]
    title, guest = _title(read[:first])
    return name, Transcript(tuple(read), speakers(read, guest), title=title)


def _turn(number: int, turn: Any) -> Turn:
    if not isinstance(turn, dict) or not isinstance(turn.get("text"), str):
        raise ImportProblem(f"turn {number} must have a “text”.")
    speaker = turn.get("speaker")
    if speaker is not None and not isinstance(speaker, str):
        raise ImportProblem(f"the “speaker” of turn {number} must be a text or null.")
    if speaker is not None and len(speaker) > _LONGEST_SPEAKER:
        raise ImportProblem(
            f"the “speaker” of turn {number} has {len(speaker):,} characters; at most {_LONGEST_SPEAKER} fit."
        )
    _sound(turn["text"], f"turn {number}")
    _sound(speaker or "", f"the “speaker” of turn {number}")
    return Turn(str(number), turn["text"], speaker or None)


def _sound(text: str, where: str) -> None:
    if "\x00" in text:
        raise ImportProblem(f"{where} holds a NUL character.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ImportProblem(f"{where} holds half of a character (a lone surrogate).") from None


def _title(head: list[Turn]) -> tuple[str, Guest | None]:
    """The heading among the turns before the first label, best one that names a guest."""
    headings = [span.of(turn.text) for turn in head if (span := heading_words(turn.text))]
    title = next((one for one in headings if guest_named(one)), headings[0] if headings else "")
    return title, guest_named(title)
