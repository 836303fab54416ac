"""Turns are split, joined, moved and put in; each is one undo, and what was typed goes along."""

from __future__ import annotations

import pytest

from interviews.models import Interview
from interviews.services import arranging, choosing, editing
from interviews.services.editing import Typed
from interviews.services.errors import CannotArrange, StaleEdit
from interviews.services.undoing import undo
from tests.cast import ANSWERS, ASKS, a_conversation, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db


@pytest.fixture
def interview() -> Interview:
    said = ("One and two.", "Three.", "Four.", "Five.")
    return an_interview(a_conversation(*((ASKS, words) for words in said)))


def words(interview: Interview) -> list[str]:
    return [turn.text for turn in interview.transcript().standing]


def test_a_turn_is_cut_in_two_with_the_words_as_typed_and_put_together_by_one_undo(
    interview: Interview,
) -> None:
    alice, first = an_editor(), keys(interview)[0]
    arranging.split(interview=interview, key=first, at=8, by=alice, typed=Typed("Won and too.", 1))
    assert words(interview) == ["Won and", "too.", "Three.", "Four.", "Five."]
    undo(interview=interview, by=alice)
    assert words(interview) == ["One and two.", "Three.", "Four.", "Five."]


@pytest.mark.parametrize("at", [0, 12, 99])
def test_a_cut_that_leaves_a_side_empty_is_refused_and_says_where_the_cursor_belongs(
    interview: Interview, at: int
) -> None:
    with pytest.raises(CannotArrange, match="Put the cursor between two words"):
        arranging.split(interview=interview, key=keys(interview)[0], at=at, by=an_editor())
    assert not interview.records.exists()


def test_a_turn_joins_the_one_above_past_what_was_set_aside(interview: Interview) -> None:
    alice, (first, second, third, _) = an_editor(), keys(interview)
    editing.set_aside(interview=interview, key=second, by=alice)
    arranging.merge(interview=interview, key=third, upwards=True, by=alice, typed=Typed("And four.", 1))
    assert words(interview) == ["One and two. And four.", "Five."]
    assert interview.turns.joined_keys() == {third: first}
    undo(interview=interview, by=alice)
    assert words(interview) == ["One and two.", "Four.", "Five."]


def test_the_first_and_the_last_turn_have_no_neighbour_there(interview: Interview) -> None:
    alice, turns = an_editor(), keys(interview)
    for key, upwards, told in ((turns[0], True, "above"), (turns[-1], False, "below")):
        for act in (arranging.merge, arranging.move):
            with pytest.raises(CannotArrange, match=f"There is no turn {told}"):
                act(interview=interview, key=key, upwards=upwards, by=alice)


def test_a_turn_changes_places_with_its_neighbours(interview: Interview) -> None:
    alice, turns = an_editor(), keys(interview)
    arranging.move(interview=interview, key=turns[2], upwards=True, by=alice)
    assert words(interview) == ["One and two.", "Four.", "Three.", "Five."]
    arranging.move(interview=interview, key=turns[2], upwards=False, by=alice)
    assert keys(interview) == turns
    arranging.place(interview=interview, key=turns[0], behind=turns[3], by=alice)
    assert keys(interview) == [*turns[1:], turns[0]]
    arranging.place(interview=interview, key=turns[0], behind=None, by=alice)
    assert keys(interview) == turns


def test_a_new_turn_is_put_in_above_or_below_and_taken_out_by_undo(interview: Interview) -> None:
    alice, second = an_editor(), keys(interview)[1]
    for below in (True, False):
        arranging.insert(
            interview=interview, beside=second, below=below, text=f"{below}", speaker=ANSWERS, by=alice
        )
    assert words(interview) == ["One and two.", "False", "Three.", "True", "Four.", "Five."]
    assert interview.transcript().turns[1].speaker == ANSWERS
    with pytest.raises(CannotArrange, match="Write what was said"):
        arranging.insert(interview=interview, beside=second, below=True, text=" \n", speaker=None, by=alice)
    undo(interview=interview, by=alice)
    undo(interview=interview, by=alice)
    assert words(interview) == ["One and two.", "Three.", "Four.", "Five."]


def test_what_somebody_else_saved_meanwhile_is_not_overwritten_by_an_action(interview: Interview) -> None:
    alice, first = an_editor(), keys(interview)[0]
    editing.edit_text(interview=interview, key=first, text="By bob.", seen_version=1, by=an_editor("bob"))
    typed = Typed("By alice.", 1)
    with pytest.raises(StaleEdit):
        arranging.split(interview=interview, key=first, at=4, by=alice, typed=typed)
    with pytest.raises(StaleEdit):
        arranging.merge(interview=interview, key=first, upwards=False, by=alice, typed=typed)
    with pytest.raises(StaleEdit):
        editing.set_aside(interview=interview, key=first, by=alice, typed=typed)
    assert words(interview)[0] == "By bob."


def test_an_emptied_turn_is_not_joined_or_moved(interview: Interview) -> None:
    with pytest.raises(CannotArrange, match="no words in this turn"):
        arranging.move(
            interview=interview, key=keys(interview)[1], upwards=True, by=an_editor(), typed=Typed(" ", 1)
        )


def test_chosen_turns_are_given_set_aside_and_joined_each_with_one_undo(interview: Interview) -> None:
    alice, turns = an_editor(), keys(interview)
    before = interview.transcript().turns
    choosing.give_turns(interview=interview, keys=turns[1:3], speaker=ANSWERS, by=alice)
    assert [turn.speaker for turn in interview.transcript()] == [ASKS, ANSWERS, ANSWERS, ASKS]
    undo(interview=interview, by=alice)
    choosing.set_turns_aside(interview=interview, keys=[turns[0], turns[3]], by=alice)
    assert words(interview) == ["Three.", "Four."]
    undo(interview=interview, by=alice)
    choosing.join_turns(interview=interview, keys=turns[:3], by=alice)
    assert words(interview) == ["One and two. Three. Four.", "Five."]
    undo(interview=interview, by=alice)
    assert interview.transcript().turns == before


def test_turns_with_another_between_them_are_not_joined(interview: Interview) -> None:
    alice, turns = an_editor(), keys(interview)
    with pytest.raises(CannotArrange, match="next to each other"):
        choosing.join_turns(interview=interview, keys=[turns[0], turns[2]], by=alice)
    with pytest.raises(CannotArrange, match="at least two"):
        choosing.join_turns(interview=interview, keys=[turns[0]], by=alice)
