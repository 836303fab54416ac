"""A link to a quote lands on its words for ever, or on a notice of what became of them."""

from __future__ import annotations

import json
import re
from html import unescape
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from interviews.models import Interview
from interviews.services import arranging, editing
from interviews.services.correcting import Stated
from interviews.services.publishing import publish, unpublish
from tests.cast import ANSWERS, ASKS, a_conversation, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db

CULVERT = "Half a day for a culvert, a week for a bridge over a river, and a month for the paperwork."
MASON = "He built it twice as thick and told nobody."


def published(*turns: tuple[str | None, str]) -> tuple[Interview, User]:
    interview, alice = an_interview(a_conversation(*turns)), an_editor()
    publish(interview=interview, by=alice)
    return interview, alice


def again(interview: Interview, by: User) -> None:
    """Published once more, with every change a typo."""
    publish(
        interview=interview,
        by=by,
        corrections=[Stated("typo", turns=tuple(interview.turns.values_list("key", flat=True)))],
        acknowledged=list(interview.flags.values_list("pk", flat=True)),
        override_reason="For the test.",
    )


def edit(interview: Interview, key: str, text: str, by: User) -> None:
    version = interview.turns.get(key=key).version
    editing.edit_text(interview=interview, key=key, text=text, seen_version=version, by=by)


def link(interview: Interview, key: str, text: str = "", name: str = "quote", **more: object) -> str:
    query = urlencode({**({"text": text} if text else {}), **more})
    return f"{reverse(f'interviews:{name}', args=[interview.slug, key])}?{query}"


