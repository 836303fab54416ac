"""What the text of a variable means. Each raises ValueError, KeyError or OSError where it means nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import dj_database_url

T = TypeVar("T")

SQLITE = "django.db.backends.sqlite3"
_SWITCHES = {
    **dict.fromkeys(("true", "on", "yes", "1", "t", "y"), True),
    **dict.fromkeys(("false", "off", "no", "0", "f", "n"), False),
}
_DATABASES = {SQLITE, "django.db.backends.postgresql"}
_HOST = re.compile(r"\*|\.?[\w-]+(\.[\w-]+)*\.?|\[[0-9A-Fa-f:.]+\]")  # as ALLOWED_HOSTS has it: no port
_TAG = re.compile(r"[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*")  # BCP 47, as far as it matters here


def filled(value: str) -> str:
    if not value.strip():
        raise ValueError(value)
    return value


def switch(value: str) -> bool:
    return _SWITCHES[value.strip().lower()]


def count(value: str) -> int:
    """A whole number, from 0."""
    if not value.strip().isascii() or not value.strip().isdecimal():
        raise ValueError(value)
    return int(value)


def each(meant: Callable[[str], T]) -> Callable[[str], list[T]]:
    """What stands between commas. Nothing may be there, but not commas alone."""

    def read(value: str) -> list[T]:
        found = [meant(one.strip()) for one in value.split(",") if one.strip()]
        if not found and value.strip():
            raise ValueError(value)
        return found

    return read


def host(value: str) -> str:
    if not _HOST.fullmatch(value):
        raise ValueError(value)
    return value


def address(value: str) -> str:
    """An address of the web without anything behind its path."""
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(value)
    if parts.port == 0 or re.search(r"\s", value):  # asking for the port says that it is a number
        raise ValueError(value)
    return value


def origin(value: str) -> str:
    """An address without a path; its host may begin with a star."""
    if urlsplit(address(value)).path:
        raise ValueError(value)
    return value


def language(value: str) -> str:
    if not _TAG.fullmatch(value):
        raise ValueError(value)
    return value


def time_zone(value: str) -> str:
    ZoneInfo(filled(value))
    return value


def folder(value: str) -> Path:
    """A folder that is there."""
    if not Path(filled(value)).is_dir():
        raise ValueError(value)
    return Path(value)


def folder_to_be(value: str) -> Path:
    """A folder that is there, or that can be made where nothing is yet."""
    path = Path(filled(value))
    if path.exists() and not path.is_dir():
        raise ValueError(value)
    return path


def file(value: str) -> str:
    """The path of a file that is there."""
    if not Path(value).is_file():
        raise ValueError(value)
    return value


def database(value: str) -> dict[str, Any]:
    """Django's way to a database, SQLite or PostgreSQL."""
    if "://" not in value:
        raise ValueError(value)
    known: dict[str, Any] = dict(dj_database_url.parse(value))
    if known["ENGINE"] not in _DATABASES or not known["NAME"]:
        raise ValueError(value)
    return known


def without_password(value: str) -> str:
    """The address of a database as it may be told: nothing from before the host, nothing behind the name."""
    return re.sub(r"^(\w+://)?.*@", r"\1…@", value, flags=re.DOTALL).partition("?")[0]


def json_object(value: str) -> dict[str, Any]:
    found = json.loads(value)
    if not isinstance(found, dict):
        raise ValueError(value)
    return found


def weights(value: str) -> dict[str, Any]:
    """Names and what each weighs, as "kind=off,kind=notice" or as JSON.

    A name without a weight gets an empty one, which ``manage.py check`` tells like any other mistake.
    """
    if value.lstrip().startswith(("{", "[")):
        return json_object(value)
    pairs = (one.partition("=") for one in value.split(",") if one.strip())
    return {name.strip(): weight.strip() for name, _, weight in pairs}
