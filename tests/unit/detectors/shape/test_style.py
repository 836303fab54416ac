"""How a transcript is written."""

from __future__ import annotations

from collections import Counter

import pytest

from interviews.detectors.analysis import Analysis
from interviews.detectors.shape.style import Style, ends_open, features, is_stage_note
from tests.builders import a_transcript


def style_of(*said: str, speaker: str | None = "Ada") -> Style:
    return Analysis(a_transcript(*((speaker, text) for text in said))).style


def test_shares_are_of_all_turns_and_of_few_turns_they_say_little() -> None:
    assert style_of("we went.", "We came.", "We saw.").lower_turns == 1 / 5
    assert style_of(*["we went."] * 3, *["We came."] * 7).lower_turns == 3 / 10
    assert style_of(*["We all went there again"] * 10).open_ends == 10 / 25
    assert style_of(*["We all went there again"] * 10, *["We all came here again."] * 30).open_ends == 1 / 4
    assert Style(0, 0, Counter()).labelled == 0
    assert Style(8, 6, Counter()).labelled == 6 / 8


def test_a_short_turn_may_end_without_a_mark() -> None:
    assert list(features("We went there yesterday")) == []
    assert list(features("We all went there yesterday")) == ["long", "open"]
    assert list(features("we all went there, “yesterday”.")) == ["long", "lower", "“", "”"]


@pytest.mark.parametrize(
    ("said", "quotes"),
    [
        ('She said “no” and “yes”, not "perhaps".', ("“", "”")),
        ('She said "no" and "yes", not “perhaps”.', ('"', '"')),
        ("Sie sagte „nein“ und „ja“.", ("„", "“")),
        ("Elle a dit « non ».", ("«", "»")),
        ("It's hers.", ('"', '"')),
        ("It’s hers.", ("“", "”")),
        ("It is hers.", ("“", "”")),
    ],
)
def test_quotes_are_those_that_are_used_most_or_go_with_the_apostrophe(
    said: str, quotes: tuple[str, str]
) -> None:
    assert style_of(said).quotes == quotes


def test_each_mark_counts_as_often_as_it_stands() -> None:
    assert style_of("It's", "it’s, it’s").apostrophe == "’"
    assert style_of("It's, it's", "it’s").apostrophe == "'"


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("so it went", True),
        ("in 1990 ", True),
        ("it went,", False),
        ("“so”", False),
        ("it went.²", False),
        ("so it went³", True),
        ("", False),
    ],
)
def test_a_text_ends_open_at_a_letter_or_a_digit(text: str, is_open: bool) -> None:
    assert ends_open(text) is is_open


@pytest.mark.parametrize(
    ("text", "is_note"),
    [
        ("[laughter]", True),
        ("(applause) [music].", True),
        ("[laughter] So.", False),
        ("*[Music]*", True),
        ("*so*", True),
        ("", False),
    ],
)
def test_a_stage_note_is_nothing_but_brackets(text: str, is_note: bool) -> None:
    assert is_stage_note(text) is is_note
