"""Findings as SARIF 2.1.0 (OASIS standard, 2020), which code scanning and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from interviews.detectors.kinds import KINDS, Kind, Severity
from interviews.management.annotations import relative
from interviews.management.examining import Checked, Told
from interviews.management.places import Place
from interviews.management.running import Run
from interviews.management.sources import STANDARD_INPUT

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_RULES = {kind: number for number, kind in enumerate(KINDS)}


def log(run: Run, paths: list[str]) -> Iterator[str]:
    """One log with one run; its rules are the kinds."""
    results = [_result(one, finding) for one in run.checked(paths) for finding in one.findings]
    unread = [{"level": "error", "message": {"text": problem}} for problem in run.problems]
    yield json.dumps(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": {"name": "Newsroom", "rules": [_rule(kind) for kind in KINDS]}},
                    "invocations": [
                        {"executionSuccessful": not unread, "toolExecutionNotifications": unread}
                    ],
                    "columnKind": "unicodeCodePoints",
                    "newlineSequences": ["\r\n", "\n", "\r", "\u2028", "\u2029"],
                    "results": results,
                }
            ],
        },
        indent=2,
    )


def _rule(kind: Kind) -> dict[str, Any]:
    info = kind.info
    return {
        "id": kind.value,
        "name": "".join(word.capitalize() for word in kind.value.split("_")),
        "shortDescription": {"text": info.label},
        "fullDescription": {"text": info.description},
        "defaultConfiguration": {"level": _LEVELS[info.severity]},
        "properties": {"tags": [info.family.value]},
    }


def _result(one: Checked, told: Told) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": told.kind.value,
        "ruleIndex": _RULES[told.kind],
        "level": _LEVELS[told.severity],
        "message": {"text": f"{told.where[:1].upper()}{told.where[1:]}: {told.reason}"},
        "rank": round(told.row["score"] * 100, 1),
        "locations": [
            {
                "physicalLocation": _physical(one, told.place),
                "logicalLocations": [{"name": told.where, "fullyQualifiedName": f"{one.name}/{told.where}"}],
            }
        ],
        "partialFingerprints": {"newsroomWords/v1": told.fingerprint},
    }
    if told.related:
        beside = {"id": 1, "physicalLocation": _physical(one, told.related)}
        result["relatedLocations"] = [{**beside, "message": {"text": "What it is compared with."}}]
    return result


def _physical(one: Checked, place: Place) -> dict[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.offset,
        "charLength": place.length,
    }
    return {
        "artifactLocation": {"uri": _uri(one.path)},
        "region": {name: value for name, value in region.items() if value is not None},
    }


def _uri(path: str) -> str:
    if path == STANDARD_INPUT:
        return "stdin"
    from_here = relative(path)
    return Path(path).as_uri() if Path(from_here).is_absolute() else quote(os.fsencode(from_here))
