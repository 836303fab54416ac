"""Turns are split, joined, moved, put in, set aside and chosen, by key, by button and by dragging."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Response, expect

from interviews.models import Interview
from tests.browser.conftest import AccessibilityFaults, Complaints, SignIn, assert_focus_is_somewhere
from tests.cast import a_conversation, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(desk: Page, interview: Interview) -> Page:
    """The review desk, with the turn of its flag in focus."""
    desk.keyboard.press("t")
    expect(desk.locator(f"#t-{keys(interview)[2]}")).to_be_focused()
    return desk


def shown(page: Page) -> list[str]:
    """The keys of the turns on the page, in order."""
    ids: list[str] = page.eval_on_selector_all("#turns > .turn", "turns => turns.map((turn) => turn.id)")
    return [one.removeprefix("t-") for one in ids]


def numbers(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "#turns .place [data-n]", "all => all.map((n) => n.textContent)"
    )
    return found


def assert_page_shows(page: Page, interview: Interview) -> None:
    """The page has the turns of the interview in their order, counted without gaps, and a focus."""
    expected = keys(interview)
    expect(page.locator("#turns > .turn")).to_have_count(len(expected))
    assert shown(page) == expected
    assert numbers(page) == [str(number) for number in range(1, len(expected) + 1)]
    assert_focus_is_somewhere(page)


def test_a_turn_is_split_at_the_cursor_with_what_was_typed_and_undone(
    desk: Page, interview: Interview
) -> None:
    before = interview.transcript().turns
    desk.keyboard.press("e")
    field = desk.get_by_label("Words of turn 3")
    expect(field).to_be_focused()
    field.fill("What is it? Say 🙂 so. And where?")
    expect(desk.locator("[data-kept]")).to_have_text("Saved")
    field.evaluate("field => field.setSelectionRange(22, 22)")
    desk.keyboard.press("Alt+Enter")
    expect(desk.locator("#turns > .turn")).to_have_count(17)
    assert [turn.text for turn in interview.transcript()][2:4] == ["What is it? Say 🙂 so.", "And where?"]
    expect(desk.locator(f"#t-{keys(interview)[3]}")).to_be_focused()
    assert_page_shows(desk, interview)
    desk.keyboard.press("u")
    expect(desk.locator("#turns > .turn")).to_have_count(16)
    assert_page_shows(desk, interview)
    desk.keyboard.press("u")
    expect(desk.locator(f"#t-{keys(interview)[2]} .words")).to_contain_text("frightens")
    assert interview.transcript().turns == before


def test_the_key_to_edit_says_of_a_turn_that_is_set_aside_what_comes_first(
    desk: Page, interview: Interview
) -> None:
    turn = desk.locator(f"#t-{keys(interview)[2]}")
    desk.keyboard.press("d")
    expect(turn).to_contain_text("is set aside")
    desk.keyboard.press("e")
    expect(desk.get_by_role("status")).to_contain_text("What is set aside is not edited. Put it back first.")
    desk.keyboard.press("d")
    expect(turn).not_to_contain_text("is set aside")
    desk.keyboard.press("e")
    expect(desk.get_by_label("Words of turn 3")).to_be_focused()


def test_a_split_with_the_cursor_at_an_end_is_told_in_the_form_and_the_words_stay(
    desk: Page, complaints: Complaints
) -> None:
    complaints.allow("422")
    desk.keyboard.press("e")
    field = desk.get_by_label("Words of turn 3")
    expect(field).to_be_focused()
    field.press_sequentially("Well, ")
    desk.keyboard.press("Control+Home")
    desk.keyboard.press("Alt+Enter")
    expect(desk.get_by_role("alert")).to_contain_text("Put the cursor between two words")
    expect(field).to_be_focused()
    assert field.input_value().startswith("Well, ")


def test_turns_are_joined_by_key_upwards_and_downwards(desk: Page, interview: Interview) -> None:
    first, second, third, fourth = keys(interview)[:4]
    desk.keyboard.press("m")
    expect(desk.locator("#turns > .turn")).to_have_count(15)
    expect(desk.locator(f"#t-{second}")).to_be_focused()
    expect(desk.locator(f"#t-{second} .words")).to_contain_text("ever will. what frightens")
    assert_page_shows(desk, interview)
    desk.keyboard.press("M")
    expect(desk.locator("#turns > .turn")).to_have_count(14)
    expect(desk.locator(f"#t-{second} .words")).to_contain_text("nobody is looking.")
    assert_page_shows(desk, interview)
    for _ in range(2):
        desk.keyboard.press("u")
    expect(desk.locator("#turns > .turn")).to_have_count(16)
    assert keys(interview)[:4] == [first, second, third, fourth]
    assert_page_shows(desk, interview)


def test_a_turn_is_moved_by_keys_and_keeps_the_focus(desk: Page, interview: Interview) -> None:
    before = keys(interview)
    third = desk.locator(f"#t-{before[2]}")
    desk.keyboard.press("Alt+ArrowUp")
    expect(third.locator(".place")).to_have_text("2")
    expect(third).to_be_focused()
    desk.keyboard.press("Alt+ArrowUp")
    expect(third.locator(".place")).to_have_text("1")
    assert_page_shows(desk, interview)
    expect(desk.get_by_role("status").last).to_contain_text("Moved turn 2 up")
    desk.keyboard.press("Alt+ArrowDown")
    expect(third.locator(".place")).to_have_text("2")
    expect(third).to_be_focused()
    assert keys(interview) == [before[0], before[2], before[1], *before[3:]]


def test_the_first_turn_cannot_move_up_and_says_so(
    desk: Page, interview: Interview, complaints: Complaints
) -> None:
    complaints.allow("422")
    for _ in range(2):
        desk.keyboard.press("ArrowUp")
    expect(desk.locator(f"#t-{keys(interview)[0]}")).to_be_focused()
    desk.keyboard.press("Alt+ArrowUp")
    expect(desk.get_by_role("status").last).to_contain_text("There is no turn above this one.")
    expect(desk.locator(f"#t-{keys(interview)[0]}")).to_be_focused()


def test_a_turn_is_dragged_by_its_handle_and_escape_lets_it_be(desk: Page, interview: Interview) -> None:
    before = keys(interview)
    source, target = desk.locator(f"#t-{before[4]}"), desk.locator(f"#t-{before[1]}")
    for drops in (False, True):
        source.hover()
        grip, goal = desk.locator("#handle").bounding_box(), target.bounding_box()
        assert grip
        assert goal
        desk.mouse.move(grip["x"] + 10, grip["y"] + 10)
        desk.mouse.down()
        desk.mouse.move(goal["x"] + 200, goal["y"] + 30)
        desk.mouse.move(goal["x"] + 200, goal["y"] + 4)
        expect(desk.locator("#drop-line")).to_be_visible()
        if not drops:
            desk.keyboard.press("Escape")
        desk.mouse.up()
        expect(desk.locator("#drop-line")).to_be_hidden()
        if not drops:
            assert keys(interview) == before
    expect(source.locator(".place")).to_have_text("2")
    assert keys(interview) == [before[0], before[4], before[1], before[2], before[3], *before[5:]]
    assert_page_shows(desk, interview)


def test_a_new_turn_is_written_beside_another_and_a_cancelled_one_comes_back(
    desk: Page, interview: Interview
) -> None:
    desk.keyboard.press("i")
    field = desk.get_by_label("Words of a new turn below turn 3")
    expect(field).to_be_focused()
    field.fill("Who says so?")
    desk.keyboard.press("Escape")
    third = desk.locator(f"#t-{keys(interview)[2]}")
    expect(third).to_be_focused()
    desk.keyboard.press("i")
    expect(field).to_have_value("Who says so?")
    desk.keyboard.press("Control+Enter")
    expect(field).to_have_count(0)
    expect(desk.locator("#turns > .turn")).to_have_count(17)
    new = desk.locator(f"#t-{keys(interview)[3]}")
    expect(new).to_be_focused()
    expect(new).to_contain_text("Who says so?")
    expect(new.locator(".who")).to_contain_text("Ada Field")
    assert_page_shows(desk, interview)


def test_the_tray_tells_why_who_and_when_and_puts_one_back(
    desk: Page, interview: Interview, accessibility_faults: AccessibilityFaults
) -> None:
    desk.keyboard.press("d")
    third = desk.locator(f"#t-{keys(interview)[2]}")
    expect(third).to_contain_text("Turn 3 is set aside")
    expect(third).to_be_focused()
    desk.get_by_role("link", name="Set aside").click()
    panel = desk.locator("#panel")
    expect(panel.get_by_role("heading", name="Set aside")).to_be_focused()
    expect(panel).to_contain_text("Turn 3 · Editor")
    expect(panel).to_contain_text("Set aside by an editor · alice")
    assert accessibility_faults(desk) == []
    panel.get_by_role("button", name="Put it back").click()
    expect(panel).to_contain_text("No turn is set aside.")
    expect(third.locator(".words")).to_contain_text("frightens")
    assert_focus_is_somewhere(desk)


def test_chosen_turns_are_given_to_somebody_together_by_keys_alone(
    desk: Page, interview: Interview, accessibility_faults: AccessibilityFaults
) -> None:
    desk.keyboard.press(" ")
    for _ in range(2):
        desk.keyboard.press("ArrowDown")
    desk.keyboard.press(" ")
    expect(desk.locator("#chosen")).to_contain_text("2 turns selected")
    expect(desk.get_by_role("status").last).to_have_text("2 turns selected")
    assert accessibility_faults(desk) == []
    desk.get_by_label("Give to").select_option("Ada Field")
    desk.get_by_role("button", name="Give").press("Enter")
    expect(desk.locator(f"#t-{keys(interview)[2]} .who")).to_contain_text("Ada Field")
    expect(desk.locator(f"#t-{keys(interview)[4]} .who")).to_contain_text("Ada Field")
    expect(desk.locator("#chosen")).to_be_hidden()
    assert_focus_is_somewhere(desk)
    desk.keyboard.press("u")
    expect(desk.locator(f"#t-{keys(interview)[4]} .who")).to_contain_text("Editor")


def test_shift_and_a_click_choose_all_in_between_and_they_are_joined(
    desk: Page, interview: Interview
) -> None:
    turns = keys(interview)
    desk.locator(f"#t-{turns[3]} .pick").check()
    desk.locator(f"#t-{turns[5]} .words").click(modifiers=["Shift"])
    expect(desk.locator("#chosen")).to_contain_text("3 turns selected")
    desk.locator("#chosen").get_by_role("button", name="Join").click()
    expect(desk.locator("#turns > .turn")).to_have_count(14)
    expect(desk.locator(f"#t-{turns[3]}")).to_be_focused()
    assert_page_shows(desk, interview)


def test_turns_that_are_apart_are_not_joined_and_stay_chosen(
    desk: Page, interview: Interview, complaints: Complaints
) -> None:
    complaints.allow("409")
    turns = keys(interview)
    for key in (turns[3], turns[7]):
        desk.locator(f"#t-{key} .pick").check()
    desk.locator("#chosen").get_by_role("button", name="Join").click()
    expect(desk.get_by_role("status").last).to_contain_text("next to each other")
    expect(desk.locator("#chosen")).to_contain_text("2 turns selected")
    desk.keyboard.press("Escape")
    expect(desk.locator("#chosen")).to_be_hidden()
    assert_focus_is_somewhere(desk)


def test_moving_a_turn_of_a_long_interview_sends_no_turn_again(page: Page, sign_in: SignIn) -> None:
    said = [(("Editor", "Ada Field")[number % 2], f"Bridge {number} stood well.") for number in range(300)]
    long = an_interview(a_conversation(*said))
    sign_in(page, an_editor())
    page.goto(f"/desk/{long.pk}/")
    expect(page.locator("#card")).to_be_focused()
    page.locator(f"#t-{keys(long)[9]}").focus()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer) if "/turns/" in answer.url else None)
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator(f"#t-{keys(long)[10]} .place")).to_have_text("11")
    page.keyboard.press("e")
    expect(page.locator("textarea")).to_be_focused()
    page.locator("textarea").evaluate("field => field.setSelectionRange(7, 7)")
    page.keyboard.press("Alt+Enter")
    expect(page.locator("#turns > .turn")).to_have_count(301)
    moved, split = (answer.text() for answer in (answers[0], answers[-1]))
    queue = len(moved[moved.index("<aside") : moved.index("</aside>")])
    assert len(moved) - queue < 2_000
    assert len(split) - queue < 5_000
    assert_page_shows(page, long)


def test_a_turn_that_is_joined_while_its_form_is_open_takes_what_was_typed_along(
    desk: Page, interview: Interview
) -> None:
    second = keys(interview)[1]
    desk.keyboard.press("e")
    field = desk.get_by_label("Words of turn 3")
    expect(field).to_be_focused()
    field.evaluate("field => { field.value = 'Typed just now.' }")
    desk.get_by_role("button", name="Join to the one above").click()
    expect(desk.locator("#turns > .turn")).to_have_count(15)
    expect(desk.locator(f"#t-{second} .words")).to_contain_text("ever will. Typed just now.")
    assert_page_shows(desk, interview)


def test_a_check_is_not_forgotten_when_a_form_is_opened_meanwhile(desk: Page, interview: Interview) -> None:
    desk.keyboard.press("d")
    desk.keyboard.press("i")
    expect(desk.get_by_label("Words of a new turn below turn 3")).to_be_focused()
    expect(desk.locator("#queue h2")).to_contain_text("1 of 1 settled")
    expect(desk.get_by_label("Words of a new turn below turn 3")).to_be_focused()
