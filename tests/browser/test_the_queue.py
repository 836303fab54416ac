"""The queue is narrowed, flags are settled many at a time, opened again, and the history is at hand."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from interviews.models import Interview
from tests.browser.conftest import AccessibilityFaults, assert_focus_is_somewhere
from tests.cast import ANSWERS, BRIDGE, a_conversation, an_interview, keys

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def interview() -> Interview:
    """Three questions start in lower case, and the second answer comes twice."""
    turns = [
        (who, text[:1].lower() + text[1:] if number in (3, 5, 7) else text)
        for number, (who, text) in enumerate(BRIDGE, start=1)
    ]
    return an_interview(a_conversation(*turns, (ANSWERS, BRIDGE[5][1])))


def narrow_to(desk: Page, what: str, value: str) -> None:
    if not desk.get_by_label(what, exact=True).is_visible():
        desk.keyboard.press("f")
    desk.get_by_label(what, exact=True).focus()
    desk.get_by_label(what, exact=True).select_option(value)


def test_the_queue_is_narrowed_and_stays_so_while_flags_are_settled(desk: Page) -> None:
    narrow_to(desk, "Sort", "garbled")
    expect(desk.locator("#queue h2")).to_contain_text("0 of 3 settled among these")
    expect(desk.get_by_label("Sort", exact=True)).to_be_focused()

    desk.locator("#card").focus()
    for left in (2, 1, 0):
        desk.keyboard.press("Enter")
        expect(desk.locator("#queue h2")).to_contain_text(f"{3 - left} of 3 settled among these")
    expect(desk.get_by_role("heading", name="All of these are settled")).to_be_visible()
    assert_focus_is_somewhere(desk)

    desk.reload()
    expect(desk.locator("#queue h2")).to_contain_text("3 of 3 settled among these")
    desk.get_by_role("link", name="Show all").first.click()
    expect(desk.locator("#queue h2")).to_contain_text("3 of 4 settled")


def test_the_key_that_narrows_leads_into_it_and_escape_leads_back(desk: Page, interview: Interview) -> None:
    fifth = desk.locator(f"#t-{keys(interview)[4]}")
    sort = desk.get_by_label("Sort", exact=True)
    fifth.focus()
    desk.keyboard.press("f")
    expect(sort).to_be_focused()
    desk.keyboard.press("Escape")
    expect(sort).to_be_hidden()
    expect(fifth).to_be_focused()

    desk.keyboard.press("f")
    for value, told in (("garbled", "0 of 3 settled among these"), ("", "0 of 4 settled")):
        sort.select_option(value)
        expect(desk.locator("#queue h2")).to_contain_text(told)
        expect(sort).to_be_focused()
    desk.keyboard.press("Escape")
    expect(fifth).to_be_focused()


def test_keys_of_the_card_say_so_where_they_have_nothing_to_do(desk: Page) -> None:
    status = desk.locator("#status")
    desk.keyboard.press("o")
    expect(status).to_have_text("This flag is open.")
    expect(desk.locator("#card .kind")).to_contain_text("Turn said twice")
    desk.keyboard.press("a")
    expect(status).to_have_text("No other open flag is of this kind.")
    for left in (3, 2, 1, 0):
        desk.keyboard.press("x")
        expect(status).to_contain_text(f"{left} flag" if left else "All flags are settled")
    for key in ("x", "X", "a"):
        desk.keyboard.press("Escape")
        desk.keyboard.press(key)
        expect(status).to_have_text("No open flag is shown here.")
    desk.keyboard.press("o")
    expect(status).to_have_text("Nothing is shown here that could be opened again.")


def test_the_head_the_queue_and_the_page_that_publishes_count_alike(desk: Page, interview: Interview) -> None:
    flags = interview.flags.all()
    assert desk.locator("#card .kind").inner_text().endswith(f"1 of {flags.count()}")
    flag = flags.in_order_of_weight().last()
    assert flag is not None
    flags.filter(pk=flag.pk).update(severity="error")
    desk.reload()
    errors = interview.flags.blocking().count()
    told = f"{errors} error{'s' if errors > 1 else ''}"
    expect(desk.locator("#queue .left")).to_contain_text(f"4 left: {told}, ")
    publish = desk.get_by_role("link", name=f"Publish · {told}")
    publish.click()
    expect(desk.get_by_role("heading", name=f"{told} to settle first")).to_be_visible()


def test_all_of_a_kind_are_settled_by_keyboard_with_one_undo(
    desk: Page, interview: Interview, accessibility_faults: AccessibilityFaults
) -> None:
    narrow_to(desk, "Sort", "garbled")
    expect(desk.locator("#queue h2")).to_contain_text("among these")
    desk.locator("#card").focus()
    desk.keyboard.press("a")
    panel = desk.get_by_role("complementary", name="All of this kind")
    expect(panel.get_by_role("heading").first).to_be_focused()
    assert accessibility_faults(desk) == []
    panel.get_by_role("button", name="Take the first fix of each").press("Enter")

    expect(desk.get_by_role("status")).to_contain_text("Settled 3 flags")
    expect(panel).to_contain_text("Settled 3 flags")
    desk.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    assert_focus_is_somewhere(desk)
    assert interview.flags.open().count() == 1

    desk.keyboard.press("u")
    expect(desk.get_by_role("status")).to_contain_text("Undo: Settled 3 flags")
    assert interview.flags.open().count() == 4


def test_settle_and_stay_shows_what_the_fix_did_and_takes_it_back(desk: Page, interview: Interview) -> None:
    desk.keyboard.press("Shift+Enter")
    card = desk.locator("#card")
    expect(card).to_contain_text("Fixed by alice")
    expect(card).to_be_focused()
    desk.keyboard.press("o")
    expect(desk.get_by_role("status")).to_contain_text("Undo:")
    expect(card).not_to_contain_text("Fixed by")
    assert interview.flags.open().count() == 4


def test_a_dismissal_has_a_note_and_is_opened_again(desk: Page, interview: Interview) -> None:
    first = desk.locator("#card-title").inner_text()
    desk.keyboard.press("X")
    field = desk.get_by_label("Why it is no problem")
    expect(field).to_be_focused()
    field.fill("He said it twice.")
    field.press("Enter")
    expect(desk.locator("#card-title")).not_to_have_text(first)

    desk.locator(".others").get_by_role("link", name=first).click()
    expect(desk.locator("#card")).to_contain_text("He said it twice.")
    desk.keyboard.press("o")
    expect(desk.get_by_role("status")).to_contain_text("Opened again")
    assert interview.flags.open().count() == 4


def test_redo_by_key_after_undo_by_key(desk: Page, interview: Interview) -> None:
    desk.keyboard.press("x")
    expect(desk.get_by_role("status")).to_contain_text("3 flags are left")
    desk.keyboard.press("u")
    expect(desk.get_by_role("status")).to_contain_text("Undo:")
    assert interview.flags.open().count() == 4
    desk.keyboard.press("U")
    expect(desk.get_by_role("status")).to_contain_text("Redo:")
    assert interview.flags.open().count() == 3
    assert_focus_is_somewhere(desk)


def test_the_history_opens_beside_the_text_and_takes_one_thing_back(
    desk: Page, interview: Interview, accessibility_faults: AccessibilityFaults
) -> None:
    desk.keyboard.press("x")
    expect(desk.get_by_role("status")).to_contain_text("3 flags are left")
    desk.get_by_role("link", name="History").press("Enter")
    panel = desk.get_by_role("complementary", name="History")
    expect(panel.get_by_role("heading", name="History")).to_be_focused()
    assert accessibility_faults(desk) == []
    there = panel.get_by_role("list", name="What was done").get_by_role("link").first
    turn = str(there.get_attribute("data-go"))
    there.press("Enter")
    expect(desk.locator(f"#{turn}")).to_be_focused()
    panel.get_by_role("button", name="Take back number 1").press("Enter")
    expect(desk.get_by_role("status")).to_contain_text("Undo: Not a problem")
    assert interview.flags.open().count() == 4


def test_two_states_are_compared_and_a_turn_is_brought_back(
    desk: Page, interview: Interview, accessibility_faults: AccessibilityFaults
) -> None:
    narrow_to(desk, "Sort", "garbled")
    expect(desk.locator("#queue h2")).to_contain_text("among these")
    desk.locator("#card").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#queue h2")).to_contain_text("1 of 3")
    desk.get_by_role("link", name="History").click()
    desk.get_by_role("button", name="Compare").click()

    expect(desk.get_by_role("heading", name="What changed")).to_be_visible()
    assert accessibility_faults(desk) == []
    desk.get_by_role("checkbox").first.check()
    desk.get_by_role("button", name="Bring back the ticked turns").click()
    expect(desk.get_by_text("Undo takes it back.")).to_be_visible()
    assert interview.flags.open().count() == 4
