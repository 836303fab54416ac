"""The pages around publishing: clean for assistive technology, quiet in the console, whole at 320 px."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from interviews.models import Interview
from interviews.services import editing
from interviews.services.correcting import Stated
from interviews.services.previewing import make_link
from interviews.services.publishing import publish
from tests.browser.conftest import AccessibilityFaults, SignIn
from tests.browser.test_every_page import whole
from tests.cast import an_editor, an_interview, keys

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def corrected() -> Interview:
    """Published, corrected and retracted, with two more turns that readers have otherwise."""
    interview, alice = an_interview(), an_editor()
    publish(interview=interview, by=alice)
    first, *others = keys(interview)[:3]
    told = Stated("correction", "We wrote thirty years.", "It was forty.", (first,))
    editing.edit_text(interview=interview, key=first, text="Forty years?", seen_version=1, by=alice)
    publish(interview=interview, by=alice, corrections=[told, Stated("retraction", right="It was a mix-up.")])
    for key in others:
        editing.edit_text(interview=interview, key=key, text="Otherwise.", seen_version=1, by=alice)
    make_link(interview=interview, by=alice)
    return interview


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/corrections/",
        "/interviews/{slug}/",
        "{link}",
        "/desk/{pk}/publish/",
        "/desk/{pk}/preview-links/",
        "/desk/{pk}/address/",
        "/desk/{pk}/erase/",
        "/desk/{pk}/unpublish/",
    ],
)
def test_a_page_is_clean_and_whole(
    page: Page, sign_in: SignIn, corrected: Interview, accessibility_faults: AccessibilityFaults, path: str
) -> None:
    if path.startswith("/desk/"):
        sign_in(page, an_editor("bob"))
    link = corrected.preview_links.get().get_absolute_url()
    page.goto(path.format(pk=corrected.pk, slug=corrected.slug, link=link))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert accessibility_faults(page) == []
    assert whole(page)


def test_two_changed_turns_go_out_with_one_statement(
    page: Page, sign_in: SignIn, corrected: Interview
) -> None:
    sign_in(page, an_editor("bob"))
    page.goto(f"/desk/{corrected.pk}/publish/")
    page.get_by_label("These changes are").select_option("Typo")
    page.get_by_role("button", name="Publish again").click()
    expect(page.get_by_text("Otherwise.").first).to_be_visible()
    expect(page.get_by_text("It was a mix-up.").first).to_be_visible()


def test_the_fields_of_a_statement_stand_in_one_line(
    page: Page, sign_in: SignIn, corrected: Interview
) -> None:
    sign_in(page, an_editor("bob"))
    page.goto(f"/desk/{corrected.pk}/publish/")
    statement = page.locator(".statement").first
    fields = statement.locator("select, input")
    ends = fields.evaluate_all("all => all.map((one) => Math.round(one.getBoundingClientRect().bottom))")
    assert len(ends) == 3
    assert max(ends) - min(ends) < 4
