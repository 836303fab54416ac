"""Speakers are renamed and words replaced from panels beside the text, by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from interviews.models import Interview
from tests.browser.conftest import AccessibilityFaults, SignIn, assert_focus_is_somewhere
from tests.cast import ASKS, an_editor

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_speaker_is_renamed_everywhere_by_keyboard_and_one_undo_takes_it_back(
    desk: Page, accessibility_faults: AccessibilityFaults
) -> None:
    desk.keyboard.press("s")
    panel = desk.get_by_role("complementary", name="Speakers")
    expect(panel.get_by_role("heading", name="Speakers")).to_be_focused()
    assert accessibility_faults(desk) == []

    panel.get_by_label("What is labelled").select_option(ASKS)
    panel.get_by_label("is said by").fill("Nina Brandt")
    panel.get_by_label("is said by").press("Enter")
    expect(desk.locator("#panel")).to_contain_text("8 turns of “Editor” go to “Nina Brandt”")
    expect(desk.locator("#panel h2")).to_be_focused()
    assert accessibility_faults(desk) == []

    desk.get_by_role("button", name="Rename").press("Enter")
    expect(desk.locator(".turn .who b").first).to_have_text("Nina Brandt")
    expect(desk.get_by_role("status")).to_contain_text("Gave 8 turns")
    expect(desk.locator("#panel h2")).to_be_focused()

    desk.keyboard.press("Escape")
    expect(desk.locator("#panel")).to_be_hidden()
    assert_focus_is_somewhere(desk)
    desk.keyboard.press("u")
    expect(desk.locator(".turn .who b").first).to_have_text(ASKS)


def test_a_role_is_changed_and_the_text_shows_it(desk: Page) -> None:
    desk.keyboard.press("s")
    desk.get_by_role("group", name=ASKS).get_by_label("Role").select_option("guest")
    desk.get_by_role("button", name="Save who is who").click()
    expect(desk.get_by_role("status")).to_contain_text("Described “Editor”")
    expect(desk.locator(".turn.q")).to_have_count(0)


def test_words_are_found_ticked_and_replaced_by_keyboard(
    desk: Page, interview: Interview, accessibility_faults: AccessibilityFaults
) -> None:
    desk.keyboard.press("/")
    panel = desk.get_by_role("complementary", name="Find and replace")
    expect(panel.get_by_label("Find", exact=True)).to_be_focused()
    panel.get_by_label("Find", exact=True).fill("bridge")
    panel.get_by_label("Replace with").fill("viaduct")
    panel.get_by_label("Find", exact=True).press("Enter")

    expect(panel.get_by_role("heading", name="places")).to_be_focused()
    assert accessibility_faults(desk) == []
    places = panel.get_by_role("checkbox", name="bridge")
    found = places.count()
    assert found > 2
    places.first.uncheck()
    panel.get_by_role("button", name="Replace the ticked ones").press("Enter")

    expect(panel).to_contain_text(f"in {found - 1} places")
    expect(desk.locator("#main")).to_contain_text("viaduct")
    assert_focus_is_somewhere(desk)
    text = " ".join(turn.text for turn in interview.transcript())
    assert (text.count("viaduct"), text.lower().count("bridge")) == (found - 1, 1)


def test_without_a_script_the_tools_are_pages(page: Page, sign_in: SignIn, interview: Interview) -> None:
    sign_in(page, an_editor())
    for path, heading in (("speakers", "Speakers"), ("replace", "Find and replace"), ("history", "History")):
        page.goto(f"/desk/{interview.pk}/{path}/")
        expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
