"""Public pages are bytes that were made at publishing: how they are sent, and what they are made of."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from shutil import rmtree
from typing import Any

import brotli  # type: ignore[import-untyped]
import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interviews.models import Artefact, Interview, Publication
from interviews.services import editing, publishing
from interviews.services.artefacts import rebuild, sweep
from interviews.services.correcting import Stated
from interviews.services.publishing import publish, unpublish
from interviews.services.storing import lock
from interviews.site import building
from interviews.site.artefacts import Site
from interviews.site.bodies import Lately, lately, name_of
from interviews.site.builders.front import ON_A_PAGE, pages
from interviews.site.storage import WholeFiles
from interviews.views.public import file
from tests.cast import an_editor, an_interview, keys

pytestmark = pytest.mark.django_db

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}
DRAFT_TABLES = ("interview", "turn", "speaker", "flag", "editrecord", "sourcefile", "comment")


@pytest.fixture
def page() -> str:
    """The path of a published interview."""
    interview = an_interview()
    publish(interview=interview, by=an_editor())
    return reverse("interviews:published", args=[interview.slug])


def body_of(answer: HttpResponseBase) -> bytes:
    """What a browser makes of an answer."""
    assert isinstance(answer, HttpResponse)
    body: bytes = UNPACK.get(answer.headers.get("Content-Encoding", ""), bytes)(answer.content)
    return body


def set_last_aside(interview: Interview, by: User) -> list[Stated]:
    """One turn fewer, and what readers will be told of that."""
    last = keys(interview)[-1]
    editing.set_aside(interview=interview, key=last, by=by)
    return [Stated("typo", turns=(last,))]


def public_paths() -> list[str]:
    return list(Artefact.objects.values_list("path", flat=True))


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_the_compressed_page_is_the_plain_page(client: Client, page: str, encoding: str) -> None:
    plain, packed = client.get(page), client.get(page, headers={"accept-encoding": encoding})
    assert packed.headers["Content-Encoding"] == encoding
    assert body_of(packed) == plain.content
    assert len(packed.content) < len(plain.content) == int(plain.headers["Content-Length"])
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    assert plain.headers["ETag"] != packed.headers["ETag"]


def test_a_browser_that_has_the_page_is_told_so_without_the_page(client: Client, page: str) -> None:
    for encoding in ("", "br", "gzip"):
        sent = {"accept-encoding": encoding}
        tag = client.get(page, headers=sent).headers["ETag"]
        again = client.get(page, headers={**sent, "if-none-match": f'"other", {tag}'})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == tag
        assert again.headers["Vary"] == "Accept-Encoding"
        other = client.get(page, headers={**sent, "if-none-match": '"other"'})
        assert body_of(other).startswith(b"<!doctype html>")


def test_the_tag_is_another_one_once_the_page_is_another(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    publish(interview=interview, by=alice)
    path = reverse("interviews:published", args=[interview.slug])
    before = client.get(path).headers["ETag"]
    publish(interview=interview, by=alice, corrections=set_last_aside(interview, alice))
    after = client.get(path, headers={"if-none-match": before})
    assert "by day and by night" not in after.content.decode()
    assert after.headers["ETag"] != before


def test_the_head_of_a_page_is_that_of_the_page(client: Client, page: str) -> None:
    head, whole = file(RequestFactory().head(page)), client.get(page)
    assert head.content == b""
    for name in ("Content-Length", "ETag", "Content-Type", "Cache-Control"):
        assert head.headers[name] == whole.headers[name]


def test_no_public_file_sets_a_cookie_or_varies_by_one(page: str) -> None:
    client = Client()
    client.force_login(an_editor("bob"))
    client.cookies.clear()
    for path in public_paths():
        answer = client.get(path)
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")
        assert answer.headers["Cache-Control"].startswith("public")


def test_a_public_file_is_one_query_and_of_no_table_of_drafts(client: Client, page: str) -> None:
    for path in public_paths():
        with CaptureQueriesContext(connection) as queries:
            assert body_of(client.get(path))
        assert len(queries) == 1
        asked = queries[0]["sql"]
        assert not [name for name in DRAFT_TABLES if f"interviews_{name}" in asked]


def test_planning_and_rendering_ask_no_table_of_drafts(page: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        rebuild()
    asked = " ".join(query["sql"] for query in queries)
    assert "interviews_publication" in asked
    assert not [name for name in DRAFT_TABLES if f'"interviews_{name}"' in asked]


def test_words_of_drafts_are_in_no_public_file(client: Client) -> None:
    alice = an_editor()
    public, withdrawn, draft = an_interview(), an_interview(title="Ancient"), an_interview(title="Quokka")
    publish(interview=public, by=alice)
    publish(interview=withdrawn, by=alice)
    first, second = keys(public)[:2]
    editing.edit_text(interview=public, key=first, text="Zebra?", seen_version=1, by=alice)
    editing.edit_text(interview=draft, key=keys(draft)[0], text="Walrus?", seen_version=1, by=alice)
    unpublish(interview=withdrawn, by=alice)
    rebuild()
    for path in public_paths():
        told = client.get(path)
        sent = (body_of(told) + str(told.headers).encode()).lower()
        assert not [word for word in (b"zebra", b"walrus", b"quokka", b"ancient") if word in sent]
    assert second in client.get(reverse("interviews:published", args=[public.slug])).content.decode()


def test_every_path_of_a_withdrawn_interview_says_so_and_the_list_forgets_it(client: Client) -> None:
    interview, alice = an_interview(title="Ancient"), an_editor()
    publish(interview=interview, by=alice)
    own = [path for path in public_paths() if interview.slug in path]
    tags = {path: client.get(path).headers["ETag"] for path in own}
    unpublish(interview=interview, by=alice)
    for path in own:
        gone = client.get(path, headers={"if-none-match": tags[path]})
        assert gone.status_code == 410
        assert "withdrawn" in gone.content.decode()
    assert "Ancient" not in client.get("/").content.decode()


def test_an_address_without_its_slash_leads_to_the_page_and_a_wrong_one_nowhere(
    client: Client, page: str
) -> None:
    assert client.get(page.rstrip("/")).headers["Location"] == page
    assert client.get("/interviews/nowhere/").status_code == 404
    assert client.get("/nothing.xml").status_code == 404
    assert client.get("/desk").headers["Location"] == "/desk/"


def test_before_the_first_publication_the_front_page_says_so(client: Client) -> None:
    assert "No interview has been published yet" in client.get("/").content.decode()


# What fails in between -----------------------------------------------------------------------------


class Full(OSError):
    """The disk took no more."""


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Storage that takes as many files as the list's only number says, then none."""
    left = [10_000]
    save = WholeFiles._save

    def sparing(self: WholeFiles, name: str, content: ContentFile[Any]) -> str:
        if left[0] <= 0:
            raise Full
        left[0] -= 1
        return save(self, name, content)

    monkeypatch.setattr(WholeFiles, "_save", sparing)
    yield left
    left[0] = 10_000


