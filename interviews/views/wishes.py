"""What somebody wants the speakers to be, as it was sent: a label renamed, or who is who."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from interviews.models import Speaker
from interviews.services import naming
from interviews.text.cleaning import UnsafeText, clean
from interviews.transcript.edits import EditConflict, RenameSpeaker
from interviews.transcript.turns import Transcript
from interviews.views.editor import wanted_flag


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to do with a label, as it was sent."""

    label: str
    name: str
    start: int | None  # the number of the turn to begin with
    keys: tuple[str, ...] | None
    sure: bool

    @classmethod
    def of(cls, sent: QueryDict) -> Wish:
        return cls(
            label=sent.get("label", ""),
            name=sent.get("name", ""),
            start=wanted_flag(sent.get("start")),
            keys=tuple(sent.getlist("turn")) if "ticks" in sent else None,
            sure=bool(sent.get("sure")),
        )

    @property
    def query(self) -> str:
        """As it stands in an address: the form that it came from can be filled with it again."""
        return "?" + urlencode({"label": self.label, "name": self.name, "start": self.start or ""})

    @property
    def field(self) -> str:
        """Which field of the form is wrong, where the wish is refused."""
        is_another = self.name.strip() not in ("", self.label)
        return "start" if self.start is not None and is_another else "name"

    def start_key(self, transcript: Transcript) -> str | None:
        """Raises EditConflict for a number that no turn has."""
        if self.start is None:
            return None
        found = next((key for key, number in transcript.numbers.items() if number == self.start), None)
        if found is None:
            raise EditConflict(f"there is no turn {self.start}")
        return found

    def plan(self, transcript: Transcript) -> RenameSpeaker:
        """Raises EditConflict and UnsafeText."""
        name = naming.label_of(self.name)
        start = self.start_key(transcript)
        return naming.plan(transcript, self.label, name, start=start, keys=self.keys)


@dataclass(frozen=True, slots=True)
class Described:
    """A speaker as the form shows them. ``unsafe`` says, by field, what cannot be stored."""

    speaker: Speaker
    turns: int
    role: str
    full_name: str
    description: str
    unsafe: dict[str, str]

    @classmethod
    def of(cls, speaker: Speaker, turns: int, sent: QueryDict | None) -> Described:
        """As known, or as it was sent."""
        typed = {name: str(getattr(speaker, name)) for name in ("role", "full_name", "description")}
        if sent is not None:
            typed = {name: sent.get(f"{name}-{speaker.pk}", known) for name, known in typed.items()}
        unsafe = {name: why for name, value in typed.items() if (why := _unsafe(value))}
        return cls(speaker, turns, **typed, unsafe=unsafe)


def _unsafe(value: str) -> str:
    try:
        clean(value)
    except UnsafeText as unsafe:
        return str(unsafe)
    return ""
