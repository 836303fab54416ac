"""What the checking command was asked: its arguments, and ``[tool.newsroom.check]`` of a pyproject.toml."""

from __future__ import annotations

import tomllib
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from interviews.detectors.configuring import Configuration, unknown_names, unknown_weights
from interviews.detectors.kinds import Severity

NEVER = "never"
_FAIL_ON = (*(severity.value for severity in Severity), NEVER)
_FILE = "pyproject.toml"
_SETTINGS = ("only", "skip", "fail-on", "severity")


class BadOptions(Exception):
    """Something was asked for that there is not. The message is one sentence or more, for whoever asked."""


@dataclass(frozen=True, slots=True)
class Options:
    """``fail_on``: the exit status is 1 from this severity on; never, where it is None."""

    paths: list[str]
    format: str
    fail_on: Severity | None
    configuration: Configuration
    jobs: int


def add_arguments(parser: ArgumentParser, formats: Iterable[str]) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--format", choices=sorted(formats), default="text", help="default: text")
    parser.add_argument(
        "--fail-on", choices=_FAIL_ON, help="exit status 1 from which severity on (default: error)"
    )
    parser.add_argument("--only", type=_names, metavar="KIND,…", help="look for these kinds and no others")
    parser.add_argument("--skip", type=_names, metavar="KIND,…", help="do not look for these kinds")
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="workers (default: 1)")


def options(given: Mapping[str, Any], house: Mapping[str, str]) -> Options:
    """The arguments over the file over the house's own weights. Raises BadOptions."""
    where, written = _configured(given["paths"][0])
    asked = {name: tuple(given[name] or ()) for name in ("only", "skip")}
    _refuse(unknown_names(name for names in asked.values() for name in names))
    _refuse([*unknown_names(house), *unknown_weights(house)], "DETECTORS in the settings: ")
    file = _sound(written) if not where else _in_file(where, written)
    only, skip = (asked[name] or file[name] for name in ("only", "skip"))
    fail_on = given["fail_on"] or file["fail-on"]
    return Options(
        given["paths"],
        given["format"],
        None if fail_on == NEVER else Severity(fail_on),
        Configuration(frozenset(only), frozenset(skip), {**house, **file["severity"]}),
        given["jobs"],
    )


def _in_file(where: Path, written: object) -> dict[str, Any]:
    try:
        return _sound(written)
    except BadOptions as problem:
        raise BadOptions(f"{where}, [tool.newsroom.check]: {problem}") from None


def _sound(written: object) -> dict[str, Any]:
    """The table with what is left out filled in. Raises BadOptions."""
    if not isinstance(written, dict):
        raise BadOptions("It must be a table.")
    _refuse(f"There is no setting “{name}”." for name in written if name not in _SETTINGS)
    table = {"only": [], "skip": [], "fail-on": Severity.ERROR.value, "severity": {}, **written}
    for name in ("only", "skip"):
        names = table[name]
        if not isinstance(names, list) or not all(isinstance(one, str) for one in names):
            raise BadOptions(f"“{name}” must be a list of kinds.")
        _refuse(unknown_names(names))
    if table["fail-on"] not in _FAIL_ON:
        raise BadOptions(f"“fail-on” can be {', '.join(_FAIL_ON[:-1])} or {NEVER}, not “{table['fail-on']}”.")
    if not isinstance(table["severity"], dict):
        raise BadOptions("“severity” must be a table of kinds.")
    _refuse([*unknown_names(table["severity"]), *unknown_weights(table["severity"])])
    return table


def _configured(first: str) -> tuple[Path | None, object]:
    """The nearest pyproject.toml above a path that has the table, and the table."""
    start = Path(first).absolute()
    for folder in (start, *start.parents):
        file = folder / _FILE
        if not file.is_file():
            continue
        try:
            table: object = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise BadOptions(f"{file}: It cannot be read: {error}.") from None
        for name in ("tool", "newsroom", "check"):
            table = table.get(name) if isinstance(table, dict) else None
        if table is not None:
            return file, table
    return None, {}


def _refuse(problems: Iterable[str], where: str = "") -> None:
    if told := list(problems):
        raise BadOptions(where + " ".join(told))


def _names(written: str) -> list[str]:
    return [name for name in (one.strip() for one in written.split(",")) if name]


def _jobs(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= 64:
        raise ArgumentTypeError(f"workers are counted from 1 to 64, not {written}")
    return int(written)
