"""What the environment says wrongly is told in a sentence: the variable, its value, and what it takes."""

from __future__ import annotations

import ast
import os
import re
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).parents[2]
SETTINGS = ROOT / "newsroom" / "settings.py"
SWITCH = "true or false"
SECONDS = "a whole number of seconds, such as 60"
ADDRESS = "an address such as https://newsroom.example.org"
DATABASE = "an address such as postgres://user:password@localhost/newsroom or sqlite:////srv/newsroom.sqlite3"
FOLDER = "a folder, such as /srv/newsroom/var"
FOLDERS = "folders that are there, between commas, such as /srv/river/templates"
HOSTS = "names of hosts between commas, such as newsroom.example.org,localhost"
SWITCHES = ("DEBUG", "HTTPS", "BEHIND_PROXY", "NEWSROOM_FOUR_EYES", "NEWSROOM_IMPORT_FROM_URLS")
TIMES = ("CONN_MAX_AGE", "NEWSROOM_PUBLISH_DUE_EVERY")

# Of each variable, values that cannot be, and what the sentence says instead.
BAD: dict[str, tuple[str, tuple[str, ...]]] = {
    **dict.fromkeys(SWITCHES, (SWITCH, ("maybe", "", "2"))),
    **dict.fromkeys(TIMES, (SECONDS, ("soon", "", "-1", "1.5", "60 s", "²"))),
    "SECRET_KEY": (
        "a long random text, such as this command prints: python3 -c 'import secrets; ",
        ("", " "),
    ),
    "SITE_NAME": ("some words, such as The River Post", ("", "  ")),
    "SITE_URL": (
        ADDRESS,
        ("", "newsroom.example.org", "ftp://example.org", "https://", "https://a b.org", "https://x:port"),
    ),
    "ALLOWED_HOSTS": (HOSTS, ("https://newsroom.example.org", "example.org:443", "example.org/desk", ",")),
    "CSRF_TRUSTED_ORIGINS": (
        "addresses without a path between commas, such as https://desk.example.org",
        ("desk.example.org", "https://desk.example.org/", "https://a.org,b.org"),
    ),
    "DATABASE_URL": (
        DATABASE,
        ("nonsense", "", "mysql://localhost/newsroom", "postgres://localhost/", "a:b"),
    ),
    "TIME_ZONE": (
        "the name of a time zone, such as Europe/Berlin",
        ("Mars/Olympus", "", "Europe", "/etc/passwd", "../UTC"),
    ),
    "LANGUAGE_CODE": ("a language tag, such as en-gb, de or fr", ("", "English please", "d")),
    "LOG_LEVEL": ("INFO, DEBUG, WARNING, ERROR or CRITICAL", ("LOUD", "", "5")),
    "NEWSROOM_CHANGES_PUBLIC": ("all, summary or none", ("some", "")),
    "NEWSROOM_DETECTORS": (
        "kinds and their weights, such as doubled_phrase=warning,cold_open=off, or the same as JSON",
        ('{"cold_open": ', '["cold_open"]'),
    ),
    "NEWSROOM_BRAND": (
        """an object in JSON, such as '{"footer": "The River Post"}'""",
        ("", "{footer}", "[]", '"red"'),
    ),
    "NEWSROOM_VAR": (FOLDER, ("", __file__)),
    "STATIC_ROOT": (FOLDER, ("", __file__)),
    "NEWSROOM_TEMPLATES": (FOLDERS, ("/no/such/folder", __file__, f"{ROOT},/no/such/folder")),
    "NEWSROOM_STATIC": (FOLDERS, ("/no/such/folder", __file__)),
    "NEWSROOM_CARD_FONTS": (
        "files that are there, between commas, such as /srv/river/Naskh.ttf",
        ("/no/such/font.ttf", str(ROOT)),
    ),
}
# Of what takes several shapes, those that are sound.
SOUND: dict[str, tuple[str, ...]] = {
    "DEBUG": ("true", "1", "on", "Yes"),
    "CONN_MAX_AGE": ("0", "600"),
    "SITE_URL": ("https://example.org", "http://127.0.0.1:8001", "https://example.org/talks"),
    "ALLOWED_HOSTS": ("", "*", ".example.org", "a.example.org, localhost,[::1]", "10.0.0.7"),
    "CSRF_TRUSTED_ORIGINS": ("", "https://desk.example.org,https://*.example.org:8443"),
    "DATABASE_URL": (
        "postgres:///newsroom",
        "postgresql://u:p@db.internal:5433/newsroom",
        "sqlite:////tmp/n.db",
    ),
    "TIME_ZONE": ("UTC", "Europe/Berlin"),
    "LANGUAGE_CODE": ("de", "en_GB", "pt-BR", "zh-Hant-TW"),
    "LOG_LEVEL": ("debug", "WARNING"),
    "NEWSROOM_DETECTORS": ("", "cold_open=off", '{"cold_open": "off"}'),
    "NEWSROOM_STATIC": ("", str(ROOT)),
}


