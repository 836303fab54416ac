"""A turn: what one person says before another speaks."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import NamedTuple

from django.db import models

from interviews.models.interview import Interview
from interviews.models.speaker import Speaker
from interviews.transcript import turns as pure

# Crockford's alphabet in lower case: no i, l, o, u, so that a key read aloud is not misheard.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
KEY_LENGTH = 10


def new_key() -> str:
    """A permanent public id: 50 random bits, safe in an address."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(KEY_LENGTH))


class TurnRow(NamedTuple):
    """What a page shows of a turn: its fields, at an eighth of what a model costs."""

    pk: int
    key: str
    part: str
    speaker_id: int | None
    text: str
    start_ms: int | None
    end_ms: int | None
    aside: str
    version: int


class TurnQuerySet(models.QuerySet["Turn"]):
    """Questions about turns."""

    def in_place(self) -> TurnQuerySet:
        """Those that belong to the transcript now, set aside or not, in order."""
        return self.filter(position__isnull=False).order_by("position")

    def said(self) -> TurnQuerySet:
        """The dialogue that stands."""
        return self.in_place().filter(part=pure.Part.DIALOGUE.value, aside="")

    def dialogue_until(self, turn: Turn) -> int:
        """The number of a turn of the dialogue, as people count: from 1, set-aside ones too."""
        return self.in_place().filter(part=pure.Part.DIALOGUE.value, position__lte=turn.position).count()

    def joined_keys(self) -> dict[str, str]:
        """The keys of turns whose words stand in another turn now, each with that turn's key."""
        heirs = dict(self.exclude(joined_to=None).values_list("key", "joined_to__key"))
        resolved = {}
        for key in heirs:
            heir = heirs[key]
            while heir in heirs:
                heir = heirs[heir]
            resolved[key] = heir
        return resolved

    def as_pure(self, speakers: Mapping[int, str]) -> tuple[pure.Turn, ...]:
        """The turns as pure data, with the label of each speaker (by row). One query, no model for a row."""
        rows = self.values_list("key", "text", "speaker_id", "start_ms", "end_ms", "aside", "part")
        parts = {part.value: part for part in pure.Part}
        return tuple(
            [
                pure.Turn(key, text, speakers[speaker] if speaker else None, start, end, aside, parts[part])
                for key, text, speaker, start, end, aside, part in rows
            ]
        )

    def as_rows(self) -> list[TurnRow]:
        """The turns to be shown and not to be changed. One query, no model for a row."""
        return [TurnRow._make(row) for row in self.values_list(*TurnRow._fields)]

    def count_by_interview(self) -> dict[int, int]:
        """How many of these turns each interview has."""
        counted = self.order_by().values("interview").annotate(turns=models.Count("pk"))
        return {row["interview"]: row["turns"] for row in counted}


class Turn(models.Model):
    """One turn, or one paragraph of background, with its permanent key.

    ``position`` has gaps, so that a moved turn changes one row; it is null for a turn whose words were
    joined to another one (``joined_to``), which keeps its key so that links go on resolving.
    """

    class Part(models.TextChoices):
        DIALOGUE = pure.Part.DIALOGUE.value, "Dialogue"
        BACKGROUND = pure.Part.BACKGROUND.value, "Background"

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="turns")
    key = models.CharField(max_length=20, unique=True, default=new_key, editable=False)
    position = models.BigIntegerField(null=True)
    part = models.CharField(max_length=20, choices=Part, default=Part.DIALOGUE)
    speaker = models.ForeignKey(Speaker, models.PROTECT, null=True, blank=True, related_name="turns")
    text = models.TextField(blank=True)
    start_ms = models.PositiveBigIntegerField(null=True, blank=True)
    end_ms = models.PositiveBigIntegerField(null=True, blank=True)
    aside = models.CharField(
        max_length=200, blank=True, help_text="Why it was set aside; empty while it stands."
    )
    joined_to = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="joined")
    version = models.PositiveIntegerField(default=1)

    objects = TurnQuerySet.as_manager()

    class Meta:
        ordering = ["interview", "position"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "position"], name="one_turn_per_position"),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    def as_row(self) -> TurnRow:
        """What a page shows of it."""
        return TurnRow._make(getattr(self, name) for name in TurnRow._fields)
