"""All flags of a kind are settled together, and one undo takes all of it back."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from interviews.models import Flag, Interview
from interviews.services.checking import check_interview
from interviews.services.errors import CannotUndo, FixDoesNotFit, NotDismissed
from interviews.services.settling import dismiss_flag, reopen_flag, settle_flag
from interviews.services.settling_alike import dismiss_alike, fix_alike
from interviews.services.undoing import take_back, undo
from tests.cast import ANSWERS, ASKS, BRIDGE, a_conversation, an_editor, an_interview

pytestmark = pytest.mark.django_db

KIND = "lower_case_start"


def with_lower_case(*places: int) -> Interview:
    """An interview in which these turns, counted from 1, start in lower case."""
    turns = [
        (who, text[:1].lower() + text[1:] if number in (3, *places) else text)
        for number, (who, text) in enumerate(BRIDGE, start=1)
    ]
    return an_interview(a_conversation(*turns))


def open_ids(interview: Interview) -> list[int]:
    return list(interview.flags.open().filter(kind=KIND).values_list("pk", flat=True))


def test_three_flags_are_fixed_by_one_record_and_come_back_with_one_undo() -> None:
    interview, alice = with_lower_case(5, 7), an_editor()
    before = interview.transcript()
    flags = open_ids(interview)
    assert len(flags) == 3

    done = fix_alike(interview=interview, flags=flags, by=alice)

    assert (done.left, interview.records.count()) == (0, 1)
    assert done.record.label.startswith("Settled 3 flags: ")
    assert [turn.text[0] for turn in interview.transcript().turns[2:7:2]] == ["W", "H", "H"]
    assert not open_ids(interview)

    undo(interview=interview, by=alice)
    assert interview.transcript() == before
    assert open_ids(interview) == flags


def test_two_fixes_in_one_turn_are_both_made() -> None:
    answer = "The drains. the paint tells you nothing. They are full, and so (as I said are the gutters."
    interview, alice = (
        an_interview(a_conversation((ASKS, BRIDGE[0][1]), (ANSWERS, answer), *BRIDGE[4:])),
        an_editor(),
    )
    flags = {flag.kind: flag for flag in interview.flags.open() if flag.fixes}
    assert len(flags) >= 2

    done = fix_alike(interview=interview, flags=[flag.pk for flag in flags.values()], by=alice)

    assert done.left == 0
    assert len(done.record.edits) == 1
    check_interview(interview)
    assert not interview.flags.open().filter(kind__in=flags).exists()


def test_none_is_a_problem_and_the_note_is_kept_with_each() -> None:
    interview, alice = with_lower_case(5, 7), an_editor()
    flags = open_ids(interview)

    dismiss_alike(interview=interview, flags=flags, by=alice, note="House style.")

    assert set(interview.flags.filter(pk__in=flags).values_list("state", "note")) == {
        ("dismissed", "House style.")
    }
    undo(interview=interview, by=alice)
    assert open_ids(interview) == flags


def test_only_what_is_ticked_is_settled() -> None:
    interview, alice = with_lower_case(5, 7), an_editor()
    first, *others = open_ids(interview)
    fix_alike(interview=interview, flags=[first], by=alice)
    assert open_ids(interview) == others


def test_flags_of_another_interview_are_out_of_reach() -> None:
    mine, other, alice = with_lower_case(5), with_lower_case(5), an_editor()
    with pytest.raises(FixDoesNotFit):
        fix_alike(interview=mine, flags=open_ids(other), by=alice)
    assert len(open_ids(other)) == 2


def test_a_dismissed_flag_is_opened_again_and_that_can_be_undone() -> None:
    interview, alice = an_interview(), an_editor()
    flag = interview.flags.get()
    dismiss_flag(flag=flag, by=alice, note="He stammers.")

    reopen_flag(flag=flag, by=alice)
    flag.refresh_from_db()
    assert (flag.state, flag.note) == (Flag.State.OPEN, "")

    undo(interview=interview, by=alice)
    flag.refresh_from_db()
    assert flag.state == Flag.State.DISMISSED


def test_a_fixed_flag_is_not_opened_without_its_words() -> None:
    interview, alice = an_interview(), an_editor()
    flag = interview.flags.get()
    settle_flag(flag=flag, fix=0, by=alice)
    with pytest.raises(NotDismissed):
        reopen_flag(flag=flag, by=alice)


def test_anything_in_the_history_is_taken_back_whoever_did_it() -> None:
    interview, alice, bob = with_lower_case(5), an_editor(), an_editor("bob")
    first, second = interview.flags.filter(kind=KIND).order_by("turn__position")
    settle_flag(flag=first, fix=0, by=alice)
    settle_flag(flag=second, fix=0, by=alice)

    take_back(interview=interview, number=1, by=bob)

    first.refresh_from_db()
    assert first.is_open
    assert [turn.text[0] for turn in interview.transcript().turns[2:5:2]] == ["w", "H"]
    with pytest.raises(CannotUndo, match="taken back already"):
        take_back(interview=interview, number=1, by=bob)


def test_the_panel_lists_each_with_its_fix_and_settles_what_is_ticked(client: Client) -> None:
    interview = with_lower_case(5)
    client.force_login(an_editor())
    path = reverse("interviews:alike", args=[interview.pk, KIND])
    page = client.get(path).content.decode()
    assert page.count('name="flag"') == 2

    told = client.post(path, {"flag": open_ids(interview), "fix": 1}, follow=True).content.decode()
    assert "Settled 2 flags" in told
    assert not open_ids(interview)


def test_the_queue_shows_only_what_was_chosen(client: Client) -> None:
    turns = [*BRIDGE[:2], (ASKS, "what frightens you most when you stand under one?"), *BRIDGE[3:], BRIDGE[1]]
    interview = an_interview(a_conversation(*turns))
    kinds = set(interview.flags.open().values_list("family", flat=True))
    assert kinds == {"duplicate", "garbled"}
    client.force_login(an_editor())
    path = reverse("interviews:editor", args=[interview.pk])

    page = client.get(path, {"tone": "garbled"}).content.decode()

    assert "among these" in page
    shown = page[page.index('id="queue"') :]
    duplicate = interview.flags.filter(family="duplicate").first()
    garbled = interview.flags.get(family="garbled")
    assert duplicate is not None
    assert garbled.title in shown
    assert f"flag={duplicate.pk}" not in shown
