"""Undo and redo go back and forth without end, and a decision goes with them."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from interviews.models import Flag, Interview
from interviews.services import editing
from interviews.services.accounting import account
from interviews.services.correcting import Stated
from interviews.services.errors import CannotRedo, CannotUndo, NothingToRedo
from interviews.services.publishing import publish
from interviews.services.settling import settle_flag
from interviews.services.undoing import do_again, redo, take_back, undo
from tests.cast import an_editor, an_interview, keys

pytestmark = pytest.mark.django_db


def aside(interview: Interview, number: int, by: User) -> None:
    editing.set_aside(interview=interview, key=keys(interview)[number - 1], by=by)


def set_aside(interview: Interview) -> list[int]:
    """The numbers of the turns that are set aside."""
    return [number for number, turn in enumerate(interview.transcript(), start=1) if turn.aside]


def told(interview: Interview) -> str:
    """What readers would be told now."""
    return account(interview, interview.transcript()).note


def test_what_was_taken_back_step_by_step_is_done_again_step_by_step() -> None:
    interview, alice = an_interview(), an_editor()
    for number in (1, 2, 3):
        aside(interview, number, alice)
    seen = [set_aside(interview)]
    for step in (undo, undo, undo, redo, redo, redo, undo, undo, redo):
        step(interview=interview, by=alice)
        seen.append(set_aside(interview))

    assert seen == [[1, 2, 3], [1, 2], [1], [], [1], [1, 2], [1, 2, 3], [1, 2], [1], [1, 2]]


def test_after_something_new_there_is_nothing_to_do_again() -> None:
    interview, alice = an_interview(), an_editor()
    aside(interview, 1, alice)
    undo(interview=interview, by=alice)
    aside(interview, 2, alice)

    with pytest.raises(NothingToRedo):
        redo(interview=interview, by=alice)
    assert set_aside(interview) == [2]


def test_what_the_history_only_tells_is_nothing_to_undo_and_takes_no_redo_away() -> None:
    interview, alice = an_interview(), an_editor()
    aside(interview, 1, alice)
    publish(interview=interview, by=alice, override_reason="It is a test.")
    undo(interview=interview, by=alice)
    assert set_aside(interview) == []

    back = Stated("typo", turns=(keys(interview)[0],))
    publish(interview=interview, by=alice, override_reason="It is a test.", corrections=[back])
    redo(interview=interview, by=alice)
    assert set_aside(interview) == [1]


def test_what_somebody_else_did_does_not_take_the_redo_away() -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    aside(interview, 1, alice)
    undo(interview=interview, by=alice)
    aside(interview, 2, bob)

    redo(interview=interview, by=alice)

    assert set_aside(interview) == [1, 2]


def test_a_redo_that_does_not_fit_any_more_changes_nothing() -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    aside(interview, 1, alice)
    undo(interview=interview, by=alice)
    aside(interview, 1, bob)

    with pytest.raises(CannotRedo, match="turn 1 has been set aside already"):
        redo(interview=interview, by=alice)


def in_the_way() -> tuple[Interview, User, User]:
    """Three changes by alice, to the turns 1, 2 and 3; bob came after her in 2 and 3."""
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    for by in (alice, bob):
        for number in (1, 2, 3) if by == alice else (2, 3):
            key = keys(interview)[number - 1]
            seen = interview.turns.get(key=key).version
            editing.edit_text(interview=interview, key=key, text=f"By {by}.", seen_version=seen, by=by)
    return interview, alice, bob


def test_what_is_in_the_way_of_an_undo_is_named_and_the_next_that_can_be_undone_is_offered() -> None:
    interview, alice, _ = in_the_way()
    for _again in range(2):
        with pytest.raises(CannotUndo) as refusal:
            undo(interview=interview, by=alice)
        assert "“Edited turn 3” cannot be undone any more: the words of turn 3" in str(refusal.value)
        assert "bob came after you: “Edited turn 3”." in str(refusal.value)
    instead = refusal.value.instead
    assert instead is not None
    assert instead.said == "Edited turn 1"
    take_back(interview=interview, number=instead.number, by=alice)
    assert [turn.text for turn in interview.transcript()][1:3] == ["By bob.", "By bob."]
    assert interview.transcript().turns[0].text.startswith("You have inspected")

    with pytest.raises(CannotUndo, match="nothing older of yours") as refusal:
        undo(interview=interview, by=alice)
    assert refusal.value.instead is None


def redo_in_the_way() -> tuple[Interview, User, User]:
    """Turns 1, 2 and 3 set aside by alice and all brought back; bob has written in turn 1 meanwhile."""
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    for number in (1, 2, 3):
        aside(interview, number, alice)
    for _step in range(3):
        undo(interview=interview, by=alice)
    aside(interview, 1, bob)
    return interview, alice, bob


def test_what_is_in_the_way_of_a_redo_is_named_and_the_one_before_is_offered() -> None:
    interview, alice, bob = redo_in_the_way()
    for _again in range(2):
        with pytest.raises(CannotRedo) as refusal:
            redo(interview=interview, by=alice)
        assert "“Set turn 1 aside” cannot be done again: turn 1 has been set aside" in str(refusal.value)
        assert "bob came after you: “Set turn 1 aside”." in str(refusal.value)
    instead = refusal.value.instead
    assert instead is not None
    assert instead.said == "Set turn 2 aside"
    assert do_again(interview=interview, number=instead.number, by=alice).label == "Redo: Set turn 2 aside"
    assert set_aside(interview) == [1, 2]

    with pytest.raises(CannotRedo, match="already, or is nothing that could be"):
        do_again(interview=interview, number=instead.number, by=alice)
    undo(interview=interview, by=bob)
    assert redo(interview=interview, by=alice).label == "Redo: Set turn 1 aside"
    assert redo(interview=interview, by=alice).label == "Redo: Set turn 3 aside"


def test_where_nothing_older_can_be_done_again_that_is_said() -> None:
    interview, alice, bob = redo_in_the_way()
    for number in (2, 3):
        aside(interview, number, bob)
    with pytest.raises(CannotRedo, match="There is nothing older that you took back") as refusal:
        redo(interview=interview, by=alice)
    assert refusal.value.instead is None


def test_what_somebody_else_took_back_is_not_mine_to_do_again() -> None:
    interview, alice, bob = redo_in_the_way()
    number = interview.records.taken_back().filter(author=alice).values_list("number", flat=True)[0]
    with pytest.raises(CannotRedo):
        do_again(interview=interview, number=number, by=bob)
    assert set_aside(interview) == [1]


def test_what_was_in_the_way_is_not_any_more_once_it_was_taken_back() -> None:
    interview, alice, bob = in_the_way()
    undo(interview=interview, by=bob)
    assert undo(interview=interview, by=alice).label == "Undo: Edited turn 3"


def test_a_settled_flag_is_open_after_undo_and_settled_by_the_same_person_after_redo() -> None:
    interview, alice = an_interview(), an_editor()
    flag = interview.flags.get()
    settle_flag(flag=flag, fix=0, by=alice)
    undo(interview=interview, by=alice)
    flag.refresh_from_db()
    assert flag.is_open

    redo(interview=interview, by=alice)

    flag.refresh_from_db()
    assert (flag.state, flag.settled_by) == (Flag.State.FIXED, alice)
    assert flag.note


def test_what_readers_are_told_counts_a_fix_that_was_done_again_once() -> None:
    interview, alice = an_interview(), an_editor()
    settle_flag(flag=interview.flags.get(), fix=0, by=alice)
    at_first = told(interview)
    undo(interview=interview, by=alice)
    assert told(interview) == ""

    redo(interview=interview, by=alice)

    assert told(interview) == at_first
