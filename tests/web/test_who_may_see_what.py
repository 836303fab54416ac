"""Deny by default: every address of the desk, for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from interviews.models import HouseRule, Interview
from tests.cast import an_editor, an_interview, keys

pytestmark = pytest.mark.django_db

PUBLIC = {"index", "published", "changes"}


def names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


DESK = sorted(set(names(get_resolver("interviews.urls").url_patterns)) - PUBLIC)


def address(name: str, interview: Interview) -> str:
    rule, _ = HouseRule.objects.get_or_create(name="Email", pattern="e-mail", message="We write “email”")
    known = {
        "pk": interview.pk,
        "key": keys(interview)[0],
        "flag": interview.flags.get().pk,
        "rule": rule.pk,
        "format_id": "markdown",
    }
    for wanted in ([], ["pk"], ["pk", "flag"], ["pk", "key"], ["pk", "format_id"], ["rule"]):
        with suppress(NoReverseMatch):
            return reverse(f"interviews:{name}", kwargs={one: known[one] for one in wanted})
    raise AssertionError(f"{name} needs something that this test does not know")


@pytest.mark.parametrize("name", DESK)
@pytest.mark.parametrize("method", ["get", "post"])
def test_strangers_are_sent_to_the_login_and_change_nothing(client: Client, name: str, method: str) -> None:
    interview = an_interview()
    answer = getattr(client, method)(address(name, interview))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/login/")
    assert not interview.records.exists()


@pytest.mark.parametrize("name", DESK)
@pytest.mark.parametrize("method", ["get", "post"])
def test_whoever_has_no_rights_is_not_even_told_that_it_exists(
    client: Client, name: str, method: str
) -> None:
    interview = an_interview()
    client.force_login(User.objects.create_user("carol"))
    assert getattr(client, method)(address(name, interview)).status_code == 404
    assert not interview.records.exists()


@pytest.mark.parametrize("name", DESK)
def test_looking_never_changes_anything(client: Client, name: str) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    answer = client.get(address(name, interview))
    assert answer.status_code in {200, 302, 405}
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
    answer = client.post(address("edit-turn", interview), {"text": "x"}, headers={"hx-request": "true"})
    assert answer.status_code == 401
    assert "Sign in again" in answer.content.decode()


def test_pages_of_the_desk_are_not_kept_by_browsers_or_proxies(client: Client) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    assert client.get(address("editor", interview)).headers["Cache-Control"] == "no-store"


def test_every_page_carries_the_strict_policy(client: Client) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
