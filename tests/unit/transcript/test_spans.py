"""Spans: half-open, forwards, in code points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.transcript.spans import Span

spans = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: Span(min(pair), max(pair)))


def places(span: Span) -> set[int]:
    return set(range(span.start, span.end))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_a_span_that_runs_backwards_or_before_the_start_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="runs forwards"):
        Span(start, end)


def test_a_span_counts_code_points() -> None:
    assert Span(2, 3).of("a 😀 b") == "😀"


@given(spans, spans)
def test_spans_compare_as_the_places_they_cover(one: Span, other: Span) -> None:
    assert len(one) == len(places(one))
    if one and other:
        assert one.overlaps(other) == bool(places(one) & places(other))
        assert one.covers(other) == (places(other) <= places(one))


@given(spans, st.integers(0, 5))
def test_a_shifted_span_covers_the_same_words_further_on(span: Span, by: int) -> None:
    text = "Who fed the dogs?"
    assert span.shifted(by).of("x" * by + text) == span.of(text)
