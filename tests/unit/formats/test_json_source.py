"""JSON is taken apart with every value's place, and refused in a sentence where it is none."""

from __future__ import annotations

import json
from contextlib import suppress
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.base import ImportProblem
from interviews.formats.json_source import DEPTH, parse, sketch
from interviews.formats.json_values import Array, Number, Object, Text, Value, characters, unescaped
from interviews.formats.json_words import words_of

plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
values = st.recursive(
    plain,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


def bare(value: Value) -> Any:
    """A value as the standard library tells it."""
    if isinstance(value, Text):
        return value.value
    if isinstance(value, Number):
        return json.loads(value.written)
    if isinstance(value, Array):
        return [bare(one) for one in value]
    if isinstance(value, Object):
        return {key: bare(one) for key, one in value.items()}
    return value


@given(values, st.sampled_from([None, 1]), st.booleans())
def test_it_says_what_the_standard_library_says(value: Any, indent: int | None, ascii_only: bool) -> None:
    source = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert repr(bare(parse(source).value)) == repr(json.loads(source))


@given(values)
def test_every_value_is_where_it_says(value: Any) -> None:
    source = json.dumps(value)
    waiting = [parse(source).value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Text | Number):
            start, end = (one.start - 1, one.end + 1) if isinstance(one, Text) else (one.start, one.end)
            assert repr(json.loads(source[start:end])) == repr(bare(one))
        elif isinstance(one, Array | Object):
            assert repr(json.loads(source[one.start : one.end])) == repr(bare(one))
            waiting += one.values() if isinstance(one, Object) else one


@given(st.text(alphabet='[]{}",:\\/ -+.0123456789truefalsnEaINi\n', max_size=40) | st.text(max_size=30))
def test_any_text_is_json_or_refused_in_a_sentence(text: str) -> None:
    sketch(text)
    with suppress(ImportProblem):
        assert parse(text).text == text


@given(st.text(alphabet='\\u"nd83e40aé😀 \n\t', max_size=30).filter(lambda text: '"' not in text))
def test_characters_put_together_are_the_string(written: str) -> None:
    told = list(characters(written))
    assert "".join(written[start:end] for _, start, end in told) == written
    assert all(len(character) == 1 for character, _, _ in told)
    assert unescaped(written) == "".join(character for character, _, _ in told)


@given(st.text(max_size=20) | st.text(alphabet=" \n\t\u202eaé\x00\u00a0😀", max_size=20), st.booleans())
def test_words_of_a_string_are_where_they_say(text: str, ascii_only: bool) -> None:
    source = json.dumps([text], ensure_ascii=ascii_only)
    value = parse(source).value
    assert isinstance(value, Array)
    assert isinstance(value[0], Text)
    words = words_of(value[0])
    spans = list(words.spans(0, len(words.text)))
    assert all(one[0] < one[1] < other[0] for one, other in pairwise(spans))
    shown = "".join(unescaped(source[start:end]) for start, end in spans)
    assert "".join(words.text.split()) == "".join(shown.split())
    assert words.text == words.text.strip()
    assert "\x00" not in words.text


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("", "breaks off"),
        ('{"a": 1,}', "in line 1, nothing can end with this “}”"),
        ("[1,\n]", "in line 2, nothing can end with this “]”"),
        ("[1\n 2]", "in line 2, a comma or the end is missing before this"),
        ('{"a" 1}', "a name with a colon is missing before this"),
        ('{"a":\n}', "in line 2, nothing can end"),
        ('["a": 1]', "a colon stands where none belongs"),
        ("[1, , 2]", "a comma stands where a value belongs"),
        ('[\n\n"abc', "breaks off in line 3: a text is not closed"),
        ("[{]", "nothing can end with this “]”"),
        ("{} {}", "a comma or the end is missing before this"),
        ("[nul]", "it does not go on with “n”"),
        ("{'a': 1}", "it does not go on with “'”"),
        ("[" * (DEPTH + 1), "nested more than 64 levels deep"),
        ('{"a":' * 100_000, "nested more than 64 levels deep"),
    ],
)
def test_a_fault_is_named_with_its_line(source: str, sentence: str) -> None:
    with pytest.raises(ImportProblem) as problem:
        parse(source)
    assert sentence in str(problem.value)


def test_of_two_equal_names_the_last_counts_and_it_is_told() -> None:
    source = parse('{\n"a": 1,\n"a": 2}')
    assert bare(source.value) == {"a": 2}
    assert source.notes == ("Line 3 names “a” a second time in one place; the last one counts.",)


def test_a_number_of_a_million_digits_is_none_and_costs_nothing() -> None:
    (number,) = parse(f"[{'9' * 1_000_000}]").value  # type: ignore[misc]
    assert isinstance(number, Number)
    assert number.value is None


@pytest.mark.parametrize("written", ["NaN", "Infinity", "-Infinity", "1e999", "1.2.3", "1_000"])
def test_what_is_no_finite_number_has_no_value(written: str) -> None:
    value = Number(written, 0, len(written))
    assert value.value is None


def test_the_sketch_names_paths_and_is_empty_for_other_text() -> None:
    assert sketch('{"results": {"items": [{"type": "x"}, {"end": 1}]}}') == {
        "results",
        "results.items",
        "results.items[].type",
        "results.items[].end",
    }
    assert sketch("[00:12] Ann: Why?") == frozenset()
    assert sketch("Ann: {curly}") == frozenset()
