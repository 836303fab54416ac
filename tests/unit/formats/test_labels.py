"""What may be a label at the start of a line."""

from __future__ import annotations

import time

import pytest

from interviews.formats.labels import label_at
from interviews.formats.times import milliseconds


@pytest.mark.parametrize(
    ("line", "name", "words"),
    [
        ("**Editor:** Hello", "Editor", "Hello"),
        ("**Dr. Hart**: Hello", "Dr. Hart", "Hello"),
        ("__Jo Ann:__ Hello", "Jo Ann", "Hello"),
        ("Jo Hart: Hello", "Jo Hart", "Hello"),
        ("HART: Hello", "HART", "Hello"),
        ("SPEAKER_00: Hello", "SPEAKER_00", "Hello"),
        ("Jo Hart (JH): Hello", "Jo Hart (JH)", "Hello"),
        ("Ana de la Cruz: Hello", "Ana de la Cruz", "Hello"),
        ("[Jo]: Hello", "Jo", "Hello"),
        ("Q: Hello", "Q", "Hello"),
        ("A. Hello", "A", "Hello"),
        ("**Q.** Hello", "Q", "Hello"),
        ("**A – **Hello", "A", "Hello"),
        ("A — Hello", "A", "Hello"),
        ("Jo:", "Jo", ""),
        ("Prof. Hart::  Hello", "Prof. Hart", "Hello"),
        ("JH>> Hello", "JH", "Hello"),
        ("記者：こんにちは", "記者", "こんにちは"),
        ("Жанна: Привет", "Жанна", "Привет"),
    ],
)
def test_a_label_is_told_from_the_words_behind_it(line: str, name: str, words: str) -> None:
    label = label_at(line, emphasis=True)
    assert label is not None
    assert (label.name, label.span.of(line), line[label.rest :].strip()) == (name, name, words)


@pytest.mark.parametrize(
    "line",
    [
        "The answer is simple: we went home",
        "https://example.org/a",
        "At 10:30 we left",
        "It is. So he: went",
        "Really? Jo: yes",
        "x" * 10_000 + ": hello",
        "One Two Three Four Five Six Seven: too many words",
        "**Interview with Jo Hart, Harbour Master**",
        "[00:75] Jo: no such time",
        "Jo:Hart",
        "std::vector: what it is for",
        "File > Open",
        ">> Hello",
        "x >>= 2",
        "(See below: the map)",
    ],
)
def test_a_sentence_or_an_address_is_no_label(line: str) -> None:
    assert label_at(line, emphasis=True) is None


def test_stars_are_plain_characters_where_nothing_is_emphasised() -> None:
    assert label_at("**Editor:** Hello", emphasis=False) is None


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("[00:12:34] Jo: x", 754_000, None),
        ("(00:12) **Jo:** x", 12_000, None),
        ("00:12:34 Jo: x", 754_000, None),
        ("Jo (00:12): x", 12_000, None),
        ("Jo [1:02:03.5]: x", 3_723_500, None),
        ("**Jo** (0:12): x", 12_000, None),
        ("Jo: [00:12] x", 12_000, None),
        ("Jo: \\[00:12\\] x", 12_000, None),
        ("Jo: 00:12", 12_000, None),
        ("Jo Hart 0:12", 12_000, None),
        ("[00:12 - 00:15] Jo: x", 12_000, 15_000),
        ("Jo: 10:30 was the time", None, None),
    ],
)
def test_a_time_beside_the_label_is_taken_in_either_order(
    line: str, start: int | None, end: int | None
) -> None:
    label = label_at(line, emphasis=True)
    assert label is not None
    assert label.times == (start, end)


def test_minutes_may_pass_the_hour_but_seconds_may_not_pass_the_minute() -> None:
    assert milliseconds("75:03") == 4_503_000
    assert milliseconds("3:75") is None


@pytest.mark.parametrize("line", ["**a" + " " * 500, "[0:00 " * 100, "a " * 300, "(" * 500, "1:00" * 200])
def test_no_line_takes_long_to_look_at(line: str) -> None:
    before = time.process_time()
    label_at(line, emphasis=True)
    assert time.process_time() - before < 0.1