def test_wherever_storage_fails_readers_see_the_old_or_the_new(client: Client, failing: list[int]) -> None:
    interview, alice = an_interview(), an_editor()
    publish(interview=interview, by=alice)
    paths = public_paths()
    seen = {path: client.get(path).content for path in paths}
    tried, stated = 0, set_last_aside(interview, alice)
    for tried in (0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144):
        failing[0] = tried
        sweep(older_than=timedelta())
        lately.forget()
        try:
            publish(interview=interview, by=alice, corrections=stated)
        except Full:
            assert {path: client.get(path).content for path in public_paths()} == seen
            assert Publication.objects.current().get().number == 1
        else:
            break
    assert tried > 5, "each of several writes failed once"
    assert Publication.objects.current().get().number == 2
    lately.forget()
    page = reverse("interviews:published", args=[interview.slug])
    assert b"by day and by night" not in client.get(page).content


def test_when_the_transaction_fails_the_new_bytes_are_named_by_nothing(
    client: Client, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = client.get(page).content
    interview = Interview.objects.get()

    def stop(*_args: object, **_named: object) -> None:
        raise Full

    stated = set_last_aside(interview, an_editor("bob"))
    monkeypatch.setattr("interviews.services.publishing.record", stop)
    with pytest.raises(Full):
        publish(interview=interview, by=an_editor("carol"), corrections=stated)
    lately.forget()
    assert client.get(page).content == before
    assert Publication.objects.count() == 1


def test_what_is_changed_while_the_pages_are_made_goes_out_as_it_is_then(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    interview, alice = an_interview(), an_editor()
    made: list[int] = []
    html = Site.html

    def meanwhile(self: Site, template: str, context: dict[str, Any]) -> bytes:
        if not made:
            made.append(1)
            editing.edit_text(
                interview=interview,
                key=keys(interview)[0],
                text="Changed meanwhile?",
                seen_version=1,
                by=alice,
            )
        return html(self, template, context)

    monkeypatch.setattr(Site, "html", meanwhile)
    publication = publish(interview=interview, by=alice)
    assert publication.text.turns[0].text == "Changed meanwhile?"
    told = client.get(reverse("interviews:published", args=[interview.slug])).content.decode()
    assert "Changed meanwhile?" in told


def test_bytes_that_were_swept_away_while_the_pages_were_made_are_put_back(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    interview = an_interview()

    def sweeping(pk: int) -> Interview:
        assert sweep(older_than=timedelta()) > 0
        return lock(pk)

    monkeypatch.setattr(publishing, "lock", sweeping)
    publish(interview=interview, by=an_editor())
    lately.forget()
    assert all(body_of(client.get(path)) for path in public_paths())


def test_a_file_that_the_new_publication_has_not_is_public_no_more(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    interview, alice = an_interview(), an_editor()
    publish(interview=interview, by=alice)
    changes = reverse("interviews:changes", args=[interview.slug])
    assert client.get(changes).content
    monkeypatch.setattr(building, "PER_PUBLICATION", building.PER_PUBLICATION[:1])
    publish(interview=interview, by=alice)
    assert client.get(changes).status_code == 404
    assert not Artefact.objects.filter(publication__number=1).exists()


# The list, made again, remembered ------------------------------------------------------------------


def entries(number: int) -> list[Publication]:
    return [Publication(slug=f"n{one}", title=f"Number {one}") for one in range(number, 0, -1)]


@pytest.mark.parametrize("number", [0, 1, 29, 30, 31, 59, 60, 61, 95])
def test_every_interview_is_on_the_front_page_or_on_an_older_one(number: int) -> None:
    every = list(pages(entries(number)))
    by_path = {page.path: page for page in every}
    here, seen = every[0], [*every[0].entries]
    while here.older:
        here = by_path[here.older]
        assert by_path[here.newer].older == here.path, "Newer leads back"
        seen += here.entries
    assert [one.title for one in seen] == [f"Number {one}" for one in range(number, 0, -1)]
    assert len(every[0].entries) < 2 * ON_A_PAGE


def test_a_new_interview_leaves_the_older_pages_as_they_are() -> None:
    def older(number: int) -> dict[str, list[str]]:
        every = list(pages(entries(number)))
        return {page.path: [one.title for one in page.entries] for page in every[1:]}

    for number in range(30, 100):
        before, after = older(number), older(number + 1)
        assert {path: after[path] for path in before} == before


def test_made_again_the_site_is_the_same_and_only_what_is_missing_is_made(client: Client, page: str) -> None:
    before = {path: client.get(path).content for path in public_paths()}
    assert rebuild(anew=False) == 0
    Artefact.objects.filter(path=page).delete()
    assert client.get(page).status_code == 404
    assert rebuild(anew=False) > 0
    assert rebuild() == len(before)
    assert {path: client.get(path).content for path in public_paths()} == before


@pytest.mark.parametrize("lost", ["all of it", "the page", "its compressed form"])
def test_bytes_that_storage_has_lost_are_made_again(client: Client, page: str, lost: str) -> None:
    gone = publish(interview=an_interview(title="Withdrawn words"), by=User.objects.get()).interview
    unpublish(interview=gone, by=User.objects.get(), note="The guest asked for it.")
    before = {path: client.get(path).content for path in public_paths()}
    folder = Path(WholeFiles(**settings.STORAGES["published"]["OPTIONS"]).path(""))
    digest = Artefact.objects.get(path=page).digest
    if lost == "all of it":  # as after the database alone was brought back
        rmtree(folder)
    else:
        (folder / name_of(digest, "br" if lost == "its compressed form" else "")).unlink()
    lately.forget()
    call_command("rebuild_site", "--missing")
    lately.forget()
    assert {path: client.get(path).content for path in public_paths()} == before
    assert body_of(client.get(page, headers={"accept-encoding": "br"})) == before[page]


def test_only_so_many_bytes_are_kept_in_memory_and_the_oldest_go_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def read(name: str) -> bytes:
        asked.append(name)
        return name.encode() * 10

    monkeypatch.setattr("interviews.site.bodies.read", read)
    kept = Lately(room=25)
    for name in ("a", "b", "a", "c", "a", "b"):
        assert kept.get(name) == name.encode() * 10
    assert asked == ["a", "b", "c", "b"]
    assert kept.get("too-long") == kept.get("too-long")
    assert asked[-2:] == ["too-long", "too-long"]
