"""Bringing a transcript in: nothing is lost without a question, what was refused is where the focus is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn
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