@pytest.fixture
def settings_with(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """The settings as an environment with these variables, and no others of ours, makes them."""

    def read(**variables: str) -> dict[str, Any]:
        for name in BAD:
            monkeypatch.delenv(name, raising=False)
        for name, value in {"NEWSROOM_VAR": str(tmp_path / "var"), **variables}.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(SETTINGS))

    return read


Settings = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, (_, values) in BAD.items() for value in values]
)
def test_a_value_that_cannot_be_is_told_with_what_can(settings_with: Settings, name: str, value: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        settings_with(**{name: value})
    told = str(refused.value)
    assert told.startswith(f"{name} is “{value}”; it takes {BAD[name][0]}")
    assert told.endswith(".")
    assert "\n" not in told


@pytest.mark.parametrize(("name", "value"), [(name, one) for name, values in SOUND.items() for one in values])
def test_a_value_that_can_be_is_taken(settings_with: Settings, name: str, value: str) -> None:
    assert settings_with(**{name: value})["env"].names == set(BAD)


def test_every_variable_that_is_read_stands_in_the_table(settings_with: Settings) -> None:
    assert settings_with()["env"].names == set(BAD)


def test_the_settings_read_the_environment_in_no_other_way() -> None:
    """A variable that is read past ``Environment`` could end in a trace."""
    tree = ast.parse(SETTINGS.read_text(encoding="utf-8"))
    imported = {name.name for one in ast.walk(tree) if isinstance(one, ast.Import) for name in one.names}
    imported |= {str(one.module) for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)}
    assert {"os", "environs"} & imported == set()
    program = [*(ROOT / "newsroom").glob("*.py"), *(ROOT / "interviews").rglob("*.py")]
    readers = {one.name for one in program if re.search(r"environ\.get|environ\[|getenv", one.read_text())}
    assert readers == {"environment.py"}


def test_a_variable_that_nothing_reads_is_known_with_the_one_that_was_meant(settings_with: Settings) -> None:
    known = settings_with(NEWSROOM_FOUREYES="true", NEWSROOM_QWXYZ="1", NEWSROOM_DETECTORS="")
    assert known["UNREAD_VARIABLES"] == {"NEWSROOM_FOUREYES": "NEWSROOM_FOUR_EYES", "NEWSROOM_QWXYZ": ""}


def test_all_that_is_wrong_is_told_at_once(settings_with: Settings) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        settings_with(DEBUG="false", TIME_ZONE="Mars/Olympus", NEWSROOM_CHANGES_PUBLIC="some")
    assert [line.split()[0] for line in str(refused.value).splitlines()] == [
        "ALLOWED_HOSTS",
        "TIME_ZONE",
        "NEWSROOM_CHANGES_PUBLIC",
        "SECRET_KEY",
    ]


