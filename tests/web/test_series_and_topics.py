"""Readers find interviews by series and by topic; they see what is public of both, and nothing else."""

from __future__ import annotations

import json
import re
import threading
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from interviews.models import Artefact, Interview, Publication, Series, Topic
from interviews.services.artefacts import rebuild
from interviews.services.errors import ShelfTaken
from interviews.services.filing import file_under, found_or_made
from interviews.services.publishing import publish, unpublish
from interviews.services.readdressing import change_address
from interviews.services.shelving import RENEWING, describe_shelf, join_shelf
from interviews.transcript.filing import Filing
from tests.cast import an_editor, an_interview
from tests.web.test_command_publish_site import run

pytestmark = pytest.mark.django_db

SITE = "http://localhost:8000"
_LINK = re.compile(r'<a href="([^"]+)"(?: rel="(\w+)")?')


def filed(title: str, filing: Filing) -> Interview:
    interview = an_interview(title=title)
    file_under(interview=interview, filing=filing, by=None)
    return interview


def public(title: str, series: str = "", number: int | None = None, *topics: str) -> Interview:
    interview = filed(title, Filing(series, number, topics))
    publish(interview=interview, by=an_editor(f"editor of {title}"))
    return interview


def page(path: str, status: int = 200) -> str:
    answer = Client().get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def titles(path: str) -> list[str]:
    return re.findall(r'<h2><a href="[^"]+">([^<]+)</a>', page(path))


def beside(slug: str) -> dict[str, str]:
    """What comes before and after in the series, by the relation of the link."""
    return {rel: to for to, rel in _LINK.findall(page(f"/interviews/{slug}/")) if rel in {"prev", "next"}}


def test_a_series_lists_its_parts_in_order_and_those_without_a_number_behind() -> None:
    public("Third", "Voices", 3)
    public("Unnumbered", "Voices")
    public("First", "Voices", 1)
    public("Elsewhere", "Other voices", 2)
    assert titles("/series/voices/") == ["First", "Third", "Unnumbered"]
    assert "Part 3" in page("/series/voices/")


def test_each_part_names_its_place_and_leads_to_the_one_before_and_after() -> None:
    for number, title in ((1, "First"), (3, "Third"), (2, "Second")):
        public(title, "Twelve voices", number)
    assert beside("first") == {"next": "/interviews/second/"}
    assert beside("second") == {"prev": "/interviews/first/", "next": "/interviews/third/"}
    assert beside("third") == {"prev": "/interviews/second/"}
    assert 'Part 2 of <a href="/series/twelve-voices/" dir="auto">Twelve voices</a>' in page(
        "/interviews/second/"
    )


def test_a_part_that_goes_or_moves_is_let_go_by_those_beside_it() -> None:
    first, second, _third = (
        public(title, "Voices", number) for number, title in enumerate(("First", "Second", "Third"), 1)
    )
    alice = an_editor()
    unpublish(interview=second, by=alice)
    assert beside("first") == {"next": "/interviews/third/"}
    change_address(interview=first, slug="opening", by=alice)
    assert beside("third") == {"prev": "/interviews/opening/"}
    file_under(interview=first, filing=Filing("Another"), by=alice)
    assert beside("third") == {"prev": "/interviews/opening/"}, "readers have what was published"
    publish(interview=first, by=alice)
    assert beside("third") == {}
    assert titles("/series/voices/") == ["Third"]
    assert titles("/series/another/") == ["First"]


def test_a_topic_lists_its_interviews_newest_first() -> None:
    public("Older", "", None, "rivers", "public works")
    public("Newer", "", None, "Rivers")
    assert titles("/topics/rivers/") == ["Newer", "Older"]
    assert titles("/topics/public-works/") == ["Older"]
    kicker = re.search(r'<p class="kicker">(.*?)</p>', page("/interviews/older/"))
    assert kicker
    assert _LINK.findall(kicker[1]) == [("/topics/public-works/", ""), ("/topics/rivers/", "")]


def test_a_topic_with_many_interviews_has_pages() -> None:
    publication = publish(interview=filed("One", Filing(topics=("rivers",))), by=an_editor())
    for number in range(64):
        copy = Publication.objects.get(pk=publication.pk)
        interview = Interview.objects.create(title=f"No. {number}", slug=f"no-{number}")
        copy.pk, copy.interview, copy.slug = None, interview, interview.slug
        copy.save()
    last = filed("Last", Filing(topics=("rivers",)))
    publish(interview=last, by=an_editor("bob"))
    assert len(titles("/topics/rivers/")) == 36
    assert 'href="/topics/rivers/page/1/" rel="next"' in page("/topics/rivers/")
    assert len(titles("/topics/rivers/page/1/")) == 30


