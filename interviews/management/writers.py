"""What the checking command prints: for people, for programs, for GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from interviews.detectors.kinds import Severity
from interviews.management.annotations import commands
from interviews.management.examining import Checked, Told
from interviews.management.running import Run
from interviews.management.sarif import log
from interviews.management.telling import excerpt, printable

Writer = Callable[[Run, list[str]], Iterator[str]]


def _text(run: Run, paths: list[str]) -> Iterator[str]:
    for one in run.checked(paths):
        for incident in one.incidents:
            yield from _paragraph(one, incident, indent="")
            for part in incident.parts:
                yield from _paragraph(one, part, indent="    ")
            yield ""
    yield run.summary()


def _paragraph(one: Checked, told: Told, *, indent: str) -> Iterator[str]:
    """Place and kind on the first line, so that an editor or a terminal can follow it; then why."""
    column = "" if told.place.column is None else f":{told.place.column}"
    name = f" {one.name} ·" if one.in_corpus else ""
    where = f"{told.where[:1].upper()}{told.where[1:]} · {told.kind.label} · {told.severity}"
    yield printable(f"{one.path}:{told.place.line}{column}:{name} {where}").join((indent, ""))
    yield f"{indent}  {printable(told.reason)}"
    yield f"{indent}  > {excerpt(told.row['text'])}"
    yield from (f"{indent}  - {printable(fact)}" for fact in told.evidence)


def _jsonl(run: Run, paths: list[str]) -> Iterator[str]:
    for one in run.checked(paths):
        yield from (json.dumps(finding.row) for finding in one.findings)


def _json(run: Run, paths: list[str]) -> Iterator[str]:
    transcripts = [
        {
            "id": one.name,
            "path": one.path,
            "turns": one.turns,
            "incidents": [
                {**_placed(incident), "parts": [_placed(part) for part in incident.parts]}
                for incident in one.incidents
            ],
        }
        for one in run.checked(paths)
    ]
    counted = {severity.value: run.severities[severity] for severity in Severity}
    yield json.dumps(
        {"transcripts": transcripts, "counts": counted, "unread": len(run.problems)},
        indent=2,
    )


def _placed(told: Told) -> dict[str, Any]:
    return {**told.row, "line": told.place.line, "column": told.place.column}


WRITERS: dict[str, Writer] = {
    "github": commands,
    "json": _json,
    "jsonl": _jsonl,
    "sarif": log,
    "text": _text,
}
