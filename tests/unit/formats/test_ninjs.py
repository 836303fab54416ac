"""ninjs: only what the standard knows, of the types that it asks for, and nothing breaks out of the body."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator

from interviews.formats.exporting import export
from interviews.formats.writing import Document
from interviews.transcript.filing import Filing
from interviews.transcript.turns import Part, Role, Speaker, Transcript, Turn
from tests.unit.formats.strategies import documents

TEXT = {"type": "string", "minLength": 1}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$"}


def an_object(*required: str, **properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "properties": properties,
        "additionalProperties": False,
    }


def many(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


_VALUE = an_object("value", role=TEXT, contenttype=TEXT, value={"type": "string"})
_COUNT = {"type": "number", "minimum": 0}
# The rules of ninjs 2.1 for the names that are written, as the standard's schema has them.
RULES = an_object(
    "uri",
    uri={"type": "string", "pattern": "^(https?://|urn:)"},
    type={"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component"]},
    representationtype={"enum": ["full", "partial"]},
    profile=TEXT,
    firstcreated=MOMENT,
    versioncreated=MOMENT,
    pubstatus={"enum": ["usable", "withheld", "canceled"]},
    copyrightholder=TEXT,
    ednote=TEXT,
    language=TEXT,
    by=TEXT,
    headlines=many(_VALUE),
    descriptions=many(_VALUE),
    bodies=many({**_VALUE, "properties": {**_VALUE["properties"], "charcount": _COUNT, "wordcount": _COUNT}}),
    people=many(an_object(name={"type": "string"}, rel=TEXT)),
    subjects=many(an_object(name={"type": "string"}, rel=TEXT)),
    genres=many(an_object(name=TEXT, uri=TEXT)),
    standard=an_object(name=TEXT, version=TEXT, schema=TEXT),
)


class Tags(HTMLParser):
    """The names of the elements, and the words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        assert not attrs

    def handle_data(self, data: str) -> None:
        self.words += data


@given(documents())
def test_it_keeps_to_the_rules_of_the_standard(document: Document) -> None:
    data = export(document, "ninjs")
    Draft202012Validator(RULES).validate(json.loads(data))
    assert b"<" not in data


@given(documents())
def test_nothing_that_was_said_is_markup_in_the_body(document: Document) -> None:
    main = json.loads(export(document, "ninjs"))["bodies"][0]["value"]
    tags = Tags(main)
    assert set(tags.names) <= {"p", "b"}
    said = [turn.text for turn in document.transcript.standing]
    assert all("".join(text.split()) in "".join(tags.words.split()) for text in said)


def test_an_editor_finds_headline_people_and_words() -> None:
    told = Transcript(
        (
            Turn("a", "A bridge closed in May.", part=Part.BACKGROUND),
            Turn("b", "What do you look at first?", "Editor"),
            Turn("c", "The drains.\n\nThen the <paint>.", "Field"),
        ),
        (Speaker("Editor", Role.INTERVIEWER), Speaker("Field", Role.GUEST, "Ada Field", "inspector")),
        title="On bridges",
    )
    out = json.loads(
        export(
            Document(
                told,
                "Thirty years below.",
                date(2026, 5, 4),
                datetime(2026, 5, 6, 9, tzinfo=UTC),
                address="https://example.org/on-bridges/",
            ),
            "ninjs",
        )
    )
    assert out["uri"] == "https://example.org/on-bridges/"
    assert (out["pubstatus"], out["versioncreated"]) == ("usable", "2026-05-06T09:00:00+00:00")
    assert out["headlines"][0]["value"] == "On bridges"
    assert out["descriptions"][0]["value"] == "Thirty years below."
    assert out["people"] == [
        {"name": "Editor", "rel": "interviewer"},
        {"name": "Ada Field", "rel": "interviewee"},
    ]
    assert out["bodies"][0]["value"] == (
        "<p>A bridge closed in May.</p>\n<p><b>Editor:</b> What do you look at first?</p>\n"
        "<p><b>Field:</b> The drains.</p>\n<p>Then the &lt;paint&gt;.</p>"
    )
    assert out["bodies"][1]["wordcount"] == 18


def test_a_draft_is_withheld_and_keeps_its_name_until_it_has_an_address() -> None:
    draft = Document(Transcript((Turn("a", "Why?", "Ann"),), title="On bridges"))
    out = json.loads(export(draft, "ninjs"))
    assert out["pubstatus"] == "withheld"
    assert out["uri"].startswith("urn:uuid:")
    assert out["uri"] == json.loads(export(draft, "ninjs"))["uri"]


def test_topics_are_subjects_and_the_series_stands_in_the_note() -> None:
    filing = Filing("Twelve voices", 3, ("rivers", "work"))
    transcript = Transcript((Turn("a", "Why?", "Ann"),))
    told = json.loads(export(Document(transcript, recorded_on=date(2026, 5, 4), filing=filing), "ninjs"))
    assert told["subjects"] == [{"name": "rivers", "rel": "about"}, {"name": "work", "rel": "about"}]
    assert told["ednote"] == "Recorded on 2026-05-04. Part 3 of the series “Twelve voices”."
