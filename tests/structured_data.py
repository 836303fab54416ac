"""What a page tells machines in JSON-LD, held against the vocabulary in tests/schemas/schema_org.json."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

_KNOWN = json.loads((Path(__file__).parent / "schemas" / "schema_org.json").read_text())
_TYPES: dict[str, list[str]] = _KNOWN["types"]
_PROPERTIES: dict[str, dict[str, list[str]]] = _KNOWN["properties"]
_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_ADDRESS = re.compile(r"https?://[!-~]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def blocks(page: str) -> list[dict[str, Any]]:
    """Every block of a page, in order. Raises ValueError for one that is no JSON."""
    return [json.loads(found) for found in _BLOCK.findall(page)]


def kinds_of(name: str) -> set[str]:
    """A type and all that it is a kind of. Raises KeyError for one that is not known."""
    return {name}.union(*(kinds_of(above) for above in _TYPES[name]))


def faults(block: dict[str, Any]) -> list[str]:
    """What schema.org does not have so, in words; none where all is well."""
    context = [] if block.get("@context") == "https://schema.org" else ["the context is not schema.org"]
    return [*context, *_of_node({name: told for name, told in block.items() if name != "@context"}, "")]


def _of_node(node: dict[str, Any], place: str) -> Iterator[str]:
    kind = node.get("@type")
    if not isinstance(kind, str) or kind not in _TYPES:
        yield f"{place or 'the block'} is of no known type: {kind}"
        return
    for name, told in node.items():
        here = f"{place}{kind}.{name}"
        if name == "@id":
            if not _fits(told, "URL"):
                yield f"{here} is no address: {told!r}"
        elif name == "@type":
            continue
        elif name not in _PROPERTIES or kinds_of(kind).isdisjoint(_PROPERTIES[name]["of"]):
            yield f"{here} is no property of it"
        else:
            for one in told if isinstance(told, list) else [told]:
                yield from _of_value(one, _PROPERTIES[name]["is"], here)


def _of_value(told: Any, wanted: list[str], here: str) -> Iterator[str]:
    if isinstance(told, dict):
        kind = told.get("@type")
        if kind in _TYPES and kinds_of(kind).isdisjoint(wanted):
            yield f"{here} may not be a {kind}"
        yield from _of_node(told, f"{here} > ")
    elif not any(_fits(told, kind) for kind in wanted):
        yield f"{here} is none of {', '.join(wanted)}: {told!r}"


def _fits(told: Any, kind: str) -> bool:
    """Whether a plain value is of a data type: https://schema.org/DataType"""
    if kind == "Boolean":
        return isinstance(told, bool)
    if kind == "Integer":
        return isinstance(told, int) and not isinstance(told, bool)
    if not isinstance(told, str) or not told.strip():
        return False
    match kind:
        case "URL":
            return bool(_ADDRESS.fullmatch(told))
        case "Date":
            return _parses(date.fromisoformat, told) and len(told) == 10
        case "DateTime":
            return _parses(datetime.fromisoformat, told) and datetime.fromisoformat(told).tzinfo is not None
        case "Language":
            return bool(_LANGUAGE.fullmatch(told))
    return kind == "Text"


def _parses(reader: Any, told: str) -> bool:
    try:
        reader(told)
    except ValueError:
        return False
    return True
