"""Times that a recorder or a player wrote, and times that somebody says or could not hear."""

from __future__ import annotations

import pytest

from interviews.detectors.remains.residue import Source, residues


def times_in(text: str) -> list[str]:
    return [text[one.start : one.end] for one in residues(text) if one.source is Source.TIME]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("00:12:45 We left at noon.", "00:12:45"),
        ("We left 01:12:45 at noon.", "01:12:45"),
        ("It ran 01:12:45 at noon.", "01:12:45"),
        ("[a] 00:12:45 we left.", "00:12:45"),
        ("We left #00:12:45-5# at noon.", "#00:12:45-5#"),
        ("We left TC 00:12:45 at noon.", "TC 00:12:45"),
        ("1\n00:00:01,000 --> 00:00:04,000", "1\n00:00:01,000 --> 00:00:04,000"),
        ("We left.\n12:34\nThen we came.", "12:34"),
        ("He was at 01:44:01 the yard, or there.", "01:44:01"),
        ("It starts at 01:02:03,594. That is so.", "01:02:03,594"),
        ("We left, 01:44:01, at noon.", "01:44:01"),
    ],
)
def test_a_time_of_the_recording_is_found(text: str, time: str) -> None:
    assert times_in(text) == [time]


@pytest.mark.parametrize(
    "text",
    [
        "[unintelligible 00:12:45] we left.",
        "We heard [unintelligible 00:12:45] there.",
        "It stands at 2:12:45 there.",
        "We left at 12:34",
        "We left.\nNoon: 12:34 or later\nThen we came.",
        "It stops at 03:14:07. After that it is 1901.",
        "It goes back to 13 December 1901, 20:45:52.",
        "It was from 00:00:00 UTC on.",
        "Um 07:12:45 Uhr war es da.",
    ],
)
def test_a_time_that_was_said_or_marks_what_was_not_heard_stays(text: str) -> None:
    assert times_in(text) == []
