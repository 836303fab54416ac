"""Every page that a reader can get to is sound HTML."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from interviews.services.publishing import publish
from tests.addresses import address, names
from tests.cast import an_editor, an_interview
from tests.html import faults
from tests.public_site import a_site, opened
from tests.web.test_every_address import TABLE, short

_PAGE = "<!doctype html><html lang=en><title>On bridges</title><h1>On bridges</h1>{}</html>"


@pytest.mark.django_db
def test_no_page_of_a_public_site_has_anything_that_a_browser_must_mend() -> None:
    pages = [one for one in opened(a_site()) if one.is_page]
    found = {one.address: wrong for one in pages if (wrong := faults(one.text))}
    assert found == {}
    kinds = ("/quotes/", "/embed/", "/suggest/", "/changes/", "/people/", "/archive/", "/previews/", "?q=")
    assert [kind for kind in kinds if not any(kind in one.address for one in pages)] == []
    assert {one.status for one in pages} == {200, 404, 410}


@pytest.mark.django_db
def test_no_page_of_the_desk_has_either() -> None:
    sue = User.objects.create_superuser("sue")
    interview = an_interview(by=sue)
    publish(interview=interview, by=an_editor())
    client = Client()
    client.force_login(sue)
    readable = [name for name in names() if "get" in TABLE[short(name)].methods.split()]
    answers = {at: client.get(at) for at in (address(name, interview) for name in readable)}
    pages = {at: one.content.decode() for at, one in answers.items() if b"<html" in one.content[:100]}
    found = {at: faults(page, outline=False) for at, page in pages.items()}
    assert {at: wrong for at, wrong in found.items() if wrong} == {}
    assert len(pages) > 30, "most addresses of the desk are pages"


def test_a_sound_page_has_no_faults() -> None:
    at = '<time datetime="2026-03-01T10:00:00+00:00">1 March</time>'
    said = f'<h2 id="a">Why?</h2><p aria-label="Note" role="note">{at} <a href="#a">Up</a></p>'
    assert faults(_PAGE.format(said)) == []


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("<p>One</section>", "line 1: unexpected-end-tag"),
        ('<p id="a"><p id="a">', "the id a stands 2 times"),
        ('<p id="a b">', "an id is not one word: 'a b'"),
        ('<a href="/" class="x" href="/b/">On</a>', "href stands twice in one tag"),
        (
            '<time datetime="2026-03-01T10:00:00.123456+00:00">Now</time>',
            "a time that no machine reads: 2026-03-01T10:00:00.123456+00:00",
        ),
        ('<label for="q">Words</label>', "for leads nowhere: q"),
        ('<a href="#gone">There</a>', "a link leads nowhere: #gone"),
        ('<label for="a">Words</label><p id="a">', "a label for what is no field: a"),
        ('<progress max="0"></progress>', "a progress towards nothing"),
        ('<img src="/a.png">', "a picture without words"),
        ('<p aria-label="Words">Words</p>', "a p with a name and without a role"),
        ("<ul><p>One</p></ul>", "a list with something else than entries"),
        ('<a href="/"><button>Go</button></a>', "something to press inside a a"),
        ("<h2> </h2>", "an empty h2"),
        ('<p style="color: red">Red</p>', "a style or a script in an attribute"),
        ("<h1>Again</h1>", "2 headings of the first level"),
        ("<h3>Deep</h3>", "a heading of level 3 behind one of level 1"),
    ],
)
def test_each_fault_is_seen(written: str, told: str) -> None:
    assert told in faults(_PAGE.format(written))
