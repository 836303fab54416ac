"""Boxes of a page: where to subscribe, listen and share."""

from __future__ import annotations

import pytest

from interviews.detectors.remains.residue import Source, residues


def boxes_in(text: str) -> list[str]:
    return [text[one.start : one.end] for one in residues(text) if one.source is Source.PAGE]


@pytest.mark.parametrize(
    "box",
    [
        "Subscribe on iTunes | Spotify | RSS",
        "Spotify | Apple Podcasts | Overcast",
        "Listen on Apple Podcasts",
        "Share: Facebook · X · Email",
        "Follow us on Mastodon and Bluesky",
        "Jetzt abonnieren: Spotify | RSS-Feed",
        "Teilen: Facebook | WhatsApp | E-Mail",
        "Écouter sur Deezer",
        "Share via Facebook, Mastodon and Bluesky",
        "Hear us on Acast, Castro",
        "Partager: Facebook | Twitter",
        "Escuchar en Spotify",
    ],
)
def test_a_row_of_such_names_is_a_box(box: str) -> None:
    assert boxes_in(box) == [box]
    assert boxes_in(f"We sold it.\n{box}\nThen we left.") == [box]


@pytest.mark.parametrize(
    "said",
    [
        "Spotify, YouTube and X",
        "Spotify.",
        "Listen on Apple Podcasts.",
        "You can subscribe on iTunes, Spotify or RSS",
        "on Spotify",
        "Print",
        "Email, print",
        "Mail - Print",
        "We listen on Spotify",
        "Listen on Sundays",
        "It is all there (Spotify | RSS).",
    ],
)
def test_who_names_them_in_speech_is_let_pass(said: str) -> None:
    assert boxes_in(said) == []


@pytest.mark.parametrize(
    "box",
    ["Subscribe on iTunes | Spotify | RSS", "Share: Facebook · X · Email", "Acast • Castro • Deezer"],
)
def test_with_bars_a_row_is_a_box_among_what_is_said(box: str) -> None:
    for text in (f"{box} We sold it.", f"We sold it. {box} And we left.", f"We sold {box} it then."):
        assert boxes_in(text) == [box]


@pytest.mark.parametrize(
    "said", ["It runs on a | b | c there.", "He is on X | and on.", "we are on spotify | castro | rss then."]
)
def test_other_words_between_bars_and_small_letters_are_none(said: str) -> None:
    assert boxes_in(said) == []
