"""From the desk to the public page of a series: filed by keyboard, found by readers, clean everywhere."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from interviews.models import Interview, Series, Topic
from interviews.services.filing import file_under, found_or_made
from interviews.services.publishing import publish
from interviews.transcript.filing import Filing
from tests.browser.conftest import AccessibilityFaults, Complaints, SignIn
from tests.browser.test_every_page import whole
from tests.cast import an_editor, an_interview

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def parts() -> list[Interview]:
    """Three parts of a series that are public, under topics."""
    made, alice = [], an_editor()
    for number, title in enumerate(("On bridges", "On water", "On stone"), start=1):
        interview = an_interview(title=title)
        filing = Filing("Twelve voices", number, ("rivers", "public works"))
        file_under(interview=interview, filing=filing, by=alice)
        publish(interview=interview, by=alice)
        made.append(interview)
    return made


def test_an_editor_files_an_interview_and_readers_find_it_in_its_series(page: Page, sign_in: SignIn) -> None:
    interview, alice = an_interview(), an_editor()
    found_or_made(Topic, "public works")
    sign_in(page, alice)
    page.goto(f"/desk/{interview.pk}/details/")
    page.get_by_label("Series").focus()
    page.keyboard.type("Twelve voices")
    page.keyboard.press("Tab")
    page.keyboard.type("3")
    page.keyboard.press("Tab")
    page.keyboard.type("rivers, ")
    offered = page.locator("#known-topics option").evaluate_all("found => found.map(one => one.value)")
    assert offered == ["rivers, public works"]
    page.keyboard.type("public works")
    page.get_by_role("button", name="Save and go on to publishing").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_text("Part 3 of Twelve voices")).to_be_visible()
    page.get_by_role("link", name="rivers", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("rivers")
    page.get_by_role("link", name="Series", exact=True).click()
    page.get_by_role("link", name="Twelve voices").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Twelve voices")
    page.get_by_role("link", name="On bridges").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("On bridges")


def test_readers_go_from_part_to_part(page: Page, parts: list[Interview]) -> None:
    page.goto(f"/interviews/{parts[0].slug}/")
    beside = page.get_by_role("navigation", name="Part 1 of Twelve voices")
    beside.get_by_role("link", name="On water").click()
    beside = page.get_by_role("navigation", name="Part 2 of Twelve voices")
    expect(beside.get_by_role("link", name="On bridges")).to_be_visible()
    beside.get_by_role("link", name="On stone").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("On stone")


def test_the_second_to_file_is_told_what_the_first_has_done(
    page: Page, sign_in: SignIn, accessibility_faults: AccessibilityFaults, complaints: Complaints
) -> None:
    complaints.allow("409")
    interview = an_interview()
    sign_in(page, an_editor())
    page.goto(f"/desk/{interview.pk}/details/")
    file_under(interview=interview, filing=Filing("Theirs", 2), by=an_editor("bob"))
    page.get_by_label("Series").fill("Mine")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Now: Series “Theirs”, part 2; no topics.")
    expect(page.get_by_label("Series")).to_have_value("Mine")
    assert accessibility_faults(page) == []
    assert whole(page)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/series/",
        "/series/twelve-voices/",
        "/topics/",
        "/topics/public-works/",
        "/interviews/on-water/",
        "/desk/?topic=rivers",
        "/desk/new/",
        "/desk/{pk}/details/",
        "/desk/{pk}/preview/",
        "/admin/interviews/series/",
        "/admin/interviews/series/{series}/change/",
        "/admin/interviews/topic/{topic}/change/",
    ],
)
def test_a_page_is_clean_and_whole(
    page: Page,
    sign_in: SignIn,
    parts: list[Interview],
    accessibility_faults: AccessibilityFaults,
    path: str,
) -> None:
    if path.startswith(("/desk/", "/admin/")):
        sign_in(page, User.objects.create_superuser("root"))
    series, topic = Series.objects.get(), Topic.objects.all()[0]
    page.goto(path.format(pk=parts[0].pk, series=series.pk, topic=topic.pk))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert accessibility_faults(page) == []
    if not path.startswith("/admin/"):
        assert whole(page)
