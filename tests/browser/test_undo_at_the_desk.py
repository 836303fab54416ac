"""Undo and redo at the review desk: where they lead, and what they say."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from interviews.models import Interview
from tests.cast import keys

pytestmark = pytest.mark.django_db(transaction=True)


def turn(interview: Interview, number: int) -> str:
    return f"#t-{keys(interview)[number - 1]}"


def test_the_card_names_its_turn_by_its_number_after_a_new_turn_was_taken_out_again(
    desk: Page, interview: Interview
) -> None:
    title = desk.locator("#card-title")
    expect(title).to_contain_text("Turn 3")
    desk.locator(turn(interview, 1)).focus()
    desk.keyboard.press("i")
    desk.get_by_label("Words of a new turn").fill("Who says so?")
    desk.keyboard.press("Control+Enter")
    expect(title).to_contain_text("Turn 4")
    desk.keyboard.press("u")
    expect(title).to_contain_text("Turn 3")
