"""The desk's pages have an outline in which no level is left out, and end where their content ends."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page, expect

from interviews.models import Interview
from interviews.services.publishing import publish
from interviews.services.settling import settle_flag
from tests.addresses import address, names
from tests.browser.conftest import WCAG, SignIn

pytestmark = pytest.mark.django_db(transaction=True)

RULES = ["empty-heading", "heading-order", "page-has-heading-one"]
OPTIONS = {**WCAG, "runOnly": {"type": "rule", "values": RULES}}
# What can be scrolled to, past the end of what stands on the page (in pixels, of which one is rounding).
PAST_THE_END = """() => {
  const end = (one) => {
    if (one.matches(".sr, .skip") || !one.checkVisibility()) return 0;
    const own = Math.ceil(one.getBoundingClientRect().bottom + scrollY);
    const within = getComputedStyle(one).overflowY === "visible" ? [...one.children].map(end) : [];
    return Math.max(own, ...within);
  };
  return document.documentElement.scrollHeight - Math.max(innerHeight, end(document.body));
}"""


def pages_of_the_desk(interview: Interview, user: User) -> list[str]:
    """Every address of the desk that answers with a page."""
    client = Client()
    client.force_login(user)
    found = []
    for name in names():
        path = address(name, interview) if name.startswith("interviews:") else ""
        if path.startswith("/desk/"):
            answer = client.get(path)
            if answer.status_code == 200 and "text/html" in answer["Content-Type"]:
                found.append(path)
    return found


def faults(page: Page) -> list[str]:
    """What is wrong with the headings of a page: a line for each."""
    found: list[dict[str, Any]] = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{page.url}: {fault['id']}: {node['html'][:80]}" for fault in found for node in fault["nodes"]]


def test_no_page_leaves_out_a_level_or_ends_in_emptiness(
    page: Page, sign_in: SignIn, interview: Interview, alice: User
) -> None:
    settle_flag(flag=interview.flags.get(), fix=0, by=alice)
    publish(interview=interview, by=alice)
    paths = pages_of_the_desk(interview, alice)
    assert len(paths) > 25
    sign_in(page, alice)
    found: list[str] = []
    past: dict[str, int] = {}
    for path in paths:
        page.goto(path)
        found += faults(page)
        past[path] = page.evaluate(PAST_THE_END)
    assert found == []
    assert {path: pixels for path, pixels in past.items() if pixels > 1} == {}


def test_the_tools_over_the_queue_go_on_from_its_heading(desk: Page) -> None:
    for name in ("Status", "Speakers", "Comments", "Set aside"):
        desk.locator(".second").get_by_role("link", name=name).click()
        expect(desk.locator("#panel-title")).to_be_visible()
        assert faults(desk) == []
