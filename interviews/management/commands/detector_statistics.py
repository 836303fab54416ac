"""``manage.py detector_statistics``: what editors made of what was found, for a terminal or a program."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from interviews.services.statistics import Line, statistics


class Command(BaseCommand):
    """Prints the admin's page of statistics."""

    help = "Count flags by kind and by house rule: found, fixed, dismissed, gone, open, accepted."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")

    def handle(self, *, json: bool, **_options: Any) -> None:
        counted = statistics()
        if json:
            self.stdout.write(_as_json({"kinds": counted.kinds, "house_rules": counted.rules}))
            return
        for line in (*counted.kinds, *counted.rules):
            tally = line.tally
            accepted = f", {tally.percent} % accepted" if tally.decisions else ""
            self.stdout.write(
                f"{line.name}: {tally.found} found, {tally.fixed} fixed, {tally.dismissed} dismissed, "
                f"{tally.gone} gone, {tally.open} open{accepted}"
            )
        for sentence in counted.suggestions:
            self.stdout.write(sentence)


def _as_json(lines: dict[str, tuple[Line, ...]]) -> str:
    told = {
        name: [
            {
                "id": line.id,
                "name": line.name,
                "severity": line.severity,
                "found": line.tally.found,
                **asdict(line.tally),
                "acceptance": line.tally.acceptance,
                "suggestion": line.suggestion,
            }
            for line in counted
        ]
        for name, counted in lines.items()
    }
    return json.dumps(told, ensure_ascii=False, indent=1)
