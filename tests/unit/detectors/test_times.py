"""Times that cannot be."""

from __future__ import annotations

import pytest

from interviews.detectors.kinds import Severity
from interviews.detectors.times import TimeFault
from interviews.transcript.turns import Transcript
from tests.builders import a_transcript, found, settled, timed

Times = tuple[int | None, int | None]
SOUND: tuple[Times, ...] = tuple((at * 10_000, at * 10_000 + 9_000) for at in range(30))


def a_timed(*times: Times) -> Transcript:
    talk = a_transcript(
        *((("Ada", "Ben")[number % 2], f"We spoke of {number}.") for number in range(len(times)))
    )
    return timed(talk, *times)


def with_one(at: int, times: Times) -> Transcript:
    return a_timed(*SOUND[:at], times, *SOUND[at + 1 :])


@pytest.mark.parametrize(
    ("times", "why"),
    [
        ((105_000, 104_000), "it ends before it starts"),
        ((105_000, 105_000), "it has no length"),
        ((60_000, 109_000), "it starts 30.0 s before"),
        ((72_000, 73_000), "before"),
    ],
)
def test_a_time_that_cannot_be_is_put_between_its_neighbours(times: Times, why: str) -> None:
    transcript = with_one(10, times)
    (finding,) = found(TimeFault(), transcript)
    assert finding.passages[0].turn == "11"
    assert why in finding.reason
    fixed = settled(transcript, finding)
    assert (fixed["11"].start, fixed["11"].end) == (99_000, 110_000)
    assert found(TimeFault(), fixed) == []


def test_a_time_may_be_dropped_instead() -> None:
    transcript = with_one(10, (105_000, 104_000))
    (finding,) = found(TimeFault(), transcript)
    assert settled(transcript, finding, 1)["11"].start is None


@pytest.mark.parametrize("times", [(98_500, 109_000), (None, None), (100_000, None), (94_000, 109_000)])
def test_short_overlaps_and_missing_times_are_fine(times: Times) -> None:
    assert found(TimeFault(), with_one(10, times)) == []


def test_a_long_overlap_is_a_fault() -> None:
    transcript = a_timed(*SOUND[:10], (100_000, 131_000), *SOUND[11:])
    assert [finding.passages[0].turn for finding in found(TimeFault(), transcript)] == ["12"]


def test_a_second_tape_starts_at_zero() -> None:
    first: tuple[Times, ...] = tuple((at * 60_000, at * 60_000 + 50_000) for at in range(30))
    assert found(TimeFault(), a_timed(*first, *SOUND)) == []


def test_times_of_another_kind_throughout_are_one_notice() -> None:
    backwards = tuple(reversed(SOUND))
    (finding,) = found(TimeFault(), a_timed(*backwards))
    assert finding.weight is Severity.NOTICE


def test_without_times_there_is_nothing_to_say() -> None:
    assert found(TimeFault(), a_timed((None, None), (None, None))) == []
