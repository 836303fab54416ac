"""Eight people save three turns while the server is killed five times: nothing acknowledged is lost."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event, Lock
from urllib.parse import quote, urlencode

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from interviews.models import Interview
from interviews.transcript.edits import SetText
from tests.cast import an_editor, an_interview, keys

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE, TURNS, KILLS = 8, 3, 5
SAVES_BETWEEN_KILLS = 20
TOKEN = "t" * 32
VERSION = re.compile(r'name="version" value="(\d+)"')


def address_of_the_database() -> str:
    """The database of this test, for another process."""
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    user, password = (quote(str(found[name]), safe="") for name in ("USER", "PASSWORD"))
    return f"postgres://{user}:{password}@{found['HOST']}:{found['PORT']}/{found['NAME']}"


@dataclass
class Server:
    """A server in a process of its own, that can be killed and comes back at the same port."""

    port: int
    up: Event = field(default_factory=Event)
    process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "--workers", "2", "--threads", "4"]
        self.process = subprocess.Popen(
            [*command, "--bind", f"127.0.0.1:{self.port}", "--reuse-port"],
            cwd=settings.BASE_DIR,
            env={**os.environ, "DATABASE_URL": address_of_the_database(), "DEBUG": "1", "CONN_MAX_AGE": "0"},
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert self.process.stderr is not None
        for line in self.process.stderr:  # it says so when a worker is ready
            if "Booting worker" in line:
                break
        self.up.set()

    def kill(self) -> None:
        """As when the power goes: nobody is asked."""
        self.up.clear()
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()


@pytest.fixture
def server() -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = Server(port)
    made.start()
    yield made
    made.kill()


@dataclass
class Tally:
    """What the people were told, together."""

    saved: list[tuple[str, str]] = field(default_factory=list)  # turn, text
    conflicts: int = 0
    cut_off: int = 0
    lock: Lock = field(default_factory=Lock)
    enough: Event = field(default_factory=Event)  # saves for the next kill
    over: Event = field(default_factory=Event)

    def count(self, key: str, text: str) -> None:
        with self.lock:
            self.saved.append((key, text))
            if len(self.saved) % SAVES_BETWEEN_KILLS == 0:
                self.enough.set()


@dataclass
class Person:
    """Somebody who saves one turn after the other, as the desk's page does."""

    name: str
    session: str
    server: Server
    tally: Tally

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        """The answer's status and text. Raises OSError or HTTPException where the server is gone."""
        asked = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        headers = {
            "Cookie": f"sessionid={self.session}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "HX-Request": "true",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        try:
            asked.request(method, path, body, headers)
            answer = asked.getresponse()
            return answer.status, answer.read().decode()
        finally:
            asked.close()

    def work(self, interview: Interview, turns: list[str]) -> None:
        number = 0
        while not self.tally.over.is_set():
            number += 1
            key = turns[number % len(turns)]
            path = f"/desk/{interview.pk}/turns/{key}/edit/"
            text = f"{self.name} wrote this as number {number}."
            try:
                status, form = self.ask("GET", path)
                version = VERSION.search(form)
                assert status == 200, form
                assert version is not None, form
                status, told = self.ask("POST", path, urlencode({"text": text, "version": version[1]}))
            except (OSError, http.client.HTTPException):
                self.tally.cut_off += 1
                self.server.up.wait()
                continue
            if status == 200:
                self.tally.count(key, text)
            else:
                assert status == 409, told
                assert text in re.sub(r"</?(?:ins|del)>", "", told), "the words are in the answer"
                self.tally.conflicts += 1


def test_every_acknowledged_save_is_there_and_every_conflict_was_told(server: Server) -> None:
    interview, tally = an_interview(), Tally()
    turns = keys(interview)[:TURNS]
    people = []
    for number in range(PEOPLE):
        client = Client()
        client.force_login(an_editor(f"person {number}"))
        people.append(Person(f"Person {number}", client.cookies["sessionid"].value, server, tally))

    with ThreadPoolExecutor(PEOPLE) as pool:
        working = [pool.submit(person.work, interview, turns) for person in people]
        for _ in range(KILLS):
            assert tally.enough.wait(60)
            tally.enough.clear()
            server.kill()
            server.start()
        assert tally.enough.wait(60)
        tally.over.set()
    for one in working:
        one.result()

    texts: dict[str, list[str]] = {key: [] for key in turns}
    for record in interview.records.order_by("number"):
        for edit in record.changes:
            assert isinstance(edit, SetText)
            texts[edit.turn].append(edit.after)
    for key, text in tally.saved:
        assert text in texts[key]
    assert [interview.transcript()[key].text for key in turns] == [texts[key][-1] for key in turns]
    assert len(tally.saved) >= KILLS * SAVES_BETWEEN_KILLS
    assert tally.conflicts > 0
    assert tally.cut_off > 0
