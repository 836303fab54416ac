"""Somebody who has never seen the desk settles an interview by keyboard, doing what the screen says."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from interviews.management.samples import SAMPLES, load
from interviews.models import Interview
from tests.browser.conftest import SignIn
from tests.cast import an_editor

pytestmark = pytest.mark.django_db(transaction=True)

# What is printed on the caps, and the key that a person presses then.
PRESSED = {"↵": "Enter", "⇧↵": "Shift+Enter"}
MOST_TABS = 60


@pytest.fixture
def interview() -> Interview:
    """The sample with the most to settle."""
    alice = an_editor()
    loaded = [found for sample in SAMPLES if (found := load(sample, by=alice))]
    return max(loaded, key=lambda one: one.flags.open().count())


def tab_to(page: Page, words: str) -> None:
    """Tab on until what has the focus says these words."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if words in page.evaluate("document.activeElement.textContent"):
            return
    raise AssertionError(f"“{words}” cannot be reached with the Tab key.")


def test_an_interview_is_found_and_settled_by_keyboard_with_the_keys_that_the_screen_names(
    page: Page, sign_in: SignIn, interview: Interview
) -> None:
    flags = interview.flags.open().count()
    assert flags > 5
    assert interview.created_by is not None
    sign_in(page, interview.created_by)
    page.goto("/desk/")
    tab_to(page, interview.title)
    page.keyboard.press("Enter")
    expect(page.locator("#card")).to_be_focused()

    for _ in range(flags):
        title = page.locator("#card-title").inner_text()
        offers = page.locator("#card .fixes button[data-key]")
        cap = offers.first.locator("kbd").inner_text()
        page.keyboard.press(PRESSED.get(cap, cap))
        expect(page.locator("#card")).not_to_contain_text(title)
        expect(page.locator("#check.htmx-request")).to_have_count(0)
        if page.get_by_role("heading", name="All settled").is_visible():
            break

    expect(page.get_by_role("heading", name="All settled")).to_be_visible()
    assert not interview.flags.open().exists()
    tab_to(page, "Preview")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=interview.title, level=1)).to_be_visible()
