"""Whoever searches for a word that stands nowhere is offered one that does."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from interviews.models import Interview
from interviews.services.erasing import CONFIRMATION, erase
from interviews.services.publishing import publish, unpublish
from tests.cast import ANSWERS, ASKS, a_conversation, an_interview

pytestmark = pytest.mark.django_db


@pytest.fixture
def out(interview: Interview, alice: User) -> Interview:
    """An interview that readers have."""
    publish(interview=interview, by=alice)
    return interview


def offered(client: Client, query: str) -> str:
    """The words that the page of a search offers, and to which its link leads; empty where it offers none."""
    page = client.get("/search/", {"q": query}).content.decode()
    found = re.search(r'Did you mean: <a href="(?P<path>[^"]+)" dir="auto">(?P<words>[^<]+)</a>', page)
    if found is None:
        return ""
    assert "/interviews/" in client.get(unescape(found["path"])).content.decode()
    return unescape(found["words"])


@pytest.mark.usefixtures("out")
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("culvrt", "culvert"),
        ("Brdiges", "bridges"),
        ("ada feild", "ada Field"),
        ("blokced drain", "blocked drain"),
        ("inspectorr", "inspector"),
        ("maintian the submarine", "maintain"),  # of several the one that stands somewhere
        ("zzyzzyva", ""),
        ("culvert", ""),  # found
        ("culvert drain", ""),  # both are words of it, though not side by side
        ("<b>culvrt</b>", "culvert"),
    ],
)
def test_a_word_that_is_near_is_offered(client: Client, query: str, words: str) -> None:
    assert offered(client, query) == words


def test_it_is_written_as_it_stands_and_looked_for_as_it_is_written(client: Client, alice: User) -> None:
    turns = (
        (ASKS, "Was it in Évian?"),
        (ANSWERS, "It was in Évian & Thonon, with Solheim’s boat, under the bridge."),
    )
    publish(interview=an_interview(a_conversation(*turns), by=alice), by=alice)
    assert offered(client, "evian") == "Évian"
    assert offered(client, "Solhiem") == "Solheim"


def test_no_word_of_a_draft_or_of_what_was_withdrawn_is_offered(
    client: Client, interview: Interview, alice: User
) -> None:
    assert offered(client, "culvrt") == ""
    publish(interview=interview, by=alice)
    assert offered(client, "culvrt") == "culvert"
    unpublish(interview=interview, by=alice)
    assert offered(client, "culvrt") == ""


def test_no_word_that_was_erased_meanwhile_is_offered(client: Client, out: Interview, alice: User) -> None:
    assert offered(client, "culvrt") == "culvert"
    erase(interview=out, words="culvert", reason="A court says so.", confirmation=CONFIRMATION, by=alice)
    assert offered(client, "culvrt") == ""


def test_it_is_offered_in_the_language_of_the_site(
    client: Client, out: Interview, settings: Settings
) -> None:
    settings.SITE_LANGUAGE = "de"
    assert out.title in client.get("/search/", {"q": "bridges"}).content.decode()
    page = client.get("/search/", {"q": "culvrt"}).content.decode()
    assert "In keinem Interview steht „culvrt“. Meinten Sie:" in page


def test_it_takes_the_same_queries_for_one_interview_and_for_five(client: Client, alice: User) -> None:
    def queries(query: str) -> int:
        with CaptureQueriesContext(connection) as found:
            client.get("/search/", {"q": query})
        return len(found)

    client.get("/search/?q=culvert")  # the first of a client begins its count
    counted = []
    for number in range(1, 6):
        publish(interview=an_interview(by=alice, title=f"On bridges {number}"), by=alice)
        if number in (1, 5):
            counted.append([queries(query) for query in ("culvrt", "culvrt", "cluvert darin", "zzyzzyva")])
    assert counted[0] == counted[1]
    assert max(counted[0]) <= 7  # of them two for a search’s limit
