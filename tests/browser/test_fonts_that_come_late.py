"""On a slow line the words are there before their font, and do not move when it comes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from interviews.services.publishing import publish
from tests.cast import an_editor, an_interview

pytestmark = pytest.mark.django_db(transaction=True)

# What Lighthouse calls good ends at 0.1; a menu that takes another line moves a page by 0.25.
MOVED_AT_MOST = 0.02
_WATCH = """
    window.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.moved += entry.value;
    }).observe({type: "layout-shift", buffered: true});
"""
_UNTIL = """new Promise((done) => {{
  const look = () => ({condition}) ? done() : requestAnimationFrame(look);
  look();
}})"""
_TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.mark.parametrize("path", ["/", "/interviews/on-bridges/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_the_fonts_come(page: Page, path: str, width: int) -> None:
    publish(interview=an_interview(), by=an_editor())
    waiting: list[Route] = []
    page.route("**/*.woff2", lambda route: waiting.append(route))
    page.add_init_script(_WATCH)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path, wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.evaluate(_UNTIL.format(condition="document.fonts.status === 'loading'"))
    page.evaluate(_TWO_FRAMES)
    for route in waiting:
        route.continue_()
    page.unroute("**/*.woff2")
    page.evaluate(_UNTIL.format(condition="document.fonts.status === 'loaded'"))
    page.evaluate(_TWO_FRAMES)
    assert len(waiting) >= 2, "fonts were held back"
    assert page.evaluate("window.moved") <= MOVED_AT_MOST
