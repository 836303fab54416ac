"""Undo and redo at the review desk: where they lead, and what they say."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from interviews.models import Interview
from interviews.services.editing import edit_text, set_aside
from interviews.services.undoing import undo
from tests.browser.conftest import AccessibilityFaults, Complaints, SignIn, open_desk
from tests.cast import BRIDGE, a_conversation, an_interview, keys

pytestmark = pytest.mark.django_db(transaction=True)


def turn(interview: Interview, number: int) -> str:
    return f"#t-{keys(interview)[number - 1]}"


def test_the_card_names_its_turn_by_its_number_after_a_new_turn_was_taken_out_again(
    desk: Page, interview: Interview
) -> None:
    title = desk.locator("#card-title")
    expect(title).to_contain_text("Turn 3")
    desk.locator(turn(interview, 1)).focus()
    desk.keyboard.press("i")
    desk.get_by_label("Words of a new turn").fill("Who says so?")
    desk.keyboard.press("Control+Enter")
    expect(title).to_contain_text("Turn 4")
    desk.keyboard.press("u")
    expect(title).to_contain_text("Turn 3")


# Far from the flag, in an interview that is longer than a screen.
@pytest.mark.parametrize(
    ("does", "number"),
    [("Alt+ArrowUp", 14), ("Alt+ArrowDown", 14), ("m", 13), ("M", 14), ("d", 14)],
)
def test_undo_and_redo_go_to_the_turn_that_they_touch(
    desk: Page, interview: Interview, does: str, number: int
) -> None:
    led_to = desk.locator(turn(interview, number))
    desk.locator(turn(interview, 14)).focus()
    desk.keyboard.press(does)
    expect(desk.get_by_role("status").last).not_to_be_empty()
    for key in ("u", "U", "u"):
        before = interview.records.count()
        desk.locator("#card").focus()
        desk.locator("#main").evaluate("text => text.scrollTo(0, 0)")
        desk.keyboard.press(key)
        expect(led_to).to_be_focused()
        expect(led_to).to_be_in_viewport()
        assert interview.records.count() == before + 1


def test_undo_of_a_split_and_of_a_new_turn_go_to_where_it_was(desk: Page, interview: Interview) -> None:
    twelfth = desk.locator(turn(interview, 12))
    twelfth.focus()
    desk.keyboard.press("i")
    desk.get_by_label("Words of a new turn").fill("Who says so?")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(f"{turn(interview, 12)} + .turn:focus")).to_contain_text("Who says so?")
    desk.locator("#card").focus()
    desk.keyboard.press("u")
    expect(twelfth).to_be_focused()
    expect(twelfth).to_be_in_viewport()
    desk.keyboard.press("e")
    desk.get_by_label("Words of turn 12").evaluate("field => field.setSelectionRange(16, 16)")
    desk.keyboard.press("Alt+Enter")
    expect(desk.locator(f"{turn(interview, 12)} + .turn:focus")).to_contain_text("The county then")
    desk.locator("#card").focus()
    desk.keyboard.press("u")
    expect(twelfth).to_be_focused()


def test_undo_of_a_settlement_goes_to_its_flag(page: Page, sign_in: SignIn, alice: User) -> None:
    late = (*BRIDGE[:14], ("Editor", "will they be closed?"), *BRIDGE[15:])
    interview = an_interview(a_conversation(*late))
    desk = open_desk(page, sign_in, alice, interview)
    expect(desk.locator("#card-title")).to_contain_text("Turn 3")
    desk.keyboard.press("j")
    expect(desk.locator("#card-title")).to_contain_text("Turn 15")
    desk.keyboard.press("x")
    expect(desk.locator("#card-title")).to_contain_text("Turn 3")
    desk.locator(turn(interview, 1)).focus()
    desk.keyboard.press("u")
    expect(desk.locator("#card-title")).to_contain_text("Turn 15")
    expect(desk.locator("#card")).to_be_focused()
    expect(desk.locator(turn(interview, 15))).to_be_in_viewport()


def test_what_is_in_the_way_of_an_undo_is_told_and_the_one_before_is_offered(
    desk: Page,
    interview: Interview,
    alice: User,
    bob: User,
    complaints: Complaints,
    accessibility_faults: AccessibilityFaults,
) -> None:
    complaints.allow("409")
    first, second = keys(interview)[:2]
    edit_text(interview=interview, key=first, text="By alice.", seen_version=1, by=alice)
    edit_text(interview=interview, key=second, text="By alice.", seen_version=1, by=alice)
    edit_text(interview=interview, key=second, text="By bob.", seen_version=2, by=bob)
    desk.keyboard.press("u")
    offer = desk.get_by_role("button", name="Undo the one before: Edited turn 1")
    expect(offer).to_be_focused()
    expect(desk.get_by_role("status").last).to_contain_text("bob came after you: “Edited turn 2”.")
    assert accessibility_faults(desk) == []
    desk.keyboard.press("Enter")
    expect(desk.locator(f"#t-{first}")).to_be_focused()
    expect(desk.locator(f"#t-{first} .words")).to_contain_text("You have inspected")
    assert interview.transcript().turns[1].text == "By bob."


def test_what_is_in_the_way_of_a_redo_is_told_and_the_one_before_is_offered(
    desk: Page, interview: Interview, alice: User, bob: User, complaints: Complaints
) -> None:
    complaints.allow("409")
    first, second = keys(interview)[:2]
    for key in (first, second):
        set_aside(interview=interview, key=key, by=alice)
    for _step in range(2):
        undo(interview=interview, by=alice)
    set_aside(interview=interview, key=first, by=bob)
    desk.keyboard.press("U")
    offer = desk.get_by_role("button", name="Redo the one before: Set turn 2 aside")
    expect(offer).to_be_focused()
    expect(desk.get_by_role("status").last).to_contain_text("bob came after you: “Set turn 1 aside”.")
    desk.keyboard.press("Enter")
    expect(desk.locator(f"#t-{second}")).to_be_focused()
    assert [bool(turn.aside) for turn in interview.transcript()][:3] == [True, True, False]


def test_undo_and_redo_show_whether_they_have_anything_to_do_and_say_so_when_pressed(
    desk: Page, interview: Interview, complaints: Complaints, accessibility_faults: AccessibilityFaults
) -> None:
    complaints.allow("409")
    undo, redo = desk.get_by_role("button", name="Undo"), desk.get_by_role("button", name="Redo")
    expect(undo).to_be_disabled()
    expect(redo).to_be_disabled()
    assert accessibility_faults(desk) == []
    undo.focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("status").last).to_contain_text("There is nothing of yours to undo")
    expect(undo).to_be_focused()

    desk.locator("#card").focus()
    desk.keyboard.press("x")
    expect(undo).to_be_enabled()
    desk.keyboard.press("u")
    expect(redo).to_be_enabled()
    expect(undo).to_be_disabled()
    desk.keyboard.press("e")
    desk.get_by_label("Words of turn 3").fill("What now?")
    expect(undo).to_be_enabled()
    expect(redo).to_be_disabled()
