"""Withdrawing says first what it does, and leaves no way in from outside."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from interviews.models import Interview, PreviewLink
from interviews.services.previewing import make_link
from interviews.services.publishing import publish, unpublish
from interviews.services.scheduling import publish_due, schedule
from tests.cast import an_interview
from tests.html import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(interview: Interview, alice: User) -> Interview:
    publish(interview=interview, by=alice)
    return interview


@pytest.fixture
def desk(client: Client, alice: User) -> Client:
    client.force_login(alice)
    return client


def where(interview: Interview) -> str:
    return reverse("interviews:unpublish", args=[interview.pk])


def is_public(interview: Interview) -> bool:
    return "The drains." in Client().get(reverse("interviews:published", args=[interview.slug])).text


def shows(link: PreviewLink) -> bool:
    return "The drains." in Client().get(link.get_absolute_url()).text


def test_the_page_of_publishing_leads_to_what_withdrawing_does(desk: Client, published: Interview) -> None:
    panel = desk.get(reverse("interviews:publish", args=[published.pk])).text
    assert f'href="{where(published)}"' in panel
    assert f'action="{where(published)}"' not in panel
    asked = desk.get(where(published)).text
    assert "Its address says that the interview was withdrawn, with your note." in asked
    assert "preview link" not in asked
    assert faults(asked) == []
    assert is_public(published)


def test_links_in_force_are_counted_and_end_with_the_page(
    desk: Client, published: Interview, alice: User
) -> None:
    links = [make_link(interview=published, by=alice) for _ in range(2)]
    PreviewLink.objects.filter(pk=make_link(interview=published, by=alice).pk).update(
        expires_at=timezone.now()
    )
    elsewhere = make_link(interview=an_interview(title="Another"), by=alice)
    asked = desk.get(where(published)).text
    assert "2 preview links still work. They end too, unless you say otherwise below." in asked
    told = desk.post(where(published), {"note": "The guest asked for it."}, follow=True).text
    assert "2 preview links have ended." in told
    assert not is_public(published)
    assert [shows(link) for link in (*links, elsewhere)] == [False, False, True]
    links[0].refresh_from_db()
    assert links[0].revoked_by == alice


def test_they_go_on_working_where_the_publisher_says_so(
    desk: Client, published: Interview, alice: User
) -> None:
    link = make_link(interview=published, by=alice)
    assert "1 preview link still works. It ends too" in desk.get(where(published)).text
    desk.post(where(published), {"note": "", "keep_links": "on"})
    assert not is_public(published)
    assert shows(link)


def test_it_does_not_come_back_by_itself(desk: Client, published: Interview, alice: User) -> None:
    soon = timezone.now() + timedelta(hours=1)
    schedule(interview=published, at=soon, by=alice)
    assert "That time is taken back." in desk.get(where(published)).text
    unpublish(interview=published, by=alice)
    assert publish_due(soon + timedelta(minutes=1)) == []
    assert not is_public(published)


def test_a_note_that_cannot_be_shown_withdraws_nothing_and_stays_in_the_form(
    desk: Client, published: Interview
) -> None:
    refused = desk.post(where(published), {"note": "The guest\x00asked."})
    assert refused.status_code == 422
    assert 'role="alert"' in refused.text
    assert "asked." in refused.text
    assert is_public(published)


def test_where_nothing_is_public_the_page_of_publishing_says_so(desk: Client, interview: Interview) -> None:
    publishing = reverse("interviews:publish", args=[interview.pk])
    assert desk.get(where(interview)).headers["Location"] == publishing
    assert "This interview is not public." in desk.post(where(interview), follow=True).text


def test_the_page_of_publishing_says_that_it_was_withdrawn_until_it_is_public_again(
    desk: Client, published: Interview, alice: User
) -> None:
    publishing = reverse("interviews:publish", args=[published.pk])
    desk.post(where(published), {"note": "The guest asked for it."})
    told = desk.get(publishing).text
    assert "by alice, and" in told
    assert "“The guest asked for it.”" in told
    assert faults(told) == []
    publish(interview=published, by=alice)
    assert "It was withdrawn" not in desk.get(publishing).text
