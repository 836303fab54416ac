"""An interview leaves the desk as a file, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn
from tests.cast import an_editor, an_interview

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_file_is_had_from_the_desk_with_the_keyboard(page: Page, sign_in: SignIn) -> None:
    interview, alice = an_interview(), an_editor()
    sign_in(page, alice)
    page.goto(f"/desk/{interview.pk}/details/")
    page.get_by_role("link", name="Download", exact=True).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Download")
    link = page.get_by_role("link", name="Download with estimated times for WebVTT")
    with page.expect_download() as waiting:
        link.press("Enter")
    assert waiting.value.suggested_filename == "on-bridges.vtt"
    assert Path(waiting.value.path()).read_text().startswith("WEBVTT")
    expect(link).to_be_focused()
