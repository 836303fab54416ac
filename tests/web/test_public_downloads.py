"""Readers take an interview with them as a file, and cite it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from django.test import Client
from docx import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.registry import WRITERS
from interviews.models import Publication
from interviews.services.editing import edit_text
from interviews.services.publishing import publish, unpublish
from interviews.site.citing import Work, apa, bibtex, chicago, ris
from interviews.site.downloads import WORDS
from interviews.transcript.turns import Transcript
from tests.cast import a_conversation, an_editor, an_interview

pytestmark = pytest.mark.django_db

WORK = Work(
    key="on-bridges",
    title="On bridges",
    guests=("Dr. Ada Field", "Ana de la Cruz"),
    interviewers=("Ben Ito",),
    newsroom="The Newsroom",
    published=date(2026, 11, 2),
    address="https://news.example/interviews/on-bridges/",
    language="en",
)


def timed(transcript: Transcript) -> Transcript:
    turns = (replace(turn, start=n * 5000, end=n * 5000 + 4000) for n, turn in enumerate(transcript.turns))
    return replace(transcript, turns=tuple(turns))


def published(transcript: Transcript | None = None, title: str = "On bridges") -> Publication:
    return publish(interview=an_interview(transcript, title=title), by=an_editor())


def test_every_format_that_is_written_says_to_readers_what_it_is_for() -> None:
    assert set(WORDS) == {one.id for one in WRITERS}


def test_every_link_of_the_page_brings_a_file_with_a_safe_name_that_any_page_may_load(client: Client) -> None:
    made = published(timed(a_conversation()))
    page = client.get(made.get_absolute_url()).content.decode()
    for one in WRITERS:
        path = f"/interviews/on-bridges/download/on-bridges{one.suffix}"
        assert f'href="{path}"' in page
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert answer.headers["Content-Type"] == one.media_type
        assert answer.headers["Content-Disposition"] == f'attachment; filename="on-bridges{one.suffix}"'
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert not answer.cookies


def test_the_files_hold_what_was_said() -> None:
    published(timed(a_conversation()))
    client = Client()

    def file(suffix: str) -> bytes:
        return client.get(f"/interviews/on-bridges/download/on-bridges{suffix}").content

    assert "The drains. A blocked drain" in file(".txt").decode()
    assert file(".vtt").startswith(b"WEBVTT")
    assert json.loads(file(".json"))["segments"][0]["startTime"] == 0
    words = WordDocument(BytesIO(file(".docx")))
    assert any("A blocked drain" in paragraph.text for paragraph in words.paragraphs)


def test_without_times_there_are_no_captions_to_download(client: Client) -> None:
    made = published()
    page = client.get(made.get_absolute_url()).content.decode()
    assert "on-bridges.docx" in page
    assert "on-bridges.vtt" not in page
    assert client.get("/interviews/on-bridges/download/on-bridges.vtt").status_code == 404


def test_what_was_changed_after_publishing_is_in_no_file(client: Client) -> None:
    made = published()
    turn = made.interview.transcript().turns[1]
    edit_text(interview=made.interview, key=turn.key, text="Heliotrope.", seen_version=1, by=an_editor("bob"))
    for one in made.artefacts.values_list("path", flat=True):
        assert b"Heliotrope" not in client.get(one).content


def test_after_an_interview_is_withdrawn_its_files_are_gone(client: Client) -> None:
    made = published()
    unpublish(interview=made.interview, by=an_editor("bob"))
    answer = client.get("/interviews/on-bridges/download/on-bridges.txt")
    assert answer.status_code == 410
    assert "drain" not in answer.content.decode()


def test_the_page_says_how_to_cite_it_and_has_the_records(client: Client) -> None:
    made = published()
    page = client.get(made.get_absolute_url()).content.decode()
    assert "Field, A. (" in page
    assert "Field, Ada. “On Bridges”" in page
    found = parse_string(client.get("/interviews/on-bridges/download/on-bridges.bib").content.decode())
    assert found.entries[0]["author"] == "Ada Field"
    (reference,) = rispy.loads(client.get("/interviews/on-bridges/download/on-bridges.ris").content.decode())
    assert reference["urls"] == ["http://localhost:8000/interviews/on-bridges/"]


def test_a_reference_is_as_the_style_guides_have_it() -> None:
    assert apa(WORK) == (
        "Field, A., & de la Cruz, A. (2026, November 2). On bridges (B. Ito, interviewer). The Newsroom. "
        "https://news.example/interviews/on-bridges/"
    )
    assert chicago(WORK) == (
        "Field, Ada, and Ana de la Cruz. “On Bridges”. Interview by Ben Ito. The Newsroom, November 2, 2026. "
        "https://news.example/interviews/on-bridges/."
    )


def test_an_interview_whose_guest_is_not_known_is_filed_under_the_newsroom() -> None:
    assert apa(replace(WORK, guests=(), interviewers=())).startswith("The Newsroom. (2026, November 2).")


@given(
    title=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)
    .map(str.strip)
    .filter(bool)
)
def test_no_title_breaks_out_of_a_record(title: str) -> None:
    work = replace(WORK, title=" ".join(title.split()))
    (reference,) = rispy.loads(ris(work).decode())
    assert reference["title"] == work.title
    found = parse_string(bibtex(work).decode())
    assert not found.failed_blocks
    assert [entry.key for entry in found.entries] == ["on-bridges"]
    assert found.entries[0]["url"] == work.address
