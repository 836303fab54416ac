"""One word at a time: whether its letters were read as others, and what it was."""

from __future__ import annotations

import pytest

from interviews.detectors.letters.misread import read_again


@pytest.mark.parametrize(
    ("token", "language", "word"),
    [
        ("Straﬂe", "de", "Straße"),  # written for Windows, read on a Mac
        ("Straﬂe", "en", None),  # only German has an ß
        ("bаnk", "en", None),  # a Cyrillic "а": no wrong encoding writes it
        ("thatÕs", "en", "that’s"),
        ("ańos", "es", "años"),
        ("lÕhomme", "fr", "l’homme"),
        ("Ètait", "fr", None),  # a slip: the wrong accent on a capital
        ("2éme", "fr", None),  # many write it so
        ("Ňaňa", "en", None),
        ("été", "fr", None),
        ("Õunapuu", "en", None),  # a name
    ],
)
def test_a_word_is_read_again_or_left(token: str, language: str, word: str | None) -> None:
    assert read_again(token, language) == word
