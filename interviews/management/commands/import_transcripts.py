"""``manage.py import_transcripts``: files become interviews on the desk."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from interviews.formats.base import ImportProblem
from interviews.formats.reading import read
from interviews.formats.registry import READERS
from interviews.management.bringing import Brought, brought
from interviews.management.progress import Progress
from interviews.management.telling import counted, printable
from interviews.models import Interview, Series, SourceFile, Topic
from interviews.services.errors import CannotFile
from interviews.services.filing import found_or_made
from interviews.services.importing import import_reading
from interviews.transcript.filing import Filing, once

BAD_INPUT = 2


class Command(BaseCommand):
    """Stores each file as an interview, with its flags."""

    help = (
        "Store transcripts as interviews. PATH is a file, a folder, a ZIP archive, or - for standard input. "
        "A file that was imported before is left alone. One that fails harms no other. "
        "Exit status 2: something could not be read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH")
        known = sorted(one.id for one in READERS)
        parser.add_argument("--format", choices=known, help="else it is found out, file by file")
        parser.add_argument("--series", default="", metavar="NAME", help="file all of them under it")
        parser.add_argument(
            "--topic", action="append", default=[], metavar="NAME", help="and under this; may be repeated"
        )
        parser.add_argument("--json", action="store_true", help="the report as JSON, when all is done")

    def handle(self, *, paths: list[str], **options: Any) -> None:
        progress = Progress(self.stderr)
        reports = []
        series, topics = _shelves(options["series"], options["topic"])
        filing = Filing(series["name"] if series else "", None, tuple(one["name"] for one in topics))
        for kind, found in (("series", [series] if series else []), ("topic", topics)):
            for one in found:
                if one["made"] and not options["json"]:
                    self.stdout.write(printable(f"Made the {kind} “{one['name']}”."))
        for report in self._reports(paths, options["format"], filing, progress):
            reports.append(report)
            progress.clear()
            if options["json"]:
                continue
            if report["problem"]:
                self.stderr.write(printable(f"{report['name']}: {report['problem']}"))
            else:
                self.stdout.write(printable(f"{report['name']}: {_in_words(report)}"))
        if options["json"]:
            filed = {"series": series, "topics": topics}
            self.stdout.write(json.dumps({**_summed(reports), **filed}, indent=2))
        if any(report["problem"] for report in reports):
            sys.exit(BAD_INPUT)

    def _reports(
        self, paths: list[str], format_id: str | None, filing: Filing, progress: Progress
    ) -> Iterator[dict[str, Any]]:
        for number, one in enumerate(brought(paths), start=1):
            progress.show(f"{number}: {one.path}")
            report: dict[str, Any] = {"path": one.path, "name": one.name or one.path, "problem": one.problem}
            try:
                yield report if one.problem else {**report, **_imported(one, format_id, filing)}
            except ImportProblem as problem:
                yield {**report, "problem": str(problem)}
            except Exception as error:  # a fault of ours in one file is no reason to give up the others
                yield {**report, "problem": f"The program failed on this file ({type(error).__name__})."}


def _shelves(series: str, topics: list[str]) -> tuple[dict[str, Any] | None, list[dict[str, Any]]]:
    """The series and the topics that were asked for, each by its name and whether it had to be made.

    Raises CommandError for a name that cannot be.
    """
    try:
        with transaction.atomic():
            made = [found_or_made(Topic, one) for one in once(topics)]
            in_series = found_or_made(Series, series) if series else None
    except CannotFile as refusal:
        raise CommandError(str(refusal)) from None
    told = [{"name": topic.name, "made": is_new} for topic, is_new in made]
    return {"name": in_series[0].name, "made": in_series[1]} if in_series else None, told


def _imported(one: Brought, format_id: str | None, filing: Filing) -> dict[str, Any]:
    """Store one file and tell of it. Raises ImportProblem, and stores nothing then."""
    known = SourceFile.objects.filter(sha256=sha256(one.data).hexdigest()).select_related("interview").first()
    if known:
        return {"known": True, **_told(known.interview)}
    reading = read(one.data, name=one.name, format_id=format_id)
    interview = import_reading(reading=reading, data=one.data, name=one.name, by=None, filing=filing)
    how = {"format": reading.format_id, "why": reading.sure, "notes": list(reading.notes)}
    return {"known": False, **_told(interview), **how}


def _told(interview: Interview) -> dict[str, Any]:
    return {
        "interview": interview.pk,
        "slug": interview.slug,
        "title": interview.title,
        "turns": interview.turns.said().count(),
        "speakers": interview.speakers.count(),
        **_filed(interview.filing()),
        "open_flags": interview.flags.open().count(),
    }


def _filed(filing: Filing) -> dict[str, Any]:
    return {"series": filing.series, "topics": list(filing.topics)}


def _in_words(report: dict[str, Any]) -> str:
    if report["known"]:
        return f"already imported as “{report['title']}”."
    turns, people = counted(report["turns"], "turn"), counted(report["speakers"], "speaker")
    return f"“{report['title']}”, {turns}, {people}, {counted(report['open_flags'], 'open flag')}."


def _summed(reports: list[dict[str, Any]]) -> dict[str, Any]:
    stored = [report for report in reports if not report["problem"]]
    return {
        "files": reports,
        "imported": sum(not report["known"] for report in stored),
        "known": sum(report["known"] for report in stored),
        "failed": len(reports) - len(stored),
    }
