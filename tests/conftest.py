"""What all tests share: how Hypothesis searches, and a database of this run alone."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connections
from hypothesis import settings as search

# Times vary too much on a shared machine for a deadline to tell anything; CI repeats the same examples.
search.register_profile("newsroom", deadline=None, derandomize=os.environ.get("CI") == "true")
search.load_profile("newsroom")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """On PostgreSQL, a database for each process of this run; on SQLite, a file that no other run has."""
    database = connections["default"]
    if database.vendor == "sqlite":
        database.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
        options = database.settings_dict["OPTIONS"]
        options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_the_disk() -> Iterator[None]:
    """Tests kill processes, after which the system still has what they wrote; no power fails."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def published_files(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Public pages go to a folder of this run's own."""
    settings.STORAGES["published"]["OPTIONS"]["location"] = tmp_path_factory.mktemp("published")
