"""What differs between two states is told as a reader would be told."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from interviews.transcript.applying import apply, apply_all
from interviews.transcript.building import merge_turns, move_turn
from interviews.transcript.changes import Sort, changes
from interviews.transcript.edits import Edit, InsertTurn, Restore, SetAside, SetSpeaker, SetText
from interviews.transcript.ordering import longest_rise
from interviews.transcript.turns import Transcript, Turn
from tests.builders import a_transcript

TALK = a_transcript(("Ann", "Who was there?"), ("Bo", "I was."), ("Ann", "And then?"), ("Bo", "Then rain."))


def after(*edits: Edit) -> Transcript:
    return apply_all(TALK, edits)


def told(now: Transcript) -> list[tuple[Sort, str]]:
    return [(change.sort, change.turn) for change in changes(TALK, now)]


def test_nothing_changed_is_nothing_told() -> None:
    assert changes(TALK, TALK) == ()


def test_a_turn_set_aside_is_told_with_its_words_and_why() -> None:
    (change,) = changes(TALK, after(SetAside("2", "said twice")))
    assert (change.sort, change.before, change.after) == (Sort.SET_ASIDE, "I was.", "")
    assert (change.reason, change.where, change.speaker) == ("said twice", "turn 2", "Bo")


def test_what_was_set_aside_and_restored_is_not_told() -> None:
    assert told(after(SetAside("2", "said twice"), Restore("2", "said twice"))) == []


def test_words_and_speaker_are_told_apart() -> None:
    now = after(SetText("2", "I was.", "I was, alone."), SetSpeaker("2", "Bo", "Ann"))
    assert told(now) == [(Sort.WORDS, "2"), (Sort.SPEAKER, "2")]


def test_a_moved_turn_is_told_alone() -> None:
    assert told(apply(TALK, move_turn(TALK, "4", "1"))) == [(Sort.MOVED, "4")]


def test_a_joined_turn_and_the_one_that_took_it_are_told() -> None:
    assert told(apply(TALK, merge_turns(TALK, "1", "2"))) == [(Sort.WORDS, "1"), (Sort.JOINED, "2")]


def test_an_added_turn_is_told() -> None:
    assert told(after(InsertTurn(Turn("9", "A pause.", "Ann"), "2"))) == [(Sort.ADDED, "9")]


def test_times_are_no_change_for_readers() -> None:
    now = replace(TALK, turns=tuple(replace(turn, start=5) for turn in TALK))
    assert told(now) == []


@given(st.lists(st.integers(), unique=True))
def test_the_longest_rise_rises_and_none_is_longer(values: list[int]) -> None:
    rise = [values[place] for place in longest_rise(values)]
    assert rise == sorted(rise)
    lengths: list[int] = []
    for place, value in enumerate(values):
        lengths.append(1 + max((lengths[k] for k in range(place) if values[k] < value), default=0))
    assert len(rise) == max(lengths, default=0)
