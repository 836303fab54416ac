"""What is far away is laid out late on a telephone, and links land where they should all the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from interviews.services.publishing import publish
from tests.cast import ANSWERS, ASKS, a_conversation, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db(transaction=True)

LONG = (
    "It stood there longer than anybody who was there could say, and that is what the drawings never told. "
)


def test_a_link_to_a_turn_far_down_lands_on_it(page: Page) -> None:
    turns = [
        (ASKS, f"Why is bridge number {n} closed?")
        if n % 2
        else (ANSWERS, f"Number {n}. {LONG * (n % 7 + 1)}")
        for n in range(1, 200)
    ]
    interview = an_interview(a_conversation(*turns))
    seen = list(interview.flags.values_list("pk", flat=True))
    publish(interview=interview, by=an_editor(), acknowledged=seen, override_reason="For the test.")
    page.set_viewport_size({"width": 390, "height": 800})
    key = keys(interview)[150]
    page.goto(f"/interviews/{interview.slug}/#t-{key}")
    expect(page.locator(f"#t-{key}")).to_be_in_viewport()
    expect(page.locator(f"#t-{key}")).to_contain_text("Why is bridge number 151 closed?")
    first = page.locator(f"#t-{keys(interview)[0]}")
    assert first.evaluate("turn => getComputedStyle(turn).contentVisibility") == "auto"
    page.get_by_role("searchbox").fill("number 151")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_text("was found once")).to_be_visible()
    page.locator(".found ol a").first.click()
    expect(page.locator("#hit-1")).to_be_in_viewport()
