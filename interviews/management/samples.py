"""The sample interviews of the demo: written for it, loaded once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from interviews.formats.reading import read
from interviews.models import Interview, SourceFile
from interviews.services.describing import describe
from interviews.services.importing import import_reading
from interviews.services.publishing import publish

FOLDER = Path(__file__).resolve().parent.parent / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """A file, and for one that is published what an editor would have said about it.

    ``speakers`` maps labels to role, full name and description.
    """

    file: str
    details: Mapping[str, Any] = field(default_factory=dict)
    speakers: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)

    @property
    def data(self) -> bytes:
        return (FOLDER / self.file).read_bytes()

    @property
    def title(self) -> str:
        """The title to import it under: the address is made of it. Empty where the file names its own."""
        return str(self.details.get("title", ""))

    def known(self, label: str) -> dict[str, str]:
        """What is known of the person with this label, by field. Raises KeyError."""
        return dict(zip(("role", "full_name", "description"), self.speakers[label], strict=True))


# The last one stands first on the desk.
SAMPLES = (
    Sample(
        "lost-property.txt",
        details={
            "title": "What the night tram forgets",
            "standfirst": "Four hundred umbrellas, nine drawers of keys and a shelf with a curtain: "
            "Jeanne Okafor has run the city’s lost property office for eleven years.",
            "recorded_on": date(2024, 10, 17),
            "language": "en",
        },
        speakers={
            "Q": ("interviewer", "Tomas Lindgren", "reporter"),
            "A": ("guest", "Jeanne Okafor", "head of the lost property office"),
        },
    ),
    Sample("mountain-dogs.txt"),
    Sample("glacier-lake.md"),
)


def load(sample: Sample, *, by: User) -> Interview | None:
    """Store a sample, and publish it where its details are given; None where it is there already."""
    if SourceFile.objects.filter(name=sample.file).exists():
        return None
    data = sample.data
    # All or nothing: a demo that was stopped in between starts again where it was.
    with transaction.atomic():
        interview = import_reading(
            reading=read(data, name=sample.file), data=data, name=sample.file, by=by, title=sample.title
        )
        if sample.details:
            known = {speaker.pk: sample.known(speaker.name) for speaker in interview.speakers.all()}
            describe(interview=interview, details=sample.details, speakers=known, by=by)
            publish(interview=interview, by=by)
    return interview
