"""A word diff tells both texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interviews.text.diffing import Change, Marked, word_diff

texts = st.lists(
    st.sampled_from(["the", "river", " ", "  ", ",", "it’s", "ß", "水", "\n", "."]), max_size=30
).map("".join)


@given(texts, texts)
def test_the_pieces_give_both_texts_back(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(piece.text for piece in pieces if piece.change is not Change.ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.change is not Change.REMOVED) == after


@given(texts)
def test_equal_texts_differ_in_nothing(text: str) -> None:
    assert all(piece.change is Change.SAME for piece in word_diff(text, text))


def test_what_was_removed_comes_before_what_was_added() -> None:
    assert word_diff("what now?", "What now?") == (
        Marked(Change.REMOVED, "what "),
        Marked(Change.ADDED, "What "),
        Marked(Change.SAME, "now?"),
    )


def test_whole_words_differ_never_letters() -> None:
    assert word_diff("the brigde fell", "the bridge fell")[1:3] == (
        Marked(Change.REMOVED, "brigde "),
        Marked(Change.ADDED, "bridge "),
    )


def test_a_text_too_long_to_compare_counts_as_changed_whole() -> None:
    long = "word " * 5000
    assert word_diff(long, long + "end") == (Marked(Change.REMOVED, long), Marked(Change.ADDED, long + "end"))
