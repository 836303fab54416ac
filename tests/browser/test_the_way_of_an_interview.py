"""Draft, in review, ready: whose an interview is, and who may send it on."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django import Settings

from interviews.models import Interview
from interviews.services.workflow import assign
from tests.browser.conftest import (
    AccessibilityFaults,
    Complaints,
    SignIn,
    assert_focus_is_somewhere,
    open_desk,
)
from tests.cast import a_member, an_interview

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_interview_goes_its_way_by_keyboard_and_back(
    page: Page,
    sign_in: SignIn,
    interview: Interview,
    accessibility_faults: AccessibilityFaults,
) -> None:
    eve = a_member("Editor", "eve")
    desk = open_desk(page, sign_in, eve, interview)
    for button, stage in (("Send to review", "In review"), ("Mark ready", "Ready"), ("Send back", "Draft")):
        desk.keyboard.press("w")
        expect(desk.locator("#panel-title")).to_be_focused()
        desk.get_by_role("button", name=button).focus()
        desk.keyboard.press("Enter")
        expect(desk.locator("#panel .stage")).to_contain_text(stage)
        expect(desk.locator("#state")).to_contain_text(stage)
        expect(desk.locator("#panel-title")).to_be_focused()
        assert accessibility_faults(desk) == []
        desk.keyboard.press("Escape")
        assert_focus_is_somewhere(desk)
    labels = interview.records.order_by("number").values_list("label", flat=True)
    assert list(labels) == ["Sent to review", "Marked ready", "Sent back to draft"]


def test_ones_own_work_is_refused_with_a_sentence(
    page: Page, sign_in: SignIn, alice: User, settings: Settings, complaints: Complaints
) -> None:
    settings.FOUR_EYES = True
    complaints.allow("409|htmx:")
    interview = an_interview(by=alice)
    desk = open_desk(page, sign_in, alice, interview)
    desk.keyboard.press("w")
    desk.get_by_role("button", name="Send to review").click()
    expect(desk.locator("#panel .stage")).to_contain_text("In review")
    expect(desk.locator("#panel")).to_contain_text("Somebody else has to approve it")
    desk.get_by_role("button", name="Mark ready").click()
    expect(desk.get_by_role("alert")).to_contain_text("Somebody else has to approve this interview")
    assert_focus_is_somewhere(desk)
    interview.refresh_from_db()
    assert interview.status == "in_review"


def test_an_interview_is_assigned_and_due_and_the_desk_says_so(
    page: Page, sign_in: SignIn, interview: Interview, alice: User, bob: User
) -> None:
    desk = open_desk(page, sign_in, alice, interview)
    desk.keyboard.press("w")
    desk.get_by_label("Assigned to").select_option("bob")
    desk.get_by_label("Due on").fill("2020-05-04")
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator("#panel .stage")).to_contain_text("Assigned to bob.")
    desk.goto("/desk/?tab=all")
    expect(desk.locator(".standing")).to_contain_text("bob, overdue by")


def test_reporters_find_their_own_interviews_and_no_other(
    page: Page, sign_in: SignIn, alice: User, accessibility_faults: AccessibilityFaults
) -> None:
    rosa = a_member("Reporter", "rosa")
    an_interview(title="Not hers")
    assign(interview=an_interview(title="Hers"), to=rosa, by=alice)
    sign_in(page, rosa)
    page.goto("/desk/")
    expect(page.locator(".row-interview")).to_have_count(1)
    page.get_by_role("heading", name="Hers").get_by_role("link").click()
    expect(page.locator("#card")).to_be_focused()
    page.keyboard.press("w")
    expect(page.get_by_role("button", name="Send to review")).to_be_visible()
    expect(page.get_by_label("Assigned to")).to_have_count(0)
    assert accessibility_faults(page) == []


def test_a_tool_opened_as_a_page_of_its_own_does_its_work(
    page: Page, sign_in: SignIn, interview: Interview, complaints: Complaints
) -> None:
    eve = a_member("Editor", "eve")
    sign_in(page, eve)
    page.goto(f"/desk/{interview.pk}/status/")
    page.get_by_role("button", name="Send to review").click()
    expect(page.locator(".stage")).to_contain_text("In review")
    page.goto(f"/desk/{interview.pk}/comments/")
    page.get_by_label("On turn").fill("2")
    page.get_by_label("Comment", exact=True).fill("Who checks the dates?")
    page.get_by_role("button", name="Comment", exact=True).click()
    expect(page.get_by_text("Who checks the dates?")).to_be_visible()
    page.get_by_role("button", name="Resolve").click()
    expect(page.get_by_role("button", name="Resolve")).to_have_count(0)
    assert interview.comments.get().resolved_at is not None
    page.goto(f"/desk/{interview.pk}/replace/")
    page.get_by_label("Find", exact=True).fill("the")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("button", name="Replace")).to_be_visible()
    assert complaints.unexpected == []
