"""Times that are missing, estimated between those that are known."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.estimating import with_estimated_times
from interviews.transcript.turns import Transcript, Turn
from tests.builders import a_transcript, timed


def times(transcript: Transcript) -> list[tuple[int | None, int | None]]:
    return [(turn.start, turn.end) for turn in with_estimated_times(transcript).turns]


def test_without_any_time_people_say_150_words_a_minute() -> None:
    assert times(a_transcript(("Ann", "one two three four five"), ("Bo", "six"))) == [(0, 2000), (2000, 2400)]


def test_between_two_known_times_each_turn_gets_its_share() -> None:
    transcript = timed(
        a_transcript(("Ann", "x"), ("Bo", "y" * 10), ("Ann", "z" * 30), ("Bo", "w")),
        (0, 1000),
        (None, None),
        (None, None),
        (5000, 6000),
    )
    assert times(transcript) == [(0, 1000), (1000, 2000), (2000, 5000), (5000, 6000)]


def test_before_the_first_time_the_pace_counts_back_and_never_below_zero() -> None:
    told = a_transcript(("Ann", "one two"), ("Bo", "three"))
    assert times(timed(told, (None, None), (10_000, 11_000)))[0] == (9200, 10_000)
    assert times(timed(told, (None, None), (300, 900)))[0] == (0, 300)


def test_an_end_that_is_missing_is_the_next_start() -> None:
    told = timed(a_transcript(("Ann", "one"), ("Bo", "two")), (0, None), (3000, None))
    assert times(told) == [(0, 3000), (3000, 3400)]


def test_a_start_that_runs_backwards_is_estimated_and_the_others_stay() -> None:
    told = timed(
        a_transcript(("Ann", "one"), ("Bo", "two"), ("Ann", "six"), ("Bo", "so")),
        (5000, 6000),
        (10, 20),
        (8000, 9000),
        (9000, 9100),
    )
    assert times(told) == [(5000, 6000), (6000, 8000), (8000, 9000), (9000, 9100)]


def test_people_who_speak_at_once_keep_their_times() -> None:
    told = timed(a_transcript(("Ann", "one"), ("Bo", "two")), (0, 9000), (2000, 3000))
    assert times(told) == [(0, 9000), (2000, 3000)]


_TIME = st.none() | st.integers(0, 50_000)


@given(st.lists(st.tuples(_TIME, _TIME, st.sampled_from(["", "a", "one two", "three. " * 9])), max_size=8))
def test_all_starts_are_there_and_rise_and_what_is_estimated_stays(
    told: list[tuple[int | None, int | None, str]],
) -> None:
    transcript = Transcript(
        tuple(Turn(str(n), text, "Ann", start, end) for n, (start, end, text) in enumerate(told))
    )
    made = with_estimated_times(transcript)
    starts = [turn.start for turn in made]
    assert all(
        start is not None and turn.end is not None and start <= turn.end
        for start, turn in zip(starts, made, strict=True)
    )
    assert all((one or 0) <= (other or 0) for one, other in pairwise(starts))
    assert with_estimated_times(made) == made
    if all(start is not None for start, _, _ in told) and sorted(told, key=lambda one: one[0] or 0) == told:
        assert starts == [start for start, _, _ in told]
