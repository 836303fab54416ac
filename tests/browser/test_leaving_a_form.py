"""A page with words that were not sent asks before it is left."""

from __future__ import annotations

import pytest
from playwright.sync_api import Dialog, Page, expect

from interviews.models import Interview
from tests.browser.conftest import Complaints, SignIn
from tests.cast import an_editor

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("path", "field", "away"),
    [
        ("/desk/{}/details/", "Standfirst", "Back to the transcript"),
        ("/desk/rules/new/", "Name", "All house rules"),
    ],
)
def test_words_that_were_not_sent_are_asked_about(
    page: Page,
    sign_in: SignIn,
    interview: Interview,
    complaints: Complaints,
    path: str,
    field: str,
    away: str,
) -> None:
    complaints.allow("422")  # a rule of which only the name is known
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    sign_in(page, an_editor())
    page.goto(path.format(interview.pk))
    page.get_by_label(field, exact=True).click()
    page.keyboard.type("Half a thought")
    page.get_by_role("link", name=away).click()
    expect(page.get_by_label(field, exact=True)).to_have_value("Half a thought")
    assert asked == ["beforeunload"]

    page.get_by_role("button", name="Save").first.click()
    page.wait_for_load_state()
    assert asked == ["beforeunload"]
