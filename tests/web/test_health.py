"""``/healthz``: load balancers and monitors learn whether pages can be served, and nobody learns more."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from django.conf import settings as configured
from django.core.files.storage import storages
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from interviews.services.artefacts import rebuild
from interviews.services.publishing import publish
from interviews.site.bodies import lately
from tests.cast import an_editor, an_interview

pytestmark = pytest.mark.django_db


@pytest.fixture
def published_folder(settings: Settings, tmp_path: Path) -> Path:
    """The folder of public files, of this test alone, with what tells of the site in it."""
    folder = tmp_path / "published"
    settings.STORAGES = {
        **configured.STORAGES,
        "published": {**configured.STORAGES["published"], "OPTIONS": {"location": folder}},
    }
    assert Path(str(storages["published"].path(""))) == folder
    rebuild()
    return folder


def test_a_sound_newsroom_is_well_in_two_queries_before_anything_is_published_and_after(
    client: Client, published_folder: Path
) -> None:
    alice = an_editor()
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            answer = client.get("/healthz")
        assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
        assert len(queries) == 2
        publish(interview=an_interview(by=alice), by=alice)


def test_it_is_not_kept_and_opens_no_session(client: Client) -> None:
    answer = client.get("/healthz")
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.cookies == {}
    assert "Vary" not in answer.headers


def test_a_probe_comes_by_the_number_of_a_machine_and_without_https(settings: Settings) -> None:
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["newsroom.example.org"], True
    probe = Client(headers={"host": "10.0.0.7:8000"})
    assert probe.get("/healthz").json() == {"status": "ok"}
    assert probe.get("/").status_code == 400
    assert Client(headers={"host": "newsroom.example.org"}).get("/").status_code == 301
    assert probe.post("/healthz").status_code == 405


def test_a_migration_that_was_not_applied_is_told(client: Client) -> None:
    rows = MigrationRecorder(connection).migration_qs.filter(app="interviews")
    rows.filter(pk=rows.latest("pk").pk).delete()
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"status": "failing", "part": "migrations"})


def test_public_files_that_cannot_be_read_are_told_and_why_goes_to_the_log_alone(
    client: Client, published_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    client.get("/")
    published_folder.rename(published_folder.with_name("elsewhere"))
    assert client.get("/").status_code == 200  # from memory, for as long as that lasts
    with caplog.at_level(logging.ERROR, "newsroom.health"):
        answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"status": "failing", "part": "files"})
    assert str(published_folder) in caplog.text
    lately.forget()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("fails", "part"), [("django_migrations", "migrations"), ("", "database")])
def test_a_database_that_does_not_answer_is_told_from_an_empty_one(
    client: Client, caplog: pytest.LogCaptureFixture, fails: str, part: str
) -> None:
    def refuse(execute: object, sql: str, params: object, many: bool, context: dict[str, object]) -> object:
        if fails in sql:
            raise OperationalError("sesame is not the password")
        return execute(sql, params, many, context)  # type: ignore[operator]

    with connection.execute_wrapper(refuse):
        answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"status": "failing", "part": part})
    assert "sesame" in caplog.text
