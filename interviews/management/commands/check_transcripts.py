"""``manage.py check_transcripts``: what is wrong with transcripts, before anything is stored."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from interviews.detectors.checking import check
from interviews.detectors.incidents import Incident
from interviews.detectors.kinds import Severity
from interviews.formats.base import ImportProblem
from interviews.formats.corpus import read_corpus
from interviews.formats.reading import read
from interviews.management.sources import Source, sources
from interviews.management.telling import paragraphs, printable, row, summary
from interviews.transcript.turns import Transcript

FOUND_ERRORS = 1
BAD_INPUT = 2
BROKEN_PIPE = 141  # what a shell reports for a program that SIGPIPE ended

Checked = tuple[str, Transcript, tuple[Incident, ...]]


class Command(BaseCommand):
    """Reads, checks, prints. Needs no database."""

    help = (
        "Print what is duplicated or garbled in transcripts. PATH is a file, a folder, or - for standard "
        "input; a .jsonl file holds one transcript a line. Exit status: 0 nothing above a warning, "
        "1 an error was found, 2 something could not be read."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH")
        parser.add_argument("--format", choices=sorted(_WRITERS), default="text", help="default: text")

    def handle(self, *, paths: list[str], format: str, **_options: Any) -> None:  # noqa: A002 (the option's name)
        run = Run(problem=self._problem)
        try:
            for line in _WRITERS[format](run, paths):
                self.stdout.write(line)
            self.stdout.flush()
        except BrokenPipeError:
            # Whoever read has enough. Python flushes once more at its end, which must find an open file.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(BROKEN_PIPE)
        if run.status:
            sys.exit(run.status)

    def _problem(self, sentence: str) -> None:
        self.stdout.flush()
        self.stderr.write(printable(sentence))


class Run:
    """One run over all inputs, counted while it goes."""

    def __init__(self, problem: Callable[[str], None]) -> None:
        self._tell = problem
        self.names = self.turns = self.incidents = self.problems = 0
        self.severities: Counter[Severity] = Counter()

    @property
    def status(self) -> int:
        if self.problems:
            return BAD_INPUT
        return FOUND_ERRORS if self.severities[Severity.ERROR] else 0

    def checked(self, paths: list[str]) -> Iterator[Checked]:
        """Each transcript with what was found in it; what cannot be read is told and left out."""
        for source in sources(paths, corpora=True):
            if isinstance(source, ImportProblem):
                self._problem(str(source))
                continue
            try:
                for name, transcript in _transcripts(source):
                    found = check(transcript)
                    self._count(transcript, found)
                    yield name, transcript, found
            except ImportProblem as problem:
                self._problem(f"{source.name}: {problem}")

    def summary(self) -> str:
        return summary(self.names, self.turns, self.severities, self.incidents, self.problems)

    def _problem(self, sentence: str) -> None:
        self.problems += 1
        self._tell(sentence)

    def _count(self, transcript: Transcript, found: tuple[Incident, ...]) -> None:
        self.names += 1
        self.turns += len(transcript)
        self.incidents += len(found)
        self.severities.update(one.weight for incident in found for one in (incident.head, *incident.parts))


def _transcripts(source: Source) -> Iterator[tuple[str, Transcript]]:
    data = source.data()
    if source.is_corpus or (source.is_standard_input and data.lstrip().startswith(b"{")):
        yield from read_corpus(BytesIO(data))
    else:
        yield source.name, read(data, name=source.name).transcript


def _text(run: Run, paths: list[str]) -> Iterator[str]:
    for name, transcript, found in run.checked(paths):
        if found:
            yield printable(name)
        for incident in found:
            yield from paragraphs(transcript, incident)
            yield ""
    yield run.summary()


def _jsonl(run: Run, paths: list[str]) -> Iterator[str]:
    for name, transcript, found in run.checked(paths):
        for incident in found:
            for finding in (incident.head, *incident.parts):
                yield json.dumps(row(name, transcript, finding))


def _json(run: Run, paths: list[str]) -> Iterator[str]:
    transcripts = [
        {
            "id": name,
            "turns": len(transcript),
            "incidents": [
                {
                    **row(name, transcript, incident.head),
                    "parts": [row(name, transcript, part) for part in incident.parts],
                }
                for incident in found
            ],
        }
        for name, transcript, found in run.checked(paths)
    ]
    counted = {severity.value: run.severities[severity] for severity in Severity}
    yield json.dumps({"transcripts": transcripts, "counts": counted, "unread": run.problems}, indent=2)


_WRITERS: dict[str, Callable[[Run, list[str]], Iterator[str]]] = {
    "json": _json,
    "jsonl": _jsonl,
    "text": _text,
}
