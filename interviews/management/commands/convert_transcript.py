"""``manage.py convert_transcript``: one file into another format; nothing is stored."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from interviews.management.converting import HELP, add_arguments, convert


class Command(BaseCommand):
    """Reads and writes files. Needs no database."""

    help = HELP
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        add_arguments(parser)

    def handle(self, **asked: Any) -> None:
        self.stdout.ending = self.stderr.ending = ""
        self.stderr.style_func = None
        if status := convert(asked, self.stdout, self.stderr):
            sys.exit(status)
