"""What readers had and have no longer keeps its place, through any number of publications."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from interviews.transcript.tombstones import Gone, gone_from_data, gone_since

KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)


def test_a_turn_that_is_gone_is_remembered_behind_the_one_before_it() -> None:
    assert gone_since("abc", (), {"a", "c"}, {}) == (Gone("b", "a"),)


def test_the_first_turn_is_remembered_at_the_start() -> None:
    assert gone_since("abc", (), {"b", "c"}, {}) == (Gone("a", None),)


def test_a_turn_whose_words_stand_in_another_is_not_gone() -> None:
    assert gone_since("abc", (), {"a", "c"}, {"b": "a"}) == ()


def test_a_turn_whose_words_went_with_another_is_gone_too() -> None:
    assert gone_since("abc", (), {"c"}, {"b": "a"}) == (Gone("a", None), Gone("b", None))


def test_what_was_gone_before_stays_remembered_and_comes_back_with_its_turn() -> None:
    first = gone_since("abc", (), {"a", "c"}, {})
    assert gone_since("ac", first, {"a"}, {}) == (Gone("b", "a"), Gone("c", "a"))
    assert gone_since("ac", first, {"a", "b", "c"}, {}) == ()


@given(st.lists(KEYS, min_size=2, max_size=6))
def test_every_key_that_readers_ever_had_stands_or_is_remembered(publications: list[list[str]]) -> None:
    gone: tuple[Gone, ...] = ()
    ever = set(publications[0])
    for before, now in pairwise(publications):
        gone = gone_from_data([one.to_data() for one in gone_since(before, gone, set(now), {})])
        ever |= set(now)
        assert {one.key for one in gone} == ever - set(now)
        assert all(one.after is None or one.after in now for one in gone)