def test_the_ways_are_offered_only_when_they_lead_somewhere() -> None:
    public("Plain")
    assert "/series/" not in page("/")
    assert "/topics/" not in page("/")
    assert "No series has been published yet." in page("/series/")
    interview = public("Filed", "Voices", None, "rivers")
    for path in (
        "/",
        "/people/",
        "/archive/",
        "/corrections/",
        "/series/",
        "/topics/rivers/",
        "/interviews/filed/",
    ):
        assert '<a href="/series/">Series</a> <a href="/topics/">Topics</a>' in page(path), path
    assert '<a href="/series/">Series</a>' not in page("/interviews/plain/")
    unpublish(interview=interview, by=an_editor())
    assert "/series/" not in page("/")


def test_nobody_published_nobody_sees_any_series_or_topic() -> None:
    filed("Draft", Filing("Secret series", 1, ("secret topic",)))
    published = public("On bridges", "Voices", 1, "rivers")
    file_under(interview=published, filing=Filing("Secret series", 2, ("secret topic",)), by=None)
    public("On water")  # everything that tells of all is made again
    paths = list(Artefact.objects.values_list("path", flat=True))
    for path in [*paths, "/search/?q=bridge", "/interviews/on-bridges/?q=drain"]:
        assert b"secret" not in Client().get(path).content.lower(), path
    assert page("/series/secret-series/", 404)
    assert page("/topics/secret-topic/", 404)


def test_a_series_whose_last_part_is_withdrawn_is_gone() -> None:
    interview = public("On bridges", "Voices", 1, "rivers")
    unpublish(interview=interview, by=an_editor())
    for path in ("/series/voices/", "/series/voices/feed.xml", "/topics/rivers/", "/topics/rivers/rss.xml"):
        page(path, 404)
    assert "Voices" not in page("/series/")


def data_in(path: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(path), re.DOTALL)
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


def test_machines_are_told_the_series_the_place_in_it_and_the_topics() -> None:
    public("On bridges", "Voices", 3, "rivers", "work")
    told = data_in("/interviews/on-bridges/")
    series = {"@type": "CreativeWorkSeries", "name": "Voices", "url": f"{SITE}/series/voices/"}
    assert told["isPartOf"] == series
    assert told["position"] == 3
    assert told["keywords"] == ["rivers", "work"]
    assert told["about"][1:] == [
        {"@type": "Thing", "name": "rivers", "url": f"{SITE}/topics/rivers/"},
        {"@type": "Thing", "name": "work", "url": f"{SITE}/topics/work/"},
    ]
    assert data_in("/series/voices/")["hasPart"][0]["url"] == f"{SITE}/interviews/on-bridges/"
    assert data_in("/topics/work/")["about"] == {"@type": "Thing", "name": "work"}


def test_each_has_its_feeds_and_stands_in_the_site_map() -> None:
    public("On bridges", "Voices", 1, "rivers")
    public("On water", "Voices", 2)
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(page("/series/voices/feed.xml"))  # noqa: S314 - our own
    assert feed.findtext(f"{atom}title") == "Voices · The Newsroom"
    assert [one.findtext(f"{atom}title") for one in feed.iter(f"{atom}entry")] == ["On water", "On bridges"]
    links = {one.get("rel"): one.get("href") for one in feed.findall(f"{atom}link")}
    assert links == {"alternate": f"{SITE}/series/voices/", "self": f"{SITE}/series/voices/feed.xml"}
    rss = ElementTree.fromstring(page("/topics/rivers/rss.xml"))  # noqa: S314 - our own
    assert [one.findtext("title") for one in rss.iter("item")] == ["On bridges"]
    mapped = page("/sitemaps/pages.xml")
    for path in ("/series/", "/series/voices/", "/topics/", "/topics/rivers/"):
        assert f"<loc>{SITE}{path}</loc>" in mapped


def test_no_name_breaks_out_of_a_page() -> None:
    hostile = '</script><b>"x" & y'
    public("On bridges", hostile, 1, hostile)
    for path in ("/interviews/on-bridges/", "/series/scriptbx-y/", "/topics/scriptbx-y/", "/series/"):
        assert "<b>" not in page(path), path
    assert data_in("/interviews/on-bridges/")["keywords"] == [hostile]


def test_an_export_writes_a_new_part_those_beside_it_and_nothing_else(tmp_path: Path) -> None:
    for number in range(1, 5):
        public(f"Part {number}", "Voices", number, "rivers")
    public("Elsewhere", "Other", 1, "work")
    run(tmp_path)
    public("Part 5", "Voices", 5)
    written = {name for name in run(tmp_path)["written"] if name.startswith(("interviews/", "series", "top"))}
    fresh = {name for name in written if name.startswith("interviews/part-5/")}
    assert written - fresh == {
        "interviews/part-4/index.html",
        "series/index.html",
        "series/voices/index.html",
        "series/voices/feed.xml",
        "series/voices/rss.xml",
    }
    assert "Part 5" in (tmp_path / "series/voices/index.html").read_text()


def test_publishing_a_part_takes_as_many_queries_in_a_long_series_as_in_a_short_one() -> None:
    alice = an_editor()

    def queries(number: int) -> int:
        interview = filed(f"Part {number}", Filing("Voices", number, ("rivers",)))
        with CaptureQueriesContext(connection) as told:
            publish(interview=interview, by=alice)
        return len(told)

    few = [queries(number) for number in range(1, 5)][-1]
    assert queries(8) == queries(12) == few


