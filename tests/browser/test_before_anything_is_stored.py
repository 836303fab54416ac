"""Bringing a transcript in: nothing is lost without a question, what was refused is where the focus is."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from interviews.models import Interview
from tests.browser.conftest import AccessibilityFaults, Complaints, SignIn
from tests.browser.test_correcting_the_preview import bring
from tests.browser.test_outline_of_the_desk import PAST_THE_END, faults
from tests.cast import an_editor
from tests.web.test_correcting_the_preview import RECIPE

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_preview_ends_where_its_content_ends(
    page: Page, sign_in: SignIn, width: int, height: int
) -> None:
    sign_in(page, an_editor())
    page.set_viewport_size({"width": width, "height": height})
    bring(page, RECIPE * 12, "talk.txt")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate(PAST_THE_END) <= 1
    assert faults(page) == []


def paste(page: Page, text: str) -> None:
    page.goto("/desk/new/")
    page.get_by_label("The transcript").fill(text)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What was read from the pasted text")


def test_discarding_asks_first_and_offers_the_pasted_text_back(
    page: Page, sign_in: SignIn, accessibility_faults: AccessibilityFaults
) -> None:
    sign_in(page, an_editor())
    paste(page, RECIPE)
    discard = page.locator(".bar").get_by_role("button", name="Discard")
    discard.click()
    question = page.get_by_role("alertdialog", name="Discard what was read?")
    expect(question).to_contain_text("The text that you pasted is not kept anywhere.")
    expect(question.get_by_role("button", name="Keep it")).to_be_focused()
    assert accessibility_faults(page) == []
    page.keyboard.press("Enter")
    expect(question).to_be_hidden()
    expect(discard).to_be_focused()
    discard.click()
    question.get_by_role("button", name="Back to the text").click()
    expect(page).to_have_url(re.compile("/preview/$"))
    expect(page.get_by_label("The transcript")).to_have_value(RECIPE)
    page.get_by_role("button", name="Read it").click()
    discard.click()
    question.get_by_role("link", name="Discard").click()
    expect(page).to_have_url(re.compile("/desk/new/$"))
    expect(page.get_by_label("The transcript")).to_have_value("")


def test_any_other_way_out_asks_as_well_where_something_would_be_lost(page: Page, sign_in: SignIn) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    sign_in(page, an_editor())
    paste(page, RECIPE)
    page.get_by_role("link", name="Interviews").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What was read from the pasted text")
    assert asked == ["beforeunload"]
    page.get_by_role("button", name="Make it an interview").click()
    expect(page.locator("#turns")).to_contain_text("I came late.")
    bring(page, RECIPE, "talk.txt")
    page.get_by_role("link", name="Interviews").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Interviews")
    bring(page, RECIPE, "talk.txt")
    page.get_by_label("Title").fill("Bread")
    page.get_by_role("link", name="Interviews").click()
    expect(page.get_by_label("Title")).to_have_value("Bread")
    assert asked == ["beforeunload"] * 2


def test_what_was_refused_has_the_focus_and_the_text_is_still_there(
    page: Page, sign_in: SignIn, complaints: Complaints, interview: Interview
) -> None:
    complaints.allow("422|409")
    sign_in(page, an_editor())
    page.goto("/desk/new/")
    page.get_by_label("The transcript").fill("\n")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("The file is empty")
    page.goto(f"/desk/{interview.pk}/publish/")
    page.get_by_role("button", name="Publish at that time").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.goto(f"/desk/{interview.pk}/details/")
    page.get_by_label("Language").fill("no such language")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_label("Language")).to_be_focused()


def test_a_slow_file_says_that_it_is_read_and_is_not_sent_twice(page: Page, sign_in: SignIn) -> None:
    sent: list[str] = []

    def leave_the_page_where_it_is(route: Route) -> None:
        sent.append(route.request.url)
        route.fulfill(status=204)

    sign_in(page, an_editor())
    page.goto("/desk/new/")
    page.get_by_label("The transcript").fill(RECIPE)
    page.route("**/preview/", leave_the_page_where_it_is)
    page.get_by_role("button", name="Read it").click()
    busy = page.get_by_role("button", name="Reading…")
    expect(busy).to_be_focused()
    expect(page.locator("#told")).to_have_text("Reading…")
    busy.press("Enter")
    page.evaluate("document.querySelector('.new').requestSubmit()")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")  # as "back" does
    page.unroute("**/preview/")
    assert len(sent) == 1
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What was read from the pasted text")


def test_a_newer_text_is_not_dropped_without_a_question_either(
    page: Page, sign_in: SignIn, interview: Interview, complaints: Complaints
) -> None:
    complaints.allow("422")
    sign_in(page, an_editor())
    page.goto(f"/desk/{interview.pk}/import-again/")
    text, show = page.get_by_label("Or its text"), page.get_by_role("button", name="Show what is otherwise")
    text.fill("\n")
    show.click()
    expect(page.get_by_role("alert")).to_be_focused()
    text.fill(RECIPE)
    show.click()
    page.get_by_role("button", name="Discard").click()
    page.get_by_role("button", name="Back to the text").click()
    expect(text).to_have_value(RECIPE)
    show.click()
    page.get_by_role("button", name="Discard").click()
    page.get_by_role("alertdialog").get_by_role("link", name="Discard").click()
    expect(page).to_have_url(re.compile(f"/desk/{interview.pk}/$"))
