"""The desk on a telephone, at 320 px, and zoomed to 200 %: nothing is lost and nothing scrolls sideways."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from interviews.models import Interview
from tests.browser.conftest import AccessibilityFaults, SignIn, assert_focus_is_somewhere
from tests.cast import an_editor, keys

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def phone(page: Page, sign_in: SignIn, interview: Interview) -> Page:
    """The review desk at 390 px."""
    sign_in(page, an_editor())
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"/desk/{interview.pk}/")
    expect(page.locator("#card")).to_be_focused()
    return page


def too_small(page: Page) -> list[str]:
    """Buttons, ticks and links of their own (not in a sentence) that a finger would miss: under 24 px."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("button, a, select, input:not([type=hidden]), summary")]
          .filter((one) => one.checkVisibility({ opacityProperty: true }) && !one.closest(".sr, .skip, p"))
          .filter((one) => {
            const box = (one.closest("label") ?? one).getBoundingClientRect();
            const near = one.matches(".pick") ? 6 : 0;
            return box.width && (box.width + near < 24 || box.height + near < 24);
          })
          .map((one) => one.outerHTML.slice(0, 80))"""
    )
    return found


def test_the_history_leaves_no_piece_of_a_sentence_on_a_line_of_its_own(
    phone: Page, interview: Interview
) -> None:
    phone.keyboard.press("x")
    expect(phone.get_by_role("heading", name="All settled")).to_be_attached()
    phone.goto(f"/desk/{interview.pk}/history/")
    whole = "The state chosen on the left is compared with the one on the right."
    expect(phone.locator(".history .actions")).to_contain_text(whole)
    told = phone.locator(".what .soft", has=phone.get_by_role("button", name="Take back"))
    expect(told).not_to_contain_text("· Take back")  # the point hung at the end of the line before


def test_the_queue_is_a_sheet_that_folds_and_stays_folded(phone: Page, interview: Interview) -> None:
    handle, queue = phone.get_by_role("button", name="To settle"), phone.locator("#queue")
    expect(handle).to_have_attribute("aria-expanded", "true")
    expect(handle).to_contain_text("0 of 1 settled")
    handle.click()
    expect(queue).to_be_hidden()
    expect(handle).to_have_attribute("aria-expanded", "false")
    phone.reload()
    expect(handle).to_have_attribute("aria-expanded", "false")
    expect(queue).to_be_hidden()
    assert_focus_is_somewhere(phone)
    handle.press("Enter")
    expect(queue).to_be_visible()
    phone.locator('#card [data-key="Enter"]').click()
    expect(handle).to_contain_text("1 of 1 settled")


def test_the_row_of_tools_shows_that_it_goes_on(phone: Page) -> None:
    tools = phone.locator(".tools")
    assert tools.evaluate("row => row.scrollWidth > row.clientWidth")
    ends = """row => {
      const style = getComputedStyle(row);
      return [style.backgroundAttachment, style.backgroundImage.includes("radial-gradient")];
    }"""
    assert tools.evaluate(ends) == ["local, local, scroll, scroll", True]


def test_an_answer_with_the_sheet_folded_leaves_the_focus_in_the_text(
    phone: Page, interview: Interview
) -> None:
    phone.get_by_role("button", name="To settle").click()
    phone.keyboard.press("x")
    expect(phone.get_by_role("status").last).to_contain_text("Not a problem")
    assert phone.evaluate("document.activeElement.closest('#main') !== null")


def test_while_somebody_writes_the_words_have_the_screen(phone: Page, interview: Interview) -> None:
    phone.locator(f"#t-{keys(interview)[4]} .edit").click()
    expect(phone.get_by_label("Words of turn 5")).to_be_focused()
    expect(phone.locator("#queue")).to_be_hidden()
    phone.get_by_label("Words of turn 5").fill("How long?")
    phone.get_by_role("button", name="Save and close").click()
    expect(phone.locator(f"#t-{keys(interview)[4]} .words")).to_have_text("How long?")
    expect(phone.locator("#queue")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 640), (720, 450)])
def test_nothing_scrolls_sideways_with_a_form_open_and_turns_chosen(
    phone: Page, interview: Interview, width: int, height: int, accessibility_faults: AccessibilityFaults
) -> None:
    phone.set_viewport_size({"width": width, "height": height})
    phone.locator(f"#t-{keys(interview)[2]} .pick").check()
    expect(phone.locator("#chosen")).to_contain_text("1 turn selected")
    phone.locator(f"#t-{keys(interview)[4]} .edit").click()
    expect(phone.get_by_label("Words of turn 5")).to_be_focused()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert phone.evaluate(
        "document.querySelector('#main').scrollWidth <= document.querySelector('#main').clientWidth"
    )
    assert too_small(phone) == []
    assert accessibility_faults(phone) == []
