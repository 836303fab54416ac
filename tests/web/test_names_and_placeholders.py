"""Readers read names: not the labels behind them, and a placeholder is nobody to be cited."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from interviews.models import Interview
from interviews.services import editing
from interviews.services.publishing import publish
from interviews.transcript.turns import Role, Speaker
from tests.builders import a_transcript
from tests.cast import BRIDGE, an_interview, keys
from tests.html import faults
from tests.structured_data import blocks

pytestmark = pytest.mark.django_db

LABELS = {"Editor": "Speaker 1", "Ada Field": "Speaker 2"}


@pytest.fixture
def labelled(alice: User) -> Interview:
    """As a recogniser left it: nobody has a name yet."""
    spoken = a_transcript(*((LABELS[who], words) for who, words in BRIDGE))
    speakers = (Speaker("Speaker 1", Role.INTERVIEWER), Speaker("Speaker 2", Role.GUEST))
    return an_interview(replace(spoken, speakers=speakers), by=alice)


def name(interview: Interview, label: str, full_name: str) -> None:
    interview.speakers.filter(name=label).update(full_name=full_name)


def give_to(interview: Interview, number: int, label: str, by: User) -> str:
    key = keys(interview)[number - 1]
    turn = interview.turns.get(key=key)
    editing.edit_text(
        interview=interview, key=key, text=turn.text, seen_version=turn.version, by=by, speaker=label
    )
    return key


def test_changes_name_people_as_the_page_does(client: Client, labelled: Interview, alice: User) -> None:
    name(labelled, "Speaker 1", "Mo Adair")
    name(labelled, "Speaker 2", "Ada Field")
    give_to(labelled, 6, "Speaker 1", alice)
    publish(interview=labelled, by=alice, override_reason="A test.")
    told = client.get(reverse("interviews:changes", args=[labelled.slug])).text
    assert "Turn 6, Ada Field: given to another speaker" in told
    assert "Mo Adair" in told
    assert "Speaker" not in told


def test_before_it_goes_out_again_the_desk_names_them_too(
    client: Client, labelled: Interview, alice: User
) -> None:
    name(labelled, "Speaker 1", "Mo Adair")
    name(labelled, "Speaker 2", "Ada Field")
    publish(interview=labelled, by=alice)
    give_to(labelled, 6, "Speaker 1", alice)
    client.force_login(alice)
    panel = client.get(reverse("interviews:publish", args=[labelled.pk])).text
    assert "<legend>Turn 6, Ada Field</legend>" in panel
    assert "Speaker 2" not in panel
    assert "Speaker 1" not in panel


def test_a_turn_that_readers_read_under_the_same_name_needs_no_word(labelled: Interview, alice: User) -> None:
    name(labelled, "Speaker 1", "Ada Field")
    name(labelled, "Speaker 2", "Ada Field")
    publish(interview=labelled, by=alice)
    give_to(labelled, 6, "Speaker 1", alice)
    assert publish(interview=labelled, by=alice, override_reason="A test.").number == 2


def test_placeholders_are_named_before_publishing_with_the_way_to_name_them(
    client: Client, labelled: Interview, alice: User
) -> None:
    client.force_login(alice)
    where = reverse("interviews:publish", args=[labelled.pk])
    asked = client.get(where).text
    assert "2 speakers have no name yet: Speaker 1, Speaker 2." in asked
    assert f'href="{reverse("interviews:speakers", args=[labelled.pk])}"' in asked
    assert faults(asked) == []
    name(labelled, "Speaker 2", "Ada Field")
    assert "1 speaker has no name yet: Speaker 1." in client.get(where).text
    name(labelled, "Speaker 1", "Mo Adair")
    assert "no name yet" not in client.get(where).text


def test_a_placeholder_is_neither_cited_nor_listed_nor_told_to_machines(
    client: Client, labelled: Interview, alice: User
) -> None:
    name(labelled, "Speaker 1", "Mo Adair")
    publish(interview=labelled, by=alice)
    where = reverse("interviews:published", args=[labelled.slug])
    page = client.get(where).text
    assert "The Newsroom. (" in page[page.index('id="cite"') :]
    head, _, body = page.partition("</head>")
    assert "Speaker 2" in body  # it is what stands at the turns
    assert "Speaker 2" not in head
    bibtex = client.get(f"{where}download/{labelled.slug}.bib").content.decode()
    assert "Speaker" not in bibtex
    assert "Mo Adair" in bibtex
    for path in ("/", "/people/", "/feed.xml"):
        assert "Speaker 2" not in client.get(path).text, path
    quote = reverse("interviews:quote", args=[labelled.slug, keys(labelled)[5]])
    assert '"creator"' not in client.get(quote).text


@pytest.mark.parametrize("part", ["Editor", "Interviewer", "Q", "Moderatorin", "Rédaction"])
def test_a_part_stands_at_its_turns_and_is_no_author(
    client: Client, labelled: Interview, alice: User, part: str
) -> None:
    name(labelled, "Speaker 1", part)
    name(labelled, "Speaker 2", "Ada Field")
    publish(interview=labelled, by=alice)
    where = reverse("interviews:published", args=[labelled.slug])
    page = client.get(where).text
    assert f">{part}<" in page, "readers see who asks"
    assert "Interview by" not in page
    (article,) = (one for one in blocks(page) if one["@type"] == "NewsArticle")
    assert [one["name"] for one in article["author"]] == ["The Newsroom"]
    assert [one["name"] for one in article["about"]] == ["Ada Field"]
    for suffix in ("bib", "ris"):
        record = client.get(f"{where}download/{labelled.slug}.{suffix}").content.decode()
        assert part not in record.replace("Newsroom", "").split(), suffix
        assert "Interview by" not in record
    quote = client.get(reverse("interviews:quote", args=[labelled.slug, keys(labelled)[0]])).text
    assert '"creator"' not in quote


def test_before_publishing_it_is_said_what_of_the_title_is_for_colleagues(
    client: Client, alice: User
) -> None:
    interview = an_interview(by=alice, title="Bridges DRAFT v3 (do not share)")
    client.force_login(alice)
    where = reverse("interviews:publish", args=[interview.pk])
    assert "The title says “DRAFT v3”, “do not share”." in client.get(where).text
    Interview.objects.filter(pk=interview.pk).update(title="On bridges")
    assert "The title says" not in client.get(where).text
