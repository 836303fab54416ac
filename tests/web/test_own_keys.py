"""Everybody has the keys that they like; the sheet, the caps and the bindings follow."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client
from django.urls import reverse

from interviews.keyboard import COMMANDS, KeyTaken, KeyUnknown, Scope, bindings, checked
from tests.cast import an_editor, an_interview
from tests.web.test_queries import count

pytestmark = pytest.mark.django_db


def bound(page: str) -> dict[str, list[str]]:
    """What the script of a page binds."""
    found = re.search(r'id="bindings" type="application/json">(.*?)</script>', page)
    assert found is not None
    told: dict[str, list[str]] = json.loads(found[1])
    return told


def test_no_two_commands_of_a_page_have_the_same_key() -> None:
    for scope in Scope:
        keys = [key for many in bindings(scope).values() for key in many]
        assert len(set(keys)) == len(keys)
    assert checked({}) == {}


def test_a_chosen_key_is_bound_shown_and_named_on_the_sheet(client: Client) -> None:
    client.force_login(an_editor())
    desk = reverse("interviews:editor", args=[an_interview().pk])
    sent = {one.id: one.keys[0] for one in COMMANDS} | {"next-flag": "ArrowRight"}

    told = client.post(reverse("interviews:own-keys"), sent, follow=True).content.decode()
    assert "Your keys are kept." in told

    page = client.get(desk).content.decode()
    assert bound(page)["next-flag"] == ["ArrowRight"]
    assert bound(page)["previous-flag"] == ["k"]
    assert "<kbd>ArrowRight</kbd>" in page

    client.post(reverse("interviews:own-keys"), {"usual": 1})
    assert bound(client.get(desk).content.decode())["next-flag"] == ["j"]


def test_two_people_have_their_own(client: Client) -> None:
    client.force_login(an_editor())
    client.post(reverse("interviews:own-keys"), {"undo": "z"})
    client.force_login(an_editor("bob"))
    page = client.get(reverse("interviews:desk")).content.decode()
    assert bound(page)["new"] == ["n"]
    page = client.get(reverse("interviews:editor", args=[an_interview().pk])).content.decode()
    assert bound(page)["undo"] == ["u"]


def test_a_key_is_given_once_and_who_wants_it_twice_is_told(client: Client) -> None:
    with pytest.raises(KeyTaken, match="“x” would be both “Next flag” and “Not a problem”"):
        checked({"next-flag": "x"})
    assert checked({"next-flag": "x", "dismiss": "j"}) == {"next-flag": "x", "dismiss": "j"}

    client.force_login(an_editor())
    answer = client.post(reverse("interviews:own-keys"), {"next-flag": "x"})
    assert answer.status_code == 422
    assert "would be both" in answer.content.decode()


@pytest.mark.parametrize("key", ["Tab", "Escape", "jj", "Ctrl+", "F13", "\n", "Shift+x"])
def test_a_key_that_cannot_be_used_is_refused(key: str) -> None:
    with pytest.raises(KeyUnknown):
        checked({"next-flag": key})


@pytest.mark.parametrize("key", ["ö", "Ctrl+y", "Alt+ArrowLeft", "F2", "Shift+F2", "Delete", "+"])
def test_any_other_key_can_be_chosen(key: str) -> None:
    assert checked({"next-flag": key}) == {"next-flag": key}


def test_what_belongs_to_a_field_stays_as_it_is() -> None:
    assert checked({"close": "q", "other-fix": "q"}) == {}


def test_the_caps_of_a_page_cost_one_query(client: Client) -> None:
    client.force_login(an_editor())
    desk = reverse("interviews:editor", args=[an_interview().pk])
    before = count(client, desk)
    client.post(reverse("interviews:own-keys"), {"undo": "z"})
    assert count(client, desk) == before
