"""Edits and transcripts go through JSON and come back as they were."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from interviews.transcript.codec import edit_from_data, edit_to_data
from interviews.transcript.edits import Edit, SetTimes
from interviews.transcript.turns import (
    Transcript,
    Turn,
    transcript_from_data,
    transcript_to_data,
    turn_to_data,
)
from tests.unit.transcript.strategies import fitting_edits, transcripts


def through_json(data: dict[str, Any]) -> dict[str, Any]:
    came_back: dict[str, Any] = json.loads(json.dumps(data))
    return came_back


@given(transcripts().flatmap(fitting_edits))
def test_an_edit_comes_back_as_it_was(edit: Edit) -> None:
    assert edit_from_data(through_json(edit_to_data(edit))) == edit


@given(transcripts())
def test_a_transcript_comes_back_as_it_was(transcript: Transcript) -> None:
    came_back = transcript_from_data(through_json(transcript_to_data(transcript)))
    assert came_back == transcript
    assert [type(turn.part) for turn in came_back] == [type(turn.part) for turn in transcript]


def test_an_edit_is_named_beside_its_fields() -> None:
    assert edit_to_data(SetTimes("3", (None, 5), (0, 5))) == {
        "edit": "SetTimes",
        "turn": "3",
        "before": [None, 5],
        "after": [0, 5],
    }


def test_what_is_at_its_default_is_left_out() -> None:
    assert turn_to_data(Turn("3", "Yes.")) == {"key": "3", "text": "Yes."}
    assert turn_to_data(Turn("3", "Yes.", "", 0, 0)) == {
        "key": "3",
        "text": "Yes.",
        "speaker": "",
        "start": 0,
        "end": 0,
    }


def test_an_edit_that_nobody_knows_is_not_guessed() -> None:
    with pytest.raises(KeyError):
        edit_from_data({"edit": "DeleteTurn", "turn": "3"})
