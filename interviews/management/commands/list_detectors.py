"""``manage.py list_detectors``: what is looked for, by which rules, with which thresholds."""

from __future__ import annotations

import json as json_
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from interviews.detectors.registry import DETECTORS, detectors
from interviews.management.reference import as_data, as_markdown, in_lines


class Command(BaseCommand):
    """Prints. Needs no database."""

    help = "List the kinds of passages that are looked for, and their detectors."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        shape = parser.add_mutually_exclusive_group()
        shape.add_argument("--markdown", action="store_true", help="the whole reference: docs/detectors.md")
        shape.add_argument("--json", action="store_true", help="one JSON object instead of lines")

    def handle(self, *, markdown: bool, json: bool, **_options: Any) -> None:
        # The document is about this program; the list is about this installation, with its plug-ins.
        if json:
            told = {"kinds": as_data(detectors())}
            self.stdout.write(json_.dumps(told, ensure_ascii=False, indent=1))
            return
        for line in as_markdown(DETECTORS) if markdown else in_lines(detectors()):
            self.stdout.write(line)
