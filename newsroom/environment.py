"""The variables of the environment, each read as what it has to be."""

from __future__ import annotations

import os
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from django.core.exceptions import ImproperlyConfigured

from newsroom import meanings

T = TypeVar("T")

_LONGEST = 200  # characters of a value that are told
_RANDOM = "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"


class BadEnvironment(ImproperlyConfigured):
    """What the environment says and cannot mean: a line with a sentence for each variable."""


class Environment:
    """Reads variables by name.

    What is wrong is kept until ``refuse`` tells all of it; until then a default stands in its place.
    ``names`` are the variables that were asked for.
    """

    def __init__(self) -> None:
        self.names: set[str] = set()
        self._problems: list[str] = []

    def refuse(self) -> None:
        """Raises BadEnvironment where anything was wrong."""
        if self._problems:
            raise BadEnvironment("\n".join(self._problems))

    def unread(self, beginning: str) -> dict[str, str]:
        """Variables that are set and begin so, and were not asked for: each with the nearest that was."""
        known = {name.removeprefix(beginning): name for name in self.names}
        unread = sorted(name for name in os.environ if name.startswith(beginning) and name not in self.names)
        near = {name: get_close_matches(name.removeprefix(beginning), known, n=1) for name in unread}
        return {name: known[found[0]] if found else "" for name, found in near.items()}

    def text(self, name: str, default: str) -> str:
        return self._read(name, default, meanings.filled, "some words, such as The River Post")

    def switch(self, name: str, *, default: bool) -> bool:
        return self._read(name, default, meanings.switch, "true or false")

    def seconds(self, name: str, default: int) -> int:
        return self._read(name, default, meanings.count, f"a whole number of seconds, such as {default}")

    def choice(self, name: str, default: str, *others: str) -> str:
        """One of these words, in whichever case it is written."""
        known = {one.casefold(): one for one in (default, *others)}
        expected = f"{', '.join((default, *others[:-1]))} or {others[-1]}"
        return self._read(name, default, lambda value: known[value.strip().casefold()], expected)

    def secret(self, name: str, default: str) -> str:
        """What no message tells. Without a default it has to be there."""
        expected = f"a long random text, such as this command prints: {_RANDOM}"
        return self._read(name, default, meanings.filled, expected, needed=not default)

    def hosts(self, name: str, default: list[str]) -> list[str]:
        """Names of hosts. Without a default there has to be one."""
        expected = "names of hosts between commas, such as newsroom.example.org,localhost"
        return self._read(name, default, meanings.each(meanings.host), expected, needed=not default)

    def origins(self, name: str) -> list[str]:
        expected = "addresses without a path between commas, such as https://desk.example.org"
        return self._read(name, [], meanings.each(meanings.origin), expected)

    def address(self, name: str, default: str) -> str:
        return self._read(name, default, meanings.address, "an address such as https://newsroom.example.org")

    def language(self, name: str, default: str) -> str:
        return self._read(name, default, meanings.language, "a language tag, such as en-gb, de or fr")

    def time_zone(self, name: str, default: str) -> str:
        return self._read(name, default, meanings.time_zone, "the name of a time zone, such as Europe/Berlin")

    def database(self, name: str, default: Path) -> dict[str, Any]:
        """How Django reaches a database; by default, an SQLite file. No message tells a password."""
        expected = "an address such as postgres://user:password@localhost/newsroom or sqlite:////srv/newsroom.sqlite3"
        unset = {"ENGINE": meanings.SQLITE, "NAME": str(default)}
        return self._read(name, unset, meanings.database, expected, told=meanings.without_password)

    def folder(self, name: str, default: Path) -> Path:
        """A folder that is there, or can be made."""
        return self._read(name, default, meanings.folder_to_be, "a folder, such as /srv/newsroom/var")

    def make(self, name: str, folder: Path) -> None:
        """Make the folder that a variable, or its default, names. Raises BadEnvironment."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = error.strerror or "no reason is given"
            raise BadEnvironment(
                f"{name} is “{folder}”, which cannot be made ({why}); it takes a folder that the program may "
                "write to, such as /srv/newsroom/var."
            ) from None

    def folders(self, name: str) -> list[Path]:
        expected = "folders that are there, between commas, such as /srv/river/templates"
        return self._read(name, [], meanings.each(meanings.folder), expected)

    def files(self, name: str) -> list[str]:
        """Paths of files that are there."""
        expected = "files that are there, between commas, such as /srv/river/Naskh.ttf"
        return self._read(name, [], meanings.each(meanings.file), expected)

    def json(self, name: str) -> dict[str, Any]:
        expected = """an object in JSON, such as '{"footer": "The River Post"}'"""
        return self._read(name, {}, meanings.json_object, expected)

    def weights(self, name: str) -> dict[str, Any]:
        expected = (
            "kinds and their weights, such as doubled_phrase=warning,cold_open=off, or the same as JSON"
        )
        return self._read(name, {}, meanings.weights, expected)

    def _read(
        self,
        name: str,
        default: T,
        meant: Callable[[str], T],
        expected: str,
        *,
        needed: bool = False,
        told: Callable[[str], str] = str,
    ) -> T:
        self.names.add(name)
        value = os.environ.get(name)
        if needed and not (value or "").strip():
            self._problems.append(f"{name} is not set; without DEBUG it takes {expected}.")
            return default
        if value is None:
            return default
        try:
            return meant(value)
        except (ValueError, KeyError, OSError):
            self._problems.append(f"{name} is “{_on_one_line(told(value))}”; it takes {expected}.")
            return default


def _on_one_line(value: str) -> str:
    shown = "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in value
    )
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
