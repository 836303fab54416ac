"""The reading is corrected by hand and by keyboard, and what became of it is seen at once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from interviews.models import Interview
from tests.browser.conftest import AccessibilityFaults, SignIn
from tests.cast import an_editor
from tests.web.test_choosing_the_encoding import TURKISH
from tests.web.test_correcting_the_preview import CUES, RECIPE, VOICES

pytestmark = pytest.mark.django_db(transaction=True)


def bring(page: Page, text: str, name: str, encoding: str = "utf-8") -> None:
    page.goto("/desk/new/")
    buffer = text.encode(encoding)
    page.locator("#file").set_input_files({"name": name, "mimeType": "text/plain", "buffer": buffer})
    page.get_by_role("button", name="Read it").click()
    page.get_by_text("Something was read wrongly?").click()


def test_a_tick_changes_the_reading_and_the_focus_stays(
    page: Page, sign_in: SignIn, accessibility_faults: AccessibilityFaults
) -> None:
    sign_in(page, an_editor())
    bring(page, RECIPE, "talk.txt")
    assert accessibility_faults(page) == []
    page.get_by_label("Title").fill("Bread")
    page.get_by_role("checkbox", name=re.compile("^Recipe")).focus()
    page.keyboard.press("Space")
    expect(page.locator("#told")).to_contain_text("Read again")
    expect(page.get_by_role("checkbox", name=re.compile("^Recipe"))).to_be_focused()
    expect(page.get_by_role("checkbox", name=re.compile("^Recipe"))).not_to_be_checked()
    expect(page.locator(".reading .t b", has_text="Recipe")).to_have_count(0)
    page.get_by_role("checkbox", name=re.compile("^Cleo")).check()
    expect(page.locator(".reading .t b", has_text="Cleo")).to_have_count(1)
    expect(page.get_by_label("Title")).to_have_value("Bread")
    assert accessibility_faults(page) == []

    page.get_by_role("button", name="Make it an interview").click()
    expect(page.locator("#turns")).to_contain_text("I came late.")
    interview = Interview.objects.get()
    assert interview.title == "Bread"
    assert {turn.speaker for turn in interview.transcript().dialogue} - {None} == {"Ann", "Bo", "Cleo"}


def test_what_an_answer_does_is_seen_at_once_and_the_focus_stays(page: Page, sign_in: SignIn) -> None:
    sign_in(page, an_editor())
    bring(page, RECIPE.replace("Ann: And", "and as the winter comes.\n\nAnn: And"), "talk.txt")
    expect(page.locator("#reading")).to_contain_text("It is kept as turn 4 without a speaker.")
    line = page.get_by_role("group", name="Line 7 has no speaker")
    aside = line.get_by_role("radio", name="Set aside")
    aside.check()
    expect(page.locator("#reading")).not_to_contain_text("It is kept as turn 4")
    expect(page.get_by_role("heading", name="Set aside")).to_be_visible()
    expect(aside).to_be_checked()
    expect(aside).to_be_focused()


def test_the_slider_joins_captions_by_its_keys(page: Page, sign_in: SignIn) -> None:
    sign_in(page, an_editor())
    bring(page, CUES, "talk.vtt")
    expect(page.locator("#reading .t p")).to_have_count(2)
    slider = page.get_by_role("slider")
    slider.focus()
    page.keyboard.press("End")
    expect(page.locator("#reading .t p")).to_have_count(1)
    expect(slider).to_be_focused()
    expect(page.locator("output")).to_have_text("10.0 seconds")


def test_a_name_that_is_written_is_seen_at_once_and_what_is_being_typed_stays(
    page: Page, sign_in: SignIn, accessibility_faults: AccessibilityFaults
) -> None:
    sign_in(page, an_editor())
    bring(page, VOICES, "talk.vtt")
    first = page.get_by_role("textbox", name="Name of SPEAKER_00")
    first.fill("Tom Reyes")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    second = page.get_by_role("textbox", name="Name of SPEAKER_01")
    expect(second).to_be_focused()
    page.keyboard.type("Mia")  # while the first name is on its way
    expect(page.locator("#reading .t b", has_text="Tom Reyes")).to_have_count(1)
    expect(second).to_have_value("Mia")
    expect(second).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#reading .t b", has_text="Mia")).to_have_count(1)
    expect(second).to_be_focused()
    assert Interview.objects.count() == 0
    music = page.get_by_role("checkbox", name=re.compile("^Music"))
    music.focus()
    page.keyboard.press("Space")
    expect(page.locator("#reading .t b.none")).to_have_count(1)
    expect(music).to_be_focused()
    assert accessibility_faults(page) == []
    page.get_by_role("button", name="Make it an interview").click()
    expect(page.locator("#turns")).to_contain_text("My father did.")
    assert [turn.speaker for turn in Interview.objects.get().transcript()] == ["Tom Reyes", "Mia", None]


def test_what_is_ticked_while_an_answer_is_on_its_way_stays_so(page: Page, sign_in: SignIn) -> None:
    sign_in(page, an_editor())
    bring(page, VOICES, "talk.vtt")
    page.route("**/preview/", lambda _route: None)  # held
    with page.expect_request("**/preview/"):
        page.get_by_role("textbox", name="Name of SPEAKER_00").fill("Tom Reyes")
        page.keyboard.press("Tab")
    music = page.get_by_role("checkbox", name=re.compile("^Music"))
    music.uncheck()
    page.unroute("**/preview/")  # and lets go of what was held
    expect(page.locator("#reading .t b", has_text="Tom Reyes")).to_have_count(1)
    expect(page.locator("#reading .t b.none")).to_have_count(1)
    expect(music).not_to_be_checked()


def test_a_format_that_does_not_fit_gets_its_sentence(
    page: Page, sign_in: SignIn, complaints: object, accessibility_faults: AccessibilityFaults
) -> None:
    complaints.allow("422")  # type: ignore[attr-defined]
    sign_in(page, an_editor())
    bring(page, RECIPE, "talk.txt")
    page.get_by_label("Format").select_option("docx")
    expect(page.get_by_role("alert")).to_contain_text("This is no Word document")
    expect(page.get_by_label("Format")).to_have_value("")
    assert accessibility_faults(page) == []


def test_a_line_leads_to_its_turn_and_the_turn_back(page: Page, sign_in: SignIn) -> None:
    sign_in(page, an_editor())
    bring(page, RECIPE * 12, "talk.txt")
    page.locator("#line-90 a").click()
    turn = page.locator(".t:target")
    expect(turn).to_be_in_viewport()
    turn.get_by_role("link").click()
    expect(page.locator(".line:target")).to_be_in_viewport()
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", ["Dr. Kim", "Zoë", "A&B: 50 %", "李 明"])
def test_a_name_with_any_signs_is_corrected(page: Page, sign_in: SignIn, name: str) -> None:
    sign_in(page, an_editor())
    label = name.replace(":", "")
    talk = "".join(
        f"{label}: What do you bake, number {n}?\nTom: Rye and wheat, {n} loaves.\n" for n in range(4)
    )
    bring(page, talk, "talk.txt")
    field = page.get_by_label(f"Name of {label}", exact=True)
    field.fill("Maja Lind")
    field.press("Tab")
    expect(page.locator(".reading .t b", has_text="Maja Lind").first).to_be_visible()
    page.get_by_role("checkbox", name=re.compile("^Tom")).uncheck()
    expect(page.locator(".reading .t b", has_text="Tom")).to_have_count(0)


def test_another_encoding_is_seen_at_once_and_the_focus_stays(
    page: Page, sign_in: SignIn, accessibility_faults: AccessibilityFaults
) -> None:
    sign_in(page, an_editor())
    bring(page, TURKISH, "talk.txt", encoding="cp1254")
    choice = page.get_by_label("Encoding")
    choice.focus()
    choice.select_option(label="Turkish (Windows-1254)")
    expect(page.locator("#reading .t p").nth(1)).to_have_text("On yıl önce, kışın.")
    expect(page.locator("#lines")).to_contain_text("On yıl önce, kışın.")
    expect(choice).to_be_focused()
    assert accessibility_faults(page) == []
    page.get_by_role("button", name="Make it an interview").click()
    expect(page.locator("#turns")).to_contain_text("On yıl önce, kışın.")
