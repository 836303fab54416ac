"""``manage.py publish_due``: publishes what is due. For cron, once a minute."""

from __future__ import annotations

import json as json_
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from interviews.models import ScheduledPublication
from interviews.services.scheduling import publish_due


class Command(BaseCommand):
    """Says what went out, and of what did not, why; ends with 1 where something did not."""

    help = "Publish the interviews whose time has come. Run it once a minute."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="tell the outcome as JSON")

    def handle(self, *, json: bool, **_options: Any) -> None:
        tried = publish_due()
        if json:
            told = {"interviews": [_as_data(one) for one in tried]}
            self.stdout.write(json_.dumps(told, ensure_ascii=False))
        else:
            self._tell(tried)
        if any(one.problem for one in tried):
            raise SystemExit(1)

    def _tell(self, tried: list[ScheduledPublication]) -> None:
        for one in tried:
            if one.problem:
                self.stderr.write(f"Not published: “{one.interview.title}”. {one.problem}")
            else:
                self.stdout.write(f"Published: “{one.interview.title}”.")


def _as_data(one: ScheduledPublication) -> dict[str, Any]:
    return {
        "slug": one.interview.slug,
        "title": one.interview.title,
        "due": one.at.isoformat(),
        "published": not one.problem,
        "problem": one.problem,
    }
