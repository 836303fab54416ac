"""What nobody may publish yet has a button that says why, and does nothing."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from interviews.models import Interview, Publication, ScheduledPublication
from interviews.services.arranging import insert
from interviews.services.publishing import publish
from interviews.services.settling import settle_flag
from interviews.services.workflow import set_embargo
from tests.browser.conftest import AccessibilityFaults, SignIn, assert_focus_is_somewhere
from tests.cast import ASKS, an_interview, keys

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def gate(page: Page, sign_in: SignIn, alice: User) -> Page:
    """The page of publishing an interview of hers again, in which nothing is open."""
    interview = an_interview(by=alice)
    settle_flag(flag=interview.flags.get(), fix=0, by=alice)
    publish(interview=interview, by=alice)
    sign_in(page, alice)
    page.goto(f"/desk/{interview.pk}/publish/")
    return page


def presses_nothing(page: Page, button: str) -> None:
    """Neither by mouse nor by keys, nor by Enter in a field; the focus stays where it was put."""
    held = page.get_by_role("button", name=button, exact=True)
    page.evaluate("document.body.dataset.same = 'yes'")
    held.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    expect(held).to_be_focused()
    held.click(force=True)
    page.get_by_text("Tell readers something about the page as a whole").click()
    page.locator("[name=wrong-page]").focus()
    page.keyboard.press("Enter")
    assert_focus_is_somewhere(page)
    assert page.evaluate("document.body.dataset.same") == "yes"
    assert not ScheduledPublication.objects.exists()
    assert Publication.objects.count() == 1


def test_under_embargo_it_cannot_be_pressed_and_says_when_it_can(
    gate: Page, accessibility_faults: AccessibilityFaults, alice: User
) -> None:
    until = timezone.now().replace(second=0, microsecond=0) + timedelta(days=1)
    interview = Interview.objects.get()
    set_embargo(interview=interview, until=until, by=alice)
    last = keys(interview)[-1]
    insert(interview=interview, beside=last, below=True, text="Thank you.", speaker=ASKS, by=alice)
    gate.reload()
    held = gate.get_by_role("button", name="Publish again", exact=True)
    expect(held).to_be_disabled()
    day = f"{timezone.localtime(until):%-d %B %Y, %H:%M}"
    expect(held).to_have_accessible_description(re.compile(f"under embargo until {day}.* Not before {day}"))
    expect(gate.locator("#not-yet")).to_have_text(f"Not before {day}.")
    expect(gate.get_by_text("Nothing stands in the way")).to_have_count(0)
    assert accessibility_faults(gate) == []
    presses_nothing(gate, "Publish again")
    gate.get_by_label("This change is").select_option("update")
    gate.get_by_label("What is right, or what readers should know").first.fill("She goes on.")
    gate.get_by_role("button", name="Publish at that time").click()
    expect(gate.get_by_text("It will be published on")).to_be_visible()


def test_with_four_eyes_neither_button_of_ones_own_work_can_be_pressed(
    gate: Page, settings: Settings, accessibility_faults: AccessibilityFaults
) -> None:
    settings.FOUR_EYES = True
    gate.reload()
    for name in ("Publish again", "Publish at that time"):
        held = gate.get_by_role("button", name=name, exact=True)
        expect(held).to_be_disabled()
        expect(held).to_have_accessible_description(
            "Somebody else has to publish it: you brought it in, are assigned to it, or sent it for review."
        )
        presses_nothing(gate, name)
        gate.reload()
    assert accessibility_faults(gate) == []
