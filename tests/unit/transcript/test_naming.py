"""Labels are renamed, joined and taken apart; two people of a surname are told apart."""

from __future__ import annotations

import pytest

from interviews.transcript.applying import apply
from interviews.transcript.edits import EditConflict
from interviews.transcript.naming import bearers, may_be_two, rename, take_apart
from tests.builders import a_transcript

TALK = a_transcript(("Ana", "One?"), ("Ben", "Two."), ("Ana", "Three?"), (None, "Four."), ("Ben", "Five."))


def labels(edit: object) -> list[str | None]:
    return [turn.speaker for turn in apply(TALK, edit)]  # type: ignore[arg-type]


def test_a_label_is_renamed_everywhere() -> None:
    assert labels(rename(TALK, "Ana", "Anna")) == ["Anna", "Ben", "Anna", None, "Ben"]


def test_a_label_is_renamed_from_a_turn_on() -> None:
    third = TALK.turns[2].key
    assert labels(rename(TALK, "Ana", "Cho", start=third)) == ["Ana", "Ben", "Cho", None, "Ben"]


def test_two_labels_are_joined_by_renaming_one_to_the_other() -> None:
    assert labels(rename(TALK, "Ben", "Ana")) == ["Ana", "Ana", "Ana", None, "Ana"]


def test_some_turns_of_a_label_are_somebody_elses() -> None:
    keys = [TALK.turns[0].key, TALK.turns[1].key]
    assert labels(take_apart(TALK, "Ana", "Cho", keys)) == ["Cho", "Ben", "Ana", None, "Ben"]


@pytest.mark.parametrize(("label", "name"), [("Ana", "Ana"), ("Ana", ""), ("Nobody", "Ana")])
def test_what_would_change_nothing_is_refused(label: str, name: str) -> None:
    with pytest.raises(EditConflict):
        rename(TALK, label, name)


def test_labels_are_counted_in_the_order_in_which_they_speak() -> None:
    assert list(bearers(TALK).items()) == [("Ana", 2), ("Ben", 2)]


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("M. Weber", "Tom Weber", True),
        ("Maria Weber", "Martin Weber", True),
        ("T. Weber", "Tom Weber", False),
        ("Weber", "Tom Weber", False),
        ("WEBER", "weber", False),
        ("Tom Weber", "Tom Becker", False),
    ],
)
def test_two_people_of_one_surname_are_told_apart(one: str, other: str, two: bool) -> None:
    assert may_be_two(one, other) is two
    assert may_be_two(other, one) is two
