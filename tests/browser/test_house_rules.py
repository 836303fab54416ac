"""A house rule is written, seen at work and switched on: by keyboard, whole at 320 px, clean for axe."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from interviews.models import HouseRule
from interviews.services.ruling import make_rule, switch_rule
from tests.browser.conftest import AccessibilityFaults, Complaints, SignIn
from tests.cast import an_editor, an_interview

pytestmark = pytest.mark.django_db(transaction=True)

COUNTIES = {
    "name": "Counties",
    "pattern": "county",
    "whole_words": True,
    "case_sensitive": False,
    "message": "Name the county",
    "replacement": "",
    "severity": "warning",
}


def test_from_writing_a_rule_to_settling_its_flag_by_keyboard(page: Page, sign_in: SignIn) -> None:
    interview = an_interview()
    sign_in(page, an_editor())
    page.goto("/desk/")
    page.get_by_role("link", name="House rules").press("Enter")
    page.get_by_role("link", name="New house rule").press("Enter")
    page.get_by_label("Name").focus()
    page.keyboard.type("Counties")
    page.keyboard.press("Tab")
    page.keyboard.type("county")
    for _ in range(2):  # past the two boxes, which are right as they are
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("Say who pays")
    page.keyboard.press("Tab")
    page.keyboard.type("shire")
    page.keyboard.press("Enter")

    expect(page.get_by_text("2 hits in 1 interview.")).to_be_visible()
    page.get_by_role("button", name="Switch it on").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("“Counties” is on.")

    page.get_by_role("link", name="Look at “county” in its turn").first.press("Enter")
    expect(page.locator(".turn:target")).to_contain_text("The county pays.")
    page.get_by_role("link", name="Say who pays").first.click()
    expect(page.locator("#card-title")).to_have_text("Say who pays")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_contain_text("The shire pays.")
    assert interview.flags.filter(kind="house_rule", state="fixed").count() == 1


@pytest.mark.parametrize("state", ["none", "off", "on"])
def test_its_pages_are_clean_and_whole(
    page: Page, sign_in: SignIn, accessibility_faults: AccessibilityFaults, state: str
) -> None:
    an_interview()
    alice = an_editor()
    sign_in(page, alice)
    paths = ["/desk/rules/", "/desk/rules/new/"]
    if state != "none":
        long = {"pattern": "county|" + "x" * 200, "replacement": "y" * 150, "name": "N" * 80}
        rule = make_rule(values={**COUNTIES, **long}, by=alice)
        switch_rule(rule=rule, on=state == "on", seen_version=1, by=alice)
        paths = ["/desk/rules/", f"/desk/rules/{rule.pk}/"]
    for path in paths:
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert accessibility_faults(page) == []
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_pattern_that_cannot_be_used_is_told_at_its_field(
    page: Page, sign_in: SignIn, accessibility_faults: AccessibilityFaults, complaints: Complaints
) -> None:
    complaints.allow("422")
    sign_in(page, an_editor())
    page.goto("/desk/rules/new/")
    page.get_by_label("Name").fill("Counties")
    page.get_by_label("Pattern").fill("(county")
    page.get_by_label("What the editor is told").fill("Say who pays")
    page.get_by_role("button", name="Save and see what it finds").click()
    expect(page.get_by_role("alert")).to_contain_text("See “Pattern”")
    expect(page.get_by_label("Pattern")).to_have_accessible_description(
        re.compile(r"A round bracket is opened and not closed\.")
    )
    expect(page.get_by_label("Pattern")).to_have_value("(county")
    assert accessibility_faults(page) == []
    assert not HouseRule.objects.exists()


def test_the_statistics_are_reached_from_the_index_of_the_admin(page: Page, sign_in: SignIn) -> None:
    an_interview()
    chief = an_editor()
    chief.is_staff = chief.is_superuser = True
    chief.save()
    sign_in(page, chief)
    page.goto("/admin/")
    page.get_by_role("link", name="Statistics of detection").first.click()
    expect(page.get_by_role("row", name="Lower-case start")).to_contain_text("1")
