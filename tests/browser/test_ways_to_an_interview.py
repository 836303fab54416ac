"""People, months, search and the offer below an interview, in a browser."""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from interviews.models import Publication
from interviews.services.publishing import publish
from tests.browser.conftest import AccessibilityFaults, Complaints
from tests.cast import an_editor, an_interview

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def made() -> Publication:
    return publish(interview=an_interview(), by=an_editor())


@pytest.mark.parametrize("width", [320, 1200])
def test_every_way_to_an_interview_is_open_to_everybody(
    page: Page,
    made: Publication,
    accessibility_faults: AccessibilityFaults,
    complaints: Complaints,
    width: int,
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    month = f"/archive/{timezone.localtime(made.first_published_at):%Y/%m}/"
    for path in (
        "/archive/",
        month,
        "/people/",
        "/people/ada-field/",
        "/search/?q=drain",
        made.get_absolute_url(),
    ):
        page.goto(path)
        assert accessibility_faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path


def test_a_reader_searches_by_keyboard_and_lands_on_the_words(page: Page, made: Publication) -> None:
    page.goto("/search/")
    page.get_by_role("searchbox").fill("blocked drain")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=made.title).click()
    expect(page.locator(":target")).to_contain_text("A blocked drain")


def test_a_reader_downloads_an_interview_under_its_own_name(page: Page, made: Publication) -> None:
    page.goto(made.get_absolute_url())
    with page.expect_download() as started:
        page.get_by_role("link", name="Word").first.click()
    assert started.value.suggested_filename == "on-bridges.docx"
