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


@pytest.mark.parametrize(
    ("tape", "again", "faults"),
    [
        (600_000, 59_999, 0),
        (599_999, 0, 1),
        (600_000, 60_000, 1),
    ],
)
def test_another_tape_begins_ten_minutes_in_and_within_a_minute(tape: int, again: int, faults: int) -> None:
    transcript = a_timed((tape, tape + 5_000), (again, again + 5_000))
    assert len(found(TimeFault(), transcript)) == faults


@pytest.mark.parametrize(("until", "faults"), [(35_000, 0), (35_001, 1)])
def test_two_may_speak_at_once_for_fifteen_seconds(until: int, faults: int) -> None:
    transcript = a_timed((0, until), (20_000, 40_000), (41_000, 45_000))
    assert len(found(TimeFault(), transcript)) == faults


def test_where_the_neighbours_leave_no_room_a_time_can_only_be_dropped() -> None:
    for before, after in (((0, 21_000), (20_000, 30_000)), ((0, None), (20_000, 30_000)), ((0, 9_000), None)):
        times: list[Times] = [before, (15_000, 14_000), *([after] if after else [])]
        (finding,) = [one for one in found(TimeFault(), a_timed(*times)) if one.passages[0].turn == "2"]
        assert [fix.label for fix in finding.fixes] == ["Drop its time"]


def test_a_time_is_told_as_a_clock_shows_it() -> None:
    (finding,) = found(TimeFault(), a_timed((0, 5_000), (3_725_500, 3_725_500), (4_000_000, None)))
    assert finding.evidence == ("It runs from 1:02:05.5 to 1:02:05.5.",)
    assert finding.fixes[0].label == "Put it between its neighbours, 0:00:05.0 to 1:06:40.0"
    (finding,) = found(TimeFault(), a_timed((100_000, 105_000), (60_000, None), (110_000, None)))
    assert finding.evidence == ("It runs from 0:01:00.0 to no time.",)


@pytest.mark.parametrize(("turns", "faults"), [(8, 0), (7, 7)])
def test_the_other_side_of_a_short_tape_runs_on_from_zero(turns: int, faults: int) -> None:
    other_side: tuple[Times, ...] = tuple((at * 10_000, None) for at in range(turns))
    assert len(found(TimeFault(), a_timed(*SOUND, *other_side))) == faults


def test_times_that_leap_back_to_where_they_were_are_no_other_side() -> None:
    wrong: tuple[Times, ...] = tuple((at * 1_000, None) for at in range(4))
    behind: tuple[Times, ...] = tuple((at * 10_000 + 300_000, None) for at in range(10))
    assert found(TimeFault(), a_timed(*SOUND, *wrong, *behind))
