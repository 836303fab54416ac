"""Quoted words are found again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interviews.text.quoting import find_again

texts = st.lists(st.sampled_from(["the", "River", "rose", " ", "  ", ",", "水", "\n"]), max_size=20).map(
    "".join
)


@given(texts, st.data())
def test_what_was_quoted_is_found_where_it_stood_as_long_as_nothing_changes(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = find_again(text, text[start:end], near=start)
    if start == end:
        assert found is None
    else:
        assert found is not None
        assert (found.start, found.end) == (start, end)


@given(texts, texts)
def test_what_is_found_is_inside_the_text(text: str, quote: str) -> None:
    found = find_again(text, quote)
    assert found is None or 0 <= found.start < found.end <= len(text)


def test_of_several_places_the_nearest_counts() -> None:
    text = "the river and the sea and the river"
    found = find_again(text, "the river", near=30)
    assert found is not None
    assert found.start == 26


def test_words_are_found_with_another_capital_and_other_marks_between_them() -> None:
    text = "Well: The bridge, he said, was closed."
    found = find_again(text, "the bridge he said")
    assert found is not None
    assert found.of(text) == "The bridge, he said"


def test_words_that_are_gone_are_not_found() -> None:
    assert find_again("The bridge is open.", "was closed") is None
