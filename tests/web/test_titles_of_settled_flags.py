"""A settled flag says where its passage stands today, however turns were put in, split, joined or moved."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from interviews.models import Flag, Interview
from interviews.services import arranging
from interviews.services.checking import check_interview
from interviews.services.settling import dismiss_flag, settle_flag
from interviews.services.undoing import take_back, undo
from interviews.views.screens import Screen
from tests.cast import ANSWERS, BRIDGE, a_conversation, an_interview, keys

pytestmark = pytest.mark.django_db

# A flag in the middle of the fourth turn: the doubled words behind its first sentence.
TWICE = (
    *BRIDGE[:2],
    (BRIDGE[2][0], "What frightens you?"),
    (ANSWERS, "Silence. Look at the the drains. And the bearings."),
)


@pytest.fixture
def interview(alice: User) -> Interview:
    return an_interview(a_conversation(*TWICE, *BRIDGE[4:]), by=alice)


@pytest.fixture
def fixed(interview: Interview, alice: User) -> Flag:
    """A flag of the fourth turn that a fix has settled."""
    flag = interview.flags.get()
    settle_flag(flag=flag, fix=0, by=alice)
    return flag


def told(interview: Interview, flag: Flag) -> str:
    """Title, place in the queue and exhibits of its card, as the desk shows them."""
    check_interview(interview)
    interview.refresh_from_db()
    screen = Screen(interview, flag.pk)
    assert screen.card is not None
    return " | ".join([screen.card.title, *(one.where for one in screen.card.exhibits)])


FOURTH = "“the” stands twice in turn 4 | 4"
FIFTH = "“the” stands twice in turn 5 | 5"


def test_a_turn_that_was_put_in_before_it(interview: Interview, fixed: Flag, alice: User) -> None:
    assert told(interview, fixed) == FOURTH
    first = keys(interview)[0]
    arranging.insert(
        interview=interview, beside=first, below=True, text="Well, then.", speaker=ANSWERS, by=alice
    )
    assert told(interview, fixed) == FIFTH
    undo(interview=interview, by=alice)
    assert told(interview, fixed) == FOURTH


def test_its_turn_was_moved(interview: Interview, fixed: Flag, alice: User) -> None:
    arranging.move(interview=interview, key=keys(interview)[3], upwards=False, by=alice)
    assert told(interview, fixed) == FIFTH


def test_its_turn_was_split_before_it_and_behind_it(interview: Interview, fixed: Flag, alice: User) -> None:
    key = keys(interview)[3]
    arranging.split(interview=interview, key=key, at=len("Silence. Look at the drains. "), by=alice)
    assert told(interview, fixed) == FOURTH
    arranging.split(interview=interview, key=key, at=len("Silence. "), by=alice)
    assert told(interview, fixed) == FIFTH
    undo(interview=interview, by=alice)
    assert told(interview, fixed) == FOURTH


def test_its_turn_was_joined_to_the_one_above_and_taken_apart_again(
    interview: Interview, fixed: Flag, alice: User
) -> None:
    third, fourth = keys(interview)[2:4]
    arranging.merge(interview=interview, key=fourth, upwards=True, by=alice)
    assert told(interview, fixed) == "“the” stands twice in turn 3 | 3"
    fixed.refresh_from_db()
    assert fixed.turn.key == third
    undo(interview=interview, by=alice)
    assert told(interview, fixed) == FOURTH
    assert interview.flags.get().turn.key == fourth


def test_what_is_marked_on_its_card_are_the_words_as_they_stand_now(
    interview: Interview, fixed: Flag, alice: User
) -> None:
    arranging.split(interview=interview, key=keys(interview)[3], at=len("Silence. "), by=alice)
    told(interview, fixed)
    screen = Screen(interview, fixed.pk)
    assert screen.card is not None
    (exhibit,) = screen.card.exhibits
    assert exhibit.html.startswith("Look at <mark")
    assert ">the</mark> drains." in exhibit.html


def test_a_turn_that_is_gone_is_named_by_no_number(interview: Interview, alice: User) -> None:
    first = keys(interview)[0]
    arranging.insert(
        interview=interview,
        beside=first,
        below=True,
        text="Well, well, the the end.",
        speaker=ANSWERS,
        by=alice,
    )
    check_interview(interview)
    flag = interview.flags.get(turn__text__startswith="Well")
    assert flag.title == "“the” stands twice in turn 2"
    dismiss_flag(flag=flag, by=alice)
    put_in = interview.records.get(label__startswith="Put in")
    take_back(interview=interview, number=put_in.number, by=alice)
    assert told(interview, flag) == "“the” stands twice in a turn that is gone"
