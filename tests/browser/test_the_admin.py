"""Django's admin under our policy: quiet, and clean for assistive technology."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, ViewportSize, expect

from interviews.models import Interview, Speaker
from interviews.services.publishing import publish
from tests.browser.conftest import AccessibilityFaults, SignIn
from tests.cast import an_interview

pytestmark = pytest.mark.django_db(transaction=True)

TELEPHONE: ViewportSize = {"width": 390, "height": 844}
LISTS = ("interview", "speaker", "turn", "flag", "editrecord", "publication", "sourcefile")


@pytest.fixture
def admin(page: Page, sign_in: SignIn) -> Page:
    root = User.objects.create_superuser("root")
    publish(interview=an_interview(by=root), by=root)
    sign_in(page, root)
    return page


@pytest.mark.parametrize("name", LISTS)
def test_lists_and_forms_are_clean(admin: Page, accessibility_faults: AccessibilityFaults, name: str) -> None:
    admin.goto(f"/admin/interviews/{name}/")
    expect(admin.get_by_role("heading", level=1)).to_be_visible()
    assert accessibility_faults(admin) == []
    assert admin.locator(".results").evaluate("list => list.scrollWidth - list.clientWidth") == 0
    link = admin.locator("#result_list tbody th a").first
    if link.count():
        link.click()
        expect(admin.locator("#content h2").first).not_to_be_empty()
        assert accessibility_faults(admin) == []


def test_a_list_is_clean_in_the_dark_on_a_telephone_and_empty(
    admin: Page, accessibility_faults: AccessibilityFaults
) -> None:
    admin.emulate_media(color_scheme="dark")
    for path in ("flag/", "flag/?q=heron", "topic/"):
        admin.goto(f"/admin/interviews/{path}")
        assert accessibility_faults(admin) == []
    admin.set_viewport_size(TELEPHONE)
    admin.goto("/admin/interviews/flag/")
    assert accessibility_faults(admin) == []
    room = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert admin.evaluate(room) == 0


@pytest.mark.parametrize("width", [390, 768, 1024])
def test_on_narrow_screens_the_cells_of_a_row_are_read_without_scrolling(admin: Page, width: int) -> None:
    admin.set_viewport_size({"width": width, "height": 844})
    for path in (*(f"interviews/{name}/" for name in (*LISTS, "detectionstatistics")), "auth/user/"):
        admin.goto(f"/admin/{path}")
        frame = admin.locator(".results.named").first
        assert frame.evaluate("one => one.scrollWidth - one.clientWidth") == 0, path
        assert frame.get_attribute("tabindex") is None


def test_on_a_telephone_each_cell_says_which_column_it_is_of(
    admin: Page, accessibility_faults: AccessibilityFaults
) -> None:
    admin.set_viewport_size(TELEPHONE)
    admin.goto("/admin/interviews/interview/")
    state = admin.locator("#result_list .field-state")
    before = "cell => getComputedStyle(cell, '::before').content"
    assert state.evaluate(before) == '"Status "'
    title = admin.locator("#result_list .field-title").bounding_box()
    below = state.bounding_box()
    assert title
    assert below
    assert below["y"] >= title["y"] + title["height"]
    assert accessibility_faults(admin) == []
    expect(admin.get_by_role("link", name="Changed at")).to_be_visible()


def test_a_list_that_is_too_wide_all_the_same_is_scrolled_by_key(
    admin: Page, accessibility_faults: AccessibilityFaults
) -> None:
    Speaker.objects.update(description="Hochwasserschutzbeauftragtenstellvertreterin" * 4)
    admin.goto("/admin/interviews/speaker/")
    frame = admin.get_by_role("region", name="Speakers", exact=True)
    expect(frame).to_have_attribute("tabindex", "0")
    assert accessibility_faults(admin) == []
    far = frame.get_by_role("link", name="On bridges").first
    expect(far).not_to_be_in_viewport()
    frame.focus()
    for _ in range(40):
        admin.keyboard.press("ArrowRight")
    expect(far).to_be_in_viewport()
    admin.set_viewport_size(TELEPHONE)
    expect(frame).not_to_have_attribute("tabindex", "0")


def test_the_start_and_the_users_are_clean(admin: Page, accessibility_faults: AccessibilityFaults) -> None:
    for path in ("/admin/", "/admin/auth/user/"):
        admin.goto(path)
        assert accessibility_faults(admin) == []


def test_an_interview_leads_to_the_desk_and_to_its_page(admin: Page) -> None:
    interview = Interview.objects.get()
    admin.goto(f"/admin/interviews/interview/{interview.pk}/change/")
    expect(admin.locator(f'a[href="/desk/{interview.pk}/"]').first).to_be_visible()
    expect(admin.locator(f'a[href="/interviews/{interview.slug}/"]').first).to_be_visible()
