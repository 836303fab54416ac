"""A passage is followed into a changed text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interviews.text.carrying import carried
from interviews.transcript.spans import Span

BEFORE = "The bridge was built in 1840. It carries three times what its drawings promised."


def follow(after: str, words: str, before: str = BEFORE) -> str:
    start = before.index(words)
    return carried(before, after, Span(start, start + len(words))).of(after)


def test_words_that_stayed_are_followed_past_a_change_before_them() -> None:
    after = BEFORE.replace("1840", "the year 1842, as the mason wrote")
    assert follow(after, "three times what its drawings") == "three times what its drawings"


def test_what_was_put_in_their_place_belongs_to_them() -> None:
    after = BEFORE.replace("three times", "twice as much as")
    assert follow(after, "It carries three times what") == "It carries twice as much as what"


def test_nothing_is_left_of_words_that_were_taken_out() -> None:
    assert follow("The bridge was built in 1840. ", "three times what").strip() == ""


@given(st.text("ab c.\n", max_size=40), st.text("ab c.\n", max_size=40), st.data())
def test_a_passage_of_any_text_lands_within_any_other(before: str, after: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    assert carried(before, after, Span(start, end)).end <= len(after)


@given(st.text("ab c.\n", max_size=40), st.data())
def test_in_a_text_that_did_not_change_a_passage_is_itself(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Span(start, end)
    assert carried(text, text, span).of(text) == span.of(text)