@pytest.mark.parametrize(("name", "value"), [("SECRET_KEY", ""), ("ALLOWED_HOSTS", " ")])
def test_what_production_needs_is_told_where_it_is_missing(
    settings_with: Settings, name: str, value: str
) -> None:
    sound = {"DEBUG": "false", "SECRET_KEY": "of-this-test", "ALLOWED_HOSTS": "newsroom.example.org"}
    assert settings_with(**sound)["HTTPS"] is True
    with pytest.raises(ImproperlyConfigured, match=f"^{name} is not set; without DEBUG it takes"):
        settings_with(**{**sound, name: value})


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("postgres://paul:open sesame@db:port/newsroom", "postgres://…@db:port/newsroom"),
        ("postgres://paul:at@home@db/", "postgres://…@db/"),
        ("paul:sesame@db/newsroom", "…@db/newsroom"),
        ("postgres://paul:who?://me@db/", "postgres://…@db/"),
        ("mysql://db/newsroom?password=sesame", "mysql://db/newsroom"),
    ],
)
def test_a_password_is_never_told(settings_with: Settings, value: str, told: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"^DATABASE_URL is “{re.escape(told)}”; it takes "):
        settings_with(DATABASE_URL=value)


def test_a_long_value_and_one_of_several_lines_stay_one_line(settings_with: Settings) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        settings_with(TIME_ZONE="Europe\n\x1b" + "a" * 5_000)
    assert str(refused.value).startswith(
        "TIME_ZONE is “Europe\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}aaa"
    )
    assert len(str(refused.value)) < 300


def test_a_folder_that_cannot_be_made_is_told(settings_with: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "var"
    with pytest.raises(
        ImproperlyConfigured, match=rf"^NEWSROOM_VAR is “{folder}”, which cannot be made \(Not a d"
    ):
        settings_with(NEWSROOM_VAR=str(folder))


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    "command", ["help", "check", "migrate", "runserver", "list_formats", "test", "unheard_of"]
)
def test_every_command_ends_with_the_sentence_and_status_1(command: str) -> None:
    ran = run("manage.py", command, TIME_ZONE="Mars/Olympus")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == (
        "TIME_ZONE is “Mars/Olympus”; it takes the name of a time zone, such as Europe/Berlin.\n"
    )


def test_a_server_says_it_as_the_last_line_of_its_log() -> None:
    ran = run("-c", "import newsroom.wsgi", LOG_LEVEL="LOUD")
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[-1].endswith(
        "LOG_LEVEL is “LOUD”; it takes INFO, DEBUG, WARNING, ERROR or CRITICAL."
    )


@pytest.mark.parametrize(
    "where", ["sqlite:////no/such/folder/newsroom.sqlite3", "postgres://paul:sesame@127.0.0.1:1/newsroom"]
)
def test_a_database_that_cannot_be_reached_is_told_without_a_trace(where: str) -> None:
    ran = run("manage.py", "migrate", "--skip-checks", DATABASE_URL=where)
    assert ran.returncode == 1
    assert ran.stderr.startswith("The database that DATABASE_URL names cannot be reached: ")
    assert len(ran.stderr.splitlines()) == 1
    assert "sesame" not in ran.stderr


def test_a_database_without_tables_is_told_without_a_trace(tmp_path: Path) -> None:
    ran = run("manage.py", "publish_due", "--skip-checks", DATABASE_URL=f"sqlite:///{tmp_path}/empty.sqlite3")
    assert ran.returncode == 1
    assert ran.stderr == (
        "The database is not that of this version of the program. Run “manage.py migrate”.\n"
    )


def test_postgresql_is_asked_whether_it_is_there_and_not_waited_for_without_end(
    settings_with: Settings,
) -> None:
    database = settings_with(DATABASE_URL="postgres://db/newsroom?sslmode=require")["DATABASES"]["default"]
    assert database["CONN_HEALTH_CHECKS"] is True
    assert database["OPTIONS"] == {"connect_timeout": 5, "sslmode": "require"}
    patient = settings_with(DATABASE_URL="postgres://db/newsroom?connect_timeout=30")["DATABASES"]["default"]
    assert patient["OPTIONS"]["connect_timeout"] == 30
