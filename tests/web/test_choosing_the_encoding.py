"""Where a file tells the wrong encoding, a person chooses the right one before anything is stored."""

from __future__ import annotations

import pytest
from django.test import Client

from interviews.services.reimporting import read_like
from tests.cast import an_editor
from tests.office import sample
from tests.web.test_correcting_the_preview import again, made, page

pytestmark = pytest.mark.django_db

TURKISH = "Ayşe: Ne zaman başladınız?\n\nCem: On yıl önce, kışın.\n\nAyşe: Nerede?\n\nCem: Limanın yanında.\n"
CHOSEN = {"encoding": "cp1254"}


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(an_editor())
    return client


def test_a_chosen_encoding_is_seen_at_once_and_kept_with_the_file(desk: Client) -> None:
    data = TURKISH.encode("cp1254")
    first = page(again(desk, data))
    assert "If they look wrong, choose another" in first
    assert "Told from the file: Western European (Windows-1252)" in first
    told = page(again(desk, data, more=CHOSEN, htmx=True))
    assert "On yıl önce, kışın." in told
    assert '<option value="cp1254" selected>' in told
    assert "cp1254 (chosen by hand)" in told
    assert "told from the letters" not in told
    interview, turns = made(desk, data, more=CHOSEN)
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Ayşe", "Ne zaman başladınız?"),
        ("Cem", "On yıl önce, kışın."),
        ("Ayşe", "Nerede?"),
        ("Cem", "Limanın yanında."),
    ]
    source = interview.sources.get()
    assert (source.encoding, bytes(source.data)) == ("cp1254", data)
    assert source.reading().text == TURKISH


def test_a_newer_file_is_read_in_the_chosen_encoding_unless_it_is_unicode(desk: Client) -> None:
    interview, _ = made(desk, TURKISH.encode("cp1254"), more=CHOSEN)
    newer = TURKISH.replace("On yıl", "Üç yıl")
    for data in (newer.encode("cp1254"), newer.encode()):
        assert read_like(interview=interview, data=data, name="talk.txt").text == newer


CAFE = "Zoë: Where do you bake?\n\nTom: At home, déjà.\n".encode("cp1252")


def test_an_encoding_that_does_not_fit_is_told_and_the_file_shown_as_it_tells(desk: Client) -> None:
    answer = again(desk, CAFE, more={"encoding": "utf-8"})
    assert answer.status_code == 422
    told = page(answer)
    assert "This file is not Unicode (UTF-8): it has bytes that are no letters there." in told
    assert "At home, déjà." in told
    assert "selected" not in told


@pytest.mark.parametrize("encoding", ["klingon", "base64", "unicode_escape"])
def test_an_encoding_that_is_not_offered_is_passed_over(desk: Client, encoding: str) -> None:
    told = page(again(desk, CAFE, more={"encoding": encoding}))
    assert "At home, déjà." in told
    assert "chosen by hand" not in told


@pytest.mark.parametrize("name", ["", "talk.docx"])
def test_what_has_no_encoding_of_its_own_is_asked_for_none(desk: Client, name: str) -> None:
    data = b"Ann: Yes?\n\nBo: No.\n" if not name else sample("docx/ordinary")
    assert 'name="encoding"' not in page(again(desk, data, name))
