"""Times as people read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.transcript.times import NotATime, clock, exact_clock, read_clock


@pytest.mark.parametrize(
    ("milliseconds", "read"),
    [(0, "0:00"), (999, "0:00"), (9_000, "0:09"), (234_000, "3:54"), (3_727_000, "1:02:07")],
)
def test_a_clock_reads_as_on_a_recorder(milliseconds: int, read: str) -> None:
    assert clock(milliseconds) == read


@given(st.integers(0, 999 * 3_600_000))
def test_a_time_that_is_shown_exactly_is_read_back(milliseconds: int) -> None:
    assert read_clock(exact_clock(milliseconds)) == milliseconds


@pytest.mark.parametrize(
    ("written", "milliseconds"),
    [
        ("1:02:03.5", 3_723_500),
        ("62:03", 3_723_000),
        ("3723", 3_723_000),
        (" 0:09,25 ", 9_250),
        ("75.25", 75_250),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(written: str, milliseconds: int | None) -> None:
    assert read_clock(written) == milliseconds


@pytest.mark.parametrize("written", ["noon", "1:2", "1:75", "1:60:00", "1:2:3:4", "-5", "1:", "12:34:5x"])
def test_what_is_no_time_is_refused_with_a_sentence_that_says_how(written: str) -> None:
    with pytest.raises(NotATime, match=r"is not a time\. Write"):
        read_clock(written)
