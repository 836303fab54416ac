"""Many files in one go, watched in the browser until all are read."""

from __future__ import annotations

import threading

import pytest
from playwright.sync_api import FilePayload, Page, expect

from interviews.models import Interview
from tests.browser.conftest import AccessibilityFaults, SignIn
from tests.cast import an_editor
from tests.web.test_many_files_at_once import PICTURE, TALK

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_page_tells_when_all_are_read_and_leads_to_each(
    page: Page, sign_in: SignIn, accessibility_faults: AccessibilityFaults
) -> None:
    sign_in(page, an_editor())
    page.goto("/desk/new/")
    files: list[tuple[str, bytes]] = [("one.txt", TALK), ("picture.png", PICTURE), ("two.txt", TALK)]
    page.locator("#file").set_input_files(
        [FilePayload(name=name, mimeType="text/plain", buffer=data) for name, data in files]
    )
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Many files")
    page.locator("#job-next").focus()
    expect(page.locator("#so-far")).to_contain_text(
        "All 3 files are read: 2 are on the desk, 1 could not be read"
    )
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "3")
    expect(page.locator("#job-next")).to_be_focused()
    expect(page.locator("li", has_text="picture.png")).to_contain_text("could not be read.")
    assert accessibility_faults(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for thread in threading.enumerate():
        if thread.name.startswith("import "):
            thread.join(30)
    page.get_by_role("link", name="Two", exact=True).click()
    expect(page).to_have_url(Interview.objects.get(title="Two").get_absolute_url(), ignore_case=True)
