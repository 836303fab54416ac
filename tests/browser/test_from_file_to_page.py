"""The main job by hand: a garbled interview comes in, is settled, goes out, and is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from interviews.models import Interview
from tests.browser.conftest import AccessibilityFaults, SignIn
from tests.cast import an_editor

pytestmark = pytest.mark.django_db(transaction=True)

SAMPLE = Path(settings.BASE_DIR) / "interviews" / "samples" / "glacier-lake.md"


def test_import_settle_publish_and_read(
    page: Page, sign_in: SignIn, accessibility_faults: AccessibilityFaults
) -> None:
    sign_in(page, an_editor())
    page.goto("/desk/")
    page.keyboard.press("n")

    page.get_by_label("Or a file").set_input_files(SAMPLE)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("glacier-lake.md")
    expect(page.get_by_text("100 %")).to_be_visible()
    assert accessibility_faults(page) == []
    assert not Interview.objects.exists()

    page.get_by_role("button", name="Make it an interview").click()
    card = page.locator("#card")
    expect(card).to_be_focused()
    assert accessibility_faults(page) == []

    # Everything by one key each, until nothing is left.
    interview = Interview.objects.get()
    for _ in range(interview.flags.open().count()):
        if page.get_by_role("heading", name="All settled").is_visible():
            break
        before = page.locator("#card-title").inner_text()
        has_fix = page.locator('#card [data-key="Enter"]').count()
        page.keyboard.press("Enter" if has_fix else "x")
        expect(page.locator("#card-title").filter(has_text=before)).to_have_count(0)
        expect(card).to_be_focused()
    expect(page.get_by_role("heading", name="All settled")).to_be_visible()
    assert accessibility_faults(page) == []

    page.get_by_role("link", name="Publish").click()
    expect(page.get_by_text("Nothing stands in the way.")).to_be_visible()
    assert accessibility_faults(page) == []
    page.get_by_role("button", name="Publish", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text(interview.title)
    expect(page.get_by_text("This transcript was edited")).to_be_visible()
    assert accessibility_faults(page) == []
    page.get_by_role("link", name="See every change").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What was changed")
    assert accessibility_faults(page) == []


def test_the_incidents_first_fix_leaves_a_sound_interview_and_u_brings_all_back(
    page: Page, sign_in: SignIn
) -> None:
    sign_in(page, an_editor())
    page.goto("/desk/new/")
    page.get_by_label("The transcript").fill(SAMPLE.read_text())
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Make it an interview").click()
    expect(page.locator("#card")).to_be_focused()
    expect(page.locator("#card .kind")).to_contain_text("Repeated closing")
    words = page.locator("#turns .turn:not(.aside-turn) .words")
    before = words.all_text_contents()
    counted = page.locator("#queue h2").inner_text()

    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("left")
    interview = Interview.objects.get()
    assert not interview.flags.open().filter(severity__in=["error", "warning"]).exists()
    assert len(words.all_text_contents()) < len(before)

    page.keyboard.press("u")
    expect(page.locator("#status")).to_contain_text("Undo")
    expect(words).to_have_count(len(before))
    assert words.all_text_contents() == before
    expect(page.locator("#queue h2")).to_have_text(counted, use_inner_text=True)
    expect(page.locator("#card .kind")).to_contain_text("Repeated closing")


def test_a_wrong_file_gets_a_sentence(page: Page, sign_in: SignIn, complaints: object) -> None:
    complaints.allow("422")  # type: ignore[attr-defined]
    sign_in(page, an_editor())
    page.goto("/desk/new/")
    page.get_by_label("Or a file").set_input_files(
        {"name": "talk.mp3", "mimeType": "audio/mpeg", "buffer": b"ID3\x04\x00\x00\x00\x00\x00\x00" * 50}
    )
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("The transcript")).to_be_visible()
