"""Publishing and exporting are killed at any step: readers get the old or the new, and the next run mends."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client, override_settings

from interviews.models import Artefact, Publication
from interviews.services.artefacts import sweep
from interviews.services.correcting import Stated
from interviews.services.publishing import publish
from interviews.site.bodies import lately
from interviews.site.bundles import LIST as BUNDLED
from interviews.site.export_list import LIST
from interviews.site.storage import UNFINISHED
from tests.cast import an_editor, an_interview
from tests.web.test_a_killed_server import address_of_the_database

pytestmark = pytest.mark.django_db(transaction=True)
KILLS = 6

# A step is whatever leaves something behind: a statement to the database, and a file that is opened for
# writing, renamed or removed.
_CHILD = """
import os, signal, sys
import django
django.setup()
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from interviews.models import Interview
from interviews.services.correcting import Stated
from interviews.services.publishing import publish

task, last, told, left = sys.argv[1], int(sys.argv[2]), sys.argv[3], [0]

def step():
    left[0] += 1
    if left[0] == last:
        os.kill(os.getpid(), signal.SIGKILL)

def heard(event, given):
    if event in ("os.rename", "os.remove") or (event == "open" and set(str(given[1])) & set("wxa+")):
        step()

def asked(execute, *given):
    step()
    return execute(*given)

connection.ensure_connection()
sys.addaudithook(heard)
with connection.execute_wrapper(asked):
    if task == "export":
        call_command("publish_site", told, verbosity=0)
    else:
        by, said = User.objects.get(), [Stated("note", "", told)] if told else []
        publish(interview=Interview.objects.get(), by=by, corrections=said)
os.write(1, b"%d" % left[0])
"""


@pytest.fixture
def public_folder(tmp_path: Path) -> Iterator[Path]:
    """Where published bytes lie for this process and for those that it starts."""
    ours = {"location": tmp_path / "var/published"}
    known = {
        **settings.STORAGES["published"],
        "OPTIONS": {**settings.STORAGES["published"]["OPTIONS"], **ours},
    }
    lately.forget()
    with override_settings(STORAGES={**settings.STORAGES, "published": known}):
        yield tmp_path / "var"
    lately.forget()


def child(var: Path, task: str, told: str, *, kill_at: int = 0) -> int:
    """Do it in a process of its own; how many steps it took, or 0 where it was killed at that step."""
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, task, str(kill_at), told],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "DATABASE_URL": address_of_the_database(),
            "DEBUG": "1",
            "NEWSROOM_VAR": str(var),
        },
        capture_output=True,
        check=False,
    )
    assert done.returncode in ({0, -signal.SIGKILL} if kill_at else {0}), done.stderr.decode()[-2000:]
    return int(done.stdout.split()[-1]) if done.returncode == 0 else 0


def some_steps(steps: int) -> list[int]:
    """Where to kill: the first step and the last, and others between."""
    between = random.Random(steps).sample(range(2, steps), KILLS - 2)  # noqa: S311
    return [1, *sorted(between), steps]


def notes_of_a_whole_site(client: Client) -> list[str]:
    """What every page tells; fails where a file is of another publication, or cannot be read."""
    lately.forget()
    current = Publication.objects.current().get()
    notes = [one["right"] for one in current.corrections]
    for row in Artefact.objects.all():
        assert row.publication in (None, current), row.path
        for encoding, opened in (("", bytes), ("gzip", gzip.decompress), ("br", brotli.decompress)):
            answer = client.get(row.path, headers={"Accept-Encoding": encoding})
            assert answer.status_code == row.status
            body = opened(answer.content) if answer.headers.get("Content-Encoding") else answer.content
            assert hashlib.sha256(body).hexdigest() == row.digest, row.path
    for path in (current.get_absolute_url(), "/corrections/", "/corrections/feed.xml"):
        told = client.get(path).content.decode()
        assert set(re.findall(r"Note \d+ of the desk", told)) == set(notes), path
    return notes


def test_publishing_that_is_killed_at_any_step_shows_the_old_or_the_new_and_goes_through_the_next_time(
    public_folder: Path, client: Client
) -> None:
    an_editor()
    an_interview()
    child(public_folder, "publish", "")
    steps = child(public_folder, "publish", "Note 0 of the desk")
    notes, killed, early = ["Note 0 of the desk"], 0, 0
    for number, at in enumerate(some_steps(steps), start=1):
        note = f"Note {number} of the desk"
        killed += not child(public_folder, "publish", note, kill_at=at)
        found = notes_of_a_whole_site(client)
        assert found in (notes, [*notes, note])
        early += found == notes
        notes = found
    assert killed == KILLS
    assert early > KILLS // 2, "most of the work comes before anything is public"
    child(public_folder, "publish", "Note 99 of the desk")
    assert notes_of_a_whole_site(client) == [*notes, "Note 99 of the desk"]
    removed = sweep(older_than=timedelta(minutes=-1))
    assert removed > 0
    assert not list(public_folder.rglob(f"{UNFINISHED}*"))
    assert notes_of_a_whole_site(client) == [*notes, "Note 99 of the desk"]


def test_an_export_that_is_killed_at_any_step_leaves_whole_files_and_the_next_one_mends_it(
    public_folder: Path, tmp_path: Path
) -> None:
    interview, alice = an_interview(), an_editor()
    publish(interview=interview, by=alice)
    known = [fresh(tmp_path / "first")]
    steps = child(public_folder, "export", str(tmp_path / "counted"))
    for at in (1, steps // 2, steps):
        site = tmp_path / f"site-{at}"
        assert not child(public_folder, "export", str(site), kill_at=at)
        assert_whole(site, known)
        publish(interview=interview, by=alice, corrections=[Stated("note", "", f"Note {at}.")])
        known.append(fresh(tmp_path / f"fresh-{at}"))
        # What stands is not written again: a late step may not come, and then this is the whole export.
        child(public_folder, "export", str(site), kill_at=max(1, at // 4))
        assert_whole(site, known)
        child(public_folder, "export", str(site))
        assert files_in(site) == known[-1]
        assert not list(site.rglob(f"{UNFINISHED}*"))
        assert UNFINISHED not in json.loads((site / LIST).read_text())


def assert_whole(site: Path, known: list[dict[str, bytes]]) -> None:
    """Each file is one of those that were exported whole."""
    for name, body in files_in(site).items():
        assert any(body == one.get(name) for one in known), name


def fresh(folder: Path) -> dict[str, bytes]:
    call_command("publish_site", str(folder), verbosity=0)
    return files_in(folder)


def files_in(folder: Path) -> dict[str, bytes]:
    """What readers can get: neither the lists nor what was begun."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.name not in {LIST, BUNDLED} and not file.name.startswith(UNFINISHED)
    }
