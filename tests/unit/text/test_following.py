"""A passage is followed through edits."""

from __future__ import annotations

from interviews.text.following import followed
from interviews.transcript.applying import apply
from interviews.transcript.building import merge_turns, split_turn
from interviews.transcript.edits import Edit, MoveTurn, SetText, invert
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Transcript
from tests.builders import a_transcript

TALK = a_transcript(
    ("A", "What do you look at first?"), ("B", "The drains. Then the bearings. Then the paint.")
)


def passage(words: str, of: Transcript = TALK) -> Passage:
    turn = next(turn for turn in of if words in turn.text)
    start = turn.text.index(words)
    return Passage(turn.key, Span(start, start + len(words)))


def through(words: str, *edits: Edit, before: Transcript = TALK) -> tuple[str, str]:
    """In which turn the words stand after the edits, and what the passage covers there."""
    at = passage(words, before)
    for edit in edits:
        at, before = followed(at, edit, before), apply(before, edit)
    return at.turn, before.words(at)


SPLIT = split_turn(TALK, "2", TALK["2"].text.index("Then the bearings"), new_key="new")


def test_words_go_with_the_half_in_which_they_begin() -> None:
    assert through("drains", SPLIT) == ("2", "drains")
    assert through("bearings", SPLIT) == ("new", "bearings")
    assert through("drains. Then", SPLIT) == ("2", "drains.")
    assert through(" Then the b", SPLIT)[0] == "2"


def test_words_of_a_turn_that_was_joined_stand_behind_those_of_the_other() -> None:
    assert through("paint", merge_turns(TALK, "1", "2")) == ("1", "paint")
    assert through("look", merge_turns(TALK, "1", "2")) == ("1", "look")


def test_a_split_and_its_inverse_lead_back() -> None:
    for words in ("drains", "bearings", "paint"):
        assert through(words, SPLIT, invert(SPLIT)) == ("2", words)


def test_other_words_in_front_of_them_shift_them() -> None:
    other = SetText("2", TALK["2"].text, f"First of all: {TALK['2'].text}")
    assert through("bearings", other) == ("2", "bearings")


def test_what_happens_elsewhere_does_not_matter() -> None:
    assert through("bearings", MoveTurn("1", None, "2")) == ("2", "bearings")
    assert through("look", SPLIT) == ("1", "look")
