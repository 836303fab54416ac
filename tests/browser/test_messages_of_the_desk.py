"""What the desk says goes by itself, can be closed, and covers nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from interviews.models import Interview
from interviews.services.editing import edit_text
from tests.browser.conftest import AccessibilityFaults, Complaints, SignIn, open_desk
from tests.cast import an_editor, keys

pytestmark = pytest.mark.django_db(transaction=True)

# Each part of the desk that can be seen scrolls what it holds, and ends where the message begins.
OVERLAPPED = """
() => {
  const told = document.querySelector("#told").getBoundingClientRect();
  const panel = document.querySelector("#panel");
  const isOver = innerWidth < 760 && !panel.hidden;
  const parts = document.querySelectorAll(".bar, #map, #main, #queue, #queue-handle, #panel");
  return (isOver ? [panel] : [...parts])
    .filter((one) => one.checkVisibility())
    .filter((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return right > told.left && left < told.right && bottom > told.top + 1 && top < told.bottom - 1;
    })
    .map((one) => one.id || one.className);
}
"""


def test_a_message_goes_by_itself_but_not_under_the_pointer(
    page_with_a_clock: Page, sign_in: SignIn, interview: Interview
) -> None:
    desk = open_desk(page_with_a_clock, sign_in, an_editor(), interview)
    status = desk.locator("#status")
    for is_read in (False, True):
        desk.keyboard.press("u" if is_read else "x")
        expect(status).not_to_be_empty()
        desk.clock.run_for(4_000)
        expect(status).not_to_be_empty()
        if is_read:
            desk.locator("#told").hover()
            desk.clock.run_for(30_000)
            expect(status).not_to_be_empty()
            desk.mouse.move(0, 0)
        desk.clock.run_for(20_000)
        expect(status).to_be_empty()
        expect(desk.locator("#card")).to_be_focused()


def test_an_error_stays_until_it_is_closed_and_no_news_talks_over_it(
    page_with_a_clock: Page, sign_in: SignIn, interview: Interview, complaints: Complaints
) -> None:
    complaints.allow("422")
    desk = open_desk(page_with_a_clock, sign_in, an_editor(), interview)
    first, second = keys(interview)[:2]
    desk.locator(f"#t-{first}").focus()
    desk.keyboard.press("Alt+ArrowUp")
    alarm = desk.locator("#status.alarm")
    expect(alarm).to_contain_text("no turn above")
    desk.clock.run_for(60_000)
    edit_text(interview=interview, key=second, text="By bob.", seen_version=1, by=an_editor("bob"))
    desk.clock.run_for(6_000)
    expect(desk.locator(f"#t-{second} .words")).to_have_text("By bob.")
    expect(alarm).to_contain_text("no turn above")
    desk.keyboard.press("Escape")
    expect(desk.locator("#status")).to_be_empty()
    expect(desk.locator(f"#t-{first}")).to_be_focused()


def test_the_button_of_a_message_closes_it_and_gives_the_focus_back(
    desk: Page, interview: Interview, accessibility_faults: AccessibilityFaults
) -> None:
    turn = desk.locator(f"#t-{keys(interview)[0]}")
    turn.focus()
    desk.keyboard.press("Alt+ArrowDown")
    expect(turn).to_be_focused()
    close = desk.get_by_role("button", name="Close the message")
    assert accessibility_faults(desk) == []
    close.focus()
    desk.keyboard.press("Enter")
    expect(close).to_be_hidden()
    expect(desk.locator("#status")).to_be_empty()
    expect(turn).to_be_focused()


@pytest.mark.parametrize("width", [390, 900, 1400])
def test_a_message_covers_no_control(desk: Page, width: int) -> None:
    desk.set_viewport_size({"width": width, "height": 800})
    desk.keyboard.press("x")
    expect(desk.locator("#status")).to_contain_text("All flags are settled.")
    assert desk.evaluate(OVERLAPPED) == []
    desk.keyboard.press("s")
    expect(desk.locator("#panel-title")).to_be_focused()
    desk.get_by_label("Role").first.select_option("other")
    desk.get_by_role("button", name="Save who is who").click()
    expect(desk.locator("#status")).to_contain_text("Described")
    assert desk.evaluate(OVERLAPPED) == []
