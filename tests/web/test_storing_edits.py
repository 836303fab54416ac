"""What the database holds after any edits is what the pure edits say."""

from __future__ import annotations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interviews import models
from interviews.models import Interview
from interviews.models.turn import new_key
from interviews.services.recording import record
from interviews.services.storing import lock
from interviews.transcript import edits as kinds
from interviews.transcript.applying import apply_all
from interviews.transcript.building import merge_turns, move_turn, split_turn
from interviews.transcript.edits import Edit
from interviews.transcript.turns import Transcript, Turn
from tests.cast import BRIDGE, a_conversation, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db


def make(interview: Interview, *edits: Edit) -> None:
    with transaction.atomic():
        record(lock(interview.pk), edits, by=None, label="a test")


def an_edit(draw: st.DrawFn, transcript: Transcript, number: int) -> Edit:
    """Some edit that fits the transcript."""
    turn = draw(st.sampled_from(transcript.turns))
    other = draw(st.sampled_from(transcript.turns))
    options: list[Edit] = [
        kinds.SetText(turn.key, turn.text, f"{turn.text} and more"),
        kinds.SetSpeaker(turn.key, turn.speaker, draw(st.sampled_from([None, "Editor", "New Voice"]))),
        kinds.Restore(turn.key, turn.aside) if turn.aside else kinds.SetAside(turn.key, "said twice"),
        kinds.InsertTurn(Turn(new_key(), "Put in.", "Editor"), other.key),
        kinds.SetTimes(turn.key, (turn.start, turn.end), (number, number + 5)),
    ]
    speaker = draw(st.sampled_from(transcript.speakers))
    told = ("other", f"{speaker.name} {number}", "")
    options.append(kinds.DescribeSpeaker(speaker.name, kinds.known_of(speaker), told))
    if turn.key != other.key:
        options.append(move_turn(transcript, turn.key, other.key))
        if transcript.before(other.key) is not None:
            options.append(merge_turns(transcript, turn.key, other.key))
    if " " in turn.text.strip():
        options.append(split_turn(transcript, turn.key, turn.text.index(" "), new_key=new_key()))
    return draw(st.sampled_from(options))


def described(transcript: Transcript) -> set[tuple[str, ...]]:
    return {(speaker.name, *kinds.known_of(speaker)) for speaker in transcript.speakers}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_edits_are_stored_as_the_core_applies_them_and_all_can_be_taken_back(
    data: st.DataObject,
) -> None:
    interview = an_interview(a_conversation(*BRIDGE[:6]))
    start = interview.transcript()
    for number in range(data.draw(st.integers(1, 8))):
        before = interview.transcript()
        edit = data.draw(st.composite(an_edit)(before, number))
        make(interview, edit)
        after = interview.transcript()
        expected = apply_all(before, [edit])
        assert after.turns == expected.turns
        assert described(after) >= described(expected)
        assert len({turn.position for turn in interview.turns.in_place()}) == len(after)
    for done in list(interview.records.order_by("-number")):
        make(interview, *done.inverses)
    assert interview.transcript().turns == start.turns
    assert described(interview.transcript()) >= described(start)


def test_a_turn_moved_again_and_again_between_two_others_still_finds_room() -> None:
    interview = an_interview()
    first = keys(interview)[0]
    for _ in range(40):
        transcript = interview.transcript()
        make(interview, move_turn(transcript, transcript.turns[-1].key, first))
        assert interview.transcript().turns[1].key == transcript.turns[-1].key


def test_a_turn_that_was_joined_keeps_its_row_and_points_to_its_heir() -> None:
    interview = an_interview()
    first, second = keys(interview)[:2]
    make(interview, merge_turns(interview.transcript(), first, second))
    rows = models.Turn.objects
    assert rows.get(key=second).joined_to == rows.get(key=first)
    assert interview.turns.joined_keys() == {second: first}


def test_the_history_counts_without_gaps_and_names_who() -> None:
    interview, alice = an_interview(), an_editor()
    for number in range(3):
        turn = interview.transcript().turns[0]
        with transaction.atomic():
            record(
                lock(interview.pk), [kinds.SetText(turn.key, turn.text, f"{number}")], by=alice, label="typed"
            )
    assert list(interview.records.order_by("number").values_list("number", "author")) == [
        (1, alice.pk),
        (2, alice.pk),
        (3, alice.pk),
    ]
