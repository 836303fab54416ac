"""Letters of another alphabet in the place of ours."""

from __future__ import annotations

import pytest

from interviews.detectors.encoding import Mojibake
from interviews.detectors.letters.look_alikes import look_alikes
from tests.builders import a_transcript, found


def seen(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(word.span.of(text), word.meant) for word in look_alikes(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("We went to the b\u0430nk.", "en", [("b\u0430nk", "bank")]),  # a Cyrillic "а"
        ("What is th\u0456s?", "en", [("th\u0456s", "this")]),  # a Ukrainian "і"
        ("It stood b\u044dtw\u044den them.", "en", [("b\u044dtw\u044den", "between")]),
        ("The pe\u03bfple.", "en", [("pe\u03bfple", "people")]),  # a Greek omicron
        ("Die Br\u0435ite reicht.", "de", [("Br\u0435ite", "Breite")]),
    ],
)
def test_a_word_of_two_alphabets_is_written_in_one(
    text: str, language: str, words: list[tuple[str, str]]
) -> None:
    assert seen(text, language) == words
    assert found(Mojibake(), a_transcript(("Ada", text), language=language)) == []


@pytest.mark.parametrize(
    "text",
    ["Мы сидели у моря.", "The word мир is Russian.", "Krakуw is far.", "Die α-Strahlung.", "The xyzа one."],
)
def test_words_of_one_alphabet_and_wrong_encodings_are_no_look_alikes(text: str) -> None:
    assert seen(text) == []
