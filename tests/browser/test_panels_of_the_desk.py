"""What is typed in a panel is not lost, is sent by key, and the focus goes back to where somebody was."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from interviews.models import Interview
from interviews.services.naming import describe_speakers
from tests.browser.conftest import AccessibilityFaults, Complaints
from tests.cast import ANSWERS, ASKS, an_editor, keys

pytestmark = pytest.mark.django_db(transaction=True)


def turn(interview: Interview, number: int) -> str:
    return f"#t-{keys(interview)[number - 1]}"


def test_a_comment_that_was_closed_is_there_again_about_the_same_words(
    desk: Page, interview: Interview, accessibility_faults: AccessibilityFaults
) -> None:
    desk.evaluate(
        """(id) => {
          const words = document.querySelector(`${id} .words`).firstChild;
          getSelection().setBaseAndExtent(words, 13, words, 28);
        }""",
        turn(interview, 2),
    )
    desk.keyboard.press("c")
    field = desk.get_by_role("textbox", name="Comment")
    field.fill("Which one?")
    desk.keyboard.press("Escape")
    expect(desk.locator("#panel")).to_be_hidden()
    expect(desk.locator("#status")).to_contain_text("What you typed is kept")

    desk.reload()
    desk.locator(turn(interview, 5)).focus()
    desk.keyboard.press("c")
    expect(field).to_be_focused()
    expect(field).to_have_value("Which one?")
    expect(desk.locator("#panel .quoted")).to_have_text("blocked drain")
    expect(desk.locator("#put-back")).to_be_visible()
    assert accessibility_faults(desk) == []
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#status")).to_contain_text("The comment is saved.")
    expect(field).to_have_value("")
    expect(desk.locator("#put-back")).to_be_hidden()
    made = interview.comments.get()
    assert (made.turn.key, made.quote, made.text) == (keys(interview)[1], "blocked drain", "Which one?")

    desk.keyboard.press("Escape")
    desk.locator(turn(interview, 5)).focus()
    desk.keyboard.press("c")
    expect(desk.get_by_label("On turn")).to_have_value("5")
    expect(field).to_have_value("")


def test_a_comment_that_is_being_written_stays_while_another_is_resolved_and_can_be_begun_anew(
    desk: Page, interview: Interview
) -> None:
    field = desk.get_by_role("textbox", name="Comment")
    for words in ("Which one?", "And when"):
        desk.locator(turn(interview, 5)).focus()
        desk.keyboard.press("c")
        field.fill(words)
        if words == "Which one?":
            desk.keyboard.press("Control+Enter")
            expect(desk.get_by_role("button", name="Resolve")).to_be_visible()
            desk.keyboard.press("Escape")
    desk.get_by_role("button", name="Resolve").click()
    expect(desk.locator("#panel")).to_contain_text("1 resolved")
    expect(field).to_have_value("And when")
    expect(desk.get_by_label("On turn")).to_have_value("5")
    desk.keyboard.press("Escape")
    desk.keyboard.press("c")
    expect(field).to_have_value("And when")
    desk.get_by_role("button", name="Begin anew").click()
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    desk.keyboard.press("Escape")
    desk.keyboard.press("c")
    expect(field).to_have_value("")


def test_what_is_typed_in_other_panels_is_kept_but_not_over_what_somebody_else_saved(
    desk: Page, interview: Interview
) -> None:
    desk.keyboard.press("/")
    desk.get_by_label("Find", exact=True).fill("viaduct")
    desk.get_by_label("Replace with").fill("bridge")
    desk.keyboard.press("Escape")
    desk.keyboard.press("s")
    for who, name in ((ASKS, "Nina Brandt"), (ANSWERS, "Ada M. Field")):
        desk.get_by_role("group", name=who).get_by_label("Full name").fill(name)
    desk.keyboard.press("Escape")
    describe_speakers(
        interview=interview, known={ANSWERS: ("guest", "Dr Ada Field", "")}, by=an_editor("bob")
    )
    desk.keyboard.press("s")
    expect(desk.get_by_role("group", name=ASKS).get_by_label("Full name")).to_have_value("Nina Brandt")
    expect(desk.get_by_role("group", name=ANSWERS).get_by_label("Full name")).to_have_value("Dr Ada Field")
    desk.keyboard.press("Escape")
    desk.keyboard.press("/")
    expect(desk.get_by_label("Find", exact=True)).to_have_value("viaduct")
    expect(desk.get_by_label("Replace with")).to_have_value("bridge")


@pytest.mark.parametrize("place", ["#card", "turn"])
def test_the_focus_goes_back_to_where_somebody_was_when_they_pressed_the_key(
    desk: Page, interview: Interview, place: str
) -> None:
    was = desk.locator(turn(interview, 5) if place == "turn" else place)
    for key, title in (("s", "Speakers"), ("h", "History"), ("c", "Comments")):
        was.focus()
        desk.keyboard.press(key)
        expect(desk.get_by_role("heading", name=title)).to_be_visible()
        desk.keyboard.press("Escape")
        expect(was).to_be_focused()


def test_the_focus_goes_back_to_a_turn_that_was_drawn_anew_and_to_a_link_that_was_clicked(
    desk: Page, interview: Interview
) -> None:
    second = desk.locator(turn(interview, 2))
    second.focus()
    desk.keyboard.press("s")
    desk.get_by_label("What is labelled").select_option(ANSWERS)
    desk.get_by_label("is said by").fill("Nina")
    desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Rename").click()
    expect(second.locator(".who")).to_contain_text("Nina")
    desk.keyboard.press("Escape")
    expect(second).to_be_focused()
    link = desk.get_by_role("link", name="History")
    link.click()
    expect(desk.locator("#panel-title")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_a_refused_rename_leaves_all_that_was_typed_and_says_why_at_its_field(
    desk: Page, complaints: Complaints, accessibility_faults: AccessibilityFaults
) -> None:
    complaints.allow("422")
    desk.keyboard.press("s")
    known = desk.get_by_role("group", name=ASKS).get_by_label("Full name")
    known.fill("Nina Brandt")
    name, start = desk.get_by_label("is said by"), desk.get_by_label("from turn")
    name.fill("Nina")
    start.fill("99")
    start.press("Enter")
    expect(desk.get_by_role("alert")).to_contain_text("there is no turn 99")
    expect(start).to_be_focused()
    expect(start).to_have_accessible_description("Nothing would change: there is no turn 99.")
    expect(start).to_have_value("99")
    expect(name).to_have_value("Nina")
    expect(known).to_have_value("Nina Brandt")
    assert accessibility_faults(desk) == []

    start.fill("5")
    start.press("Enter")
    expect(desk.locator("#panel")).to_contain_text("turns of “Editor” go to “Nina”")
    desk.get_by_role("link", name="Back").click()
    expect(known).to_have_value("Nina Brandt")
    expect(name).to_have_value("Nina")
    expect(start).to_have_value("5")


def test_what_is_typed_at_once_is_looked_for_and_no_key_settles_the_flag_that_a_panel_covers(
    desk: Page, interview: Interview
) -> None:
    flags = interview.flags.open().count()
    assert flags
    shown = desk.locator("#card").inner_text()
    desk.keyboard.press("/")
    expect(desk.get_by_label("Find", exact=True)).to_be_focused()
    desk.keyboard.type("xx2")
    expect(desk.get_by_label("Find", exact=True)).to_have_value("xx2")

    desk.keyboard.press("Escape")
    desk.keyboard.press("h")
    expect(desk.locator("#panel-title")).to_be_focused()
    for key in ("j", "Shift+Enter", "x", "X", "2", "Enter"):
        desk.keyboard.press(key)
    expect(desk.locator("#panel-title")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(desk.locator("#card")).to_be_focused()
    expect(desk.locator("#card")).to_have_text(shown, use_inner_text=True)
    assert interview.flags.open().count() == flags
    desk.keyboard.press("x")
    expect(desk.get_by_role("status")).to_contain_text("Not a problem")
