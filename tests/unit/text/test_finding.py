"""Words are found where they stand, and replaced there and nowhere else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.text.finding import Query, find, replaced
from interviews.text.patterns import BadPattern, BadReplacement
from interviews.transcript.turns import Turn

TURNS = (Turn("1", "The Mayor met the mayor.", "Ana"), Turn("2", "Mayors meet.", "Ben"))


def words(query: Query) -> list[tuple[str, str]]:
    return [(one.turn, one.words) for one in find(TURNS, query)]


def test_capitals_count_only_when_asked_for() -> None:
    assert words(Query("mayor")) == [("1", "Mayor"), ("1", "mayor"), ("2", "Mayor")]
    assert words(Query("mayor", case_sensitive=True)) == [("1", "mayor")]


def test_whole_words_only() -> None:
    assert words(Query("mayor", whole_words=True)) == [("1", "Mayor"), ("1", "mayor")]


def test_one_speaker_only() -> None:
    assert words(Query("mayor", speaker="Ben")) == [("2", "Mayor")]


def test_a_pattern_is_one_only_when_asked_for() -> None:
    assert words(Query("m.yor")) == []
    assert words(Query("m.yor", case_sensitive=True, is_pattern=True)) == [("1", "mayor")]


def test_what_a_pattern_held_is_put_back() -> None:
    query = Query(r"(the) (mayor)", r"\2 of \1 town", is_pattern=True)
    assert [one.instead for one in find(TURNS, query)] == ["Mayor of The town", "mayor of the town"]


def test_a_backslash_is_nothing_special_outside_a_pattern() -> None:
    (one,) = find([Turn("1", r"a\1b")], Query(r"\1", r"\0"))
    assert (one.words, one.instead) == (r"\1", r"\0")


def test_a_pattern_that_cannot_be_read_is_refused_in_a_sentence() -> None:
    with pytest.raises(BadPattern, match="A round bracket is opened and not closed"):
        find(TURNS, Query("(", is_pattern=True))
    with pytest.raises(BadReplacement, match="names a group"):
        find(TURNS, Query("mayor", r"\2", is_pattern=True))


def test_no_more_than_the_most_are_told() -> None:
    assert len(find([Turn("1", "a " * 50)], Query("a"), most=7)) == 7


@given(st.text("ab.\\[E ", min_size=1, max_size=4), st.text("ab.\\[E ", max_size=30))
def test_any_words_are_found_as_they_are_written(sought: str, text: str) -> None:
    found = find([Turn("1", text)], Query(sought, case_sensitive=True))
    assert [one.span.start for one in found] == [hit.start() for hit in re.finditer(re.escape(sought), text)]


@given(st.text("ab", min_size=1, max_size=2), st.text("ab ", max_size=30), st.text("xy", max_size=3))
def test_every_place_is_replaced_and_nothing_else(sought: str, text: str, instead: str) -> None:
    found = find([Turn("1", text)], Query(sought, instead, case_sensitive=True))
    assert replaced(text, found) == text.replace(sought, instead)
