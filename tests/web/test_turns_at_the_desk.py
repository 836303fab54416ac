"""The desk's addresses for turns: what crosses the wire, and that all of it works without a script."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interviews.formats.reading import read
from interviews.models import Interview
from interviews.services import arranging, editing
from interviews.services.importing import import_reading
from tests.cast import ANSWERS, ASKS, a_conversation, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(an_editor())
    return client


def post(desk: Client, name: str, interview: Interview, *key: str, htmx: bool = True, **data: object) -> str:
    path = reverse(f"interviews:{name}", args=[interview.pk, *key])
    headers = {"hx-request": "true"} if htmx else {}
    return desk.post(path, data, headers=headers, follow=not htmx).content.decode()


def words(interview: Interview) -> list[str]:
    return [turn.text for turn in interview.transcript().standing]


def of_length(turns: int) -> Interview:
    said = [((ASKS, ANSWERS)[number % 2], f"Bridge {number} stood well.") for number in range(turns)]
    return an_interview(a_conversation(*said))


def test_a_save_at_a_pause_answers_with_no_turn_at_all(desk: Client) -> None:
    interview = an_interview()
    key = keys(interview)[0]
    path = reverse("interviews:edit-turn", args=[interview.pk, key])
    data = {"text": "New.", "version": 1, "pause": "1"}
    answer = desk.post(path, data, headers={"hx-request": "true"})
    assert answer.headers["Newsroom-Version"] == "2"
    assert answer.headers["Newsroom-Entry"] == "1"
    assert "<article" not in answer.content.decode()
    assert "<textarea" not in answer.content.decode()
    assert words(interview)[0] == "New."


def test_a_split_sends_the_two_turns_and_says_where_the_new_one_stands(desk: Client) -> None:
    interview = of_length(40)
    key = keys(interview)[6]
    answer = post(desk, "split-turn", interview, key, text="Bridge six. Stood.", version=1, at=11)
    assert answer.count("<article") == 2
    assert f'data-behind="{key}"' in answer
    assert words(interview)[6:8] == ["Bridge six.", "Stood."]


def test_moving_and_joining_in_a_long_interview_send_no_turn_that_looks_the_same(desk: Client) -> None:
    interview = of_length(40)
    turns = keys(interview)
    moved = post(desk, "move-turn", interview, turns[5], upwards="1")
    assert "<article" not in moved
    assert moved.count("data-behind") == 1
    joined = post(desk, "merge-turn", interview, turns[20], upwards="1")
    assert joined.count("<article") == 1
    assert f'data-gone="{turns[20]}"' in joined


@pytest.mark.parametrize("name", ["split-turn", "merge-turn", "move-turn", "give-turns", "tray"])
def test_each_takes_as_many_queries_in_a_long_interview_as_in_a_short_one(desk: Client, name: str) -> None:
    def count(interview: Interview) -> int:
        turns = keys(interview)
        editing.set_aside(interview=interview, key=turns[0], by=an_editor(f"bob{interview.pk}"))
        post(desk, "check", interview)
        with CaptureQueriesContext(connection) as queries:
            if name == "tray":
                desk.get(reverse("interviews:tray", args=[interview.pk]))
            elif name == "give-turns":
                post(desk, name, interview, turn=turns[3:6], speaker="Somebody Else")
            else:
                post(desk, name, interview, turns[2], text="Bridge two. Stood.", version=1, at=11)
        return len(queries)

    assert count(of_length(80)) == count(of_length(12))


def test_the_new_turn_starts_when_the_recogniser_heard_its_first_word(desk: Client) -> None:
    said = "We saw the river rise all night. And then it fell."
    heard = [
        {"word": word, "punctuated_word": word, "start": number / 2, "end": number / 2 + 0.4, "speaker": 0}
        for number, word in enumerate(said.split())
    ]
    alternative = {"transcript": said, "words": heard}
    data = json.dumps({"results": {"channels": [{"alternatives": [alternative]}]}}).encode()
    interview = import_reading(reading=read(data), data=data, name="river.json", by=None)
    turn = interview.transcript().turns[0]
    arranging.split(interview=interview, key=turn.key, at=said.index("And"), by=an_editor("bob"))
    head, tail = interview.transcript().turns[:2]
    assert (head.end, tail.start) == (3_400, 3_500)


def test_without_a_script_a_turn_is_split_at_an_empty_line(desk: Client) -> None:
    interview = an_interview()
    key = keys(interview)[0]
    text = "One thing.\r\n\r\nAnother thing."
    post(desk, "split-turn", interview, key, text=text, version=1, htmx=False, at="")
    assert words(interview)[:2] == ["One thing.", "Another thing."]
    told = post(desk, "split-turn", interview, key, text="One thing.", version=2, htmx=False, at="")
    assert "Put the cursor where the new turn starts, or type an empty line there." in told


def test_without_a_script_turns_are_joined_moved_put_in_and_chosen(desk: Client) -> None:
    interview = of_length(6)
    turns = keys(interview)
    post(desk, "move-turn", interview, turns[1], htmx=False)
    assert keys(interview)[:3] == [turns[0], turns[2], turns[1]]
    post(desk, "merge-turn", interview, turns[1], htmx=False, upwards="1")
    assert words(interview)[1] == "Bridge 2 stood well. Bridge 1 stood well."
    page = desk.get(reverse("interviews:insert-turn", args=[interview.pk, turns[0]])).content.decode()
    assert "Words of a new turn below turn 1" in page
    post(desk, "insert-turn", interview, turns[0], htmx=False, text="Put in.", speaker=ASKS, where="below")
    assert words(interview)[1] == "Put in."
    post(desk, "set-turns-aside", interview, htmx=False, turn=[turns[3], turns[4]])
    assert words(interview)[-1] == "Bridge 5 stood well."
    assert len(words(interview)) == 4
    post(desk, "restore-kept", interview, turns[3], htmx=False)
    assert "Bridge 3 stood well." in words(interview)


def test_nothing_chosen_is_told_in_words(desk: Client) -> None:
    assert "Choose some turns first." in post(desk, "join-turns", an_interview())


def test_a_turn_that_is_gone_answers_that_it_is_not_there(desk: Client) -> None:
    interview = an_interview()
    for name in ("split-turn", "merge-turn", "move-turn", "insert-turn"):
        path = reverse(f"interviews:{name}", args=[interview.pk, "nothere"])
        assert desk.post(path).status_code == 404
    assert not interview.records.exists()


def test_a_turn_that_an_editor_set_aside_says_so_once(desk: Client) -> None:
    interview = an_interview()
    editing.set_aside(interview=interview, key=keys(interview)[1], by=an_editor("bob"))
    page = desk.get(reverse("interviews:editor", args=[interview.pk])).text
    assert "</span> is set aside by an editor</summary>" in page
    assert page.count("set aside: set aside") == 0


def test_the_tray_names_who_set_a_turn_aside_last_and_what_the_file_had_aside(desk: Client) -> None:
    interview, bob = an_interview(), an_editor("bob")
    editing.set_aside(interview=interview, key=keys(interview)[1], by=bob)
    page = desk.get(reverse("interviews:tray", args=[interview.pk])).content.decode()
    assert "Turn 2 · Ada Field" in page
    assert "Set aside by an editor · bob" in page
