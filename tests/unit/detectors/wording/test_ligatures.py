"""Words that lost their ligature."""

from __future__ import annotations

import pytest

from interviews.detectors.garbled import GarbledWords
from interviews.detectors.wording.ligatures import with_gaps, without_ligatures
from tests.builders import a_transcript, found, settled


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("They are very selecve about it.", "They are very selective about it."),
        ("It made a signicant change.", "It made a significant change."),
        ("The ocial came late.", "The official came late."),
        ("It made a signi cant change.", "It made a significant change."),
        ("It was speci c to them.", "It was specific to them."),
    ],
)
def test_a_word_gets_its_ligature_back(broken: str, whole: str) -> None:
    transcript = a_transcript(("Ada", broken), ("Ben", "That’s fine."))
    (finding,) = found(GarbledWords(), transcript)
    assert settled(transcript, finding)["1"].text == whole


@pytest.mark.parametrize(
    "text", ["It is instantly unforgeable.", "He had beer and leers.", "We ran a regtest there."]
)
def test_words_that_are_built_of_words_lost_nothing(text: str) -> None:
    assert found(GarbledWords(), a_transcript(("Ada", text), ("Ben", "That’s fine."))) == []


def test_the_more_common_word_wins_and_scraps_are_nobodys() -> None:
    assert without_ligatures(["different", "office"]) == {"dierent": "different"}
    assert without_ligatures(["scientific"]) == {"scienfic": "scientific", "scientic": "scientific"}
    assert without_ligatures(["abcdefi", "abcdefl", "flabcde"]) == {"abcde": "abcdefi"}
    assert without_ligatures(["tictics"]) == {"ctics": "tictics", "ticcs": "tictics"}


def test_a_space_for_a_ligature_leaves_a_piece_that_is_rarer() -> None:
    words = {"on": 6.0, "question": 5.0, "ques": 3.0, "air": 5.1, "flair": 4.0, "fin": 3.9, "rift": 3.0}
    assert with_gaps(words, 3.8, 2.0) == {"ques on": "question"}
    assert with_gaps(words, 5.0, 2.0) == {"ques on": "question"}
    assert with_gaps(words, 3.8, 2.5) == {}
    assert with_gaps({"benefit": 4.0}, 3.8, 3.5) == {"bene t": "benefit"}
