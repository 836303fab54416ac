"""``manage.py list_formats``: what can be read and written, and what each format carries."""

from __future__ import annotations

import json as json_
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from interviews.formats.registry import READERS, WRITERS
from interviews.management.formats_reference import as_data, as_markdown, both, in_lines


class Command(BaseCommand):
    """Prints. Needs no database."""

    help = "List the formats that can be read and written."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        shape = parser.add_mutually_exclusive_group()
        shape.add_argument("--markdown", action="store_true", help="the whole table: docs/formats.md")
        shape.add_argument("--json", action="store_true", help="one JSON object instead of lines")

    def handle(self, *, markdown: bool, json: bool, **_options: Any) -> None:
        formats = both(READERS, WRITERS)
        if json:
            self.stdout.write(json_.dumps({"formats": as_data(formats)}, ensure_ascii=False, indent=1))
            return
        for line in as_markdown(formats) if markdown else in_lines(formats):
            self.stdout.write(line)
