"""Which texts have the same words, or nearly: after any edits as after a look at all of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.detectors.shape.copy_book import CopyBook
from tests.builders import bring

LONG = "the old crane on the quay was painted by my sister that year"
EIGHT = "the crane was painted by my sister then"
TEXTS = st.dictionaries(
    st.sampled_from("abcdef"),
    st.sampled_from(
        [
            LONG,
            LONG.upper(),
            LONG.replace("year", "winter"),
            LONG.replace("painted", "built"),
            "we rowed across the bay before the storm came in from the west",
            "we rowed across the bay",
            "yes exactly",
            "yes, exactly",
        ]
    ),
    max_size=6,
)
Told = tuple[list[list[str]], list[tuple[list[list[str]], float]]]


def told_by(book: CopyBook) -> Told:
    near = [(sorted([sorted(one), sorted(two)]), alike) for one, two, alike in book.near()]
    return sorted(map(sorted, book.same())), sorted(near)


def told_of(texts: dict[str, str]) -> Told:
    book = CopyBook()
    book.fill(texts)
    return told_by(book)


@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_after_any_edits_it_tells_what_a_look_at_all_texts_tells(
    first: dict[str, str], more: list[dict[str, str]]
) -> None:
    book = CopyBook()
    book.fill(first)
    for before, after in pairwise([first, *more]):
        assert told_by(book) == told_of(before)
        bring(book, before, after)
    assert told_by(book) == told_of([first, *more][-1])


def test_the_same_words_are_told_from_five_on() -> None:
    assert told_of({"a": "we rowed across the bay", "b": "We rowed across the bay!"})[0] == [["a", "b"]]
    assert told_of({"a": "we rowed the bay", "b": "we rowed the bay"})[0] == []


def test_nearly_the_same_words_are_told_from_eight_on() -> None:
    ((pair, alike),) = told_of({"a": EIGHT, "b": EIGHT.replace("then", "there")})[1]
    assert pair == [["a"], ["b"]]
    assert 0.8 < alike < 1
    seven = EIGHT.removeprefix("the ")
    assert told_of({"a": seven, "b": seven.replace("then", "there")})[1] == []


@pytest.mark.parametrize("every", [5, 6, 8, 11])
def test_long_turns_are_told_by_some_of_their_stretches(every: int) -> None:
    words = [f"word{number}" for number in range(180)]
    heard = [f"{word}ish" if number % every == 0 else word for number, word in enumerate(words)]
    ((pair, alike),) = told_of({"a": " ".join(words), "b": " ".join(heard)})[1]
    assert (pair, round(alike, 1)) == ([["a"], ["b"]], round(1 - 1 / every, 1))
    # One of them is looked at as a whole, the other by some of its stretches.
    shorter = told_of({"a": " ".join(words[:104]), "b": " ".join(heard[:98])})[1]
    assert [pair for pair, _ in shorter] == [[["a"], ["b"]]]


def test_what_shares_few_words_is_not_alike() -> None:
    other = "my sister that year went on the old crane and saw nothing of it at all but rain"
    assert told_of({"a": LONG, "b": other})[1] == []