def test_the_desk_sees_in_the_preview_where_it_will_stand_without_links_that_lead_nowhere(
    client: Client,
) -> None:
    interview = filed("On bridges", Filing("Voices", 3, ("rivers",)))
    client.force_login(an_editor())
    shown = " ".join(client.get(f"/desk/{interview.pk}/preview/").content.decode().split())
    assert 'Part 3 of <span dir="auto">Voices</span> · <span dir="auto">rivers</span>' in shown
    assert "/series/voices/" not in shown


def test_a_series_that_gets_another_name_and_address_has_them_everywhere(client: Client) -> None:
    first = public("First", "Voices", 1, "rivers")
    public("Second", "Voices", 2)
    series = Series.objects.get()
    describe_shelf(shelf=series, name="Twelve voices", slug="twelve", description="Who nobody asks.")
    assert titles("/series/twelve/") == ["First", "Second"]
    assert "Who nobody asks." in page("/series/twelve/")
    moved = client.get("/series/voices/")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/series/twelve/")
    rebuild(anew=False)  # which goes on in the background
    assert 'Part 1 of <a href="/series/twelve/" dir="auto">Twelve voices</a>' in page("/interviews/first/")
    assert rebuild(anew=False) == 0
    publish(interview=first, by=an_editor())
    assert titles("/series/twelve/") == ["First", "Second"]


def test_another_name_makes_only_the_pages_of_its_interviews_again() -> None:
    public("First", "Voices", 1)
    public("Elsewhere", "Other", 1)
    describe_shelf(shelf=Series.objects.get(name="Voices"), name="More", slug="more", description="")
    before = dict(Artefact.objects.values_list("path", "fingerprint"))
    rebuild(anew=False)
    after = dict(Artefact.objects.values_list("path", "fingerprint"))
    changed = {path for path in after if after[path] != before.get(path)}
    assert "/interviews/first/" in changed
    assert all(path.startswith("/interviews/first/") for path in changed)


@pytest.mark.django_db(transaction=True)
def test_the_pages_of_interviews_get_the_new_name_without_anybody_waiting() -> None:
    public("First", "Voices", 1)
    describe_shelf(shelf=Series.objects.get(), name="Twelve voices", slug="voices", description="")
    for thread in threading.enumerate():
        if thread.name == RENEWING:
            thread.join(60)
    assert "Twelve voices" in page("/interviews/first/")


def test_an_export_leads_from_the_earlier_address_by_a_page_of_its_own(tmp_path: Path) -> None:
    public("First", "Voices", 1)
    describe_shelf(shelf=Series.objects.get(), name="Voices", slug="twelve", description="")
    run(tmp_path)
    moved = (tmp_path / "series/voices/index.html").read_text()
    assert f'http-equiv="refresh" content="0; url={SITE}/series/twelve/"' in moved
    assert f'<link rel="canonical" href="{SITE}/series/twelve/">' in moved


def test_two_topics_are_joined_and_whoever_types_the_old_name_gets_the_new_one(client: Client) -> None:
    both = public("Both", "", None, "rivers", "streams")
    public("One", "", None, "streams")
    streams, rivers = (Topic.objects.get(name=name) for name in ("streams", "rivers"))
    join_shelf(shelf=streams, into=rivers)
    assert titles("/topics/rivers/") == ["One", "Both"]
    assert client.get("/topics/streams/").headers["Location"] == "/topics/rivers/"
    assert "streams" not in page("/topics/")
    assert Interview.objects.get(pk=both.pk).filing().topics == ("rivers",)
    assert found_or_made(Topic, "Streams") == (rivers, False)


def test_two_series_are_joined_and_their_parts_stand_in_one_order() -> None:
    public("First", "Voices", 1)
    public("Second", "Twelve voices", 2)
    one, other = (Series.objects.get(name=name) for name in ("Voices", "Twelve voices"))
    join_shelf(shelf=other, into=one)
    rebuild(anew=False)
    assert titles("/series/voices/") == ["First", "Second"]
    assert beside("second") == {"prev": "/interviews/first/"}


def test_no_two_have_one_name_or_one_address() -> None:
    voices, other = (found_or_made(Series, name)[0] for name in ("Voices", "Other"))
    with pytest.raises(ShelfTaken, match="Join the two"):
        describe_shelf(shelf=other, name="VOICES", slug="other", description="")
    describe_shelf(shelf=voices, name="Voices", slug="new", description="")
    with pytest.raises(ShelfTaken, match="is or was the address"):
        describe_shelf(shelf=other, name="Other", slug="voices", description="")
    with pytest.raises(ShelfTaken, match="of its kind alone"):
        join_shelf(shelf=voices, into=voices)
    describe_shelf(shelf=voices, name="Voices", slug="voices", description="")
    assert Series.objects.get(pk=voices.pk).earlier == ["new"]
