"""One frame that is asked of two things is no question asked again; with a word more it is."""

from __future__ import annotations

import pytest

from interviews.detectors.questions import RepeatedQuestion
from tests.builders import a_transcript, found


@pytest.mark.parametrize(
    ("again", "is_repeat"),
    [
        ("How hard was the Millbrook tunnel in the winter?", True),
        ("How hard was the Millbrook bridge in the winter?", False),
        ("Which obstacles gave you most trouble with the Millbrook tunnel?", True),
    ],
)
def test_the_same_frame_is_a_repeat_unless_both_ask_of_something_else(again: str, is_repeat: bool) -> None:
    turns = [
        ("Host", "How hard was the Millbrook tunnel?"),
        (
            "Guest",
            "It took us eleven years and two mayors, and in the end it was the baker who made them sign.",
        ),
        ("Host", "Where did the workers live?"),
        ("Guest", "Most of them walked, because the tram went only as far as the gasworks in those days."),
        ("Host", again),
        ("Guest", "We sold what we could and gave the rest to those who had come from the other bank."),
    ]
    assert bool(found(RepeatedQuestion(), a_transcript(*turns))) is is_repeat
