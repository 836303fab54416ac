"""Which doublings are told from the stutter around them, by the number of their words."""

from __future__ import annotations

import pytest

from interviews.detectors.doubled import DoubledPhrase
from tests.builders import a_transcript, found, settled, texts

CALM = "We crossed the river before noon and rested on the other bank until the rain was gone again. " * 12
HALTING = [("Ben", f"{CALM} And and so we we went to number {n}.") for n in range(32)]


@pytest.mark.parametrize(
    ("slip", "is_told"),
    [
        ("They sold the old boat sold the old boat in the spring.", True),
        ("They sold the boat sold the boat in the spring.", False),
    ],
)
def test_four_words_are_told_from_any_stutter(slip: str, is_told: bool) -> None:
    transcript = a_transcript(*HALTING, ("Ben", slip))
    shown = [finding.passages[0].turn for finding in found(DoubledPhrase(), transcript)]
    assert ("33" in shown) is is_told


def test_long_phrases_alone_are_no_stutter_that_is_kept() -> None:
    turns = [("Ben", f"They sold boat number {n} again sold boat number {n} again there.") for n in range(20)]
    titles = [finding.title for finding in found(DoubledPhrase(), a_transcript(*turns))]
    assert len(titles) == 20
    assert all("stands twice" in title for title in titles)


@pytest.mark.parametrize(("words", "is_found"), [(20, True), (21, False)])
def test_what_is_longer_than_twenty_words_is_no_phrase(words: int, is_found: bool) -> None:
    phrase = " ".join(f"boat{number}" for number in range(words))
    assert bool(found(DoubledPhrase(), a_transcript(("Ben", f"We saw {phrase} {phrase} there.")))) is is_found


def test_forty_characters_stand_whole_on_a_card() -> None:
    phrase = "the crane and the quay behind the houses"
    assert len(phrase) == 40
    transcript = a_transcript(("Ben", f"We saw {phrase} {phrase}."))
    (finding,) = found(DoubledPhrase(), transcript)
    assert finding.title == f"“{phrase}” stands twice in turn 1"
    assert texts(settled(transcript, finding)) == [f"We saw {phrase}."]
