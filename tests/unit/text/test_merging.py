"""Two people's changes of one text are put together, and no word of either is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.text.merging import Side, merge

WORDS = ["the", "river", "rose", "bridge", "and", "fell", "twice", "it’s", "3.5", "水"]
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
rough = st.lists(st.sampled_from([*WORDS, " ", "  ", ",", ".", "\n"]), max_size=16).map("".join)


def words(text: str) -> list[str]:
    return re.findall(r"\w+(?:['’]\w+)*", text)


@given(rough, rough)
def test_what_only_one_side_changed_is_what_that_side_has(base: str, changed: str) -> None:
    assert merge(base, changed, base).text == changed
    assert merge(base, base, changed).text == changed


@given(rough, rough)
def test_the_same_change_on_both_sides_is_made_once(base: str, changed: str) -> None:
    merged = merge(base, changed, changed)
    assert merged.text == changed
    assert not merged.overlaps


@given(rough, rough, rough)
def test_the_sides_change_places_and_nothing_else_does(base: str, mine: str, theirs: str) -> None:
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert one.overlaps == other.overlaps
    if not one.overlaps:
        assert one.text == other.text


@given(texts, texts, texts)
def test_no_word_that_somebody_wrote_is_lost(base: str, mine: str, theirs: str) -> None:
    merged = words(merge(base, mine, theirs).text)
    for new in {*words(mine), *words(theirs)} - set(words(base)):
        assert new in merged
    assert set(merged) <= {*words(base), *words(mine), *words(theirs)}


@given(rough, rough, rough)
def test_an_overlap_shows_mine_before_theirs(base: str, mine: str, theirs: str) -> None:
    for stretch in merge(base, mine, theirs).stretches:
        if stretch.side is Side.OVERLAP:
            assert stretch.text.startswith(stretch.mine)
            assert stretch.mine.strip() in mine
            assert stretch.text[len(stretch.mine) :].strip() in theirs


BASE = "We closed the bridge in May because the river rose."


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        (
            "We closed the old bridge in May because the river rose.",
            "We closed the bridge in May because the river rose twice.",
            "We closed the old bridge in May because the river rose twice.",
        ),
        (
            "They closed the bridge in May because the river rose.",
            "We closed the bridge in June because the river rose.",
            "They closed the bridge in June because the river rose.",
        ),
        (
            "We closed the bridge because the river rose.",
            "We closed the bridge in May because the river rose. Twice.",
            "We closed the bridge because the river rose. Twice.",
        ),
    ],
)
def test_changes_at_different_places_are_both_taken(mine: str, theirs: str, both: str) -> None:
    merged = merge(BASE, mine, theirs)
    assert merged.text == both
    assert not merged.overlaps


def test_changes_of_the_same_words_stand_one_behind_the_other() -> None:
    merged = merge(
        BASE,
        "We closed the bridge in June because the river rose.",
        "We closed the bridge in July because the river rose.",
    )
    assert merged.text == "We closed the bridge in June July because the river rose."
    assert [stretch.side for stretch in merged.stretches] == [Side.BOTH, Side.OVERLAP, Side.BOTH]


def test_two_words_added_at_one_place_both_stand() -> None:
    merged = merge(BASE, BASE + " Yes.", BASE + " No.")
    assert merged.text == BASE + " Yes. No."
    assert merged.overlaps == 1


def test_a_text_too_long_to_compare_stands_twice_rather_than_being_lost() -> None:
    base = "word " * 3000
    merged = merge(base, base + "mine", base + "theirs")
    assert merged.overlaps == 1
    assert "mine" in merged.text
    assert "theirs" in merged.text
