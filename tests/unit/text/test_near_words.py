"""The word that somebody may have meant."""

from __future__ import annotations

import pytest

from interviews.text.near_words import nearest

KNOWN = {
    "glacier": 3,
    "glaciers": 1,
    "glazier": 1,
    "bridge": 5,
    "ridge": 9,
    "drain": 2,
    "train": 2,
    "photography": 1,
}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("glasier", "glacier"),  # one of two as near: more often used
        ("galcier", "glacier"),  # letters that changed places
        ("bride", "bridge"),  # begins alike, though “ridge” is used more often
        ("drian", "drain"),
        ("fotografy", None),  # three are wrong in nine letters
        ("photografie", "photography"),
        ("brxyze", None),
        ("tea", None),  # too short to tell
        ("glac1er", None),  # numbers are not guessed
        ("", None),
    ],
)
def test_what_is_near_is_found_and_what_is_not_is_not(word: str, meant: str | None) -> None:
    assert nearest(word, KNOWN, KNOWN.__getitem__) == meant
