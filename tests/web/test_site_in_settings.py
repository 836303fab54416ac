"""What the settings say wrongly of the site is told before readers see it."""

from __future__ import annotations

import pytest
from django.core.checks import run_checks
from pytest_django.fixtures import Settings

from interviews.site.branding import Brand

SOUND = {
    "description": "Long talks.",
    "accent": "#7a1f5c",
    "paper_dark": "#14121A",
    "links": {"Imprint": "https://river.example/imprint"},
}


def told() -> list[str]:
    return [f"{message.id}: {message.msg}" for message in run_checks() if "interviews." in (message.id or "")]


def test_a_sound_brand_passes(settings: Settings) -> None:
    settings.BRAND = SOUND
    assert told() == []


@pytest.mark.parametrize(
    ("brand", "sentence"),
    [
        ([], "BRAND must be an object of names and what each is."),
        ({"colour": "#7a1f5c"}, "BRAND knows no “colour”."),
        ({"name": "The Post"}, "BRAND knows no “name”."),
        ({"accent": "red"}, "“red” is no colour for accent: it takes “#” and six hexadecimal digits."),
        ({"paper": "#fff"}, "“#fff” is no colour for paper: it takes “#” and six hexadecimal digits."),
        ({"logo": 5}, "“5” is no text for logo."),
        ({"language": None}, "“None” is no text for language."),
        ({"links": ["Imprint"]}, "The links of BRAND must be an object of words and addresses."),
    ],
)
def test_what_a_brand_cannot_be_is_an_error(settings: Settings, brand: object, sentence: str) -> None:
    settings.BRAND = brand
    assert told() == [f"interviews.E005: {sentence}"]


def test_a_brand_that_is_no_object_leaves_the_pages_as_they_are(settings: Settings) -> None:
    settings.BRAND = ["red"]
    assert Brand.of_settings().accent == "#0b5c6b"


@pytest.mark.parametrize("address", ["", "newsroom.example.org", "ftp://newsroom.example.org", "https://"])
def test_an_address_of_the_site_that_is_not_whole_is_told(settings: Settings, address: str) -> None:
    settings.SITE_URL = address
    assert told() == [f"interviews.W004: SITE_URL is “{address}”; feeds and site maps need a whole address."]


def test_a_variable_that_nothing_reads_is_told(settings: Settings) -> None:
    settings.UNREAD_VARIABLES = {"NEWSROOM_FOUREYES": "NEWSROOM_FOUR_EYES"}
    assert told() == ["interviews.W005: Nothing reads NEWSROOM_FOUREYES, which is in the environment."]
