"""How a transcript is read: places, numbers, what stands and what was set aside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.transcript.ordering import longest_rise
from interviews.transcript.turns import Part, Role, Speaker, Transcript, Turn, only_standing
from tests.unit.transcript.strategies import transcripts

TALK = Transcript(
    (
        Turn("a", "A long winter.", part=Part.BACKGROUND),
        Turn("b", "Who fed the dogs?", "Ana"),
        Turn("c", "#winter", part=Part.BACKGROUND, aside="not dialogue"),
        Turn("d", "We all did.", "Ben", aside="said twice"),
        Turn("e", "More follows.", part=Part.BACKGROUND),
        Turn("f", "We all did.", "Ben"),
    ),
    speakers=(Speaker("Ana", Role.INTERVIEWER), Speaker("Ben", Role.GUEST, "Ben Osei")),
)


def test_what_is_set_aside_keeps_its_number_and_what_follows_keeps_its_own() -> None:
    assert TALK.numbers == {"b": 1, "d": 2, "f": 3}


def test_a_place_is_named_as_people_say_it() -> None:
    assert TALK.where("f") == "turn 3"
    assert TALK.where("a") == "background paragraph 1"
    assert TALK.where("e") == "background paragraph 3"


def test_a_place_that_is_not_there_has_no_name() -> None:
    with pytest.raises(KeyError):
        TALK.where("nobody")


def test_dialogue_and_background_are_what_stands_of_each() -> None:
    assert [turn.key for turn in TALK.dialogue] == ["b", "f"]
    assert [turn.key for turn in TALK.background] == ["a", "e"]


def test_a_reader_sees_only_what_stands() -> None:
    seen = only_standing(TALK)
    assert [turn.key for turn in seen] == ["a", "b", "e", "f"]
    assert seen.speakers == TALK.speakers


def test_two_turns_with_one_key_make_no_transcript() -> None:
    with pytest.raises(ValueError, match="same key"):
        Transcript((Turn("a", "Yes."), Turn("a", "No.")))


def test_what_is_known_of_a_speaker_is_found_by_the_label() -> None:
    ben = TALK.speaker("Ben")
    assert ben is not None
    assert ben.full_name == "Ben Osei"
    assert TALK.speaker("ben") is None
    assert TALK.speaker(None) is None


def test_a_passage_has_the_words_at_its_place() -> None:
    assert TALK.words(TALK["b"].passage(4, 7)) == "fed"
    assert TALK.words(TALK["b"].passage()) == "Who fed the dogs?"


@given(transcripts())
def test_places_neighbours_and_numbers_agree_with_the_order(transcript: Transcript) -> None:
    for place, turn in enumerate(transcript):
        assert transcript.place(turn.key) == place
        assert transcript[turn.key] is turn
        assert transcript.before(turn.key) == (transcript.turns[place - 1].key if place else None)
    dialogue = [turn.key for turn in transcript if turn.part is Part.DIALOGUE]
    assert [transcript.numbers[key] for key in dialogue] == list(range(1, len(dialogue) + 1))
    names = [transcript.where(turn.key) for turn in transcript]
    assert len(set(names)) == len(transcript)


@given(transcripts())
def test_every_turn_stands_or_is_set_aside_never_both(transcript: Transcript) -> None:
    aside = [turn for turn in transcript if turn.is_aside]
    assert sorted((*transcript.dialogue, *transcript.background), key=lambda turn: turn.key) == sorted(
        transcript.standing, key=lambda turn: turn.key
    )
    assert len(aside) + len(transcript.standing) == len(transcript)


@given(st.permutations(range(7)))
def test_the_longest_rise_leaves_the_fewest_to_move(order: list[int]) -> None:
    rise = [order[place] for place in longest_rise(order)]
    assert rise == sorted(rise)
    best = [1] * len(order)
    for here, value in enumerate(order):
        best[here] += max((best[there] for there in range(here) if order[there] < value), default=0)
    assert len(rise) == max(best)
