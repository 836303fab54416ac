"""``manage.py export_transcripts``: interviews become files."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from interviews.formats.exporting import export
from interviews.formats.registry import WRITERS, writer
from interviews.formats.writing import ExportProblem, TimesMissing
from interviews.management.converting import ESTIMATE
from interviews.management.files import STANDARD_OUTPUT, write_out, write_whole
from interviews.management.progress import Progress
from interviews.management.telling import printable
from interviews.models import Interview
from interviews.services.exporting import document_of

BAD = 2


class Command(BaseCommand):
    """Writes each interview as it stands on the desk, be it published or not."""

    help = (
        "Write interviews as they stand on the desk now, drafts too. SLUG is the end of the address. "
        "A file is written whole or not at all. Exit status 2: something could not be written."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slugs", nargs="+", metavar="SLUG")
        known = [one.id for one in WRITERS]
        parser.add_argument("--format", choices=known, default=known[0], help=f"default: {known[0]}")
        parser.add_argument(
            "--output",
            default=".",
            help="a folder (a new one ends in /), a file for a single interview, or - for standard output",
        )
        parser.add_argument("--estimate-times", action="store_true", help="where the format needs times")
        parser.add_argument("--json", action="store_true", help="the report as JSON")

    def handle(self, *, slugs: list[str], **options: Any) -> None:
        to_screen = options["output"] == STANDARD_OUTPUT
        folder = Path(options["output"])
        if len(slugs) > 1 and (to_screen or (folder.exists() and not folder.is_dir())):
            raise CommandError("Several interviews need a folder to go to.", returncode=BAD)
        suffix = writer(options["format"]).suffix
        into_folder = not to_screen and (folder.is_dir() or len(slugs) > 1 or options["output"].endswith("/"))
        if into_folder:
            folder.mkdir(parents=True, exist_ok=True)
        progress = Progress(self.stderr)
        reports = []
        for number, slug in enumerate(slugs, start=1):
            progress.show(f"{number} of {len(slugs)}: {slug}")
            target = folder / f"{slug}{suffix}" if into_folder else folder
            reports.append(_exported(slug, None if to_screen else target, options))
            progress.clear()
            self._tell(reports[-1], quiet=options["json"] or to_screen)
        if options["json"]:
            (self.stderr if to_screen else self.stdout).write(json.dumps({"files": reports}, indent=2))
        if any(report["problem"] for report in reports):
            sys.exit(BAD)

    def _tell(self, report: dict[str, Any], *, quiet: bool) -> None:
        if report["problem"]:
            self.stderr.write(printable(f"{report['slug']}: {report['problem']}"))
        elif not quiet:
            self.stdout.write(printable(f"{report['slug']}: {report['target']}, {report['bytes']:,} bytes."))


def _exported(slug: str, target: Path | None, options: dict[str, Any]) -> dict[str, Any]:
    """Write one interview and tell of it; ``target`` is None for standard output."""
    report = {"slug": slug, "format": options["format"], "target": str(target or STANDARD_OUTPUT)}
    try:
        interview = Interview.objects.get(slug=slug)
        data = export(document_of(interview), options["format"], estimate=options["estimate_times"])
        if target is None:
            write_out(data)
        else:
            write_whole(target, data)
    except Interview.DoesNotExist:
        return {**report, "problem": "There is no interview with this slug."}
    except TimesMissing as problem:
        return {**report, "problem": f"{problem} {ESTIMATE}"}
    except ExportProblem as problem:
        return {**report, "problem": str(problem)}
    except OSError as error:
        return {**report, "problem": f"It cannot be written: {error.strerror or 'no reason given'}."}
    return {**report, "title": interview.title, "bytes": len(data), "problem": ""}
