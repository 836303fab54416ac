"""``manage.py clear_remains``: what SQLite's files still have of erased words goes."""

from __future__ import annotations

import json as json_
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from interviews.services.clearing import clear_remains


class Command(BaseCommand):
    """For when the desk said that it could not be done while words were erased."""

    help = (
        "Write SQLite’s file anew and empty its log, so that erased words are in neither. Not for PostgreSQL."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="tell the outcome as JSON")

    def handle(self, *, json: bool, **_options: Any) -> None:
        problem = _problem()
        if json:
            self.stdout.write(json_.dumps({"cleared": not problem, "problem": problem}, ensure_ascii=False))
        elif not problem:
            self.stdout.write("Nothing of erased words is left in the database’s files.")
        if problem:
            raise CommandError(problem)


def _problem() -> str:
    """Clear, and say why it could not be done; empty where it was."""
    if connection.vendor != "sqlite":
        return (
            "This database is not SQLite: nothing was cleared. What PostgreSQL keeps of erased words "
            "stands in docs/publishing.md, and until when."
        )
    if not clear_remains():
        return (
            "Somebody else is at the database, or the disk has no room for a second file. Try again, or "
            "stop the server first."
        )
    return ""
