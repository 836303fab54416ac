"""The desk in the colours that somebody’s system forces on it, and its narrow columns."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from interviews.models import Interview
from tests.browser.conftest import SignIn, open_desk
from tests.builders import timed
from tests.cast import BRIDGE, a_conversation, an_interview, keys

pytestmark = pytest.mark.django_db(transaction=True)

MINUTE = 61_000  # and a second, in milliseconds


def bar_of(page: Page, interview: Interview, number: int) -> str:
    """The colour of the bar beside a turn."""
    turn = page.locator(f"#t-{keys(interview)[number - 1]}")
    colour: str = turn.evaluate("turn => getComputedStyle(turn).borderInlineStartColor")
    return colour


def test_in_forced_colours_the_turn_of_the_card_is_the_one_with_a_bar(
    desk: Page, interview: Interview
) -> None:
    desk.emulate_media(forced_colors="active")
    paper, ink = desk.evaluate(
        """() => {
          const probe = document.body.appendChild(document.createElement("p"));
          const colour = (name) => { probe.style.color = name; return getComputedStyle(probe).color };
          const both = [colour("Canvas"), colour("CanvasText")];
          probe.remove();
          return both;
        }"""
    )
    assert bar_of(desk, interview, 3) == ink
    assert {bar_of(desk, interview, number) for number in (1, 2, 4)} == {paper}


def test_in_forced_colours_added_words_and_progress_are_seen(desk: Page) -> None:
    desk.emulate_media(forced_colors="active")
    bar = desk.get_by_role("progressbar")
    assert bar.evaluate("bar => getComputedStyle(bar).borderTopWidth") == "1px"
    desk.evaluate("document.querySelector('#card').append(document.createElement('ins'))")
    assert "underline" in desk.locator("#card ins").last.evaluate(
        "word => getComputedStyle(word).textDecoration"
    )


def test_number_and_time_of_a_turn_stand_in_one_line(page: Page, sign_in: SignIn, alice: User) -> None:
    talk = a_conversation(*BRIDGE)
    times = [(MINUTE * number, None) for number in range(len(BRIDGE))]
    desk = open_desk(page, sign_in, alice, an_interview(timed(talk, *times)))
    last = desk.locator(".turn .place").last
    expect(last).to_have_text("16 · 15:15")
    place = last.bounding_box()
    edit = desk.locator(".turn .edit").last.bounding_box()
    assert place is not None
    assert edit is not None
    assert place["height"] < 20
    assert abs(place["y"] + place["height"] / 2 - edit["y"] - edit["height"] / 2) < 6
