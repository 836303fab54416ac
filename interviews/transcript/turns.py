"""What a transcript is: turns in order, each with a permanent key.

Everything in the program meets here. Readers make a ``Transcript``, detectors and writers
take one, edits turn one into the next, a publication stores one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from interviews.transcript.hearing import Heard
from interviews.transcript.spans import Passage, Span


class Part(StrEnum):
    """Which part of an interview a turn belongs to."""

    DIALOGUE = "dialogue"
    BACKGROUND = "background"  # came with the interview but is not dialogue, such as a lead article


class Role(StrEnum):
    """What somebody does in an interview."""

    INTERVIEWER = "interviewer"
    GUEST = "guest"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says before another speaks; or a paragraph of background.

    ``speaker`` is the label as written, or None where there is none. ``start`` and ``end`` are
    milliseconds, or None. ``aside`` says why the turn was set aside, and is empty while it stands.
    """

    key: str
    text: str
    speaker: str | None = None
    start: int | None = None
    end: int | None = None
    aside: str = ""
    part: Part = Part.DIALOGUE

    @property
    def is_aside(self) -> bool:
        return bool(self.aside)

    @property
    def is_dialogue(self) -> bool:
        return self.part is Part.DIALOGUE

    def passage(self, start: int = 0, end: int | None = None) -> Passage:
        """The passage from start to end (code points), by default the whole turn."""
        return Passage(self.key, Span(start, len(self.text) if end is None else end))


@dataclass(frozen=True, slots=True)
class Speaker:
    """What is known of the person behind a label."""

    name: str
    role: Role = Role.OTHER
    full_name: str = ""
    description: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Transcript:
    """Turns in the order in which they were said. Keys are unique.

    ``speakers`` holds what is known of some of the labels; a label may be missing there.
    ``language`` is a BCP 47 tag. ``heard`` is what a recogniser told, by the key that a turn had when it
    was read; it is empty where nothing was told or nobody asked for it.
    """

    turns: tuple[Turn, ...]
    speakers: tuple[Speaker, ...] = ()
    language: str = "en"
    title: str = ""
    heard: Mapping[str, Heard] = field(default_factory=dict, repr=False, hash=False)
    _index: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index = {turn.key: place for place, turn in enumerate(self.turns)}
        if len(index) != len(self.turns):
            raise ValueError("two turns of a transcript have the same key")
        object.__setattr__(self, "_index", index)

    def __getitem__(self, key: str) -> Turn:
        """The turn with that key. Raises KeyError."""
        return self.turns[self._index[key]]

    def __contains__(self, key: object) -> bool:
        return key in self._index

    def place(self, key: str) -> int:
        """Where the turn stands, counted from 0. Raises KeyError."""
        return self._index[key]

    def before(self, key: str) -> str | None:
        """The key of the turn before, or None at the start."""
        place = self._index[key]
        return self.turns[place - 1].key if place else None

    @cached_property
    def standing(self) -> tuple[Turn, ...]:
        """The turns that were not set aside."""
        return tuple([turn for turn in self.turns if not turn.aside])

    @cached_property
    def dialogue(self) -> tuple[Turn, ...]:
        """The turns of the conversation that were not set aside."""
        dialogue = Part.DIALOGUE  # looked up once: an enumeration's members are slow to come by
        return tuple([turn for turn in self.standing if turn.part is dialogue])

    @cached_property
    def background(self) -> tuple[Turn, ...]:
        """The paragraphs around the conversation that were not set aside."""
        background = Part.BACKGROUND
        return tuple([turn for turn in self.standing if turn.part is background])

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Key to the number that people see: from 1 over the dialogue, set aside or not.

        A turn that is set aside keeps its number, so that "turn 17" means the same before and after.
        """
        dialogue = Part.DIALOGUE
        keys = [turn.key for turn in self.turns if turn.part is dialogue]
        return dict(zip(keys, range(1, len(keys) + 1), strict=True))

    def number(self, key: str) -> int:
        """The number of one turn of the dialogue, where those of all others are not wanted."""
        place = self._index[key]
        return place + 1 - bisect_left(self._paragraphs, place)

    @cached_property
    def _paragraphs(self) -> list[int]:
        """Where the paragraphs of background stand."""
        background = Part.BACKGROUND
        return [place for place, turn in enumerate(self.turns) if turn.part is background]

    def where(self, key: str) -> str:
        """How a person would name the place: "turn 17", "background paragraph 2"."""
        turn = self[key]
        if turn.part is Part.DIALOGUE:
            return f"turn {self.number(key)}"
        return f"background paragraph {bisect_right(self._paragraphs, self._index[key])}"

    def speaker(self, name: str | None) -> Speaker | None:
        """What is known of the person with this label."""
        return next((speaker for speaker in self.speakers if speaker.name == name), None)

    def called(self, label: str) -> str:
        """What readers read for a label: the name in full, where one is known."""
        known = self.speaker(label)
        return (known.full_name or label) if known else label

    def words(self, passage: Passage) -> str:
        """The text of a passage."""
        return passage.span.of(self[passage.turn].text)

    def __iter__(self) -> Iterator[Turn]:
        return iter(self.turns)

    def __len__(self) -> int:
        return len(self.turns)


def turn_to_data(turn: Turn) -> dict[str, Any]:
    """A turn as plain JSON values; what is at its default is left out."""
    data: dict[str, Any] = {"key": turn.key, "text": turn.text}
    if turn.speaker is not None:
        data["speaker"] = turn.speaker
    if turn.start is not None:
        data["start"] = turn.start
    if turn.end is not None:
        data["end"] = turn.end
    if turn.aside:
        data["aside"] = turn.aside
    if turn.part is not Part.DIALOGUE:
        data["part"] = turn.part.value
    return data


def turn_from_data(data: dict[str, Any]) -> Turn:
    """The inverse of ``turn_to_data``."""
    return Turn(**{**data, "part": Part(data.get("part", Part.DIALOGUE))})


def transcript_to_data(transcript: Transcript) -> dict[str, Any]:
    """A transcript as plain JSON values."""
    return {
        "title": transcript.title,
        "language": transcript.language,
        "speakers": [
            {
                "name": speaker.name,
                "role": speaker.role.value,
                "full_name": speaker.full_name,
                "description": speaker.description,
                "aliases": list(speaker.aliases),
            }
            for speaker in transcript.speakers
        ],
        "turns": [turn_to_data(turn) for turn in transcript.turns],
    }


def transcript_from_data(data: dict[str, Any]) -> Transcript:
    """The inverse of ``transcript_to_data``."""
    speakers = tuple(
        Speaker(**{**speaker, "role": Role(speaker["role"]), "aliases": tuple(speaker["aliases"])})
        for speaker in data["speakers"]
    )
    turns = tuple(turn_from_data(turn) for turn in data["turns"])
    return Transcript(turns, speakers, data["language"], data["title"])


def only_standing(transcript: Transcript) -> Transcript:
    """The same transcript without what was set aside: what a reader may see."""
    if len(transcript.standing) == len(transcript):
        return transcript
    return replace(transcript, turns=transcript.standing)
