"""``manage.py clear_remains``: what SQLite's files still have of erased words goes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from interviews.services.clearing import clear_remains


class Command(BaseCommand):
    """For when the desk said that it could not be done while words were erased."""

    help = (
        "Write SQLite’s file anew and empty its log, so that erased words are in neither. Not for PostgreSQL."
    )

    def handle(self, **_options: Any) -> None:
        if connection.vendor != "sqlite":
            raise CommandError(
                "This database is not SQLite: nothing was cleared. What PostgreSQL keeps of erased words "
                "stands in docs/publishing.md, and until when."
            )
        if not clear_remains():
            raise CommandError(
                "Somebody else is at the database, or the disk has no room for a second file. Try again, or "
                "stop the server first."
            )
        self.stdout.write("Nothing of erased words is left in the database’s files.")
