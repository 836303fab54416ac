"""One piece of the work: a file, or some lines of a corpus, read and checked; what is left can be told.

Whatever comes in and goes out can be sent to another process, and out comes only what is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from interviews.detectors.base import Finding, fingerprint
from interviews.detectors.checking import check
from interviews.detectors.configuring import Configuration
from interviews.detectors.incidents import Incident
from interviews.detectors.kinds import Kind, Severity
from interviews.formats.base import ImportProblem
from interviews.formats.corpus import read_corpus
from interviews.formats.reading import read
from interviews.management.places import Place, Places
from interviews.management.sources import Source
from interviews.management.telling import extent, place_in_words, row
from interviews.transcript.spans import Passage
from interviews.transcript.turns import Transcript


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read, or bytes that were; or lines of a corpus, ``start`` being the first one's number."""

    source: Source
    data: bytes | None = None
    lines: tuple[bytes, ...] = ()
    start: int = 1
    problem: str = ""  # it cannot be done at all, and why


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as every format tells it. ``row`` is the flat record, ``where`` the place in words."""

    kind: Kind
    severity: Severity
    where: str
    reason: str
    evidence: tuple[str, ...]
    row: dict[str, Any]
    fingerprint: str
    place: Place
    related: Place | None
    parts: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """One transcript: where it came from, its id, how many turns it has, and what was found in it."""

    path: str
    name: str
    in_corpus: bool
    turns: int
    incidents: tuple[Told, ...]

    @property
    def findings(self) -> Iterator[Told]:
        """Heads and parts, each once."""
        for incident in self.incidents:
            yield incident
            yield from incident.parts


@dataclass(frozen=True, slots=True)
class Outcome:
    """The transcripts of a task in order; and what of it could not be read, a sentence each."""

    checked: tuple[Checked, ...] = ()
    problems: tuple[str, ...] = ()


def examine(task: Task, configuration: Configuration) -> Outcome:
    """Do a task. Raises nothing that a file could cause: a problem is part of the outcome."""
    if task.problem:
        return Outcome(problems=(task.problem,))
    checked: list[Checked] = []
    problems: list[str] = []
    lines = enumerate(task.lines, start=task.start)
    for found in [_line(task, *one, configuration) for one in lines] or [_file(task, configuration)]:
        try:
            checked.extend(found)
        except ImportProblem as problem:
            problems.append(f"{task.source.path}: {problem}")
    return Outcome(tuple(checked), tuple(problems))


def _file(task: Task, configuration: Configuration) -> Iterator[Checked]:
    source = task.source
    reading = read(source.data() if task.data is None else task.data, name=source.name)
    teller = _Teller(reading.transcript, source.name, Places(reading))
    yield teller.checked(str(source.path), check(reading.transcript, configuration=configuration))


def _line(task: Task, number: int, line: bytes, configuration: Configuration) -> Iterator[Checked]:
    for name, transcript in read_corpus((line,), start=number):
        teller = _Teller(transcript, name, Place(number))
        yield teller.checked(str(task.source.path), check(transcript, configuration=configuration))


class _Teller:
    """Tells the findings of one transcript."""

    def __init__(self, transcript: Transcript, name: str, places: Places | Place) -> None:
        self._transcript = transcript
        self._name = name
        self._places = places

    def checked(self, path: str, found: tuple[Incident, ...]) -> Checked:
        incidents = tuple(
            self._told(incident.head, tuple(self._told(part) for part in incident.parts))
            for incident in found
        )
        in_corpus = isinstance(self._places, Place)
        return Checked(path, self._name, in_corpus, len(self._transcript), incidents)

    def _told(self, finding: Finding, parts: tuple[Told, ...] = ()) -> Told:
        return Told(
            finding.kind,
            finding.weight,
            place_in_words(self._transcript, finding),
            finding.reason,
            finding.evidence,
            row(self._name, self._transcript, finding),
            fingerprint(self._transcript, finding),
            self._place(finding.passages),
            self._place(finding.related) if finding.related else None,
            parts,
        )

    def _place(self, passages: tuple[Passage, ...]) -> Place:
        if isinstance(self._places, Place):
            return self._places
        return self._places.place(*extent(self._transcript, passages))
