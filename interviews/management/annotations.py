"""Findings as GitHub's workflow commands, which show them beside the lines of a pull request.

The syntax and the two ways of escaping are those of "Workflow commands for GitHub Actions" (docs.github.com).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from interviews.management.examining import Checked, Told
from interviews.management.running import Run
from interviews.management.sources import STANDARD_INPUT
from interviews.management.telling import printable

_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def commands(run: Run, paths: list[str]) -> Iterator[str]:
    """A command for each finding, then the summary as a plain line."""
    for one in run.checked(paths):
        for finding in one.findings:
            yield _command(one, finding)
    yield run.summary()


def _command(one: Checked, told: Told) -> str:
    place = told.place
    properties: dict[str, str | int | None] = {}
    if one.path != STANDARD_INPUT:
        properties |= {"file": printable(relative(one.path)), "line": place.line, "endLine": place.end_line}
        if place.line == place.end_line:  # columns mean nothing over several lines
            properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = told.kind.label
    written = ",".join(
        f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items() if value is not None
    )
    whose = f"{one.name}, {told.where}" if one.in_corpus else f"{told.where[:1].upper()}{told.where[1:]}"
    # The severities have the names of the commands.
    return f"::{told.severity.value} {written}::{printable(f'{whose}: {told.reason}').translate(_MESSAGE)}"


def relative(path: str) -> str:
    """The path from the folder in which the command runs, where it lies inside, with slashes."""
    given = Path(path)
    here = Path.cwd()
    return (given.relative_to(here) if given.is_relative_to(here) else given).as_posix()
