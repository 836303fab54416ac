"""What a recogniser told is kept as it was told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from interviews.transcript.hearing import (
    Heard,
    HeardOnDemand,
    Segment,
    Word,
    heard_from_data,
    heard_to_data,
)
from interviews.transcript.spans import Span

HEARD = {
    "3": Heard(
        "Good morning.",
        (Word(Span(0, 4), 0, 250, 0.93), Word(Span(5, 13), 250, None)),
        (Segment(Span(0, 13), 0, 900, None, -0.31, 0.02),),
    ),
    "4": Heard(""),
}


def test_words_and_segments_come_back_as_they_were() -> None:
    assert heard_from_data(json.loads(json.dumps(heard_to_data(HEARD)))) == HEARD


def test_a_word_is_stored_as_a_short_list() -> None:
    assert heard_to_data(HEARD)["3"]["words"] == [[0, 4, 0, 250, 0.93], [5, 13, 250, None, None]]


def test_what_is_fetched_on_demand_is_the_same_and_is_fetched_once_and_only_when_asked_for() -> None:
    fetched: list[dict[str, Any]] = []

    def fetch() -> dict[str, Any]:
        fetched.append(heard_to_data(HEARD))
        return fetched[0]

    told = HeardOnDemand(fetch)
    assert not fetched
    assert told == HEARD
    assert told["3"] is told["3"]
    assert len(fetched) == 1
    with pytest.raises(KeyError):
        told["5"]
