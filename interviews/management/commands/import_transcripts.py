"""``manage.py import_transcripts``: files become interviews on the desk."""

from __future__ import annotations

import sys
from hashlib import sha256
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from interviews.formats.base import ImportProblem
from interviews.formats.reading import read
from interviews.management.sources import Source, sources
from interviews.management.telling import counted, printable
from interviews.models import Interview, SourceFile
from interviews.services.importing import import_reading

BAD_INPUT = 2


class Command(BaseCommand):
    """Stores each file as an interview, with its flags."""

    help = (
        "Store transcripts as interviews. PATH is a file, a folder, or - for standard input. "
        "A file that was imported before is left alone. Exit status 2: something could not be read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH")

    def handle(self, *, paths: list[str], **_options: Any) -> None:
        failed = False
        for source in sources(paths, corpora=False):
            try:
                if isinstance(source, ImportProblem):
                    raise source
                self.stdout.write(printable(_imported(source)))
            except ImportProblem as problem:
                failed = True
                told = str(problem) if isinstance(source, ImportProblem) else f"{source.name}: {problem}"
                self.stderr.write(printable(told))
        if failed:
            sys.exit(BAD_INPUT)


def _imported(source: Source) -> str:
    """Store one file and say so. Raises ImportProblem, and stores nothing then."""
    data = source.data()
    known = SourceFile.objects.filter(sha256=sha256(data).hexdigest()).select_related("interview").first()
    if known:
        return f"{source.name}: already imported as “{known.interview.title}”."
    name = "" if source.is_standard_input else source.name
    interview = import_reading(reading=read(data, name=name), data=data, name=name, by=None)
    return f"{source.name}: {_told(interview)}"


def _told(interview: Interview) -> str:
    turns = counted(interview.turns.said().count(), "turn")
    people = counted(interview.speakers.count(), "speaker")
    flags = counted(interview.flags.open().count(), "open flag")
    return f"“{interview.title}”, {turns}, {people}, {flags}."
