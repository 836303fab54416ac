"""Changes of one text are put together where they touch different words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interviews.text.splicing import splice_of, spliced

TEXT = "the the bridge is is closed"


def test_two_changes_in_one_text_are_both_made() -> None:
    afters = ["the bridge is is closed", "the the bridge is closed"]
    assert spliced(TEXT, afters) == ("the bridge is closed", (0, 1))


def test_of_two_changes_of_the_same_words_the_first_counts() -> None:
    assert spliced("a wrd here", ["a word here", "a ward here"]) == ("a word here", (0,))


def test_two_insertions_in_one_place_have_no_order() -> None:
    assert spliced("ab", ["axb", "ayb"]) == ("axb", (0,))


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=12))
def test_one_change_alone_gives_its_own_text(before: str, after: str) -> None:
    assert spliced(before, [after]) == (after, (0,))
    change = splice_of(before, after)
    assert before[: change.start] + change.words + before[change.end :] == after


@given(st.lists(st.sampled_from(["one", "two", "six", "ten"]), min_size=3, max_size=9), st.data())
def test_changes_of_words_that_stand_apart_are_all_made(words: list[str], data: st.DataObject) -> None:
    places = data.draw(st.sets(st.integers(0, len(words) - 1), min_size=1))
    afters = [
        " ".join("XX" if at == place else word for at, word in enumerate(words)) for place in sorted(places)
    ]
    expected = " ".join("XX" if at in places else word for at, word in enumerate(words))
    assert spliced(" ".join(words), afters) == (expected, tuple(range(len(afters))))
