"""A sentence names turns by the numbers that they have today."""

from __future__ import annotations

import pytest

from interviews.text.renumbering import GONE, renumbered

TODAY = {
    "turn 3": "turn 4",
    "turn 4": "turn 5",
    "turn 13": "turn 14",
    "turn 19": GONE,
    "turn 20": "turn 5",
    "turn 30": "background paragraph 2",
    "background paragraph 1": "background paragraph 3",
}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Turn 3: “teh”", "Turn 4: “teh”"),
        ("“the” stands twice in turn 3", "“the” stands twice in turn 4"),
        ("Turn 4 repeats turn 3 word for word", "Turn 5 repeats turn 4 word for word"),
        ("The interview closes twice, at turns 3 and 13", "The interview closes twice, at turns 4 and 14"),
        ("Turns 3–13 are rolling captions", "Turns 4–14 are rolling captions"),
        ("Turns 4–20 all say “No”", "Turn 5 all say “No”"),
        ("It closes twice, at turns 13 and 19", "It closes twice, at turn 14 and a turn that is gone"),
        ("Turn 19: “teh”", "A turn that is gone: “teh”"),
        ("Turn 30 breaks off", "Background paragraph 2 breaks off"),
        ("Background paragraph 1: “teh”", "Background paragraph 3: “teh”"),
        ("“turn 3” stands twice in turn 3", "“turn 3” stands twice in turn 4"),
        ("Turn 13 returns 3 times", "Turn 14 returns 3 times"),
        ("Turn 77 breaks off", "Turn 77 breaks off"),
    ],
)
def test_each_place_is_told_as_it_is_today(was: str, now: str) -> None:
    assert renumbered(was, TODAY) == now
