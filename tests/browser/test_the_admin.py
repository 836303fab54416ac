"""Django's admin under our policy: quiet, and clean for assistive technology."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from interviews.models import Interview
from interviews.services.publishing import publish
from tests.browser.conftest import AccessibilityFaults, SignIn
from tests.cast import an_interview

pytestmark = pytest.mark.django_db(transaction=True)

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
    admin.set_viewport_size({"width": 390, "height": 844})
    admin.goto("/admin/interviews/flag/")
    assert accessibility_faults(admin) == []
    room = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert admin.evaluate(room) == 0


def test_the_start_and_the_users_are_clean(admin: Page, accessibility_faults: AccessibilityFaults) -> None:
    for path in ("/admin/", "/admin/auth/user/"):
        admin.goto(path)
        assert accessibility_faults(admin) == []


def test_an_interview_leads_to_the_desk_and_to_its_page(admin: Page) -> None:
    interview = Interview.objects.get()
    admin.goto(f"/admin/interviews/interview/{interview.pk}/change/")
    expect(admin.locator(f'a[href="/desk/{interview.pk}/"]').first).to_be_visible()
    expect(admin.locator(f'a[href="/interviews/{interview.slug}/"]').first).to_be_visible()
