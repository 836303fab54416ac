"""Downloads at the desk: what each format holds is told, the file has a safe name, times are asked for."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import cast

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from interviews.formats.reading import read
from interviews.formats.registry import WRITERS
from interviews.models import Interview
from interviews.services.editing import set_aside
from interviews.services.importing import import_reading
from interviews.services.publishing import publish
from interviews.services.settling import settle_flag
from interviews.transcript.hearing import Heard, Word
from interviews.transcript.spans import Span
from tests.builders import timed
from tests.cast import a_conversation, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db

TWO = (("Editor", "Who built the lighthouse?"), ("Ada Field", "Nobody remembers her name."))


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(an_editor())
    return client


def got(client: Client, interview: Interview, format_id: str, **query: str) -> HttpResponse:
    address = reverse("interviews:export-format", args=[interview.pk, format_id])
    return cast("HttpResponse", client.get(address, query))


def page(client: Client, interview: Interview) -> str:
    return " ".join(client.get(reverse("interviews:export", args=[interview.pk])).content.decode().split())


def test_the_page_tells_what_each_format_holds(desk: Client) -> None:
    told = page(desk, an_interview())
    for writer in WRITERS:
        assert writer.label in told
    assert "Text, speakers and times." in told
    assert (
        "Text, speakers, times, a time for each word, how sure the recogniser was and what was set aside."
        in told
    )


def test_a_file_has_the_name_of_the_interview_and_the_type_of_its_format(desk: Client) -> None:
    interview = an_interview(title='On "bridges"\r\nSet-Cookie: a=b — für Élodie')
    answer = got(desk, interview, "markdown")
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename*=utf-8''on-bridges-set-cookie-a-b-f%C3%BCr-%C3%A9lodie.md"
    )
    assert answer.headers["Content-Type"] == "text/markdown; charset=utf-8"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert read(answer.content).transcript.dialogue[0].text.startswith("You have inspected")


def test_times_that_are_missing_are_asked_for_never_made_up(desk: Client) -> None:
    interview = an_interview(a_conversation(*TWO))
    assert "Download with estimated times" in page(desk, interview)
    refused = got(desk, interview, "webvtt")
    assert refused.status_code == 422
    assert "None of the turns has a time, and WebVTT needs them." in refused.content.decode()
    assert got(desk, interview, "webvtt", times="estimated").content.startswith(b"WEBVTT")


def test_where_every_turn_has_its_time_nothing_is_asked(desk: Client) -> None:
    interview = an_interview(timed(a_conversation(*TWO), (0, 2_000), (2_000, 4_000)))
    told = page(desk, interview)
    assert "Every turn has a time." in told
    assert "estimated" not in told
    assert b"00:00:02" in got(desk, interview, "webvtt").content


def test_how_many_times_are_missing_is_told(desk: Client) -> None:
    interview = an_interview(timed(a_conversation(*TWO), (0, 2_000), (None, None)))
    assert "1 of 2 turns has no time." in page(desk, interview)


def test_only_a_published_interview_tells_an_address_and_is_free_to_use(desk: Client) -> None:
    interview, alice = an_interview(), an_editor("carol")
    assert json.loads(got(desk, interview, "ninjs").content)["pubstatus"] == "withheld"
    assert json.loads(got(desk, interview, "newsroom").content)["address"] == ""
    settle_flag(flag=interview.flags.get(), fix=0, by=alice)
    publish(interview=interview, by=alice)
    told = json.loads(got(desk, interview, "ninjs").content)
    assert (told["uri"], told["pubstatus"]) == ("http://testserver/interviews/on-bridges/", "usable")


def test_an_interview_moves_to_another_newsroom_without_loss(desk: Client) -> None:
    talk = timed(a_conversation(*TWO), (0, 2_000), (2_000, 4_000))
    heard = {"1": Heard(TWO[0][1], (Word(Span(0, 3), 0, 210, 0.93),))}
    interview = an_interview(replace(talk, heard=heard), title="On lighthouses")
    Interview.objects.update(standfirst="A tower and its builder.", recorded_on=date(2026, 5, 4))
    set_aside(interview=interview, key=keys(interview)[1], by=an_editor("carol"))
    data = got(desk, interview, "newsroom").content

    there = import_reading(reading=read(data), data=data, name="on-lighthouses.newsroom.json", by=None)
    assert (there.title, there.standfirst, there.recorded_on) == (
        "On lighthouses",
        "A tower and its builder.",
        date(2026, 5, 4),
    )
    before, after = interview.transcript(heard=True), there.transcript(heard=True)
    assert [replace(turn, key="") for turn in after] == [replace(turn, key="") for turn in before]
    assert after.speakers == before.speakers
    assert list(after.heard.values()) == list(before.heard.values())


def test_a_format_that_is_not_there_is_not_found(desk: Client) -> None:
    assert b"WEBVTT" not in got(desk, an_interview(), "docs").content
    assert got(desk, Interview.objects.get(), "docs").status_code == 404


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.id)
def test_every_format_can_be_had(desk: Client, writer: object) -> None:
    format_id = str(getattr(writer, "id", ""))
    answer = got(desk, an_interview(), format_id, times="estimated")
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="on-bridges.')
    assert len(answer.content) > 500
