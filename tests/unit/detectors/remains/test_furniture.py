"""Buttons and notices of pages, players and meetings."""

from __future__ import annotations

import pytest

from interviews.detectors.remains.residue import Source, residues


def furniture_in(text: str) -> list[str]:
    return [text[one.start : one.end] for one in residues(text) if one.source is Source.PAGE]


@pytest.mark.parametrize(
    "piece",
    [
        "Accept all cookies",
        "We use cookies to improve your experience",
        "Wir verwenden Cookies",
        "Click to tweet",
        "Unsubscribe",
        "Subscribe to our newsletter",
        "Download PDF",
        "Télécharger le PDF",
        "12 retweets",
    ],
)
def test_a_button_is_found_between_two_sentences_and_alone(piece: str) -> None:
    assert furniture_in(f"We sold it. {piece} And they left.") == [piece]
    assert furniture_in(piece) == [piece]


@pytest.mark.parametrize(
    "piece",
    [
        "1.2K shares",
        "View in browser",
        "Skip 15 seconds",
        "0:00 / 45:12",
        "Image 3 of 12",
        "Related posts",
        "Translated from German",
        "English (auto-generated)",
        "Ida Lund joined the meeting",
        "Ida Lund started transcription",
        "Recording stopped",
        "On 12 Mar 2024, at 12:33, Ida Lund wrote:",
    ],
)
def test_others_are_found_on_a_line_of_their_own(piece: str) -> None:
    assert furniture_in(f"We sold it.\n{piece}\nAnd they left.") == [piece]


@pytest.mark.parametrize(
    "said",
    [
        "We use cookies to improve your experience.",
        "We accept all cookies and sweets.",
        "You download PDF files and read them.",
        "She joined the meeting",
        "We left. He unsubscribed.",
        "Skip 15 seconds and listen.",
        "On that day she wrote: no.",
        "It has 12 retweets. It had none.",
    ],
)
def test_who_speaks_of_pages_and_players_is_let_pass(said: str) -> None:
    assert furniture_in(said) == []
