"""A flag that comes up unasked is not settled by a key that was meant for what stood there before."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from interviews.models import Interview
from interviews.services.checking import check_interview
from interviews.services.editing import edit_text
from tests.browser.conftest import SignIn, open_desk
from tests.cast import keys

pytestmark = pytest.mark.django_db(transaction=True)

NEW = "A new flag has come up: look at it first."

# At once, however slow the machine is: a key of the test's own may come after the moment.
PRESS_AT_ONCE = """
(key) => new MutationObserver((_, observer) => {
  if (!document.querySelector("#card[data-fresh]")) return;
  observer.disconnect();
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}).observe(document.body, { subtree: true, childList: true, attributes: true })
"""


def a_fault_by(user: User, interview: Interview) -> None:
    words = "how long does one inspection take?"
    edit_text(interview=interview, key=keys(interview)[4], text=words, seen_version=1, by=user)


@pytest.mark.parametrize("key", ["Enter", "x"])
def test_a_quick_second_key_does_not_settle_what_a_check_has_brought(
    page: Page, sign_in: SignIn, interview: Interview, alice: User, bob: User, key: str
) -> None:
    desk = open_desk(page, sign_in, alice, interview)
    a_fault_by(bob, interview)  # found by the check behind the first key
    desk.evaluate(PRESS_AT_ONCE, key)
    desk.keyboard.press("x")

    expect(desk.locator("#status")).to_have_text(NEW)
    assert interview.flags.open().count() == 1
    expect(desk.locator("#card:not([data-fresh])")).to_be_focused()
    desk.keyboard.press(key)
    expect(desk.get_by_role("heading", name="All settled")).to_be_visible()


def test_nor_what_somebody_else_has_brought(
    page: Page, sign_in: SignIn, interview: Interview, alice: User, bob: User
) -> None:
    desk = open_desk(page, sign_in, alice, interview)
    desk.keyboard.press("x")
    expect(desk.get_by_role("heading", name="All settled")).to_be_visible()
    desk.evaluate(PRESS_AT_ONCE, "Enter")
    a_fault_by(bob, interview)
    check_interview(interview)

    expect(desk.locator("#status")).to_have_text(NEW)
    assert interview.flags.open().count() == 1


def test_what_ones_own_key_brings_is_settled_as_quickly_as_before(
    page: Page, sign_in: SignIn, interview: Interview, alice: User, bob: User
) -> None:
    a_fault_by(bob, interview)
    check_interview(interview)
    desk = open_desk(page, sign_in, alice, interview)
    desk.keyboard.press("x")
    expect(desk.locator("#status")).to_contain_text("1 flag is left")
    expect(desk.locator("#card[data-fresh]")).to_have_count(0)
    desk.keyboard.press("x")
    expect(desk.get_by_role("heading", name="All settled")).to_be_visible()
