"""Podcasting 2.0: what is written is what was there, and can be read again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.exporting import export
from interviews.formats.podcasting import Podcasting
from interviews.formats.reading import read
from interviews.formats.writing import Document, TimesMissing
from interviews.transcript.hearing import Heard, Segment
from interviews.transcript.spans import Span
from interviews.transcript.turns import Transcript, Turn
from tests.builders import a_transcript, timed

TWO = timed(a_transcript(("Ines", "Whose boat is that?"), ("Tom", "Mine.")), (1200, 2800), (3100, 4000))


def written(transcript: Transcript) -> list[dict[str, Any]]:
    data = json.loads(export(Document(transcript), "podcasting"))
    assert data["version"] == "1.0.0"
    segments: list[dict[str, Any]] = data["segments"]
    return segments


def test_a_turn_is_a_segment_with_seconds() -> None:
    assert written(TWO) == [
        {"speaker": "Ines", "startTime": 1.2, "endTime": 2.8, "body": "Whose boat is that?"},
        {"speaker": "Tom", "startTime": 3.1, "endTime": 4.0, "body": "Mine."},
    ]


def test_a_turn_is_cut_where_recognised_segments_begin() -> None:
    turn = Turn("1", "So. We left, at last.", "Ines", 1000, 5000)
    heard = Heard(
        "Now. We left.", segments=(Segment(Span(0, 4), 1000, 2000), Segment(Span(5, 13), 3000, 4000))
    )
    assert written(Transcript((turn,), heard={"1": heard})) == [
        {"speaker": "Ines", "startTime": 1.0, "endTime": 5.0, "body": "So. We left, at last."}
    ]
    heard = replace(heard, text="So. We left.")
    segments = (Segment(Span(0, 3), 1000, 2000), Segment(Span(4, 12), 3000, 4000))
    assert written(Transcript((turn,), heard={"1": replace(heard, segments=segments)})) == [
        {"speaker": "Ines", "startTime": 1.0, "endTime": 2.0, "body": "So."},
        {"speaker": "Ines", "startTime": 3.0, "endTime": 5.0, "body": "We left, at last."},
    ]


def test_a_turn_whose_segments_run_back_in_time_is_whole() -> None:
    turn = Turn("1", "So. We left.", "Ines", 1000, 5000)
    segments = (Segment(Span(0, 3), 3000, 4000), Segment(Span(4, 12), 1000, 2000))
    (segment,) = written(Transcript((turn,), heard={"1": Heard(turn.text, segments=segments)}))
    assert (segment["startTime"], segment["endTime"]) == (1.0, 5.0)


def test_an_end_that_nobody_knows_is_the_start_of_what_follows() -> None:
    ends = [one["endTime"] for one in written(timed(TWO, (1200, None), (3100, None)))]
    assert ends == [3.1, 3.1]


def test_missing_times_are_told_and_never_made_up() -> None:
    with pytest.raises(TimesMissing, match="1 of 2 turns have no time"):
        export(Document(timed(TWO, (1200, 2800), (None, None))), "podcasting")


def test_no_words_end_the_script_that_a_page_may_put_the_file_in() -> None:
    hostile = timed(a_transcript(("</script><b>", "<!-- </script> & “x”")), (0, 1000))
    assert b"<" not in export(Document(hostile), "podcasting")
    assert written(hostile)[0]["body"] == "<!-- </script> & “x”"


words = st.lists(
    st.sampled_from(["Yes.", "No?", "boat", "</script>", '"x"', "\\u0041", "漢字", "🙂", "é", "--> 0"]),
    min_size=1,
    max_size=6,
).map(" ".join)
names = st.sampled_from(["Ines", "Tom", "Dr. Vale", None])


@st.composite
def conversations(draw: st.DrawFn) -> Transcript:
    """Turns with times, of which no two in a row are one person's."""
    turns: list[Turn] = []
    clock = 0
    for number in range(1, draw(st.integers(1, 6)) + 1):
        start = clock + draw(st.integers(0, 5000))
        clock = start + draw(st.integers(1, 90_000))
        speaker = draw(names.filter(lambda name: not turns or name != turns[-1].speaker))
        turns.append(Turn(str(number), draw(words), speaker, start, clock))
    return Transcript(tuple(turns))


@given(conversations())
def test_what_was_written_is_read_again(transcript: Transcript) -> None:
    reading = read(export(Document(transcript), "podcasting"), format_id=Podcasting.id)
    assert reading.transcript.turns == transcript.turns
