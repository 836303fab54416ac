"""``manage.py publish_due``: publishes what is due. For cron, once a minute."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from interviews.services.scheduling import publish_due


class Command(BaseCommand):
    """Says what went out, and of what did not, why; ends with 1 where something did not."""

    help = "Publish the interviews whose time has come. Run it once a minute."

    def handle(self, **_options: Any) -> None:
        failed = False
        for one in publish_due():
            if one.problem:
                failed = True
                self.stderr.write(f"Not published: “{one.interview.title}”. {one.problem}")
            else:
                self.stdout.write(f"Published: “{one.interview.title}”.")
        if failed:
            raise SystemExit(1)
