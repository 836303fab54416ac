"""The list: tabs, words, and what waits."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from interviews.models import Interview
from interviews.services.scheduling import schedule, unschedule
from interviews.services.settling import settle_flag
from tests.cast import ANSWERS, ASKS, a_conversation, an_editor, an_interview

pytestmark = pytest.mark.django_db

SOUND = a_conversation((ASKS, "Who built the lighthouse?"), (ANSWERS, "Nobody remembers her name."))


def listed(client: Client, **query: str) -> list[str]:
    page = client.get(reverse("interviews:desk"), query).context["page"]
    return [interview.title for interview in page]


@pytest.fixture
def desk(client: Client) -> Client:
    alice = an_editor()
    client.force_login(alice)
    an_interview(by=alice, title="On bridges")
    an_interview(SOUND, by=an_editor("bob"), title="On lighthouses")
    return client


def test_it_opens_on_what_is_mine(desk: Client) -> None:
    assert listed(desk) == ["On bridges"]
    assert listed(desk, tab="all") == ["On lighthouses", "On bridges"]


def test_what_waits_to_be_settled_is_told_first(desk: Client) -> None:
    page = desk.get(reverse("interviews:desk")).content.decode()
    assert "1 waits to be settled." in " ".join(page.split())
    assert listed(desk, tab="to-settle") == ["On bridges"]

    interview = Interview.objects.get(title="On bridges")
    settle_flag(flag=interview.flags.select_related("interview").get(), fix=0, by=an_editor("carol"))
    assert "Nothing waits to be settled." in desk.get(reverse("interviews:desk")).content.decode()


def test_words_of_title_speaker_and_talk_are_found(desk: Client) -> None:
    assert listed(desk, q="lighthouses") == ["On lighthouses"]
    assert listed(desk, q="remembers name") == ["On lighthouses"]
    assert listed(desk, q="Ada Field", tab="all") == ["On lighthouses", "On bridges"]
    assert listed(desk, q="submarine") == []


def test_what_is_to_go_out_says_when_in_the_newsrooms_zone(desk: Client) -> None:
    interview, alice = Interview.objects.get(title="On lighthouses"), User.objects.get(username="alice")
    due = datetime(2099, 7, 1, 4, 30, tzinfo=UTC)
    schedule(interview=interview, at=due, by=alice)
    address = reverse("interviews:desk")
    with timezone.override("Europe/Berlin"):
        page = desk.get(address, {"tab": "all"}).content.decode()
    assert page.count("goes out on") == 1
    assert "goes out on 1 July 2099, 06:30 (Europe/Berlin)" in page
    unschedule(interview=interview, by=alice)
    assert "goes out on" not in desk.get(address, {"tab": "all"}).content.decode()
