"""Any state that an interview was ever in can be seen and brought back, in whole or turn by turn."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from interviews.models import Interview
from interviews.services import arranging, choosing, editing, naming
from interviews.services.accounting import account
from interviews.services.checking import check_interview
from interviews.services.errors import CannotRestore
from interviews.services.recording import record
from interviews.services.restoring import IMPORTED, restore_state, restore_turns, state
from interviews.services.settling import dismiss_flag, settle_flag
from interviews.services.storing import lock
from interviews.services.undoing import undo
from interviews.transcript.building import merge_turns, split_turn
from interviews.transcript.edits import InsertTurn
from interviews.transcript.turns import Turn
from tests.cast import ANSWERS, an_editor, an_interview, keys
from tests.web.test_queries import count

pytestmark = pytest.mark.django_db


def says(interview: Interview, number: int, text: str, by: User) -> None:
    key = keys(interview)[number - 1]
    seen = interview.turns.get(key=key).version
    editing.edit_text(interview=interview, key=key, text=text, seen_version=seen, by=by)


def restore_all(interview: Interview, number: int, by: User) -> None:
    interview.refresh_from_db()
    restore_state(interview=interview, number=number, seen_version=interview.version, by=by)


def restore_some(interview: Interview, number: int, turns: list[str], by: User) -> None:
    interview.refresh_from_db()
    restore_turns(interview=interview, number=number, keys=turns, seen_version=interview.version, by=by)


def test_every_state_can_be_looked_at_again() -> None:
    interview, alice = an_interview(), an_editor()
    states = [interview.transcript()]
    for text in ("One.", "Two.", "Three."):
        says(interview, 2, text, alice)
        states.append(interview.transcript())
    undo(interview=interview, by=alice)
    states.append(interview.transcript())

    assert [state(interview, number) for number in range(5)] == states


def test_the_whole_comes_back_through_splits_joins_and_insertions_and_one_undo_takes_that_back() -> None:
    interview, alice = an_interview(), an_editor()
    imported = interview.transcript()
    first, second = keys(interview)[:2]
    lock(interview.pk)
    record(interview, [split_turn(imported, second, 10, new_key="splitoff01")], by=alice, label="Split")
    record(interview, [InsertTurn(Turn("inserted01", "Well."), first)], by=alice, label="Inserted")
    now = interview.transcript()
    record(interview, [merge_turns(now, first, "inserted01")], by=alice, label="Joined")
    says(interview, 4, "Quite other words.", alice)
    edited = interview.transcript()

    restore_all(interview, IMPORTED, alice)
    assert interview.transcript() == imported

    undo(interview=interview, by=alice)
    assert interview.transcript() == edited


def test_one_turn_comes_back_and_the_others_stay() -> None:
    interview, alice = an_interview(), an_editor()
    imported = interview.transcript()
    says(interview, 2, "Other words.", alice)
    says(interview, 4, "More words.", alice)
    second = keys(interview)[1]

    restore_some(interview, IMPORTED, [second], alice)

    now = interview.transcript()
    assert now.turns[1] == imported.turns[1]
    assert now.turns[3].text == "More words."


def test_a_turn_that_was_split_since_cannot_come_back_alone_and_is_told_so() -> None:
    interview, alice = an_interview(), an_editor()
    second = keys(interview)[1]
    lock(interview.pk)
    split = split_turn(interview.transcript(), second, 10, new_key="splitoff01")
    record(interview, [split], by=alice, label="Split")

    with pytest.raises(CannotRestore, match="turn 3 was split, joined or inserted in between"):
        restore_some(interview, IMPORTED, ["splitoff01"], alice)


def test_who_has_seen_an_older_state_looks_again_first() -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    says(interview, 2, "Other words.", alice)
    interview.refresh_from_db()
    seen = interview.version
    says(interview, 4, "Bob was here.", bob)

    with pytest.raises(CannotRestore, match="Somebody changed the interview meanwhile"):
        restore_state(interview=interview, number=IMPORTED, seen_version=seen, by=alice)
    assert interview.transcript().turns[3].text == "Bob was here."


def test_a_fault_that_was_brought_back_is_flagged_again_and_readers_are_told_nothing_of_its_fix() -> None:
    interview, alice = an_interview(), an_editor()
    flag = interview.flags.get()
    settle_flag(flag=flag, fix=0, by=alice)
    assert account(interview, interview.transcript()).note

    restore_all(interview, IMPORTED, alice)
    check_interview(interview)

    flag.refresh_from_db()
    assert flag.is_open
    assert account(interview, interview.transcript()).note == ""


def test_a_fix_whose_turn_is_as_in_the_source_again_is_not_told_though_its_flag_stays_settled() -> None:
    interview, alice = an_interview(), an_editor()
    flag = interview.flags.get()
    settle_flag(flag=flag, fix=0, by=alice)

    restore_all(interview, IMPORTED, alice)

    flag.refresh_from_db()
    assert flag.state == "fixed"
    assert account(interview, interview.transcript()).note == ""


def test_readers_are_told_of_names_as_of_names_and_not_as_of_turns_edited_by_hand() -> None:
    interview, alice = an_interview(), an_editor()
    naming.rename(interview=interview, label=ANSWERS, name="Ruth Amari", by=alice)
    note = account(interview, interview.transcript()).note
    assert note == "This transcript was edited: a speaker is named otherwise throughout."

    choosing.give_turns(interview=interview, keys=keys(interview)[:1], speaker="Ruth Amari", by=alice)
    assert account(interview, interview.transcript()).note == (
        "This transcript was edited: a speaker is named otherwise throughout and a turn was given to another"
        " speaker."
    )


def test_a_dismissal_survives_going_back() -> None:
    interview, alice = an_interview(), an_editor()
    flag = interview.flags.get()
    dismiss_flag(flag=flag, by=alice)
    says(interview, 2, "Other words.", alice)

    restore_all(interview, IMPORTED, alice)
    check_interview(interview)

    flag.refresh_from_db()
    assert flag.state == "dismissed"


def test_the_comparison_marks_the_words_and_the_ticked_turn_is_brought_back(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    client.force_login(alice)
    says(interview, 2, "The gutters. A blocked drain tells me more.", alice)
    interview.refresh_from_db()

    page = client.get(reverse("interviews:compare", args=[interview.pk]), {"from": 0}).content.decode()
    assert "<ins>gutters</ins>" in page
    assert "the transcript as it was imported" in page

    sent = {"number": 0, "version": interview.version, "turn": [keys(interview)[1]]}
    told = client.post(reverse("interviews:restore", args=[interview.pk]), sent, follow=True)
    assert "Brought back turn 2 from the transcript as it was imported" in told.content.decode()
    assert interview.transcript().turns[1].text.startswith("The drains.")


def test_a_state_that_never_was_is_not_found(client: Client) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    assert client.get(reverse("interviews:compare", args=[interview.pk]), {"from": 7}).status_code == 404


def test_comparing_takes_as_many_queries_after_many_changes(client: Client) -> None:
    alice = an_editor()
    client.force_login(alice)

    def after(changes: int) -> int:
        interview = an_interview()
        for number in range(changes):
            says(interview, 2, f"Words {number}.", alice)
        return count(client, reverse("interviews:compare", args=[interview.pk]))

    assert after(9) == after(3)


def test_where_nothing_was_done_yet_there_is_nothing_to_compare(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    client.force_login(alice)
    address = reverse("interviews:history", args=[interview.pk])
    assert "Compare" not in client.get(address).text

    says(interview, 2, "One.", alice)
    assert "Compare" in client.get(address).text


def places(client: Client, interview: Interview) -> list[str]:
    """What each entry says of where its turns stand today, the newest first."""
    page = client.get(reverse("interviews:history", args=[interview.pk])).content.decode()
    return [
        re.sub(r"<[^>]+>", "", told[1]).strip(" ·") if told else ""
        for entry in page.split('<span class="states">')[1:-1]
        for told in [re.search(r"· no\. \d+(.*?)(?:<button|</span>)", entry, re.DOTALL)]
    ]


def test_an_entry_leads_to_its_turn_by_the_number_of_today(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    client.force_login(alice)
    says(interview, 6, "It depends.", alice)
    key = keys(interview)[5]
    assert places(client, interview) == ["turn 6"]
    page = client.get(reverse("interviews:history", args=[interview.pk])).content.decode()
    assert f'<a href="/desk/{interview.pk}/#t-{key}" data-go="t-{key}">turn 6</a>' in page

    arranging.merge(interview=interview, key=keys(interview)[1], upwards=True, by=alice)
    assert places(client, interview) == ["turn 1", "now turn 5"]
    arranging.split(interview=interview, key=key, at=3, by=alice)
    assert places(client, interview) == ["turn 5, turn 6", "turn 1", "now turn 5"]
    arranging.merge(interview=interview, key=key, upwards=True, by=alice)
    assert places(client, interview)[-1] == "now turn 4"
    choosing.set_turns_aside(interview=interview, keys=keys(interview)[:4], by=alice)
    assert places(client, interview)[0] == "", "more than three turns are not listed"


def test_an_entry_of_a_flag_that_was_no_problem_leads_to_its_turn(client: Client, alice: User) -> None:
    interview = an_interview(by=alice)
    client.force_login(alice)
    flag = interview.flags.open()[0]
    dismiss_flag(flag=flag, by=alice)
    assert places(client, interview) == [interview.transcript().where(flag.turn.key)]


def test_the_history_takes_as_many_queries_after_many_changes(client: Client) -> None:
    alice = an_editor()
    client.force_login(alice)

    def after(changes: int) -> int:
        interview = an_interview()
        for number in range(changes):
            says(interview, number + 1, "Other words.", alice)
        return count(client, reverse("interviews:history", args=[interview.pk]))

    assert after(9) == after(3)
