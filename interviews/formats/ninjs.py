"""IPTC ninjs 2.1, "News in JSON", for news systems: out only.

https://iptc.org/standards/ninjs/ (schema: https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json). A draft is
"withheld", so that no system puts it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from interviews.formats.base import Carries
from interviews.formats.json_out import quoted
from interviews.formats.writing import Document
from interviews.transcript.turns import Part, Role, Speaker, Turn

_STANDARD = {
    "name": "ninjs",
    "version": "2.1",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json",
}
_GENRE = {"name": "Interview", "uri": "http://cv.iptc.org/newscodes/genre/Interview"}
_RELATION = {Role.INTERVIEWER: "interviewer", Role.GUEST: "interviewee", Role.OTHER: "speaker"}


@dataclass(frozen=True, slots=True)
class Ninjs:
    """Writes one news object: headline, summary, people, and the interview as HTML and as plain text."""

    id: str = "ninjs"
    label: str = "IPTC ninjs"
    suffix: str = ".ninjs.json"
    media_type: str = "application/json"
    carries: Carries = Carries()
    needs_times: bool = False

    def write(self, document: Document) -> bytes:
        """UTF-8. Only names of ninjs 2.1; what is not known is left out.

        The day of recording and the series stand in the note for editors: ninjs has no place for either.
        """
        lines = (f"  {quoted(name)}: {quoted(value)}" for name, value in _values(document) if value)
        return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _values(document: Document) -> Iterator[tuple[str, Any]]:
    transcript = document.transcript
    spoken = dict.fromkeys(turn.speaker for turn in transcript.dialogue if turn.speaker)
    people = [transcript.speaker(name) or Speaker(name) for name in spoken]
    yield "standard", _STANDARD
    yield "uri", document.address or _own_uri(document)
    yield "type", "text"
    yield "representationtype", "full"
    yield "profile", "interview"
    yield "pubstatus", "usable" if document.published_at else "withheld"
    yield "firstcreated", _moment(document.published_at)
    yield "versioncreated", _moment(document.changed_at or document.published_at)
    yield "language", transcript.language
    yield "copyrightholder", document.newsroom
    yield "ednote", " ".join(_notes(document))
    yield "by", ", ".join(_name(one) for one in people if one.role is Role.INTERVIEWER)
    yield "genres", [_GENRE]
    yield "headlines", [_text("main", transcript.title)] if transcript.title else []
    yield "descriptions", [_text("summary", document.standfirst)] if document.standfirst else []
    yield "people", [{"name": _name(one), "rel": _RELATION[one.role]} for one in people]
    yield "subjects", [{"name": topic, "rel": "about"} for topic in document.filing.topics]
    yield "bodies", _bodies(transcript.standing)


def _notes(document: Document) -> Iterator[str]:
    filing = document.filing
    if document.recorded_on:
        yield f"Recorded on {document.recorded_on.isoformat()}."
    if filing.series:
        part = f"Part {filing.number} of" if filing.number is not None else "In"
        yield f"{part} the series “{filing.series}”."


def _bodies(turns: tuple[Turn, ...]) -> list[dict[str, Any]]:
    plain = "\n\n".join(_label(turn, ": ") + turn.text for turn in turns)
    html = "\n".join(_paragraphs(turns))
    counts = {"charcount": len(plain), "wordcount": len(plain.split())}
    return [
        {**_text("main", html), "contenttype": "text/html", **counts},
        {**_text("plain", plain), **counts},
    ]


def _paragraphs(turns: tuple[Turn, ...]) -> Iterator[str]:
    for turn in turns:
        label = escape(_label(turn, ":"))
        head = f"<b>{label}</b> " if label else ""
        for words in turn.text.split("\n\n"):
            yield f"<p>{head}{escape(words)}</p>"
            head = ""


def _label(turn: Turn, colon: str) -> str:
    return f"{turn.speaker}{colon}" if turn.speaker and turn.part is Part.DIALOGUE else ""


def _name(speaker: Speaker) -> str:
    return speaker.full_name or speaker.name


def _text(role: str, value: str) -> dict[str, Any]:
    return {"role": role, "contenttype": "text/plain", "value": value}


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def _own_uri(document: Document) -> str:
    """The same for the same interview as long as nobody gives it an address."""
    transcript = document.transcript
    first = transcript.turns[0].key if transcript.turns else ""
    return uuid5(NAMESPACE_URL, f"{document.newsroom}\n{transcript.title}\n{first}").urn
