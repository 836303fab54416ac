"""``manage.py demo``: one command from nothing to a newsroom with interviews in it."""

from __future__ import annotations

import os
import secrets
import socket
from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from interviews.management.samples import SAMPLES, load
from interviews.services.artefacts import rebuild

HOST = "127.0.0.1"
LOGIN = "editor"
PASSWORD_FILE = "demo-login.txt"  # noqa: S105 (a file's name)


class Command(BaseCommand):
    """Migrates, makes a login, loads the samples once, says where to go, and serves."""

    help = "Start a newsroom with sample interviews and an editor’s login. Running it again loses nothing."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=_port, default=8000)
        parser.add_argument("--no-serve", action="store_true", help="prepare everything, then stop")

    def handle(self, *, port: int, no_serve: bool, **_options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("The demo makes a login and serves with Django’s own server: it needs DEBUG.")
        if not no_serve and _is_taken(port):
            other = port + 1 if port < 65535 else port - 1
            raise CommandError(f"Port {port} is taken by another program. Try: PORT={other} make demo")
        call_command("migrate", verbosity=0, interactive=False)
        rebuild(anew=False)
        editor, password = _login(settings.VAR_DIR / PASSWORD_FILE)
        for sample in SAMPLES:
            interview = load(sample, by=editor)
            if interview:
                self.stdout.write(f"Loaded “{interview.title}”.")
        self._welcome(port, password)
        if not no_serve:
            os.environ.setdefault("DJANGO_RUNSERVER_HIDE_WARNING", "true")
            settings.DEBUG = False  # what is not there, and what goes wrong, is told as readers are told
            call_command("runserver", f"{HOST}:{port}", use_reloader=False, skip_checks=True)

    def _welcome(self, port: int, password: str) -> None:
        address = f"http://{HOST}:{port}"
        told = (
            ("Readers", address + reverse("interviews:index")),
            ("Desk", address + reverse("interviews:desk")),
            ("Login", LOGIN),
            ("Password", password),
        )
        lines = [f"  {name:<10}{value}" for name, value in told]
        self.stdout.write("\n".join(("", "The newsroom is ready.", "", *lines, "")))


def _login(file: Path) -> tuple[User, str]:
    """The editor, and the password to print: made once, and kept in a file that only its owner can read."""
    is_new = not file.exists()
    if is_new:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(9) + "\n", encoding="utf-8")
    password = file.read_text(encoding="utf-8").strip()
    editor, was_made = User.objects.get_or_create(
        username=LOGIN, defaults={"is_staff": True, "is_superuser": True}
    )
    if is_new or was_made:
        editor.set_password(password)
        editor.save(update_fields=["password"])
    elif not editor.check_password(password):
        return editor, "(the one that you chose)"
    return editor, password


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server itself will
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def _port(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= 65535:
        raise ArgumentTypeError(f"a port is a number from 1 to 65535, not {written}")
    return int(written)
