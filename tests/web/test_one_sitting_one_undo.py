"""What one open form saves by itself is one entry of the history, and one undo."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from interviews.models import EditRecord, Interview
from interviews.services.editing import edit_text
from interviews.services.errors import CannotArrange
from interviews.services.publishing import publish
from interviews.services.undoing import undo
from tests.cast import ANSWERS, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db


def test_ten_pauses_are_one_entry_from_the_first_words_to_the_last() -> None:
    interview, alice = an_interview(), an_editor()
    start = interview.transcript()
    entry = None
    for number in range(1, 11):
        made = saved(interview, text=f"Version {number}", seen=number, entry=entry, by=alice)
        entry = made.number
    assert [record.label for record in interview.records.all()] == ["Edited turn 1"]
    assert interview.transcript().turns[0].text == "Version 10"
    undo(interview=interview, by=alice)
    assert interview.transcript().turns == start.turns


def test_words_speaker_and_times_of_one_sitting_are_taken_back_together() -> None:
    interview, alice = an_interview(), an_editor()
    start, key = interview.transcript(), keys(interview)[0]
    first = saved(interview, text="Other words.", seen=1, entry=None, by=alice)
    for seen, times in ((2, (1_000, None)), (3, (1_000, 2_500))):
        edit_text(
            interview=interview,
            key=key,
            text="Other words.",
            seen_version=seen,
            by=alice,
            speaker=ANSWERS,
            times=times,
            entry=first.number,
        )
    turn = interview.transcript()[key]
    assert (turn.text, turn.speaker, turn.start, turn.end) == ("Other words.", ANSWERS, 1_000, 2_500)
    assert interview.records.count() == 1
    undo(interview=interview, by=alice)
    assert interview.transcript().turns == start.turns


def test_the_form_opened_again_begins_an_entry_of_its_own() -> None:
    interview, alice = an_interview(), an_editor()
    saved(interview, text="First sitting", seen=1, entry=None, by=alice)
    saved(interview, text="Second sitting", seen=2, entry=None, by=alice)
    undo(interview=interview, by=alice)
    assert interview.transcript().turns[0].text == "First sitting"


def test_what_somebody_else_did_in_between_is_kept_in_its_order() -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    mine = saved(interview, text="Alice begins", seen=1, entry=None, by=alice)
    other = keys(interview)[1]
    edit_text(interview=interview, key=other, text="Bob was here", seen_version=1, by=bob)
    saved(interview, text="Alice goes on", seen=2, entry=mine.number, by=alice)
    assert list(interview.records.order_by("number").values_list("author__username", flat=True)) == [
        "alice",
        "bob",
        "alice",
    ]


def test_a_state_that_readers_were_given_stays_one_of_the_states() -> None:
    interview, alice = an_interview(), an_editor()
    flag = interview.flags.get()
    flag.state = "dismissed"
    flag.save()
    mine = saved(interview, text="As published.", seen=1, entry=None, by=alice)
    publish(interview=interview, by=alice)
    saved(interview, text="Afterwards.", seen=2, entry=mine.number, by=alice)
    undo(interview=interview, by=alice)
    assert interview.transcript().turns[0].text == "As published."


def test_an_end_before_the_start_is_refused_with_both_times() -> None:
    interview = an_interview()
    with pytest.raises(CannotArrange, match="cannot end at 0:05 when it starts at 1:02:03"):
        edit_text(
            interview=interview,
            key=keys(interview)[0],
            text="Same.",
            seen_version=1,
            by=an_editor(),
            times=(3_723_000, 5_000),
        )
    assert not interview.records.exists()


def saved(interview: Interview, *, text: str, seen: int, entry: int | None, by: User) -> EditRecord:
    made = edit_text(
        interview=interview, key=keys(interview)[0], text=text, seen_version=seen, by=by, entry=entry
    )
    assert made is not None
    return made
