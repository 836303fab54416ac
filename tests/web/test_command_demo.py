"""``demo``: from nothing to a newsroom, and the second time nothing is lost."""

from __future__ import annotations

import http.client
import io
import os
import re
import socket
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings as configured
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from interviews.models import Interview, Publication
from interviews.services.editing import edit_text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def var(settings: Settings, tmp_path: Path) -> Path:
    """A folder of its own for what the demo keeps."""
    settings.DEBUG = True
    settings.VAR_DIR = tmp_path / "var"
    return tmp_path / "var"


def demo(*arguments: str) -> str:
    out = io.StringIO()
    call_command("demo", "--no-serve", *arguments, stdout=out)
    return out.getvalue()


def printed(told: str, what: str) -> str:
    found = re.search(rf"^  {what} +(.+)$", told, re.MULTILINE)
    assert found
    return found.group(1)


def test_it_prints_where_to_go_and_a_login_that_opens_the_desk_and_the_admin(client: Client) -> None:
    told = demo("--port", "8123")
    assert printed(told, "Readers") == "http://127.0.0.1:8123/"
    assert printed(told, "Desk") == "http://127.0.0.1:8123/desk/"
    login = {"username": printed(told, "Login"), "password": printed(told, "Password")}
    assert client.login(**login)
    assert client.get(reverse("interviews:desk")).status_code == 200
    assert client.get(reverse("admin:index")).status_code == 200


def test_it_loads_three_interviews_of_which_readers_see_one() -> None:
    demo()
    assert Interview.objects.count() == 3
    publication = Publication.objects.current().get()
    assert publication.title == "What the night tram forgets"
    assert [speaker.full_name for speaker in publication.text.speakers] == ["Tomas Lindgren", "Jeanne Okafor"]
    assert publication.override_reason == ""


def test_the_second_run_prints_the_same_login_and_loses_no_edit() -> None:
    first = demo()
    interview = Interview.objects.exclude(status=Interview.Status.PUBLISHED)[0]
    turn = interview.turns.said()[0]
    edit_text(
        interview=interview, key=turn.key, text="Edited.", seen_version=turn.version, by=User.objects.get()
    )
    before = list(Interview.objects.values("pk", "title", "version", "status"))
    second = demo()
    assert printed(second, "Password") == printed(first, "Password")
    assert "Loaded" not in second
    assert list(Interview.objects.values("pk", "title", "version", "status")) == before
    turn.refresh_from_db()
    assert turn.text == "Edited."


def test_the_password_is_kept_for_its_owner_alone(var: Path) -> None:
    told = demo()
    file = var / "demo-login.txt"
    assert file.read_text(encoding="utf-8").strip() == printed(told, "Password")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_password_that_the_editor_chose_is_neither_changed_nor_misreported() -> None:
    demo()
    editor = User.objects.get()
    editor.set_password("my own choice")
    editor.save()
    assert printed(demo(), "Password") == "(the one that you chose)"
    assert authenticate(username="editor", password="my own choice") == editor


def test_a_lost_password_file_means_a_new_password(var: Path) -> None:
    demo()
    (var / "demo-login.txt").unlink()
    assert authenticate(username="editor", password=printed(demo(), "Password"))


def test_a_port_that_is_taken_gets_a_sentence_with_another_one() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=rf"Port {port} is taken .* PORT=\d+ make demo"):
            call_command("demo", "--port", str(port))
    assert not Interview.objects.exists()


def test_it_refuses_to_run_in_production(settings: Settings) -> None:
    settings.DEBUG = False
    with pytest.raises(CommandError, match="needs DEBUG"):
        demo()
    assert not User.objects.exists()


def test_what_is_not_there_is_told_as_readers_are_told(var: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    server = subprocess.Popen(
        [sys.executable, "-u", "manage.py", "demo", "--port", str(port)],
        cwd=configured.BASE_DIR,
        env={**environment, "NEWSROOM_VAR": str(var), "DEBUG": "true"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        assert any("Starting development server" in line for line in server.stdout)
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as asked:
            asked.request("GET", "/nobody/wrote/this/")
            answer = asked.getresponse()
            page = answer.read().decode()
            assert answer.status == 404
            assert '<header class="site">' in page
            assert "DEBUG" not in page
            for path in ("/static/css/public.css", "/"):
                asked.request("GET", path)
                answer = asked.getresponse()
                assert (answer.status, bool(answer.read())) == (200, True), path
    finally:
        server.terminate()
        server.communicate()
