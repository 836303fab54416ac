"""What search engines and networks are told of an interview."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from PIL import Image
from pytest_django.fixtures import Settings

from interviews.models import Publication
from interviews.services.correcting import Stated
from interviews.services.editing import edit_text
from interviews.services.publishing import publish
from interviews.site import lettering
from interviews.site.branding import Brand
from interviews.site.cards import card
from interviews.site.people import slug_of
from tests.cast import an_editor, an_interview

pytestmark = pytest.mark.django_db

HOSTILE = '</script><script>alert("1")</script> "ق" 🎉 & \u2028 \'x\''
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_META = re.compile(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">')
_ARABIC = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf")


def published(title: str = "On bridges", **details: str) -> Publication:
    interview = an_interview(title=title)
    for name, value in details.items():
        setattr(interview, name, value)
    interview.save()
    return publish(interview=interview, by=an_editor())


def page_of(publication: Publication) -> str:
    return Client().get(publication.get_absolute_url()).content.decode()


def data_in(page: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_DATA.findall(page)[0])
    return found


def test_a_page_tells_machines_what_it_is_who_wrote_it_and_whom_it_is_about() -> None:
    told = data_in(page_of(published(standfirst="An inspector on drains.")))
    address = "http://localhost:8000/interviews/on-bridges/"
    assert told["@type"] == "NewsArticle"
    assert told["headline"] == "On bridges"
    assert told["mainEntityOfPage"] == told["url"] == address
    assert told["description"] == "An inspector on drains."
    assert told["inLanguage"] == "en"
    assert told["datePublished"] == told["dateModified"]
    assert told["publisher"]["name"] == "The Newsroom"
    assert [one["name"] for one in told["author"]] == ["The Newsroom"], "a part is no author"
    (guest,) = told["about"]
    assert guest["name"] == "Ada Field"
    assert guest["description"] == "bridge inspector"
    assert guest["url"] == "http://localhost:8000/people/ada-field/"
    assert "correction" not in told


def test_a_correction_is_told_to_machines_with_a_link_to_where_it_stands() -> None:
    made, alice = published(), an_editor("bob")
    turn = made.interview.transcript().turns[1]
    edit_text(interview=made.interview, key=turn.key, text="The bearings.", seen_version=1, by=alice)
    stated = Stated("correction", "She spoke of drains.", "She spoke of bearings.", (turn.key,))
    again = publish(interview=made.interview, by=alice, corrections=[stated])
    page = page_of(again)
    (correction,) = data_in(page)["correction"]
    assert correction["@type"] == "CorrectionComment"
    assert correction["text"] == "She spoke of drains. She spoke of bearings."
    anchor = correction["url"].partition("#")[2]
    assert f'id="{anchor}"' in page


def test_networks_get_a_title_a_sentence_and_a_picture() -> None:
    told = dict(_META.findall(page_of(published())))
    assert told["og:title"] == "On bridges"  # X takes it too where nothing else is told
    assert told["og:description"] == "An interview with Ada Field."
    assert told["og:url"] == "http://localhost:8000/interviews/on-bridges/"
    assert told["twitter:card"] == "summary_large_image"
    path = told["og:image"].removeprefix("http://localhost:8000")
    answer = Client().get(path)
    assert answer.headers["Content-Type"] == "image/png"
    assert Image.open(BytesIO(answer.content)).size == (1200, 630)
    assert len(answer.content) < 60_000
    assert told["og:image:alt"] == "On bridges. The Newsroom. With Ada Field."


def test_no_title_and_no_sentence_breaks_out_of_the_page() -> None:
    page = page_of(published(title=HOSTILE, standfirst=HOSTILE))
    assert "<script>alert" not in page
    assert data_in(page)["headline"] == HOSTILE
    assert data_in(page)["description"] == " ".join(HOSTILE.split())
    assert len(_DATA.findall(page)) == 1


def test_a_page_says_where_it_lives_once() -> None:
    page = page_of(published())
    assert re.findall(r'<link rel="canonical" href="([^"]+)">', page) == [
        "http://localhost:8000/interviews/on-bridges/"
    ]
    assert len(re.findall(r'<meta name="description"', page)) == 1


def test_a_picture_without_letters_for_a_script_has_the_name_of_the_newsroom_alone() -> None:
    brand = Brand("The Newsroom")
    assert card(brand, "橋は語る", []) == card(brand, "水は待たない", ["橋"])
    assert card(brand, "On bridges", []) != card(brand, "On water", [])


def test_signs_that_no_font_has_are_left_out_of_the_picture() -> None:
    brand = Brand("The Newsroom")
    assert card(brand, "On bridges 🎉", []) == card(brand, "On bridges", [])


@pytest.mark.skipif(not _ARABIC.exists(), reason="There is no font with Arabic letters here.")
def test_a_title_from_right_to_left_begins_at_the_right(settings: Settings) -> None:
    settings.CARD_FONTS = [str(_ARABIC)]
    lettering._fonts.cache_clear()
    picture = Image.open(BytesIO(card(Brand("The Newsroom"), "الجسور", []))).convert("L")
    lettering._fonts.cache_clear()
    assert min(picture.crop((40, 60, 600, 240)).tobytes()) > 200  # paper
    assert min(picture.crop((600, 60, 1200, 240)).tobytes()) < 80  # ink


@pytest.mark.parametrize(
    ("one", "other"), [("Ada Field", "ADA  FIELD"), ("José Peña", "Jose Pena"), ("Ada Field", "ada field")]
)
def test_a_name_in_another_writing_leads_to_the_same_person(one: str, other: str) -> None:
    assert slug_of(one) == slug_of(other)


@pytest.mark.parametrize(("one", "other"), [("عائشة", "مريم"), ("Ли Ada", "Ada"), ("橋本", "橋下")])
def test_names_in_other_letters_are_told_apart(one: str, other: str) -> None:
    assert slug_of(one) != slug_of(other)
    assert re.fullmatch(r"[a-z0-9-]+", slug_of(one))
