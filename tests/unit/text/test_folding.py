"""Two ways of writing the same words fold to one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.text.folding import fold, fold_word
from interviews.text.words import words

syllables = st.sampled_from([*"abcäößéñжщαω漢0123", "न्", "दि", "e\u0301", "كَ"])
letters = st.lists(syllables, min_size=1, max_size=4).map("".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Well — YES, exactly!", "well yes exactly"),
        ("Don’t", "don't"),
        ("don´t", "don't"),
        ("don`t", "don't"),
        ("‘quoted’ words", "quoted words"),
        ("the dogs’ bowls", "the dogs bowls"),
        ("STRASSE", "straße"),
        ("e\u0301te\u0301", "été"),
        ("ﬁne", "fine"),  # a ligature
        ("ＡＢＣ", "abc"),
        ("co‑operate", "co-operate"),
        ("  two\n\tlines ", "two lines"),
    ],
)
def test_the_same_words_written_otherwise_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("We're", "were"), ("हिन्दी", "हिन्दू"), ("resume", "résumé"), ("5", "6"), ("can't", "can")],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert fold_word(one) != fold_word(other)


@given(st.lists(letters, max_size=6), st.sampled_from([" ", ", ", " — ", "\n", "! "]))
def test_punctuation_and_spaces_do_not_count(parts: list[str], between: str) -> None:
    assert fold(between.join(parts)) == fold(" ".join(parts))


@given(st.lists(letters, max_size=6))
def test_a_folded_text_stays_as_it_is(parts: list[str]) -> None:
    folded = fold(" ".join(parts))
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())


@given(st.lists(letters, min_size=1, max_size=6))
def test_a_text_folds_to_its_words_folded(parts: list[str]) -> None:
    text = " ".join(parts)
    # Scripts without spaces have words where a text has no space.
    assert "".join(fold(text).split()) == "".join(word.folded for word in words(text))
