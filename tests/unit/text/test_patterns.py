"""What people write as a pattern: understood in any script, or refused in a sentence."""

from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.text.patterns import LONGEST, MOST_HITS, BadPattern, BadReplacement, read_pattern


def words(pattern: str, text: str, *, case_sensitive: bool = False, whole_words: bool = False) -> list[str]:
    understood = read_pattern(pattern, case_sensitive=case_sensitive, whole_words=whole_words)
    return [hit.words for hit in understood.hits(text)]


def test_a_plain_word_is_a_pattern() -> None:
    assert words("ferry", "The ferry met a Ferry.") == ["ferry", "Ferry"]


def test_capitals_matter_where_they_are_said_to() -> None:
    assert words("Ferry", "The ferry met a Ferry.", case_sensitive=True) == ["Ferry"]


def test_places_are_counted_in_characters_and_not_in_bytes() -> None:
    (hit,) = read_pattern("quay").hits("Ünï 🚢 quay")
    assert (hit.span.start, hit.span.end) == (6, 10)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("cat", ["cat"]),
        ("cat cat", ["cat", "cat"]),
        ("concat catalogue", []),
        ("écat caté", []),
        ("cat’s (cat)", ["cat", "cat"]),
        ("cat_1", []),
    ],
)
def test_a_whole_word_ends_where_a_word_of_any_script_ends(text: str, whole: list[str]) -> None:
    assert words("cat", text, whole_words=True) == whole


def test_of_two_readings_the_one_that_ends_with_the_word_counts() -> None:
    assert words("foot|football", "football", whole_words=True) == ["football"]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"\w+", "één Straße", ["één", "Straße"]),
        (r"[\w-]+", "vis-à-vis!", ["vis-à-vis"]),
        (r"\W+", "é, ü", [", "]),
        (r"a\sb", "a\u00a0b", ["a\u00a0b"]),
        (r"\d+", "12 and ٣", ["12", "٣"]),
        (r"[[:alpha:]]+", "ab1", ["ab"]),
        (r"[]x]", "]", ["]"]),
        (r"[xy]\w\w", "xéé", ["xéé"]),
        (r"[^]x]+", "a]b", ["a", "b"]),
        (r"\Q(w\w", r"(w\w", [r"(w\w"]),
    ],
)
def test_classes_know_every_script(pattern: str, text: str, found: list[str]) -> None:
    assert words(pattern, text) == found


def test_what_is_quoted_to_the_end_may_be_a_whole_word() -> None:
    assert words(r"\Qa.b", "a.b axb", whole_words=True) == ["a.b"]


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("(", "round bracket is opened"),
        (")", "round bracket closes"),
        ("[a", "square bracket"),
        ("*a", "Nothing stands before “*”"),
        ("a**", "repeats a repetition"),
        ("a{1001}", "repeats too often"),
        (r"\w{1000}", "too large"),
        (r"(a)\1", "refer back"),
        ("(?=a)", "ahead or behind"),
        ("(?<!a)b", "ahead or behind"),
        (r"\p{Elvish}", "names no set"),
        (r"\y", "means nothing"),
        ("a\\", "backslash at the end"),
        (r"\bcat\b", "Whole words only"),
        (r"a\B", "cannot be used"),
        (r"\C", "cut letters"),
        (r"[\W]", "square brackets"),
        ("", "where nothing stands"),
        ("x*", "where nothing stands"),
        ("\ud800", "half of a character"),
        ("(?z)", "cannot be read"),
        ("a" * (LONGEST + 1), "are the most"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(pattern: str, why: str) -> None:
    with pytest.raises(BadPattern, match=re.escape(why)) as refused:
        read_pattern(pattern, whole_words=True)
    assert str(refused.value).endswith(".")


def test_a_replacement_takes_up_what_was_found() -> None:
    (hit,) = read_pattern(r"(\w+)-(\w+)?").hits("Zoë-")
    assert hit.expanded(r"\2\1 [\0] \\1 ü") == r"Zoë [Zoë-] \1 ü"


def test_a_replacement_names_only_groups_that_there_are() -> None:
    pattern = read_pattern("(a)b")
    pattern.check_replacement(r"\0\1\\2")
    with pytest.raises(BadReplacement, match="1 in round brackets"):
        pattern.check_replacement(r"\2")


def test_one_text_yields_a_bounded_number_of_hits() -> None:
    assert len(words("a", "a" * 5000)) == MOST_HITS


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|aa)+b", "(a*)*b|x", "(.*)(.*)(.*)(.*)b", "(a|a)*a{30}b"])
def test_patterns_that_stall_others_are_read_in_one_pass(pattern: str) -> None:
    # An engine that tries again doubles its time with every letter of the first two.
    text = "a" * 100_000 + "!"
    before = process_time()
    assert words(pattern, text) == []
    assert process_time() - before < 2


@given(st.text(max_size=12), st.text(max_size=40), st.booleans())
def test_any_pattern_is_refused_or_finds_words_in_order(pattern: str, text: str, whole: bool) -> None:
    try:
        understood = read_pattern(pattern, whole_words=whole)
    except BadPattern:
        return
    place = 0
    for hit in understood.hits(text):
        assert place <= hit.span.start < hit.span.end
        assert hit.words == hit.span.of(text)
        place = hit.span.end


@given(st.text("aé ß-_1", max_size=30), st.sampled_from(["a", "é", "a|aé", "aé|a", "ß+", r"\wa", r"a\s"]))
def test_whole_words_are_those_between_two_edges_of_words(text: str, pattern: str) -> None:
    edges = [found.group() for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text)]
    assert words(pattern, text, case_sensitive=True, whole_words=True) == edges
