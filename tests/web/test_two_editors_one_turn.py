"""Two people edit one turn: the second is told, and nothing is lost."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from interviews.services.editing import edit_text
from interviews.services.errors import StaleEdit
from tests.cast import an_editor, an_interview, keys

pytestmark = pytest.mark.django_db


def test_the_second_save_is_refused_and_nothing_is_written() -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    key = keys(interview)[0]
    edit_text(interview=interview, key=key, text="First", seen_version=1, by=alice)

    with pytest.raises(StaleEdit) as stale:
        edit_text(interview=interview, key=key, text="Second", seen_version=1, by=bob)

    assert stale.value.turn is not None
    assert stale.value.turn.text == "First"
    assert interview.transcript()[key].text == "First"
    assert interview.records.count() == 1


def test_both_texts_come_back_with_409_and_mine_can_be_saved_on_top(client: Client) -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    key = keys(interview)[0]
    address = reverse("interviews:edit-turn", args=[interview.pk, key])
    edit_text(interview=interview, key=key, text="Words of alice", seen_version=1, by=alice)
    client.force_login(bob)

    late = client.post(address, {"text": "Words of bob", "version": 1}, headers={"hx-request": "true"})

    assert late.status_code == 409
    page = late.content.decode()
    assert "alice" in page
    assert 'name="version" value="2"' in page
    assert ">Words of bob</textarea>" in page
    assert late.headers["HX-Retarget"] == f"#t-{key}"

    client.post(address, {"text": "Words of bob", "version": 2}, headers={"hx-request": "true"})
    assert interview.transcript()[key].text == "Words of bob"


def test_changes_of_different_turns_do_not_get_in_each_others_way() -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    first, second = keys(interview)[:2]
    edit_text(interview=interview, key=first, text="By alice", seen_version=1, by=alice)
    edit_text(interview=interview, key=second, text="By bob", seen_version=1, by=bob)
    assert [turn.text for turn in interview.transcript()][:2] == ["By alice", "By bob"]


def test_saving_the_same_words_is_no_change() -> None:
    interview, alice = an_interview(), an_editor()
    turn = interview.turns.in_place()[0]
    assert edit_text(interview=interview, key=turn.key, text=turn.text, seen_version=1, by=alice) is None
    assert not interview.records.exists()


def test_an_emptied_turn_is_set_aside_with_its_words() -> None:
    interview, alice = an_interview(), an_editor()
    key, words = keys(interview)[0], interview.transcript().turns[0].text
    edit_text(interview=interview, key=key, text="  \n", seen_version=1, by=alice)
    turn = interview.transcript()[key]
    assert turn.is_aside
    assert turn.text == words


@pytest.mark.parametrize(("bad", "told"), [("a\x00b", "NUL"), ("a\u202eb", "invisible")])
def test_what_cannot_be_kept_is_refused_in_words_and_the_text_comes_back(
    client: Client, bad: str, told: str
) -> None:
    interview, alice = an_interview(), an_editor()
    key = keys(interview)[0]
    client.force_login(alice)
    address = reverse("interviews:edit-turn", args=[interview.pk, key])

    answer = client.post(address, {"text": f"{bad} my words", "version": 1}, headers={"hx-request": "true"})

    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert "my words" in answer.content.decode()
    assert not interview.records.exists()
