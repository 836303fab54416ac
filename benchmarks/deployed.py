"""The program as a newsroom's IT runs it, in a folder and with a database of its own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_SETTINGS: Mapping[str, str] = {
    "DEBUG": "false",
    "HTTPS": "false",
    "SECRET_KEY": "for-these-benchmarks-alone",
    "ALLOWED_HOSTS": "localhost,127.0.0.1",
    "SITE_URL": "http://127.0.0.1",
    "LOG_LEVEL": "ERROR",
}


@contextmanager
def deployed(settings: str = "newsroom.settings") -> Iterator[Path]:
    """Set Django up as in production, on an empty SQLite database; give its folder, which goes in the end."""
    with tempfile.TemporaryDirectory() as name:
        os.environ.update(
            _SETTINGS, NEWSROOM_VAR=name, STATIC_ROOT=f"{name}/static", DJANGO_SETTINGS_MODULE=settings
        )
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        yield Path(name)
