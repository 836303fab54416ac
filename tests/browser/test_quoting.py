"""Readers select words of a published page: a link, the words with their source, the page of the quote."""

from __future__ import annotations

from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from interviews.models import Interview
from interviews.services.publishing import publish
from tests.browser.conftest import AccessibilityFaults
from tests.builders import a_transcript
from tests.cast import BRIDGE, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "a week for a bridge over a river"
SELECT = """([id, words]) => {
  const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
}"""


@pytest.fixture
def published() -> Interview:
    interview = an_interview()
    publish(interview=interview, by=an_editor())
    return interview


def select(page: Page, interview: Interview, words: str = WORDS) -> str:
    key = keys(interview)[5]
    page.goto(f"/interviews/{interview.slug}/")
    page.evaluate(SELECT, [f"t-{key}", words])
    expect(page.get_by_role("group", name="Quote the selected words")).to_be_visible()
    return key


def copied(page: Page, kind: str = "text/plain") -> str:
    text: str = page.evaluate(
        "async (kind) => (await (await navigator.clipboard.read())[0].getType(kind)).text()", kind
    )
    return text


def test_selected_words_are_copied_with_who_said_them_and_where(page: Page, published: Interview) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    key = select(page, published)
    page.get_by_role("button", name="Copy quote").click()
    expect(page.get_by_role("status")).to_have_text("The words were copied with their source.")
    plain, rich = copied(page), copied(page, "text/html")
    assert plain.startswith(f"“{WORDS}”\nAda Field, On bridges, The Newsroom\nhttp")
    assert f"/quotes/{key}/?text=a+week" in plain
    assert "<blockquote" in rich
    assert "<a href=" in rich


def test_the_script_speaks_the_language_of_the_page(page: Page, settings: Settings) -> None:
    settings.SITE_LANGUAGE = "de"
    interview = an_interview()
    publish(interview=interview, by=an_editor())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/interviews/{interview.slug}/")
    page.evaluate(SELECT, [f"t-{keys(interview)[5]}", WORDS])
    tools = page.get_by_role("group", name="Ausgewählte Wörter zitieren")
    tools.get_by_role("button", name="Link kopieren").click()
    expect(page.get_by_role("status")).to_have_text("Der Link zu diesen Wörtern wurde kopiert.")
    tools.get_by_role("button", name="Zitat kopieren").click()
    expect(page.get_by_role("status")).to_have_text("Die Wörter wurden mit ihrer Quelle kopiert.")
    assert copied(page).startswith(f"„{WORDS}“\nAda Field, On bridges, The Newsroom\nhttp")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    tools.get_by_role("button", name="Link kopieren").click()
    expect(page.get_by_role("status")).to_have_text(
        "Der Browser hat es nicht erlaubt. Öffnen Sie stattdessen die Seite des Zitats."
    )


def test_a_question_is_copied_with_who_asked_it(page: Page, published: Interview) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/interviews/{published.slug}/")
    page.evaluate(SELECT, [f"t-{keys(published)[8]}", "Why was that?"])
    page.get_by_role("button", name="Copy quote").click()
    expect(page.get_by_role("status")).to_have_text("The words were copied with their source.")
    assert copied(page).startswith("“Why was that?”\nEditor, On bridges, The Newsroom\nhttp")


def test_three_clicks_quote_the_whole_answer(page: Page, published: Interview) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/interviews/{published.slug}/")
    page.get_by_text("Half a day for a culvert").click(click_count=3)
    page.get_by_role("button", name="Copy quote").click()
    expect(page.get_by_role("status")).to_have_text("The words were copied with their source.")
    assert copied(page).startswith(f"“{BRIDGE[5][1]}”\nAda Field, On bridges")


def test_words_of_two_people_are_not_quoted_as_one(page: Page, published: Interview) -> None:
    select(page, published)
    page.evaluate(
        """([one, other]) => {
          const lines = [one, other].map((id) => document.getElementById(id).querySelector("p:last-of-type"));
          getSelection().setBaseAndExtent(lines[0].firstChild, 3, lines[1].firstChild, 3);
        }""",
        [f"t-{key}" for key in keys(published)[4:6]],
    )
    expect(page.locator("#quoting")).to_be_hidden()


