"""Times as people read them."""

from __future__ import annotations

import pytest

from interviews.transcript.times import clock


@pytest.mark.parametrize(
    ("milliseconds", "read"),
    [(0, "0:00"), (999, "0:00"), (9_000, "0:09"), (234_000, "3:54"), (3_727_000, "1:02:07")],
)
def test_a_clock_reads_as_on_a_recorder(milliseconds: int, read: str) -> None:
    assert clock(milliseconds) == read
