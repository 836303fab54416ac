"""Somebody outside reads one version, for some days, and nothing of it becomes public."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from interviews.models import Interview, PreviewLink
from interviews.services import arranging, editing
from interviews.services.describing import describe
from interviews.services.previewing import make_link, revoke_link
from interviews.services.settling import settle_flag
from tests.cast import an_interview, keys

pytestmark = pytest.mark.django_db


def text_of(client: Client, link: PreviewLink) -> str:
    return client.get(link.get_absolute_url()).content.decode()


def test_a_link_shows_the_version_that_it_was_made_of_and_says_that_there_is_a_newer_one(
    client: Client, interview: Interview, alice: User
) -> None:
    settle_flag(flag=interview.flags.get(), fix=0, by=alice)
    link = make_link(interview=interview, by=alice)
    before = text_of(client, link)
    assert "What frightens you most" in before
    assert "It was changed since" not in before

    first, second = keys(interview)[:2]
    editing.edit_text(interview=interview, key=first, text="Another question?", seen_version=1, by=alice)
    editing.set_aside(interview=interview, key=second, by=alice)
    arranging.merge(interview=interview, key=keys(interview)[4], upwards=True, by=alice)
    after = text_of(client, link)
    assert "You have inspected bridges for thirty years" in after
    assert "The drains." in after
    assert "Another question?" not in after
    assert "It was changed since" in after


def test_what_was_set_aside_is_shown_to_nobody(client: Client, interview: Interview, alice: User) -> None:
    editing.set_aside(interview=interview, key=keys(interview)[1], by=alice)
    assert "The drains." not in text_of(client, make_link(interview=interview, by=alice))


def test_a_title_that_is_changed_later_is_not_shown(
    client: Client, interview: Interview, alice: User
) -> None:
    link = make_link(interview=interview, by=alice)
    details = {"title": "Later title", "standfirst": "", "recorded_on": None, "language": "en"}
    describe(interview=interview, details=details, speakers={}, by=alice)
    shown = text_of(client, link)
    assert "Later title" not in shown
    assert "It was changed since" in shown


def test_neither_search_engines_nor_caches_keep_the_page(
    client: Client, interview: Interview, alice: User
) -> None:
    answer = client.get(make_link(interview=interview, by=alice).get_absolute_url())
    assert 'name="robots" content="noindex' in answer.content.decode()
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies


@pytest.mark.parametrize("how", ["revoked", "expired"])
def test_a_link_that_has_ended_says_so_and_nothing_else(
    client: Client, interview: Interview, alice: User, how: str
) -> None:
    link = make_link(interview=interview, by=alice)
    if how == "revoked":
        revoke_link(link=link, by=alice)
    else:
        PreviewLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    answer = client.get(link.get_absolute_url())
    said = answer.content.decode()
    assert answer.status_code == 410
    assert "This link has ended" in said
    assert interview.title not in said
    assert alice.username not in said
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_link_that_nobody_here_has_signed_leads_nowhere(
    client: Client, interview: Interview, alice: User
) -> None:
    link = make_link(interview=interview, by=alice)
    path = link.get_absolute_url()
    other = path.replace(f"/{link.pk}.", f"/{link.pk + 1}.")
    assert [client.get(one).status_code for one in (path, other, f"{path[:-2]}/")] == [200, 404, 404]


def test_a_link_works_for_seven_days_unless_somebody_says_otherwise(
    interview: Interview, alice: User
) -> None:
    lasting = make_link(interview=interview, by=alice).expires_at - timezone.now()
    assert timedelta(days=6, hours=23) < lasting <= timedelta(days=7)


def test_the_desk_lists_who_made_a_link_and_ends_it_with_one_button(
    client: Client, interview: Interview, alice: User
) -> None:
    client.force_login(alice)
    where = reverse("interviews:preview-links", args=[interview.pk])
    made = client.post(where, {"days": "3"}, follow=True).content.decode()
    link = PreviewLink.objects.get()
    assert link.get_absolute_url() in made
    assert "made by alice" in made

    revoke = reverse("interviews:revoke-preview-link", args=[interview.pk, link.pk])
    ended = client.post(revoke, follow=True).content.decode()
    assert "Revoked by alice" in ended
    assert link.get_absolute_url() not in ended
    assert "had ended already" in client.post(revoke, follow=True).content.decode()


def test_a_link_of_another_interview_cannot_be_revoked_here(client: Client, alice: User) -> None:
    one, other = an_interview(by=alice), an_interview(by=alice)
    link = make_link(interview=one, by=alice)
    client.force_login(alice)
    answer = client.post(reverse("interviews:revoke-preview-link", args=[other.pk, link.pk]))
    assert answer.status_code == 404
    link.refresh_from_db()
    assert link.works
