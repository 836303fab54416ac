"""Somebody presses the key that they want, and from then on it works."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import AccessibilityFaults, SignIn
from tests.cast import an_editor, an_interview

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_key_is_chosen_by_pressing_it_and_works_at_the_review_desk(
    page: Page, sign_in: SignIn, accessibility_faults: AccessibilityFaults
) -> None:
    interview = an_interview()
    sign_in(page, an_editor())
    page.goto("/desk/")
    page.keyboard.press("?")
    page.get_by_role("link", name="Choose other keys").click()
    assert accessibility_faults(page) == []

    page.get_by_label("Not a problem", exact=True).press("F2")
    page.get_by_label("Not a problem", exact=True).press("Enter")
    expect(page.get_by_text("Your keys are kept.")).to_be_visible()
    expect(page.get_by_label("Not a problem", exact=True)).to_have_value("F2")

    page.goto(f"/desk/{interview.pk}/")
    expect(page.locator("#card")).to_be_focused()
    page.keyboard.press("x")
    page.keyboard.press("F2")
    expect(page.get_by_role("heading", name="All settled")).to_be_visible()
    assert interview.records.count() == 1