@pytest.mark.parametrize("segmenter", [True, False])
@pytest.mark.parametrize(
    ("selected", "whole"),
    [
        ("idge over a ri", "bridge over a river"),
        ("ridg", "bridge"),
        (" a week for a br", "a week for a bridge"),
        ("culvert,", "culvert,"),
        ("a bridge", "a bridge"),
    ],
)
def test_half_a_word_is_quoted_whole(
    page: Page, published: Interview, selected: str, whole: str, segmenter: bool
) -> None:
    if not segmenter:
        page.add_init_script("delete Intl.Segmenter")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    key = select(page, published, selected)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status")).to_have_text("The link to these words was copied.")
    assert copied(page).endswith(f"#t-{key}:~:text={quote(whole)}")
    page.get_by_role("button", name="Copy quote").click()
    expect(page.get_by_role("status")).to_have_text("The words were copied with their source.")
    assert copied(page).startswith(f"“{whole}”\n")
    page.get_by_role("link", name="Page of the quote").click()
    expect(page.locator("blockquote")).to_have_text(whole)


def test_words_are_told_apart_where_no_spaces_are(page: Page) -> None:
    said = "我检查桥梁已经三十年了，最先看的是排水沟。"
    interview = an_interview(a_transcript(("王芳", "您先看什么？"), ("李明", said * 20), language="zh"))
    publish(interview=interview, by=an_editor(), override_reason="It says one thing again and again.")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/interviews/{interview.slug}/")
    page.evaluate(SELECT, [f"t-{keys(interview)[1]}", "查桥梁已经三"])
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status")).to_have_text("The link to these words was copied.")
    assert unquote(copied(page)).endswith(":~:text=检查桥梁已经三十")
    # Of longer words the link names how they begin and how they end, in whole words too.
    page.evaluate(SELECT, [f"t-{keys(interview)[1]}", said * 19])
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status")).to_have_text("The link to these words was copied.")
    start, end = unquote(copied(page).split(":~:text=")[1]).split(",")
    assert (said * 3).startswith(start)
    assert start.endswith("最先看的是")  # sixty letters would end within the word behind it
    assert end.endswith("最先看的是排水沟。")


def test_a_copied_link_leads_to_the_words(page: Page, published: Interview) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    key = select(page, published)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status")).to_have_text("The link to these words was copied.")
    address = copied(page)
    assert address.endswith(f"#t-{key}:~:text=a%20week%20for%20a%20bridge%20over%20a%20river")
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator(f"#t-{key}")).to_be_in_viewport()


def test_the_tools_are_the_next_stop_of_the_keyboard_and_escape_ends_them(
    page: Page, published: Interview, accessibility_faults: AccessibilityFaults
) -> None:
    key = select(page, published)
    assert accessibility_faults(page) == []
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy quote")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#quoting")).to_be_hidden()
    expect(page.locator(f"#t-{key} [aria-labelledby=here]")).to_be_focused()


def test_the_page_of_the_quote_shows_the_words_and_leads_back(
    page: Page, published: Interview, accessibility_faults: AccessibilityFaults
) -> None:
    key = select(page, published)
    page.get_by_role("link", name="Page of the quote").click()
    expect(page.locator("blockquote")).to_have_text(WORDS)
    assert accessibility_faults(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="Read it in the interview").click()
    expect(page.locator(f"#t-{key}")).to_be_in_viewport()


def test_without_scripts_the_link_of_a_turn_opens_the_way_to_its_quote(
    page: Page, published: Interview
) -> None:
    key = keys(published)[5]
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"/interviews/{published.slug}/")
    section = page.locator(f"#t-{key}")
    expect(section.get_by_role("link", name="Quote or correct")).to_be_hidden()
    section.get_by_role("link", name="Link to this passage").click()
    section.get_by_role("link", name="Quote or correct").click()
    expect(page.locator("blockquote")).to_contain_text("Half a day for a culvert")


def test_a_reader_suggests_a_correction_by_the_keyboard(
    page: Page, published: Interview, accessibility_faults: AccessibilityFaults
) -> None:
    page.goto(f"/interviews/{published.slug}/quotes/{keys(published)[5]}/")
    page.get_by_role("link", name="Suggest a correction").click()
    assert accessibility_faults(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_label("What is wrong here").fill("It was two weeks.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert accessibility_faults(page) == []


def test_an_embedded_quote_fits_its_frame(
    page: Page, published: Interview, accessibility_faults: AccessibilityFaults
) -> None:
    page.goto(f"/interviews/{published.slug}/quotes/{keys(published)[5]}/embed/")
    page.set_viewport_size({"width": 320, "height": 240})
    expect(page.locator("blockquote")).to_contain_text("Half a day for a culvert")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert accessibility_faults(page) == []
