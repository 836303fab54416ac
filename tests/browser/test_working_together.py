"""Two people at one interview, each in a browser of their own."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from interviews.models import Interview
from interviews.services.arranging import place
from interviews.services.editing import edit_text
from interviews.services.settling import dismiss_flag
from tests.browser.conftest import (
    AccessibilityFaults,
    Complaints,
    NewPage,
    SignIn,
    assert_focus_is_somewhere,
    open_desk,
)
from tests.cast import keys

pytestmark = pytest.mark.django_db(transaction=True)


def turn(interview: Interview, number: int) -> str:
    return f"#t-{keys(interview)[number - 1]}"


def test_who_is_here_shows_where_and_goes(
    new_page: NewPage,
    sign_in: SignIn,
    interview: Interview,
    alice: User,
    bob: User,
    accessibility_faults: AccessibilityFaults,
) -> None:
    first = open_desk(new_page(), sign_in, alice, interview)
    second = open_desk(new_page(), sign_in, bob, interview)
    second.keyboard.press("e")
    expect(second.get_by_label("Words of turn 3")).to_be_focused()

    here = first.get_by_role("list", name="Also here")
    expect(here).to_contain_text("bob is writing at turn 3")
    who = first.locator(f"{turn(interview, 3)} .who")
    shown = "who => getComputedStyle(who, '::after').content"
    assert who.evaluate(shown) == '"bob is writing here"'
    assert accessibility_faults(first) == []
    here.get_by_role("link", name="is writing at turn 3").click()
    expect(first.locator(turn(interview, 3))).to_be_focused()

    # A look that is under way as the page goes does not bring bob back.
    with second.expect_request("**/here/"):
        pass
    second.goto("/desk/")
    # Sooner than bob would be gone by himself: at the next look of the first page.
    expect(here).to_have_count(0, timeout=10_000)
    assert who.evaluate(shown) == "none"


@pytest.mark.parametrize("height", [420, 700])
def test_what_another_changes_comes_while_one_writes_and_disturbs_nothing(
    page: Page, sign_in: SignIn, interview: Interview, alice: User, bob: User, height: int
) -> None:
    page.set_viewport_size({"width": 1200, "height": height})
    desk = open_desk(page, sign_in, alice, interview)
    desk.keyboard.press("e")
    field = desk.locator(f"{turn(interview, 3)} textarea")
    expect(field).to_be_focused()
    field.fill("What frightens you?")
    field.press("Home")
    for _ in range(4):
        field.press("ArrowRight")
    top = field.bounding_box()

    first = keys(interview)[0]
    edit_text(interview=interview, key=first, text="Long. " * 200, seen_version=1, by=bob)
    place(interview=interview, key=keys(interview)[-1], behind=first, by=bob)
    expect(desk.locator(turn(interview, 1))).to_contain_text("Long. Long.")
    expect(desk.locator(f"{turn(interview, 2)} .words")).to_contain_text("One of them is closed")
    expect(desk.get_by_role("status").filter(has_text="bob")).to_contain_text("bob: Edited turn 1.")

    expect(field).to_be_focused()
    expect(field).to_have_value("What frightens you?")
    assert field.evaluate("field => field.selectionStart") == 4
    after = field.bounding_box()
    assert top is not None
    assert after is not None
    assert abs(top["y"] - after["y"]) < 3
    field.press_sequentially(" else")
    expect(field).to_have_value("What else frightens you?")


def test_an_open_form_says_that_its_turn_was_changed_and_keeps_the_words(
    page: Page, sign_in: SignIn, interview: Interview, alice: User, bob: User, complaints: Complaints
) -> None:
    complaints.allow("409|htmx:")
    desk = open_desk(page, sign_in, alice, interview)
    desk.keyboard.press("e")
    field = desk.get_by_label("Words of turn 3")
    expect(field).to_be_focused()
    edit_text(interview=interview, key=keys(interview)[2], text="What does bob ask?", seen_version=1, by=bob)
    expect(desk.locator(".meanwhile")).to_contain_text("bob changed this turn meanwhile")
    expect(field).to_be_focused()
    field.fill("What does alice ask?")
    expect(desk.locator("[data-kept]")).to_contain_text("Not saved")
    expect(field).to_have_value("What does alice ask?")
    assert interview.transcript().turns[2].text == "What does bob ask?"


def test_a_form_that_was_opened_on_what_another_wrote_does_not_say_that_both_texts_will_be_shown(
    page: Page, sign_in: SignIn, interview: Interview, alice: User, bob: User
) -> None:
    desk = open_desk(page, sign_in, alice, interview)
    edit_text(interview=interview, key=keys(interview)[2], text="What does bob ask?", seen_version=1, by=bob)
    desk.keyboard.press("e")  # before the page has looked
    expect(desk.get_by_label("Words of turn 3")).to_have_value("What does bob ask?")
    expect(desk.locator("#status")).to_contain_text("bob: Edited turn 3")
    expect(desk.locator("#news li")).to_have_count(0)  # told, and gone through
    expect(desk.locator(".meanwhile")).to_have_count(0)


def test_a_flag_that_another_settles_leaves_the_queue_and_the_focus_stays_on_the_card(
    page: Page, sign_in: SignIn, interview: Interview, alice: User, bob: User
) -> None:
    desk = open_desk(page, sign_in, alice, interview)
    dismiss_flag(flag=interview.flags.get(), by=bob)
    expect(desk.locator("#card")).to_contain_text("Not a problem by bob")
    expect(desk.locator("#turns mark")).to_have_count(0)
    expect(desk.locator("#card")).to_be_focused()


@pytest.mark.parametrize(
    ("way", "left"),
    [
        ("Keep mine", "What frightens you most when you stand under one?"),
        ("Keep theirs", "what frightens you most when you stand under a bridge?"),
        ("Take both", "What frightens you most when you stand under a bridge?"),
    ],
)
def test_two_who_wrote_in_one_turn_keep_mine_theirs_or_both(
    page: Page,
    sign_in: SignIn,
    interview: Interview,
    alice: User,
    bob: User,
    complaints: Complaints,
    accessibility_faults: AccessibilityFaults,
    way: str,
    left: str,
) -> None:
    complaints.allow("409|htmx:")
    words = interview.transcript().turns[2].text
    desk = open_desk(page, sign_in, alice, interview)
    desk.keyboard.press("e")
    expect(desk.get_by_label("Words of turn 3")).to_be_focused()
    theirs = words.replace("one?", "a bridge?")
    edit_text(interview=interview, key=keys(interview)[2], text=theirs, seen_version=1, by=bob)
    desk.get_by_label("Words of turn 3").fill(words.replace("what", "What"))
    desk.keyboard.press("Control+Enter")

    expect(desk.get_by_role("alert")).to_contain_text("Somebody else changed this turn")
    expect(desk.get_by_role("heading", name="As it stands now, by bob")).to_be_visible()
    assert_focus_is_somewhere(desk)
    assert accessibility_faults(desk) == []
    if way == "Keep theirs":
        desk.get_by_role("link", name=way).click()
    else:
        desk.get_by_role("button", name=way).click()
    if way == "Take both":
        expect(desk.get_by_label("Both, to be saved")).to_be_focused()
        expect(desk.get_by_label("Both, to be saved")).to_have_value(left)
        assert accessibility_faults(desk) == []
        desk.get_by_role("button", name="Save both").click()
    expect(desk.locator(f"{turn(interview, 3)} .words")).to_have_text(left)
    assert_focus_is_somewhere(desk)
    assert interview.transcript().turns[2].text == left


def test_a_comment_on_selected_words_lands_with_whoever_is_mentioned(
    new_page: NewPage,
    sign_in: SignIn,
    interview: Interview,
    alice: User,
    bob: User,
    accessibility_faults: AccessibilityFaults,
) -> None:
    desk = open_desk(new_page(), sign_in, alice, interview)
    desk.evaluate(
        """(id) => {
          const words = document.querySelector(`${id} .words`).firstChild;
          getSelection().setBaseAndExtent(words, 13, words, 28);
        }""",
        turn(interview, 2),
    )
    desk.keyboard.press("c")
    field = desk.get_by_role("textbox", name="Comment")
    expect(field).to_be_focused()
    expect(desk.locator("#panel .quoted")).to_have_text("blocked drain")
    assert accessibility_faults(desk) == []
    field.fill("@bob Which one?")
    desk.get_by_role("button", name="Comment", exact=True).click()
    expect(desk.locator("#panel-title")).to_be_focused()
    expect(desk.locator("#tool-comments")).to_contain_text("Comments 1")
    expect(desk.locator(f"{turn(interview, 2)} .remarks")).to_have_text("1 comment")
    assert accessibility_faults(desk) == []

    inbox = new_page()
    sign_in(inbox, bob)
    inbox.goto("/desk/")
    inbox.get_by_role("link", name="Waits for me 1").click()
    expect(inbox.get_by_role("main")).to_contain_text("alice mentions you")
    assert accessibility_faults(inbox) == []
    inbox.get_by_role("link", name="Which one?").click()
    expect(inbox.locator(turn(interview, 2))).to_be_focused()

    inbox.keyboard.press("c")
    inbox.get_by_role("button", name="Resolve").click()
    expect(inbox.locator("#panel")).to_contain_text("1 resolved")
    expect(desk.locator(".remarks")).to_have_count(0)


def test_a_claim_is_taken_over_and_neither_loses_a_word(
    new_page: NewPage, sign_in: SignIn, interview: Interview, alice: User, bob: User
) -> None:
    first = open_desk(new_page(), sign_in, alice, interview)
    second = open_desk(new_page(), sign_in, bob, interview)
    first.get_by_role("button", name="I am working on this").click()
    expect(first.get_by_role("button", name="Let go")).to_be_focused()
    first.locator("#card").focus()
    first.keyboard.press("e")
    first.get_by_label("Words of turn 3").fill("Half a thought")

    expect(second.locator("#company")).to_contain_text("alice is working on this")
    second.get_by_role("button", name="Take over").click()
    expect(first.locator("#company")).to_contain_text("bob is working on this")
    expect(first.get_by_label("Words of turn 3")).to_have_value("Half a thought")
    expect(first.locator("[data-kept]")).to_have_text("Saved")
    expect(second.locator(f"{turn(interview, 3)} .words")).to_have_text("Half a thought")


def test_a_key_that_is_pressed_while_the_page_looks_is_not_lost(
    page: Page, sign_in: SignIn, interview: Interview, alice: User, bob: User
) -> None:
    desk = open_desk(page, sign_in, alice, interview)
    desk.route("**/here/", lambda _route: None)  # held
    edit_text(interview=interview, key=keys(interview)[0], text="By bob.", seen_version=1, by=bob)
    with desk.expect_request("**/here/"):
        pass
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="All settled")).to_be_visible()
    desk.unroute("**/here/")  # and lets go of what was held
    expect(desk.locator(f"{turn(interview, 1)} .words")).to_have_text("By bob.")
    expect(desk.get_by_role("heading", name="All settled")).to_be_visible()
