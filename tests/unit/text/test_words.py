"""Words keep their places, in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.text.words import count_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met, twice.", ["We", "met", "twice"]),
        ("Don’t say it’s Anna's!", ["Don’t", "say", "it’s", "Anna's"]),
        ("the dogs’ bowls", ["the", "dogs", "bowls"]),
        ("a rock-n-roll band", ["a", "rock-n-roll", "band"]),
        ("‘Tis “quoted” ‘so’", ["Tis", "quoted", "so"]),
        ("Straße, Größe", ["Straße", "Größe"]),
        ("l’été dernier", ["l’été", "dernier"]),
        ("e\u0301te\u0301 accents on their own", ["e\u0301te\u0301", "accents", "on", "their", "own"]),
        ("Мы жили у моря.", ["Мы", "жили", "у", "моря"]),
        ("كَتَبَ الوَلَدُ", ["كَتَبَ", "الوَلَدُ"]),
        ("می\u200cخواهم بروم", ["می\u200cخواهم", "بروم"]),
        ("हिन्दी में बोलिए।", ["हिन्दी", "में", "बोलिए"]),
        ("한국어로 말해요", ["한국어로", "말해요"]),
        ("私は東京に行きました", ["私", "は", "東京", "に", "行", "きました"]),
        ("AIのモデル", ["AI", "の", "モデル"]),
        ("我们在等他们", list("我们在等他们")),
        ("- – … ’ !", []),
    ],
)
def test_words_are_found_whole_in_many_scripts(text: str, expected: list[str]) -> None:
    assert [word.written for word in words(text)] == expected
    assert count_words(text) == len(expected)


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end
        assert text[word.start : word.end] == word.written == word.span.of(text)
        end = word.end


@given(st.text())
def test_every_letter_and_digit_is_in_a_word(text: str) -> None:
    covered = {place for word in words(text) for place in range(word.start, word.end)}
    assert {place for place, character in enumerate(text) if character.isalnum()} <= covered


@given(st.lists(st.text(st.characters(max_codepoint=0xDFF, categories=["L", "Nd"]), min_size=1), max_size=8))
def test_words_between_spaces_come_back(parts: list[str]) -> None:
    assert [word.written for word in words(" , ".join(parts))] == parts
