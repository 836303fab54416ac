"""An editor settles flags, takes it back, and decisions stick."""

from __future__ import annotations

import pytest

from interviews.models import Flag, Interview
from interviews.services import choosing, editing
from interviews.services.checking import check_interview
from interviews.services.errors import AlreadySettled, CannotUndo, FixDoesNotFit, NothingToUndo
from interviews.services.settling import dismiss_flag, settle_flag
from interviews.services.undoing import undo
from tests.cast import ANSWERS, ASKS, BRIDGE, a_conversation, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db


def the_lower_case(interview: Interview) -> Flag:
    return interview.flags.get(kind="lower_case_start")


def test_a_fix_changes_the_words_and_settles_the_flag() -> None:
    interview, alice = an_interview(), an_editor()
    flag = the_lower_case(interview)

    settle_flag(flag=flag, fix=0, by=alice)

    flag.refresh_from_db()
    assert flag.state == Flag.State.FIXED
    assert flag.settled_by == alice
    assert interview.transcript().turns[2].text.startswith("What frightens you")


def test_undo_brings_words_and_flag_back() -> None:
    interview, alice = an_interview(), an_editor()
    before = interview.transcript()
    flag = the_lower_case(interview)
    settle_flag(flag=flag, fix=0, by=alice)

    undo(interview=interview, by=alice)

    flag.refresh_from_db()
    assert interview.transcript() == before
    assert flag.state == Flag.State.OPEN
    assert interview.flags.counted().count() == 1


def test_a_dismissal_can_be_undone_too() -> None:
    interview, alice = an_interview(), an_editor()
    flag = the_lower_case(interview)
    dismiss_flag(flag=flag, by=alice, note="He stammers.")

    undo(interview=interview, by=alice)

    flag.refresh_from_db()
    assert flag.is_open


def test_two_flags_that_one_fix_mends_are_settled_together_and_opened_together() -> None:
    turns = (*BRIDGE[:3], (ANSWERS, "I donâ€™t think that weâ€™ll see it. Nobody does, and nobody wants to."))
    interview, alice = an_interview(a_conversation(*turns)), an_editor()
    first, second = interview.flags.filter(kind="mojibake")
    assert first.offered[0].label == "Repair 2 words in turn 4"
    settle_flag(flag=first, fix=0, by=alice)
    second.refresh_from_db()
    assert (second.state, second.settled_by) == (Flag.State.FIXED, alice)
    undo(interview=interview, by=alice)
    second.refresh_from_db()
    assert second.is_open


def test_undo_goes_back_one_step_at_a_time_and_then_says_that_there_is_nothing() -> None:
    interview, alice = an_interview(), an_editor()
    first, second = keys(interview)[:2]
    before = interview.transcript()
    editing.edit_text(interview=interview, key=first, text="First.", seen_version=1, by=alice)
    editing.edit_text(interview=interview, key=second, text="Second.", seen_version=1, by=alice)

    undo(interview=interview, by=alice)
    undo(interview=interview, by=alice)

    assert interview.transcript() == before
    with pytest.raises(NothingToUndo):
        undo(interview=interview, by=alice)


def test_undo_takes_back_only_what_this_person_did() -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    first, second = keys(interview)[:2]
    editing.edit_text(interview=interview, key=first, text="By alice.", seen_version=1, by=alice)
    editing.edit_text(interview=interview, key=second, text="By bob.", seen_version=1, by=bob)

    undo(interview=interview, by=alice)

    texts = [turn.text for turn in interview.transcript()]
    assert texts[0].startswith("You have inspected")
    assert texts[1] == "By bob."


def test_undo_refuses_where_somebody_else_changed_the_same_words() -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    first = keys(interview)[0]
    editing.edit_text(interview=interview, key=first, text="By alice.", seen_version=1, by=alice)
    editing.edit_text(interview=interview, key=first, text="By bob.", seen_version=2, by=bob)

    with pytest.raises(CannotUndo, match="have changed"):
        undo(interview=interview, by=alice)
    assert interview.transcript().turns[0].text == "By bob."


def test_a_flag_is_settled_once() -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    flag = the_lower_case(interview)
    dismiss_flag(flag=flag, by=alice)

    with pytest.raises(AlreadySettled):
        settle_flag(flag=flag, fix=0, by=bob)
    assert interview.transcript().turns[2].text.startswith("what")


def test_a_fix_whose_words_were_changed_meanwhile_changes_nothing() -> None:
    interview, alice = an_interview(), an_editor()
    flag = the_lower_case(interview)
    interview.turns.filter(key=keys(interview)[2]).update(text="Quite other words.")

    with pytest.raises(FixDoesNotFit):
        settle_flag(flag=flag, fix=0, by=alice)
    assert interview.transcript().turns[2].text == "Quite other words."
    assert not interview.records.exists()


def test_a_fix_that_is_not_offered_is_refused() -> None:
    interview, alice = an_interview(), an_editor()
    with pytest.raises(FixDoesNotFit):
        settle_flag(flag=the_lower_case(interview), fix=7, by=alice)


