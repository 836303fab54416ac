"""What pages of the desk give away, and what looking at them does (see also test_every_address.py)."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.addresses import address
from tests.cast import an_editor, an_interview
from tests.web.test_every_address import TABLE, Needs

pytestmark = pytest.mark.django_db

# What is about a suggestion is about something that was published.
PUBLISHED = {"take-up-suggestion", "dismiss-suggestion"}
DESK = sorted(
    name for name, line in TABLE.items() if line.needs is not Needs.NOTHING and name not in PUBLISHED
)


@pytest.mark.parametrize("name", DESK)
def test_looking_never_changes_anything(client: Client, name: str) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    answer = client.get(address(f"interviews:{name}", interview))
    assert answer.status_code in {200, 302, 405, 422}
    assert not interview.records.exists()
    assert not interview.publications.exists()


def test_an_editor_without_the_right_to_publish_cannot(client: Client) -> None:
    interview = an_interview()
    reporter = an_editor("dan")
    reporter.user_permissions.remove(*reporter.user_permissions.filter(codename="add_publication"))
    client.force_login(User.objects.get(pk=reporter.pk))
    assert client.post(reverse("interviews:publish", args=[interview.pk])).status_code == 404
    assert not interview.publications.exists()


def test_a_request_of_a_page_that_is_signed_out_is_told_so_in_words(client: Client) -> None:
    interview = an_interview()
    answer = client.post(
        address("interviews:edit-turn", interview), {"text": "x"}, headers={"hx-request": "true"}
    )
    assert answer.status_code == 401
    assert "Sign in again" in answer.content.decode()


def test_pages_of_the_desk_are_not_kept_by_browsers_or_proxies(client: Client) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    assert client.get(address("interviews:editor", interview)).headers["Cache-Control"] == "no-store"


def test_every_page_carries_the_strict_policy(client: Client) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
