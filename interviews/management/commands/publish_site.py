"""``manage.py publish_site FOLDER``: the public site as files that any web server serves."""

from __future__ import annotations

import json as json_
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from interviews.management.telling import counted
from interviews.site.artefacts import Site
from interviews.site.exporting import Outcome, export, made_for, stored
from interviews.site.quote_bundles import quote_bundles

_LISTED = 20  # files that are named on the screen


class Command(BaseCommand):
    """Writes what changed, removes what is public no more, and says so."""

    help = "Write the public site as static files. Only what changed since the last run is written."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="where the site goes; it is made if it is not there")
        parser.add_argument("--base-url", default="", help="the site’s address, where it is not SITE_URL")
        parser.add_argument("--compress", action="store_true", help="write .br and .gz beside each file")
        parser.add_argument(
            "--without-quotes", action="store_true", help="make no pages of quotes, where files are counted"
        )
        parser.add_argument("--json", action="store_true", help="tell the outcome as JSON")

    def handle(
        self,
        *,
        folder: Path,
        base_url: str,
        compress: bool,
        without_quotes: bool,
        json: bool,
        **_options: Any,
    ) -> None:
        start = monotonic()
        address = base_url.rstrip("/")
        if address and not address.startswith(("http://", "https://")):
            raise CommandError("--base-url is an address such as https://newsroom.example.org.")
        site = Site.of_settings()
        if not site.address and not address:
            raise CommandError("Nobody said what the site’s address is. Set SITE_URL, or give --base-url.")
        quotes = not without_quotes
        if address in {"", site.address}:
            files = stored(quotes=quotes)
        else:
            site = replace(site, address=address)
            files = made_for(site, quotes=quotes)
        try:
            told = export(folder, files, quote_bundles(site) if quotes else (), compressed=compress)
        except OSError as problem:
            raise CommandError(f"{folder} could not be written: {problem.strerror or problem}") from problem
        seconds = monotonic() - start
        self.stdout.write(_as_json(told, seconds) if json else _in_words(told, folder, seconds))


def _as_json(told: Outcome, seconds: float) -> str:
    return json_.dumps(
        {
            "written": told.written,
            "removed": told.removed,
            "unchanged": told.unchanged,
            "seconds": round(seconds, 3),
        }
    )


def _in_words(told: Outcome, folder: Path, seconds: float) -> str:
    lines = [
        *(f"  written  {name}" for name in told.written[:_LISTED]),
        *(f"  removed  {name}" for name in told.removed[:_LISTED]),
    ]
    more = max(0, len(told.written) - _LISTED) + max(0, len(told.removed) - _LISTED)
    if more:
        lines.append(f"  and {more} more")
    lines.append(
        f"{folder}: {counted(len(told.written), 'file')} written, {len(told.removed)} removed, "
        f"{told.unchanged} unchanged, in {seconds:.2f} s."
    )
    return "\n".join(lines)
