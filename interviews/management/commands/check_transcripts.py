"""``manage.py check_transcripts``: what is wrong with transcripts, before anything is stored."""

from __future__ import annotations

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from interviews.management.checking import HELP, check_files
from interviews.management.options import BadOptions, add_arguments, options
from interviews.management.running import BAD_INPUT
from interviews.management.writers import WRITERS


class Command(BaseCommand):
    """Reads, checks, prints. Needs no database."""

    help = HELP
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        add_arguments(parser, WRITERS)

    def handle(self, **given: Any) -> None:
        try:
            asked = options(given, settings.DETECTORS)
        except BadOptions as problem:
            raise CommandError(str(problem), returncode=BAD_INPUT) from None
        # Lines are ended where they are made, and progress is no error to be shown in red.
        self.stdout.ending = self.stderr.ending = ""
        self.stderr.style_func = None
        if status := check_files(asked, self.stdout, self.stderr):
            sys.exit(status)
