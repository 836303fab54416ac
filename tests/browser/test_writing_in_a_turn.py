"""A turn is saved while somebody writes in it, and nothing that was typed is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from interviews.models import Interview
from interviews.services.arranging import merge
from interviews.services.editing import edit_text
from tests.browser.conftest import AccessibilityFaults, Complaints, SignIn, assert_focus_is_somewhere
from tests.cast import an_editor, keys

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(desk: Page) -> Page:
    """The review desk, with the form of turn 3 open."""
    desk.keyboard.press("e")
    expect(desk.get_by_label("Words of turn 3")).to_be_focused()
    return desk


def third(interview: Interview) -> str:
    return interview.transcript().turns[2].text


def test_a_pause_saves_and_neither_words_nor_caret_nor_undo_of_the_field_are_touched(
    desk: Page, interview: Interview
) -> None:
    field, note = desk.get_by_label("Words of turn 3"), desk.locator("[data-kept]")
    start = third(interview)
    field.evaluate("field => field.setSelectionRange(4, 4)")
    desk.keyboard.type("ever ")
    expect(note).to_have_text("Saved")
    assert third(interview) == f"{start[:4]}ever {start[4:]}".strip()
    assert field.evaluate("field => [field.selectionStart, field.selectionEnd]") == [9, 9]
    expect(field).to_be_focused()

    desk.keyboard.type("ever ")
    expect(note).to_have_text("Not saved yet")
    expect(note).to_have_text("Saved")
    desk.keyboard.press("Control+z")
    expect(field).not_to_have_value(f"{start[:4]}ever ever {start[4:]}")
    expect(note).to_have_text("Saved")


def test_all_pauses_of_one_sitting_are_taken_back_with_one_key(desk: Page, interview: Interview) -> None:
    start, note = third(interview), desk.locator("[data-kept]")
    for words in ("One. ", "Two. ", "Three. "):
        desk.keyboard.type(words)
        expect(note).to_have_text("Saved")
    desk.keyboard.press("Escape")
    expect(desk.locator(f"#t-{keys(interview)[2]}")).to_be_focused()
    assert interview.records.count() == 1
    desk.keyboard.press("u")
    expect(desk.locator(f"#t-{keys(interview)[2]} .words")).to_have_text(start)
    assert_focus_is_somewhere(desk)


def test_leaving_the_form_by_key_saves_what_is_there(desk: Page, interview: Interview) -> None:
    desk.keyboard.type("Quickly. ")
    desk.keyboard.press("Escape")
    expect(desk.locator(f"#t-{keys(interview)[2]} .words")).to_contain_text("Quickly.")
    expect(desk.locator(f"#t-{keys(interview)[2]}")).to_be_focused()
    assert third(interview).startswith("Quickly.")


def test_speaker_and_times_are_saved_with_the_words_and_nonsense_is_told_at_the_turn(
    desk: Page, interview: Interview, complaints: Complaints
) -> None:
    complaints.allow("422")
    note = desk.locator("[data-kept]")
    desk.get_by_role("textbox", name="Starts").fill("noon")
    expect(note).to_contain_text("“noon” is not a time. Write 1:02:03.5")
    desk.get_by_role("textbox", name="Starts").fill("62:03")
    desk.get_by_role("textbox", name="Ends").fill("5")
    expect(note).to_contain_text("cannot end at 0:05 when it starts at 1:02:03")
    desk.get_by_role("textbox", name="Ends").fill("1:02:07.5")
    desk.get_by_label("Said by").select_option("Ada Field")
    expect(note).to_have_text("Saved")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(f"#t-{keys(interview)[2]} .who")).to_contain_text("Ada Field")
    expect(desk.locator(f"#t-{keys(interview)[2]} .place")).to_have_text("3 · 1:02:03")
    turn = interview.transcript().turns[2]
    assert (turn.speaker, turn.start, turn.end) == ("Ada Field", 3_723_000, 3_727_500)


def test_not_saved_stays_at_the_turn_through_a_lost_connection_until_it_is_saved(
    desk: Page, interview: Interview, complaints: Complaints
) -> None:
    complaints.allow("ERR_INTERNET_DISCONNECTED|htmx:")
    note = desk.locator("[data-kept]")
    desk.context.set_offline(True)
    desk.keyboard.type("Offline. ")
    expect(note).to_contain_text("Not saved: the server cannot be reached.")
    expect(desk.get_by_role("status").last).to_contain_text("Not saved")
    desk.context.set_offline(False)
    expect(note).to_have_text("Saved")
    assert third(interview).startswith("Offline.")


def test_a_login_in_another_tab_lets_the_words_be_saved(
    desk: Page, interview: Interview, sign_in: SignIn, complaints: Complaints
) -> None:
    complaints.allow("401|htmx:|Response Status Error")
    note = desk.locator("[data-kept]")
    desk.context.clear_cookies(name="sessionid")
    desk.keyboard.type("Signed out. ")
    expect(note).to_contain_text("Not saved: You are signed out.")
    sign_in(desk, an_editor("bob"))
    desk.evaluate("dispatchEvent(new Event('focus'))")
    expect(note).to_have_text("Saved")
    assert third(interview).startswith("Signed out.")


def test_words_of_a_crash_on_an_older_version_are_compared_not_written_over(
    desk: Page, interview: Interview, complaints: Complaints
) -> None:
    complaints.allow("ERR_FAILED|htmx:|409")
    desk.route("**/edit/", lambda route: route.abort() if route.request.post_data else route.continue_())
    desk.keyboard.type("Mine. ")
    expect(desk.locator("[data-kept]")).to_contain_text("Not saved")
    bob = an_editor("bob")
    edit_text(interview=interview, key=keys(interview)[2], text="Bob’s words.", seen_version=1, by=bob)
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.reload()
    desk.unroute("**/edit/")

    desk.get_by_role("link", name="Open them").click()
    expect(desk.get_by_label("Words of turn 3")).to_be_focused()
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_role("alert")).to_contain_text("Somebody else changed this turn")
    assert third(interview) == "Bob’s words."


def test_while_somebody_else_changes_the_turn_the_field_is_left_alone_and_says_so(
    desk: Page, interview: Interview, complaints: Complaints
) -> None:
    complaints.allow("409")
    bob = an_editor("bob")
    edit_text(interview=interview, key=keys(interview)[2], text="Bob’s words.", seen_version=1, by=bob)
    desk.keyboard.type("Mine. ")
    expect(desk.locator("[data-kept]")).to_contain_text("Not saved: Somebody else changed this turn")
    field = desk.get_by_label("Words of turn 3")
    expect(field).to_be_focused()
    assert field.input_value().startswith("Mine. ")
    assert third(interview) == "Bob’s words."


def test_an_emptied_field_is_not_saved_by_itself_and_closing_sets_the_turn_aside(
    desk: Page, interview: Interview
) -> None:
    start = third(interview)
    desk.get_by_label("Words of turn 3").fill("")
    expect(desk.locator("[data-kept]")).to_contain_text("closing sets the turn aside")
    assert third(interview) == start
    desk.keyboard.press("Escape")
    expect(desk.locator(f"#t-{keys(interview)[2]}")).to_contain_text("Turn 3 is set aside")
    assert interview.transcript().turns[2].text == start


def test_a_save_uploads_the_turn_and_little_more(desk: Page, interview: Interview) -> None:
    with desk.expect_request(lambda request: request.url.endswith("/edit/")) as sent:
        desk.keyboard.type("A few words more. ")
    uploaded = sent.value.post_data or ""
    assert "pause=1" in uploaded
    assert len(uploaded) < len(third(interview)) * 3 + 800


def test_the_open_form_is_clean_for_assistive_technology(
    desk: Page, accessibility_faults: AccessibilityFaults
) -> None:
    desk.keyboard.type("And ")
    expect(desk.locator("[data-kept]")).to_have_text("Saved")
    assert accessibility_faults(desk) == []


def test_unsaved_words_of_a_turn_that_was_joined_meanwhile_are_shown_until_they_are_thrown_away(
    desk: Page, interview: Interview, complaints: Complaints
) -> None:
    complaints.allow("ERR_FAILED|htmx:")
    desk.route("**/edit/", lambda route: route.abort() if route.request.post_data else route.continue_())
    desk.keyboard.type("Mine alone. ")
    expect(desk.locator("[data-kept]")).to_contain_text("Not saved")
    merge(interview=interview, key=keys(interview)[2], upwards=True, by=an_editor("bob"))
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.reload()
    told = desk.get_by_text("their turn is no longer there")
    expect(told).to_contain_text("Mine alone.")
    desk.get_by_role("button", name="Throw them away").click()
    expect(told).to_have_count(0)
    assert_focus_is_somewhere(desk)


def test_on_a_page_of_its_own_a_turn_is_saved_and_one_is_put_in(desk: Page, interview: Interview) -> None:
    key = keys(interview)[1]
    desk.goto(f"/desk/{interview.pk}/turns/{key}/edit/")
    desk.locator(f"#text-{key}").fill("The gutters.")
    desk.get_by_role("button", name="Save and close").click()
    expect(desk.locator(f"#t-{key}")).to_contain_text("The gutters.")
    desk.goto(f"/desk/{interview.pk}/turns/{key}/insert/")
    desk.locator("textarea").fill("Which ones?")
    desk.get_by_role("button", name="Put in").click()
    expect(desk.get_by_text("Which ones?").first).to_be_visible()
    assert "The gutters." in interview.transcript()[key].text
    assert "Which ones?" in [turn.text for turn in interview.transcript()]
