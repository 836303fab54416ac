"""Feeds, site maps and what machines are told are as the documents that define them want it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator
from lxml import etree  # type: ignore[import-untyped]

from interviews.models import Publication
from interviews.services.publishing import publish
from tests.cast import an_editor, an_interview
from tests.public_site import Opened, a_site, opened
from tests.structured_data import blocks, faults

SCHEMAS = Path(__file__).parent.parent / "schemas"
_GRAMMARS = {"feed": "atom", "rss": "rss", "urlset": "sitemap", "sitemapindex": "sitemap"}
_FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>https://a.example/</id>
<updated>2026-03-01T10:00:00+00:00</updated><author><name>A</name></author>{}</feed>"""
_RSS = """<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"
xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title><link>https://a.example/</link>
<description/><atom:link rel="self" href="https://a.example/rss.xml"/>{}</channel></rss>"""
_MAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
_ARTICLE = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "On bridges"}


@cache
def grammar(name: str) -> Any:
    return etree.RelaxNG(etree.parse(SCHEMAS / f"{name}.rng"))


def wrong_xml(body: bytes) -> list[str]:
    """What the grammar for its root element says of a file; none where all is well."""
    root = etree.fromstring(body)
    judge = grammar(_GRAMMARS[etree.QName(root).localname])
    return [] if judge.validate(root) else [str(one.message) for one in judge.error_log]


def wrong_json(body: bytes, schema: str) -> list[str]:
    rules = json.loads((SCHEMAS / f"{schema}.schema.json").read_text())
    return [one.message for one in Draft202012Validator(rules).iter_errors(json.loads(body))]


@pytest.mark.django_db
def test_all_that_machines_read_of_a_site_is_as_its_documents_want_it() -> None:
    site = list(opened(a_site()))
    feeds = [one for one in site if one.is_xml and not one.media_type.startswith("application/ttml")]
    assert {one.address: wrong for one in feeds if (wrong := wrong_xml(one.body))} == {}
    expected = {"/feed.xml", "/rss.xml", "/corrections/feed.xml", "/sitemap.xml", "/sitemaps/news.xml"}
    assert expected | {"/sitemaps/pages.xml"} <= {one.address for one in feeds}

    told = {one.address: blocks(one.text) for one in site if one.is_page}
    assert {
        address: wrong
        for address, found in told.items()
        if (wrong := [fault for block in found for fault in faults(block)])
    } == {}
    types = {block["@type"] for found in told.values() for block in found}
    assert types >= {"NewsArticle", "Quotation", "ProfilePage", "CreativeWorkSeries", "CollectionPage"}

    assert wrong_json(_of(site, "/site.webmanifest"), "manifest") == []
    assert wrong_json(_of(site, "/oembed/"), "oembed") == []


def _of(site: list[Opened], start: str) -> bytes:
    return next(one.body for one in site if one.address.startswith(start))


@pytest.mark.django_db
def test_the_feeds_and_maps_of_an_empty_site_are_sound_too(client: Client) -> None:
    for path in ("/feed.xml", "/rss.xml", "/sitemap.xml", "/sitemaps/news.xml"):
        assert wrong_xml(client.get(path).content) == [], path
    assert Publication.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "name"), [("/feed.xml", "summary"), ("/rss.xml", "description")])
def test_a_feed_says_a_standfirst_as_it_is_written(client: Client, path: str, name: str) -> None:
    interview = an_interview()
    interview.standfirst = "Is 1 < 2 & <b> bold?"
    interview.save()
    publish(interview=interview, by=an_editor())
    (found,) = etree.fromstring(client.get(path).content).xpath(
        f"//*[local-name()='entry' or local-name()='item']/*[local-name()='{name}']"
    )
    # Both are read as HTML, in which the signs have to be written as they are here.
    assert found.text.startswith("Is 1 &lt; 2 &amp; &lt;b&gt; bold?")


@pytest.mark.parametrize(
    "body",
    [
        _FEED.format("<entry><title>T</title><id>https://a.example/1</id></entry>"),
        _FEED.format("<updated>2026-03-02T10:00:00+00:00</updated>"),
        _FEED.format('<link rel="self"/>'),
        _FEED.replace("+00:00", "").format(""),
        _FEED.replace("https://a.example/", "one").format(""),
        _RSS.format("<item><link>https://a.example/1</link></item>"),
        _RSS.format("<item><title>T</title><pubDate>2026-03-01</pubDate></item>"),
        _RSS.format("<item><title>T</title><guid>one</guid></item>"),
        _RSS.format('<item><title>T</title><podcast:transcript url="/a.vtt" type="text/vtt"/></item>'),
        _RSS.replace('version="2.0"', "").format(""),
        _MAP.format("<url><lastmod>2026-03-01</lastmod></url>"),
        _MAP.format("<url><loc>/interviews/</loc></url>"),
        _MAP.format("<url><loc>https://a.example/ä</loc></url>"),
        _MAP.format("<url><loc>https://a.example/</loc><lastmod>2026-03-01T10:00:00</lastmod></url>"),
    ],
)
def test_a_grammar_sees_what_is_wrong(body: str) -> None:
    assert wrong_xml(body.encode()) != []


def test_a_grammar_lets_pass_what_is_right() -> None:
    entry = "<title>T</title><id>https://a.example/1</id><updated>2026-03-01T10:00:00.5Z</updated>"
    assert wrong_xml(_FEED.format(f'<entry>{entry}<link href="/1"/></entry>').encode()) == []
    guid = '<guid isPermaLink="false">one</guid><pubDate>Sun, 01 Mar 2026 10:00:00 +0000</pubDate>'
    assert wrong_xml(_RSS.format(f"<item><title>T</title>{guid}</item>").encode()) == []
    place = "<loc>https://a.example/</loc><lastmod>2026-03-01</lastmod>"
    assert wrong_xml(_MAP.format(f"<url>{place}</url>").encode()) == []


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"@type": "Interview"}, "the block is of no known type: Interview"),
        ({"jobTitle": "Inspector"}, "NewsArticle.jobTitle is no property of it"),
        ({"datePublished": "1 March"}, "NewsArticle.datePublished is none of Date, DateTime: '1 March'"),
        ({"url": "/interviews/"}, "NewsArticle.url is none of URL: '/interviews/'"),
        ({"wordCount": "12"}, "NewsArticle.wordCount is none of Integer: '12'"),
        ({"author": {"@type": "Quotation"}}, "NewsArticle.author may not be a Quotation"),
        (
            {"about": [{"@type": "Person", "text": "x"}]},
            "NewsArticle.about > Person.text is no property of it",
        ),
        ({"@context": "https://example.org"}, "the context is not schema.org"),
    ],
)
def test_each_slip_in_what_machines_are_told_is_seen(told: dict[str, Any], wrong: str) -> None:
    assert faults(_ARTICLE) == []
    assert faults(_ARTICLE | told) == [wrong]
