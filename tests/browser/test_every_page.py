"""Every page: clean for assistive technology in light and dark, quiet in the console, whole at 320 px."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from interviews.models import Interview
from interviews.services.publishing import publish, unpublish
from interviews.services.settling import settle_flag
from tests.browser.conftest import AccessibilityFaults, Complaints, SignIn
from tests.cast import an_editor, an_interview

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def published() -> Interview:
    interview, alice = an_interview(), an_editor()
    settle_flag(flag=interview.flags.get(), fix=0, by=alice)
    publish(interview=interview, by=alice)
    return interview


def whole(page: Page) -> bool:
    page.set_viewport_size({"width": 320, "height": 700})
    fits: bool = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return fits


@pytest.mark.parametrize("path", ["/", "/interviews/{slug}/", "/interviews/{slug}/changes/", "/login/"])
def test_public_pages(
    page: Page, published: Interview, accessibility_faults: AccessibilityFaults, path: str
) -> None:
    page.goto(path.format(slug=published.slug))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert accessibility_faults(page) == []
    assert whole(page)


@pytest.mark.parametrize(
    "path",
    [
        "/desk/",
        "/desk/?q=nothing+has+these+words",
        "/desk/new/",
        "/desk/waiting/",
        "/desk/{pk}/status/",
        "/desk/{pk}/comments/",
        "/desk/{pk}/",
        "/desk/{pk}/details/",
        "/desk/{pk}/history/",
        "/desk/{pk}/publish/",
        "/desk/{pk}/export/",
        "/desk/{pk}/preview/",
    ],
)
def test_pages_of_the_desk(
    page: Page,
    sign_in: SignIn,
    published: Interview,
    accessibility_faults: AccessibilityFaults,
    path: str,
) -> None:
    sign_in(page, an_editor("bob"))
    page.goto(path.format(pk=published.pk))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert accessibility_faults(page) == []
    assert whole(page)


def test_what_is_gone_or_never_was(
    page: Page, published: Interview, accessibility_faults: AccessibilityFaults, complaints: Complaints
) -> None:
    complaints.allow("404|410")
    unpublish(interview=published, by=an_editor("bob"))
    page.goto(f"/interviews/{published.slug}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This interview was withdrawn")
    assert accessibility_faults(page) == []


def test_a_link_to_a_turn_lands_on_it(page: Page, published: Interview) -> None:
    key = published.transcript().turns[5].key
    page.goto(f"/interviews/{published.slug}/#t-{key}")
    expect(page.locator(f"#t-{key}")).to_be_in_viewport()
    expect(page.locator(f"#t-{key}")).to_contain_text("Half a day")
