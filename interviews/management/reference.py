"""The reference of kinds and detectors, made from the code itself.

A detector's docstring says what it looks for. It may end with "First fix:" (what Enter does) and "Let pass:"
(the innocent look-alikes that it leaves alone). A threshold is a field of its dataclass; the comment behind
the field, or above it and those that follow, says what it means.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import Field, asdict, dataclass, fields, is_dataclass
from typing import Any

from interviews.detectors.base import Detector
from interviews.detectors.kinds import Kind
from interviews.detectors.plugins import PlugIn

FIRST_FIX = "First fix:"
LET_PASS = "Let pass:"  # noqa: S105 (it lets innocent repeats pass)
_NOT_THRESHOLDS = frozenset({"kind", "languages"})
_COMMENT = "    # "
_WITHIN = " " * 8
_FIELD = re.compile(r"^    (?P<name>\w+): [^=]+=(?P<rest>.*)$")


@dataclass(frozen=True, slots=True)
class Threshold:
    """A named value of a detector, and what its comment says of it."""

    name: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Described:
    """What is told of one detector. ``first_fix`` and ``lets_pass`` are empty where it does not say."""

    name: str
    rule: str
    first_fix: str
    lets_pass: str
    languages: str
    thresholds: tuple[Threshold, ...]


def described(detector: Detector) -> Described:
    """A detector in words; one from elsewhere has the name under which it was installed."""
    name = type(detector).__name__
    if isinstance(detector, PlugIn):
        name, detector = detector.name, detector.detector
    told: dict[str, list[str]] = {"": [], FIRST_FIX: [], LET_PASS: []}
    head = ""
    for line in inspect.cleandoc(type(detector).__doc__ or "").splitlines():
        head = next((one for one in (FIRST_FIX, LET_PASS) if line.startswith(one)), head)
        told[head].append(line.removeprefix(head).strip())
    rule = "\n".join(told[""]).strip().split("\n\n")
    return Described(
        name,
        "\n\n".join(" ".join(paragraph.split()) for paragraph in rule),
        " ".join(told[FIRST_FIX]),
        " ".join(told[LET_PASS]),
        ", ".join(sorted(detector.languages)) or "any",
        tuple(_thresholds(detector)),
    )


def in_lines(detectors: Sequence[Detector]) -> Iterator[str]:
    """A line for each kind: what it weighs, and who looks for it in which languages."""
    for kind in Kind:
        info = kind.info
        looking = [described(each) for each in _of(kind, detectors)]
        who = ", ".join(f"{one.name} ({one.languages})" for one in looking)
        who = who or "no detector of a single transcript"
        yield f"{kind.value:28}{info.family.value:11}{info.severity.value:9}{who}"


def as_data(detectors: Sequence[Detector]) -> list[dict[str, Any]]:
    """Each kind with the detectors that look for it, as JSON takes it."""
    return [
        {
            "id": kind.value,
            "label": kind.info.label,
            "family": kind.info.family.value,
            "severity": kind.info.severity.value,
            "description": kind.info.description,
            "detectors": [asdict(described(each)) for each in _of(kind, detectors)],
        }
        for kind in Kind
    ]


def as_markdown(detectors: Sequence[Detector]) -> Iterator[str]:
    """The whole reference, line by line."""
    yield "# What is looked for"
    yield ""
    yield "Made by `python manage.py list_detectors --markdown` from the code; a change belongs there."
    yield "An **error** blocks publishing until it is settled, a **warning** must be acknowledged,"
    yield "a **notice** is only shown. Times are milliseconds; rarity is on the Zipf scale (7.7 is “the”)."
    yield ""
    yield "| kind | | family | default |"
    yield "|---|---|---|---|"
    for kind in Kind:
        info, name = kind.info, kind.value
        yield f"| [`{name}`](#{name}) | {info.label} | {info.family.value} | {info.severity.value} |"
    for kind in Kind:
        yield from _chapter(kind, _of(kind, detectors))


def _chapter(kind: Kind, detectors: Collection[Detector]) -> Iterator[str]:
    info = kind.info
    yield ""
    yield f"## {kind.value}"
    yield ""
    yield f"{info.label} · {info.family.value} · {info.severity.value}. {info.description}"
    if not detectors:
        yield ""
        yield "No detector of a single transcript looks for it."
    for detector in detectors:
        told = described(detector)
        yield ""
        yield f"**{told.name}** (languages: {told.languages}). {told.rule}"
        for head, words in (("First fix", told.first_fix), ("Lets pass", told.lets_pass)):
            if words:
                yield ""
                yield f"*{head}:* {words}"
        if told.thresholds:
            yield ""
            yield "| threshold | value | |"
            yield "|---|---|---|"
            for one in told.thresholds:
                yield f"| `{one.name}` | {one.value} | {one.meaning} |"


def _of(kind: Kind, detectors: Sequence[Detector]) -> list[Detector]:
    return [detector for detector in detectors if detector.kind is kind]


def _thresholds(detector: Detector) -> Iterator[Threshold]:
    made: Any = detector
    if not is_dataclass(made):
        return
    comments = _comments(type(detector))
    for field in fields(made):
        if field.name not in _NOT_THRESHOLDS:
            yield Threshold(field.name, _shown(detector, field), comments.get(field.name, ""))


def _shown(detector: Detector, field: Field[Any]) -> str:
    value = getattr(detector, field.name)
    if isinstance(value, Collection) and not isinstance(value, str):
        return ", ".join(sorted(map(str, value)))
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def _comments(detector: type) -> dict[str, str]:
    """The comments of its fields, by name."""
    try:
        source = inspect.getsource(detector).splitlines()
    except OSError:  # a plug-in that comes without its source
        return {}
    found: dict[str, str] = {}
    above: list[str] = []
    name = ""
    for line in source:
        field, behind = _FIELD.match(line), line.partition("  # ")[2].strip()
        if line.startswith(_COMMENT):
            above = [*above, line.removeprefix(_COMMENT)] if not name else [line.removeprefix(_COMMENT)]
            name = ""
        elif field is not None:
            name = field["name"]
            found[name] = behind or " ".join(above)
            above = [] if behind else ["as above"] if above else []
        elif behind and name and line.startswith(_WITHIN):  # a value of several lines
            found[name] = behind
        elif line.startswith("    def "):
            break
    return {field: meaning for field, meaning in found.items() if meaning}
