"""Two answers that tell the same facts: what makes them so, and after edits as after a look at all turns."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.detectors.checking import Checker, findings
from interviews.detectors.questions import RepeatedQuestion
from interviews.transcript.turns import Transcript
from tests.builders import a_transcript

ASKED, AGAIN = "Who built the tunnel?", "And which people put the tunnel there?"
TOLD = "In Millbrook we hired forty masons, two clerks and a parson, and the parson laid the first stone."
ANEW = "Forty masons of Millbrook, with a parson and two clerks, and I knew some of them."
OTHER = "My brother sold boats to whoever came down from the hills before the harvest was in."
TURNS = [
    ("Host", ASKED),
    ("Guest", TOLD),
    ("Host", "Where did it lead?"),
    ("Guest", OTHER),
    ("Host", AGAIN),
    ("Guest", ANEW),
]


def is_found(*turns: tuple[str, str]) -> bool:
    return bool(findings(a_transcript(*turns), (RepeatedQuestion(),)))


@pytest.mark.parametrize(
    ("again", "is_told"),
    [
        (ANEW, True),
        ("Some forty people, with a parson, and I knew them all the first day that we came.", False),
        ("And then the first of them was laid there, and all of them had the other one too.", False),
    ],
)
def test_facts_are_told_by_words_that_say_something(again: str, is_told: bool) -> None:
    assert is_found(*TURNS[:5], ("Guest", again)) is is_told


EDITED = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.sampled_from(["Host", "Guest"]),
        st.sampled_from([ASKED, AGAIN, TOLD, ANEW, OTHER, "Yes."]),
    ),
    max_size=3,
)


@given(st.lists(EDITED, max_size=3))
def test_after_any_edits_the_same_is_found_as_in_a_check_from_nothing(
    versions: list[list[tuple[int, str, str]]],
) -> None:
    whole = a_transcript(*TURNS)
    checker = Checker()
    assert len(checker.findings(whole, (RepeatedQuestion(),))) == 1
    for edits in versions:
        turns = list(whole.turns)
        for place, speaker, text in edits:
            turns[place] = replace(turns[place], speaker=speaker, text=text)
        edited = Transcript(tuple(turns), language="en")
        assert checker.findings(edited, (RepeatedQuestion(),)) == findings(edited, (RepeatedQuestion(),))
    assert len(checker.findings(whole, (RepeatedQuestion(),))) == 1
