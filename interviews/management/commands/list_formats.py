"""``manage.py list_formats``: what can be read and written, and what each format carries."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from interviews.formats.registry import READERS, WRITERS
from interviews.management.formats_reference import as_markdown, both, in_lines


class Command(BaseCommand):
    """Prints. Needs no database."""

    help = "List the formats that can be read and written."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--markdown", action="store_true", help="the whole table: docs/formats.md")

    def handle(self, *, markdown: bool, **_options: Any) -> None:
        formats = both(READERS, WRITERS)
        for line in as_markdown(formats) if markdown else in_lines(formats):
            self.stdout.write(line)
