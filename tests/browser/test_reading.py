"""The published page in a browser: at 320 px, from right to left, for assistive technology, on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from interviews.models import Interview
from interviews.services import editing
from interviews.services.correcting import Stated
from interviews.services.publishing import publish
from interviews.transcript.turns import Part, Role, Speaker, Transcript, Turn
from tests.browser.conftest import AccessibilityFaults
from tests.builders import timed
from tests.cast import BRIDGE, a_conversation, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db(transaction=True)

ARABIC = (
    ("المحررة", "ما أول ما تنظرين إليه تحت الجسر؟"),
    ("ليلى", "إلى المصارف. الماء يجد كل ضعف قبلنا، ويقول المهندسون في Basel الشيء نفسه."),
)


def published(transcript: Transcript, *, without: int | None = None, language: str = "en") -> Interview:
    interview, alice = an_interview(transcript), an_editor()
    Interview.objects.filter(pk=interview.pk).update(language=language)
    warnings = list(interview.flags.values_list("pk", flat=True))
    publish(interview=interview, by=alice, acknowledged=warnings, override_reason="For the test.")
    if without is not None:
        editing.set_aside(interview=interview, key=keys(interview)[without], by=alice)
        warnings = list(interview.flags.values_list("pk", flat=True))
        publish(
            interview=interview,
            by=alice,
            acknowledged=warnings,
            override_reason="For the test.",
            corrections=[Stated("typo", turns=tuple(keys(interview)))],
        )
    return interview


def with_everything() -> Interview:
    """Times, a section, a paragraph between turns, background, and a passage that was removed."""
    spoken = timed(a_conversation(), *((number * 61_000, None) for number in range(len(BRIDGE))))
    turns = list(spoken.turns)
    for place, text in (
        (12, "A train went by. We waited."),
        (6, "The stone arch"),
        (0, "She works in June."),
    ):
        turns.insert(place, Turn(f"b{place}", text, part=Part.BACKGROUND))
    return published(replace(spoken, turns=tuple(turns)), without=4)


def fits(page: Page) -> bool:
    page.set_viewport_size({"width": 320, "height": 700})
    found: bool = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return found


@pytest.mark.parametrize("query", ["", "?q=bridge", "?speaker=Ada+Field", "?q=nothing+like+it"])
def test_a_page_with_everything_is_clean_and_whole(
    page: Page, accessibility_faults: AccessibilityFaults, query: str
) -> None:
    page.goto(f"/interviews/{with_everything().slug}/{query}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert accessibility_faults(page) == []
    assert fits(page)
    assert accessibility_faults(page) == []


def test_what_is_looked_for_is_one_step_from_its_place(page: Page) -> None:
    page.goto(f"/interviews/{with_everything().slug}/")
    page.get_by_role("searchbox", name="Search in this interview").fill("paperwork")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="paperwork").click()
    expect(page.locator("mark")).to_be_in_viewport()


def test_a_time_and_a_removed_passage_are_landed_on(page: Page) -> None:
    interview = with_everything()
    page.goto(f"/interviews/{interview.slug}/")
    page.get_by_role("link", name="8:08").click()
    expect(page.locator(".said:has(.at:target)")).to_be_in_viewport()
    gone = interview.publications.latest("number").gone[0][0]
    page.goto(f"/interviews/{interview.slug}/#t-{gone}")
    expect(page.get_by_text("A passage that stood here was removed.")).to_be_in_viewport()


def test_a_page_from_right_to_left_is_clean_and_whole(
    page: Page, accessibility_faults: AccessibilityFaults
) -> None:
    speakers = (
        Speaker("المحررة", Role.INTERVIEWER),
        Speaker("ليلى", Role.GUEST, "ليلى منصور", "مهندسة جسور"),
    )
    interview = published(replace(a_conversation(*ARABIC), speakers=speakers), language="ar")
    page.goto(f"/interviews/{interview.slug}/")
    assert page.evaluate("getComputedStyle(document.querySelector('.said p')).direction") == "rtl"
    name, text = (page.locator(part).first.bounding_box() for part in (".credit", ".said:not(.q) p[dir]"))
    assert name is not None
    assert text is not None
    assert abs(name["x"] + name["width"] - text["x"] - text["width"]) < 2
    assert accessibility_faults(page) == []
    assert fits(page)


def test_on_paper_only_the_interview_is_left(page: Page) -> None:
    path = f"/interviews/{with_everything().slug}/"
    page.goto(path)
    page.emulate_media(media="print")
    expect(page.get_by_text("A blocked drain tells me")).to_be_visible()
    around = "where => getComputedStyle(document.querySelector('.interview'), where).content"
    assert page.evaluate(around, "::before") == '"The Newsroom"'
    assert page.evaluate(around, "::after").endswith(f'{path}"')
    for tool in (".beside", ".site", ".said .at", ".said [aria-labelledby=here]"):
        expect(page.locator(tool).first).to_be_hidden()


def test_the_name_above_a_question_is_as_small_as_that_above_an_answer(page: Page) -> None:
    third = ("Bo Orr", "I built two of them, and I would drive over neither.")
    interview = published(a_conversation(*BRIDGE[:6], third, *BRIDGE[6:]))
    page.goto(f"/interviews/{interview.slug}/")
    sizes = page.locator(".said .credit").evaluate_all(
        "names => names.map((name) => getComputedStyle(name).fontSize + (name.closest('.q') ? ' q' : ''))"
    )
    assert set(sizes) == {"13px", "13px q"}
    question = page.locator(".said.q p[dir]").first
    assert question.evaluate("words => getComputedStyle(words).fontSize") == "17px"
