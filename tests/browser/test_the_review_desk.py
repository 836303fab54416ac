"""Keys, mouse and focus at the review desk."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from interviews.models import Interview
from tests.browser.conftest import AccessibilityFaults, Complaints, NewPage, SignIn, assert_focus_is_somewhere
from tests.cast import an_editor, keys

pytestmark = pytest.mark.django_db(transaction=True)


def turn(page: Page, interview: Interview, number: int) -> str:
    return f"#t-{keys(interview)[number - 1]}"


def test_one_key_settles_and_one_key_brings_back(desk: Page, interview: Interview) -> None:
    third = desk.locator(f"{turn(desk, interview, 3)} .words")
    desk.keyboard.press("Enter")
    expect(third).to_contain_text("What frightens")
    expect(desk.get_by_role("status")).to_contain_text("All flags are settled.")
    assert_focus_is_somewhere(desk)

    desk.keyboard.press("u")
    expect(third).to_contain_text("what frightens")
    expect(desk.locator("#card")).to_be_focused()


def test_not_a_problem_by_key_and_by_mouse(desk: Page, interview: Interview) -> None:
    desk.keyboard.press("x")
    expect(desk.get_by_role("heading", name="All settled")).to_be_visible()
    desk.get_by_role("button", name="Undo").click()
    desk.get_by_role("button", name="Not a problem").click()
    expect(desk.get_by_role("heading", name="All settled")).to_be_visible()
    assert interview.flags.get().state == "dismissed"


def test_a_turn_is_edited_by_key_saved_by_key_and_checked_at_once(desk: Page, interview: Interview) -> None:
    desk.keyboard.press("e")
    field = desk.get_by_label("Words of turn 3")
    expect(field).to_be_focused()
    field.fill("What is the worst that you have seen?")
    desk.keyboard.press("Control+Enter")

    expect(desk.locator(turn(desk, interview, 3))).to_be_focused()
    expect(desk.locator(f"{turn(desk, interview, 3)} .words")).to_have_text(
        "What is the worst that you have seen?"
    )
    expect(desk.get_by_role("heading", name="All settled")).to_be_visible()


def test_a_new_fault_is_flagged_as_soon_as_it_is_saved(desk: Page, interview: Interview) -> None:
    desk.keyboard.press("x")
    desk.locator(turn(desk, interview, 5)).hover()
    desk.locator(f"{turn(desk, interview, 5)} .edit").click()
    desk.get_by_label("Words of turn 5").fill("How long (on a good day does it take?")
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator("#card .kind")).to_contain_text("Unmatched quote or bracket")


def test_keys_do_nothing_while_somebody_types(desk: Page, interview: Interview) -> None:
    desk.keyboard.press("e")
    field = desk.get_by_label("Words of turn 3")
    field.fill("")
    field.press_sequentially("jxu?2e")
    expect(field).to_have_value("jxu?2e")
    assert interview.flags.open().count() == 1
    expect(desk.get_by_role("dialog")).to_be_hidden()


def test_the_sheet_names_every_key(desk: Page) -> None:
    desk.keyboard.press("?")
    sheet = desk.get_by_role("dialog")
    expect(sheet.get_by_role("heading", name="Keys")).to_be_focused()
    expect(sheet.get_by_role("heading", name="Keys")).to_be_in_viewport()
    for said in ("Next flag", "Take the first fix", "Not a problem", "Undo", "Edit the turn"):
        expect(sheet).to_contain_text(said)
    desk.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    assert_focus_is_somewhere(desk)


def test_words_that_were_not_saved_come_back(
    desk: Page, interview: Interview, complaints: Complaints
) -> None:
    complaints.allow("ERR_FAILED|htmx:")
    desk.route(
        "**/edit/", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    desk.keyboard.press("e")
    desk.get_by_label("Words of turn 3").fill("Half a thought")
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.reload()

    expect(desk.locator(turn(desk, interview, 3))).to_contain_text("Words of yours are not saved")
    desk.get_by_role("link", name="Open them").click()
    expect(desk.get_by_label("Words of turn 3")).to_have_value("Half a thought")
    expect(desk.get_by_text("were put back")).to_be_visible()
    desk.get_by_role("button", name="Use the saved text instead").click()
    expect(desk.get_by_label("Words of turn 3")).to_have_value(interview.transcript().turns[2].text)


def test_a_turn_that_cannot_be_opened_offline_does_not_speak_of_words_not_saved(
    desk: Page, complaints: Complaints
) -> None:
    complaints.allow("ERR_INTERNET_DISCONNECTED|htmx:")
    desk.context.set_offline(True)
    desk.keyboard.press("e")
    status = desk.locator("#status")
    expect(status).to_have_text("The turn cannot be opened: the server cannot be reached.")
    desk.keyboard.press("h")
    expect(status).to_have_text("That cannot be shown: the server cannot be reached.")
    desk.keyboard.press("x")
    expect(status).to_contain_text("Not saved: the server cannot be reached.")


def test_a_lost_connection_is_told_and_the_words_stay(
    desk: Page, interview: Interview, complaints: Complaints
) -> None:
    complaints.allow("ERR_INTERNET_DISCONNECTED|htmx:")
    desk.keyboard.press("e")
    desk.get_by_label("Words of turn 3").fill("What now?")
    desk.context.set_offline(True)
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_role("status")).to_contain_text("Not saved")
    expect(desk.get_by_label("Words of turn 3")).to_have_value("What now?")

    desk.context.set_offline(False)
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(f"{turn(desk, interview, 3)} .words")).to_have_text("What now?")


def test_somebody_who_was_signed_out_is_told_and_can_save_after_a_new_login(
    desk: Page, interview: Interview, sign_in: SignIn, complaints: Complaints
) -> None:
    complaints.allow("401|403|htmx:|Response Status Error")
    desk.keyboard.press("e")
    desk.get_by_label("Words of turn 3").fill("What now?")
    desk.context.clear_cookies(name="sessionid")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_role("status")).to_contain_text("signed out")
    expect(desk.get_by_label("Words of turn 3")).to_have_value("What now?")

    sign_in(desk, an_editor("bob"))
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(f"{turn(desk, interview, 3)} .words")).to_have_text("What now?")


def test_two_browsers_edit_one_turn_and_the_second_is_told(
    new_page: NewPage,
    sign_in: SignIn,
    interview: Interview,
    complaints: Complaints,
    accessibility_faults: AccessibilityFaults,
) -> None:
    complaints.allow("409")
    alice, bob = new_page(), new_page()
    for page, name in ((alice, "alice"), (bob, "bob")):
        sign_in(page, an_editor(name))
        page.goto(f"/desk/{interview.pk}/")
        expect(page.locator("#card")).to_be_focused()
        page.keyboard.press("e")
        expect(page.get_by_label("Words of turn 3")).to_be_focused()
    alice.keyboard.type("By alice. ")
    alice.keyboard.press("Control+Enter")
    expect(alice.locator(f"{turn(alice, interview, 3)} .words")).to_contain_text("By alice.")

    bob.keyboard.type("By bob. ")
    bob.keyboard.press("Control+Enter")
    expect(bob.get_by_role("alert")).to_contain_text("Somebody else changed this turn")
    expect(bob.locator(".versions")).to_contain_text("By alice.")
    expect(bob.locator(".versions")).to_contain_text("By bob.")
    expect(bob.get_by_label("Your words")).to_have_value(re.compile("By bob."))
    assert interview.transcript().turns[2].text.startswith("By alice.")
    assert accessibility_faults(bob) == []

    bob.get_by_role("button", name="Keep mine").click()
    expect(bob.locator(f"{turn(bob, interview, 3)} .words")).to_contain_text("By bob.")
    assert interview.records.count() == 2


def test_a_turn_is_set_aside_and_put_back(desk: Page, interview: Interview) -> None:
    desk.keyboard.press("e")
    desk.get_by_role("button", name="Set aside").click()
    third = desk.locator(turn(desk, interview, 3))
    expect(third).to_contain_text("Turn 3 is set aside")
    assert_focus_is_somewhere(desk)
    third.locator("summary").click()
    third.get_by_role("button", name="Put it back").click()
    expect(desk.locator(f"{turn(desk, interview, 3)} .words")).to_contain_text("frightens")
    assert_focus_is_somewhere(desk)


def test_a_turn_is_given_to_another_speaker(desk: Page, interview: Interview) -> None:
    desk.keyboard.press("e")
    desk.get_by_label("Said by").select_option("Ada Field")
    desk.keyboard.press("Escape")
    expect(desk.locator(f"{turn(desk, interview, 3)} .who")).to_contain_text("Ada Field")


def test_the_whole_desk_is_clean_for_assistive_technology(
    desk: Page, interview: Interview, accessibility_faults: AccessibilityFaults
) -> None:
    assert accessibility_faults(desk) == []
    desk.keyboard.press("e")
    expect(desk.get_by_label("Words of turn 3")).to_be_focused()
    assert accessibility_faults(desk) == []


@pytest.mark.parametrize("width", [390, 720])
def test_a_small_screen_shows_everything(desk: Page, width: int) -> None:
    desk.set_viewport_size({"width": width, "height": 800})
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.locator('#card [data-key="Enter"]').click()
    expect(desk.get_by_role("heading", name="All settled")).to_be_visible()


def test_everything_works_without_javascript(
    browser: Browser, live_server: LiveServer, sign_in: SignIn, interview: Interview
) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    plain = context.new_page()
    sign_in(plain, an_editor())
    plain.goto(f"/desk/{interview.pk}/")
    plain.locator("#card .fixes button").first.click()
    expect(plain.get_by_role("heading", name="All settled")).to_be_visible()
    plain.get_by_role("button", name="Undo").click()
    expect(plain.locator("#card-title")).to_contain_text("Turn 3")

    plain.goto(f"/desk/{interview.pk}/turns/{keys(interview)[0]}/edit/")
    plain.get_by_label("Words of turn 1").fill("What now?")
    plain.get_by_role("button", name="Save").click()
    expect(plain.locator(f"{turn(plain, interview, 1)} .words")).to_have_text("What now?")
    context.close()
