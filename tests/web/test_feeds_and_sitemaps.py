"""Feeds, site maps and what else programs ask a site for."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from email.utils import parsedate_to_datetime
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image
from pytest_django.fixtures import Settings

from interviews.models import Publication
from interviews.services.publishing import publish
from tests.cast import ANSWERS, ASKS, a_conversation, an_editor, an_interview
from tests.web.test_public_downloads import timed

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
HOSTILE = 'A ]]> & <b>"bridge"</b> 🎉 الجسور'
SITE = "http://localhost:8000"


def xml(path: str) -> ElementTree.Element:
    answer = Client().get(path)
    assert answer.status_code == 200, path
    assert not answer.cookies
    return ElementTree.fromstring(answer.content)  # noqa: S314 - our own


def locations(path: str) -> list[str]:
    return [str(one.text) for one in xml(path).iter(f"{SITEMAP}loc")]


def published(title: str = "On bridges", *, standfirst: str = "", with_times: bool = False) -> Publication:
    transcript = timed(a_conversation()) if with_times else a_conversation()
    interview = an_interview(transcript, title=title)
    interview.standfirst = standfirst
    interview.save()
    return publish(interview=interview, by=an_editor(f"editor of {title}"))


def test_the_atom_feed_has_what_a_reader_program_needs() -> None:
    made = published(HOSTILE, standfirst="An inspector on drains.")
    feed = xml("/feed.xml")
    for name in ("id", "title", "updated", "author"):
        assert feed.find(f"{ATOM}{name}") is not None, name
    links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
    assert links == {"alternate": f"{SITE}/", "self": f"{SITE}/feed.xml"}
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == HOSTILE
    assert entry.findtext(f"{ATOM}id") == SITE + made.get_absolute_url()
    assert entry.findtext(f"{ATOM}summary") == "An inspector on drains.\nWith Ada Field."
    assert entry.findtext(f"{ATOM}published") == made.first_published_at.isoformat()


def test_the_rss_feed_names_the_transcripts_of_interviews_with_times() -> None:
    published("On bridges", with_times=True)
    published("On water")
    items = {item.findtext("title"): item for item in xml("/rss.xml").iter("item")}
    told = [(one.get("url"), one.get("type")) for one in items["On bridges"].findall(f"{PODCAST}transcript")]
    assert told == [
        (f"{SITE}/interviews/on-bridges/download/on-bridges.vtt", "text/vtt"),
        (f"{SITE}/interviews/on-bridges/download/on-bridges.json", "application/json"),
    ]
    for address, media_type in told:
        assert address is not None
        answer = Client().get(address.removeprefix(SITE))
        assert answer.headers["Content-Type"] == media_type
    assert items["On water"].findall(f"{PODCAST}transcript") == []
    assert items["On water"].findtext("guid") == f"{SITE}/interviews/on-water/"
    assert parsedate_to_datetime(str(items["On water"].findtext("pubDate")))


def test_the_site_map_leads_to_every_public_page() -> None:
    published("On bridges")
    published("On water")
    Publication.objects.filter(slug="on-water").update(
        first_published_at=timezone.now() - timedelta(days=800)
    )
    published("On stones")
    maps = locations("/sitemap.xml")
    pages = [page for one in maps for page in locations(one.removeprefix(SITE))]
    assert {f"{SITE}/interviews/{slug}/" for slug in ("on-bridges", "on-water", "on-stones")} <= set(pages)
    assert {f"{SITE}/", f"{SITE}/archive/", f"{SITE}/people/ada-field/"} <= set(pages)
    year = timezone.localtime().year
    assert f"{SITE}/sitemaps/{year}.xml" in maps
    for page in set(pages):
        assert Client().get(page.removeprefix(SITE)).status_code == 200, page


def test_the_news_site_map_holds_two_days_and_no_more() -> None:
    made = published(HOSTILE)
    (entry,) = xml("/sitemaps/news.xml").findall(f"{SITEMAP}url")
    assert entry.findtext(f"{NEWS}news/{NEWS}title") == HOSTILE
    assert entry.findtext(f"{NEWS}news/{NEWS}publication/{NEWS}name") == "The Newsroom"
    assert entry.findtext(f"{NEWS}news/{NEWS}publication/{NEWS}language") == "en"
    Publication.objects.update(first_published_at=made.first_published_at - timedelta(days=2, minutes=1))
    assert xml("/sitemaps/news.xml").findall(f"{SITEMAP}url") == []


def test_a_crawler_learns_where_the_site_maps_are_and_that_the_desk_is_not_for_it(client: Client) -> None:
    told = client.get("/robots.txt").content.decode().splitlines()
    assert told[0] == "User-agent: *"
    assert "Disallow: /desk/" in told
    assert f"Sitemap: {SITE}/sitemap.xml" in told


@pytest.mark.parametrize("before_the_first", [True, False])
def test_the_icons_of_the_manifest_are_there_in_their_sizes(client: Client, before_the_first: bool) -> None:
    if not before_the_first:
        published()
    manifest = json.loads(client.get("/site.webmanifest").content)
    assert manifest["name"] == "The Newsroom"
    for icon in manifest["icons"]:
        picture = Image.open(BytesIO(client.get(icon["src"]).content))
        assert "x".join(map(str, picture.size)) == icon["sizes"]
    favicon = Image.open(BytesIO(client.get("/favicon.ico").content))
    assert favicon.format == "ICO"


def test_everything_that_a_page_names_in_its_head_is_there(client: Client) -> None:
    made = published()
    for page in ("/", made.get_absolute_url()):
        links = re.findall(r'<link [^>]*href="(/[^"]+)"', client.get(page).content.decode())
        assert {"/feed.xml", "/rss.xml", "/site.webmanifest", "/icons/180.png"} <= set(links)
        for link in links:
            if link.startswith("/static/"):
                assert finders.find(link.removeprefix("/static/")), link
            else:
                assert client.get(link).status_code == 200, link


def test_a_guest_has_a_page_with_all_their_interviews(client: Client) -> None:
    published("On bridges")
    published("On water")
    page = client.get("/people/ada-field/").content.decode()
    assert '<h1 dir="auto">Ada Field</h1>' in page
    assert "bridge inspector" in page
    assert "/interviews/on-bridges/" in page
    assert "/interviews/on-water/" in page
    assert "/people/ada-field/" in client.get("/people/").content.decode()
    assert client.get("/people/editor/").status_code == 404  # who asks has no page


def test_the_archive_leads_to_months_and_they_to_interviews(client: Client) -> None:
    made = published()
    month = f"/archive/{timezone.localtime(made.first_published_at):%Y/%m}/"
    assert month in client.get("/archive/").content.decode()
    assert made.get_absolute_url() in client.get(month).content.decode()


def test_a_reader_finds_words_and_gets_to_where_they_were_said(client: Client) -> None:
    made = published()
    page = client.get("/search/", {"q": "blocked  DRAIN"}).content.decode()
    assert "<mark>blocked drain</mark>" in page
    assert f'href="{made.get_absolute_url()}#t-' in page
    for query in ("ada field", "On bridges", "bridge inspector"):
        assert made.get_absolute_url() in client.get("/search/", {"q": query}).content.decode()


def test_letters_with_accents_are_found_in_either_case(client: Client) -> None:
    turns = (
        (ASKS, "Was it in Évian that you began?"),
        (ANSWERS, "Yes, in Évian, under the old wooden bridge."),
    )
    publish(interview=an_interview(a_conversation(*turns)), by=an_editor())
    assert "<mark>Évian</mark>" in client.get("/search/", {"q": "Évian"}).content.decode()


@pytest.mark.parametrize("query", ["speaker", "transcript", "%", "_", "key", "\\", "<script>", "\0"])
def test_what_no_reader_sees_is_not_found_and_nothing_breaks_out(client: Client, query: str) -> None:
    published()
    answer = client.get("/search/", {"q": query})
    assert answer.status_code == 200
    assert "/interviews/on-bridges/" not in answer.content.decode()
    assert "<script>" not in answer.content.decode()


def test_no_draft_is_in_anything_that_is_public(client: Client) -> None:
    published()
    an_interview(
        a_conversation((ASKS, "Why heliotrope?"), (ANSWERS, "Heliotrope it is.")), title="Heliotrope"
    )
    paths = ["/search/?q=heliotrope", "/people/", "/archive/", "/feed.xml", "/rss.xml", "/sitemaps/news.xml"]
    paths += [path.removeprefix(SITE) for path in locations("/sitemap.xml")]
    for path in paths:
        assert b"Heliotrope" not in client.get(path).content, path


def test_a_search_and_the_news_take_the_same_queries_for_one_interview_and_for_five(client: Client) -> None:
    def queries(path: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert not client.get(path).cookies
        return len(found)

    client.get("/search/?q=drain")  # the first of a client begins its count
    paths = ("/search/?q=drain", "/sitemaps/news.xml", "/feed.xml", "/people/", "/archive/", "/robots.txt")
    published("On bridges 0")
    before = [queries(path) for path in paths]
    for number in range(1, 5):
        published(f"On bridges {number}")
    assert [queries(path) for path in paths] == before == [3, 1, 1, 1, 1, 1]  # two for a search’s limit


def test_one_setting_changes_name_logo_colours_language_and_footer(
    client: Client, settings: Settings
) -> None:
    settings.SITE_NAME = "The River Post"
    settings.BRAND = {
        "description": "Talks by the river.",
        "logo": "img/favicon.svg",
        "accent": "#7a1f5c",
        "accent_dark": "#f0a6d6",
        "language": "nl",
        "footer": "The River Post, Quay 4",
        "links": {"Imprint": "https://river.example/imprint"},
    }
    made = published()
    page = client.get(made.get_absolute_url()).content.decode()
    assert 'alt="The River Post"' in page
    assert "The River Post, Quay 4" in page
    assert '<a href="https://river.example/imprint">Imprint</a>' in page
    assert 'href="/brand.css"' in page
    assert "light-dark(#7a1f5c, #f0a6d6)" in client.get("/brand.css").content.decode()
    assert xml("/rss.xml").findtext("channel/language") == "nl"
    assert json.loads(client.get("/site.webmanifest").content)["theme_color"] == "#7a1f5c"
