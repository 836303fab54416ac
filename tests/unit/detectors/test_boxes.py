"""Boxes of a page: where to subscribe, listen and share."""

from __future__ import annotations

import pytest

from interviews.detectors.residue import Source, residues


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
