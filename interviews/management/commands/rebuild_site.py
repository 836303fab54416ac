"""``manage.py rebuild_site``: the public files again, from the publications."""

from __future__ import annotations

import json as json_
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from interviews.services.artefacts import rebuild, sweep


class Command(BaseCommand):
    """Run it after an upgrade, or when the templates, the site’s name or its address are others."""

    help = "Make every public page again from what was published, and remove bytes that nothing names."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--missing", action="store_true", help="make only what is missing or is made of other things now"
        )
        parser.add_argument("--json", action="store_true", help="tell the outcome as JSON")

    def handle(self, *, missing: bool, json: bool, **_options: Any) -> None:
        start = monotonic()
        made = rebuild(anew=not missing)
        removed = sweep()
        told = {"made": made, "removed": removed, "seconds": round(monotonic() - start, 3)}
        self.stdout.write(_as_json(told) if json else _in_words(made, removed))


def _as_json(told: dict[str, Any]) -> str:
    return json_.dumps(told)


def _in_words(made: int, removed: int) -> str:
    return f"{made} public {'file was' if made == 1 else 'files were'} made, {removed} old removed."