def read(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def quoted(page: str) -> str:
    """The words that the page shows as the quote."""
    found = re.search(r"<blockquote[^>]*>(.*?)</blockquote>", page, re.DOTALL)
    return re.sub(r"<[^>]+>", "", found[1]).strip() if found else ""


def test_a_quote_shows_its_words_who_said_them_and_where_they_stand(client: Client) -> None:
    interview, _ = published()
    key = keys(interview)[5]
    page = read(client, link(interview, key, "a week for a bridge over a river", v=1))
    assert quoted(page) == "a week for a bridge over a river"
    assert "Ada Field" in page
    assert "bridge inspector" in page
    place = f"/interviews/{interview.slug}/#t-{key}:~:text=a%20week%20for%20a%20bridge%20over%20a%20river"
    assert f'href="{place}"' in page
    assert "Changed since" not in page


def test_long_words_are_named_by_how_they_begin_and_end(client: Client) -> None:
    interview, _ = published()
    page = read(client, link(interview, keys(interview)[5], "Half a day", to="for the paperwork."))
    assert quoted(page) == CULVERT


def test_nobody_can_put_words_into_a_mouth_by_writing_a_link(client: Client) -> None:
    interview, _ = published()
    page = read(client, link(interview, keys(interview)[5], "I take bribes from the county every month"))
    assert "bribes" not in page
    assert quoted(page) == CULVERT
    assert "The words in this link do not stand in this interview" in page


def test_a_changed_quote_says_so_and_shows_both_wordings(client: Client) -> None:
    interview, alice = published()
    key = keys(interview)[5]
    address = link(interview, key, "a week for a bridge over a river", v=1)
    edit(interview, key, CULVERT.replace("a week", "ten days"), alice)
    again(interview, alice)

    page = read(client, address)
    assert "Changed since" in page
    assert quoted(page) == "ten days for a bridge over a river"
    assert "<del>a week </del><ins>ten days </ins>for a bridge over a river" in page
    own = re.search(r'<link rel="canonical" href="([^"]+)"', page)
    assert own is not None
    assert parse_qs(urlsplit(own[1].replace("&amp;", "&")).query) == parse_qs(urlsplit(address).query)


def test_a_quote_whose_turn_changed_elsewhere_stands_and_says_so(client: Client) -> None:
    interview, alice = published()
    key = keys(interview)[5]
    edit(interview, key, CULVERT.replace("a month", "a year"), alice)
    again(interview, alice)
    page = read(client, link(interview, key, "a week for a bridge over a river", v=1))
    assert quoted(page) == "a week for a bridge over a river"
    assert "others of the same passage were changed since" in page


def test_a_removed_quote_says_so_and_does_not_repeat_the_words(client: Client) -> None:
    interview, alice = published()
    key = keys(interview)[5]
    editing.set_aside(interview=interview, key=key, by=alice)
    again(interview, alice)

    page = read(client, link(interview, key, "a week for a bridge over a river", v=1))
    assert "were removed from the interview" in page
    assert "culvert" not in page
    assert "a week for a bridge" not in page
    reading = read(client, interview.current_publication().get_absolute_url())  # type: ignore[union-attr]
    assert f'<span id="t-{key}"></span>A passage that stood here was removed.' in reading


@pytest.mark.parametrize("name", ["quote", "quote-embed"])
def test_a_quote_of_a_retracted_interview_says_so_wherever_it_is_shown(client: Client, name: str) -> None:
    interview, alice = published()
    address = link(interview, keys(interview)[5], "a week for a bridge over a river", name)
    assert "Retracted" not in read(client, address)
    told = Stated("retraction", right="The recording was of another bridge.")
    publish(interview=interview, by=alice, corrections=[told])
    page = read(client, address)
    assert quoted(page) == "a week for a bridge over a river"
    assert "<strong>Retracted.</strong> The newsroom no longer stands by this interview." in page


def test_the_stone_of_a_removed_turn_goes_when_the_turn_comes_back(client: Client) -> None:
    interview, alice = published()
    key = keys(interview)[5]
    editing.set_aside(interview=interview, key=key, by=alice)
    again(interview, alice)
    again(interview, alice)  # nothing new: the stone stays
    address = reverse("interviews:published", args=[interview.slug])
    assert "A passage that stood here was removed" in read(client, address)
    editing.restore(interview=interview, key=key, by=alice)
    again(interview, alice)
    assert "A passage that stood here was removed" not in read(client, address)
    assert f'id="t-{key}"' in read(client, address)


def test_what_was_never_published_leaves_no_stone(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    key = keys(interview)[5]
    editing.set_aside(interview=interview, key=key, by=alice)
    publish(interview=interview, by=alice)
    page = read(client, reverse("interviews:published", args=[interview.slug]))
    assert key not in page
    assert client.get(link(interview, key)).status_code == 404


def test_words_of_a_withdrawn_page_are_not_quoted_when_it_is_back(client: Client) -> None:
    interview, alice = published()
    key = keys(interview)[5]
    address = link(interview, key, "a week for a bridge over a river", v=1)
    unpublish(interview=interview, by=alice)
    gone = client.get(address)
    assert gone.status_code == 410
    assert "a week" not in gone.content.decode()

    edit(interview, key, "It depends.", alice)
    again(interview, alice)
    assert "a week" not in read(client, address)


def test_after_ten_edits_a_split_a_merge_and_a_publication_every_link_lands(client: Client) -> None:
    interview, alice = published()
    before = keys(interview)
    links = {
        key: link(interview, key, text.split(". ")[-1].rstrip("."), v=1)
        for key, text in interview.turns.in_place().values_list("key", "text")
    }
    mason = before[9]
    address = link(interview, mason, MASON, v=1)
    culvert = link(interview, before[5], "a week for a bridge over a river", v=1)

    for number in range(10):
        key = before[number]
        text = interview.turns.get(key=key).text
        edit(interview, key, f"Well: {text[0].lower()}{text[1:]}", alice)
    where = interview.turns.get(key=mason).text.index("He built")
    arranging.split(interview=interview, key=mason, at=where, by=alice)
    arranging.merge(interview=interview, key=before[5], upwards=True, by=alice)
    arranging.place(interview=interview, key=before[13], behind=None, by=alice)
    editing.set_aside(interview=interview, key=before[15], by=alice)
    again(interview, alice)

    reading = read(client, reverse("interviews:published", args=[interview.slug]))
    for key in before:
        assert f'id="t-{key}"' in reading

    moved = read(client, address)
    assert quoted(moved) == MASON
    assert "stand in another place" in moved
    joined = read(client, culvert)
    assert quoted(joined) == "a week for a bridge over a river"
    assert f"#t-{before[4]}:~:text=" in joined
    for key, one in links.items():
        page = read(client, one)
        assert "Not found" not in page
        landed = re.search(rf'href="/interviews/{interview.slug}/#t-(\w+)', page)
        assert landed is not None
        assert f'id="t-{landed[1]}"' in reading
        assert ("were removed" in page) == (key == before[15])


def test_a_quote_tells_machines_and_networks_what_it_is(client: Client) -> None:
    evil = 'She wrote "</script><script>alert(1)</script>" on the wall & left — ‮no more.'
    interview, _ = published((ASKS, "What did she write?"), (ANSWERS, evil))
    key = keys(interview)[1]
    page = read(client, link(interview, key))
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    told = json.loads(found[1])
    assert told["@type"] == "Quotation"
    assert told["text"] == interview.turns.get(key=key).text
    assert told["creator"] == {"@type": "Person", "name": "Ada Field", "jobTitle": "bridge inspector"}
    assert told["isPartOf"]["headline"] == interview.title
    assert "<script>alert" not in page
    assert '<meta property="og:title" content="Ada Field in “On bridges”">' in page


def frame_rules(answer: HttpResponseBase) -> tuple[bool, str | None]:
    return "frame-ancestors *" in answer.headers["Content-Security-Policy"], answer.get("X-Frame-Options")


def test_only_the_embedded_quote_may_be_framed(client: Client) -> None:
    interview, _ = published()
    key = keys(interview)[5]
    embedded = client.get(link(interview, key, name="quote-embed"))
    assert frame_rules(embedded) == (True, None)
    assert quoted(embedded.content.decode()) == CULVERT
    assert "default-src 'none'" in embedded.headers["Content-Security-Policy"]
    for address in (link(interview, key), reverse("interviews:published", args=[interview.slug])):
        assert frame_rules(client.get(address)) == (False, "DENY")


def test_a_program_that_knows_oembed_is_told_how_to_show_a_quote(client: Client) -> None:
    interview, _ = published()
    page = read(client, link(interview, keys(interview)[5], "a week for a bridge over a river"))
    found = re.search(r'type="application/json\+oembed" href="([^"]+)"', page)
    assert found is not None
    asked = urlsplit(found[1].replace("&amp;", "&"))
    answer = client.get(f"{asked.path}?{asked.query}&maxwidth=400")
    told = answer.json()
    assert (told["version"], told["type"], told["width"], told["author_name"]) == (
        "1.0",
        "rich",
        400,
        "Ada Field",
    )
    source = re.search(r'<iframe src="([^"]+)"', told["html"])
    assert source is not None
    framed = urlsplit(source[1].replace("&amp;", "&"))
    assert quoted(read(client, f"{framed.path}?{framed.query}")) == "a week for a bridge over a river"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_the_code_for_another_site_is_whole_whatever_the_title_holds(client: Client) -> None:
    interview, alice = an_interview(title='Bridges & "drains" > paint'), an_editor()
    publish(interview=interview, by=alice)
    page = read(client, link(interview, keys(interview)[5], "a week for a bridge"))
    found = re.search(r"<textarea[^>]*>(.*?)</textarea>", page)
    assert found is not None
    code = unescape(found[1])
    assert re.fullmatch(
        r'<iframe src="[^"]+" width="600" height="240" title="[^"<>]+" loading="lazy"></iframe>', code
    )
    assert "Bridges &amp; &quot;drains&quot; &gt; paint" in code


@pytest.mark.parametrize(
    "url", ["https://elsewhere.example/interviews/a/quotes/b/", "http://testserver/", "http://[", "nonsense"]
)
def test_what_is_no_quote_of_ours_is_not_embedded(client: Client, url: str) -> None:
    assert client.get(reverse("interviews:oembed"), {"url": url}).status_code == 404


def test_a_quote_of_a_draft_is_not_there_and_no_cookie_is_set(client: Client) -> None:
    draft = an_interview(a_conversation((ASKS, "Where is the xylograph?"), (ANSWERS, "In the zeppelin.")))
    for name in ("quote", "quote-embed"):
        answer = client.get(link(draft, keys(draft)[1], name=name))
        assert answer.status_code == 404
        assert "zeppelin" not in answer.content.decode()
    public, _ = published()
    answer = client.get(link(public, keys(public)[5]))
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_words_later_than_the_publication_are_not_quoted(client: Client) -> None:
    interview, alice = published()
    key = keys(interview)[5]
    edit(interview, key, "A zeppelin takes an hour to inspect, give or take.", alice)
    page = read(client, link(interview, key, "A zeppelin takes an hour to inspect"))
    assert "zeppelin" not in page
    assert quoted(page) == CULVERT
    assert escape(interview.title) in page
