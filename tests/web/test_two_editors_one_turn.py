"""Two people edit one turn: the second is told, and nothing is lost."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from interviews.models import Interview
from interviews.services.arranging import place
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


CONFLICT = {"hx-request": "true"}


def both(client: Client, interview: Interview, key: str, text: str, base: int) -> str:
    path = reverse("interviews:take-both", args=[interview.pk, key])
    answer = client.post(path, {"text": text, "base": base}, headers=CONFLICT)
    assert answer.status_code == 200
    return answer.content.decode()


def test_changes_at_different_places_are_put_together_and_nothing_is_written(client: Client) -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    key, words = keys(interview)[1], interview.transcript().turns[1].text
    theirs, mine = words.replace("The drains", "The old drains"), words.replace("ever will", "will")
    edit_text(interview=interview, key=key, text=theirs, seen_version=1, by=alice)
    client.force_login(bob)

    page = both(client, interview, key, mine, base=1)

    merged = words.replace("The drains", "The old drains").replace("ever will", "will")
    assert f">{merged}</textarea>" in page
    assert "do not get in each other’s way" in page
    assert "alice" in page
    assert interview.transcript()[key].text == theirs


def test_changes_of_the_same_words_stand_behind_each_other_and_are_marked(client: Client) -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    key, words = keys(interview)[1], interview.transcript().turns[1].text
    edit_text(interview=interview, key=key, text=words.replace("drains", "pipes"), seen_version=1, by=alice)
    client.force_login(bob)

    page = both(client, interview, key, words.replace("drains", "gullies"), base=1)

    assert '<mark class="duplicate">gullies pipes</mark>' in page
    assert 'data-select="4-17"' in page


def test_both_are_found_although_one_sitting_of_the_other_made_many_versions(client: Client) -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    key, words = keys(interview)[1], interview.transcript().turns[1].text
    made = edit_text(interview=interview, key=key, text=words + " A", seen_version=1, by=alice)
    assert made is not None
    for version, more in ((2, " An"), (3, " And so.")):
        edit_text(
            interview=interview, key=key, text=words + more, seen_version=version, by=alice, entry=made.number
        )
    client.force_login(bob)

    page = both(client, interview, key, words.replace("The drains", "Drains"), base=1)

    assert ">Drains. A blocked" in page
    assert "And so.</textarea>" in page


def test_both_are_found_although_the_turn_was_moved_too(client: Client) -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    key, words = keys(interview)[1], interview.transcript().turns[1].text
    edit_text(interview=interview, key=key, text=words + " Always.", seen_version=1, by=alice)
    place(interview=interview, key=key, behind=keys(interview)[5], by=alice)
    client.force_login(bob)
    page = both(client, interview, key, words.replace("The drains", "Drains"), base=1)
    assert ">Drains. A blocked" in page
    assert "Always.</textarea>" in page


def test_what_is_shown_of_a_conflict_keeps_what_else_the_form_held(client: Client) -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    key = keys(interview)[1]
    edit_text(interview=interview, key=key, text="By alice.", seen_version=1, by=alice)
    client.force_login(bob)
    path = reverse("interviews:edit-turn", args=[interview.pk, key])

    sent = {"text": "By bob.", "version": 1, "speaker": "Editor", "start": "", "end": ""}
    page = client.post(path, sent, headers=CONFLICT).content.decode()
    assert 'name="speaker" value="Editor"' in page
    assert 'name="base" value="1"' in page

    client.post(path, {**sent, "version": 2, "base": 1}, headers=CONFLICT)
    turn = interview.transcript()[key]
    assert (turn.text, turn.speaker) == ("By bob.", "Editor")