def test_a_dismissal_survives_checks_and_changes_elsewhere() -> None:
    interview, alice = an_interview(), an_editor()
    flag = the_lower_case(interview)
    dismiss_flag(flag=flag, by=alice)
    turns = keys(interview)
    editing.edit_text(
        interview=interview, key=turns[0], text="What do you look at?", seen_version=1, by=alice
    )
    choosing.give_turns(interview=interview, keys=[turns[2]], speaker="Somebody Else", by=alice)

    check_interview(interview)

    assert [flag.state for flag in interview.flags.counted()] == [Flag.State.DISMISSED]


def test_other_words_in_a_dismissed_passage_are_looked_at_again() -> None:
    interview, alice = an_interview(), an_editor()
    dismiss_flag(flag=the_lower_case(interview), by=alice)
    third = keys(interview)[2]

    editing.edit_text(interview=interview, key=third, text="so who looks?", seen_version=1, by=alice)
    check_interview(interview)

    assert interview.flags.open().filter(kind="lower_case_start").count() == 1


def test_one_of_two_equal_faults_can_be_dismissed_alone() -> None:
    others = [(ASKS, f"And what did you find at bridge {number} on that day?") for number in range(30)]
    twice = a_conversation(
        (ASKS, "what do you look at when you come to a bridge?"),
        (ANSWERS, "At the drain. Its state tells me more than the paint."),
        (ASKS, "what comes after that on a normal day?"),
        (ANSWERS, "The bearings, since they carry the whole load of the deck."),
        *others,
    )
    interview, alice = an_interview(twice), an_editor()
    first, second = interview.flags.filter(kind="lower_case_start").in_order_of_weight()
    dismiss_flag(flag=first, by=alice)

    check_interview(interview)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (Flag.State.DISMISSED, Flag.State.OPEN)


def test_mending_by_hand_settles_the_flag_and_undo_opens_it_again() -> None:
    interview, alice = an_interview(), an_editor()
    flag = the_lower_case(interview)
    third = keys(interview)[2]

    editing.edit_text(interview=interview, key=third, text="What frightens you?", seen_version=1, by=alice)
    check_interview(interview)
    flag.refresh_from_db()
    assert (flag.state, flag.settled_by) == (Flag.State.FIXED, alice)

    undo(interview=interview, by=alice)
    check_interview(interview)
    flag.refresh_from_db()
    assert flag.state == Flag.State.OPEN


def test_checking_twice_changes_nothing() -> None:
    interview = an_interview()
    before = list(interview.flags.values())

    check_interview(interview)

    assert list(interview.flags.values()) == before


CONTINUED = a_conversation(
    (ASKS, "Thank you for joining us, Ms Field. What does a bridge inspector look at first?"),
    (ANSWERS, "The drains, because water finds every weakness before we do."),
    (ASKS, "How will the new rules change the safety of bridges across the wider region?"),
    (ANSWERS, "They will make owners count what they have, and counting is where care begins."),
    (ASKS, "Thank you for your time, Ms Field. We will keep an eye on the bridges of this region."),
    (None, "Or both the owners and the counties as they weigh what the inspections may cost them."),
    (ASKS, "What do you think the new rules will mean for bridge safety in the wider region?"),
    (ANSWERS, "Owners will have to publish what they find, and that changes everything for drivers."),
    (ASKS, "How should the counties prepare?"),
    (ANSWERS, "They should hire inspectors now, while there still are some to be hired."),
    (ASKS, "Thank you for your time, Ms Field. We will come back to this story when the rules are in force."),
    (ANSWERS, "Thank you for having me."),
)


def test_the_first_fix_of_an_incident_settles_the_whole_and_undo_brings_all_back() -> None:
    interview, alice = an_interview(CONTINUED), an_editor()
    before = interview.transcript()
    head = interview.flags.get(has_parts=True)
    were_open = set(interview.flags.open().values_list("pk", flat=True))
    parts = {flag.kind for flag in head.parts.all()}
    assert head.kind == "repeated_closing"
    assert {"orphan_fragment", "repeated_question"} <= parts

    settle_flag(flag=head, fix=0, by=alice)
    assert (
        not interview.flags.open().filter(pk__in=[head.pk, *head.parts.values_list("pk", flat=True)]).exists()
    )
    check_interview(interview)
    assert not interview.flags.open().filter(severity__in=["error", "warning"]).exists()
    standing = [turn.text for turn in interview.transcript().dialogue]
    assert sum("Thank you for your time" in text for text in standing) == 1
    assert not any(text.startswith("Or both") for text in standing)

    undo(interview=interview, by=alice)
    check_interview(interview)
    assert interview.transcript() == before
    assert set(interview.flags.open().values_list("pk", flat=True)) == were_open
    assert interview.flags.get(has_parts=True) == head


def test_dismissing_an_incident_leaves_its_parts_to_be_decided() -> None:
    interview, alice = an_interview(CONTINUED), an_editor()
    head = interview.flags.get(has_parts=True)
    parts = set(head.parts.values_list("pk", flat=True))

    dismiss_flag(flag=head, by=alice)

    assert parts == set(interview.flags.open().filter(pk__in=parts).values_list("pk", flat=True))
