"""A link to words of a turn shows these words, where the page of the quote is a file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from interviews.models import Interview
from interviews.services.publishing import publish
from tests.cast import an_editor, an_interview, keys

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "a week for a bridge over a river"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_told: Any) -> None:
        """Nobody reads it."""


@pytest.fixture
def interview() -> Interview:
    interview = an_interview()
    publish(interview=interview, by=an_editor())
    return interview


@pytest.fixture
def site(tmp_path: Path, interview: Interview) -> Iterator[str]:
    """The address at which a plain web server has the exported files; who asks before a page outlives it."""
    call_command("publish_site", str(tmp_path), verbosity=0)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_the_words_of_a_link_are_shown_alone_and_what_is_copied_names_them(
    site: str, interview: Interview, page: Page
) -> None:
    key = keys(interview)[5]
    for rest in ("", "embed/"):
        page.goto(f"{site}/interviews/{interview.slug}/quotes/{key}/{rest}?text={WORDS}&v=1")
        expect(page.locator("blockquote")).to_have_text(WORDS)
        expect(page.locator("#not-here")).to_be_hidden()
        place = page.get_by_role("link", name="Read it in the interview").get_attribute("href") or ""
        assert place.endswith(f"#t-{key}:~:text=a%20week%20for%20a%20bridge%20over%20a%20river")
    page.goto(f"{site}/interviews/{interview.slug}/quotes/{key}/?text=Half a day&to=the paperwork.")
    expect(page.locator("blockquote")).to_have_text(interview.turns.get(key=key).text)
    assert "/embed/?text=Half%20a%20day&amp;to=" in page.locator("#embed").input_value()


def test_words_that_nobody_said_are_not_shown(site: str, interview: Interview, page: Page) -> None:
    key = keys(interview)[5]
    page.goto(f"{site}/interviews/{interview.slug}/quotes/{key}/?text=I take bribes&v=1")
    expect(page.locator("#not-here")).to_be_visible()
    expect(page.locator("blockquote")).to_have_text(interview.turns.get(key=key).text)
    assert "bribes" not in page.locator("body").inner_text()


def test_the_page_of_an_interview_leads_to_the_file_of_each_quote(
    site: str, interview: Interview, page: Page
) -> None:
    key = keys(interview)[5]
    page.goto(f"{site}/interviews/{interview.slug}/#t-{key}")
    page.locator(f"#t-{key} a.quote").click()
    expect(page).to_have_url(f"{site}/interviews/{interview.slug}/quotes/{key}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ada Field in “On bridges”")
