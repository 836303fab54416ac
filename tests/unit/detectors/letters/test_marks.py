"""Which marks have no mate, and which of several straight quotes is one too many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.detectors.letters.marks import DEEPEST, Mark, marks_of, unmatched


def alone(text: str) -> list[str]:
    """The marks without a mate, each with its place."""
    return [f"{mark.char}{mark.at}" for mark in unmatched(text, marks_of(text))[1]]


def mixed(text: str) -> list[str]:
    return [text[one.at : two.at + 1] for one, two in unmatched(text, marks_of(text))[0]]


def worth(quotes: list[Mark]) -> tuple[int, int]:
    """How many quotes look otherwise than they stand, and how long the quoted passages are together."""
    wrong = sum(mark.looks not in ("", "close" if place % 2 else "open") for place, mark in enumerate(quotes))
    return wrong, sum(quotes[place].at - quotes[place - 1].at for place in range(1, len(quotes), 2))


@given(st.text('ab  "', min_size=1, max_size=40))
def test_the_quote_too_many_is_the_first_without_which_the_others_fit_best(text: str) -> None:
    quotes = [mark for mark in marks_of(text) if mark.char == '"']
    left_out = [(worth(quotes[:place] + quotes[place + 1 :]), place) for place in range(len(quotes))]
    expected = [f'"{quotes[min(left_out)[1]].at}'] if len(quotes) % 2 else []
    assert alone(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He " a " or so much of it " all.', ['"26']),
        ('He " or so much of it " a " all.', ['"3']),
        ('"One" and "two" and 27" of it', []),
        ("(a [b) c]", []),
        ("(a", ["(0"]),
        ("ab)", [")2"]),
        ("(a (b) c", ["(0"]),
        ("“a\n“b”", []),
        ("“a\n“b” c”", ["”8"]),
        ("“a “b”", ["“0"]),
        ("(a\n(b)", ["(0"]),
        ("„a“ “b”", []),
        ("„a” «b»", []),
        ("(" * DEEPEST + "a", [f"({place}" for place in range(DEEPEST)]),
        ("(" * (DEEPEST + 1) + "a", []),
    ],
)
def test_each_opening_mark_is_closed_by_the_next_of_its_kind(text: str, expected: list[str]) -> None:
    assert alone(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(a] b", ["(a]"]),
        ("(a] [b)", []),
        ("«a” «b”", ["«a”", "«b”"]),
        ('"a» b', ['"a»']),
        ('«a" b', ['«a"']),
        ("a] (b", []),
    ],
)
def test_a_mark_closed_by_another_kind_is_a_mixed_pair(text: str, expected: list[str]) -> None:
    assert mixed(text) == expected


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ('"a"', ["open", "close"]),
        ('a "b", c', ["open", "close"]),
        ('a " b', [""]),
        ('a"b', [""]),
        ('—"b"—', ["open", "close"]),
        ("(“b”)", ["open", "open", "close", "close"]),
        ('"', [""]),
        ('a "', [""]),
        ('" a', [""]),
    ],
)
def test_its_neighbours_tell_whether_a_mark_opens_or_closes(text: str, looks: list[str]) -> None:
    assert [mark.looks for mark in marks_of(text)] == looks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("a :) b", ""),
        ("a :-( b", ""),
        ("a (: b", ""),
        ("a) one b) two 12) three iv) four", ""),
        ("in [0, 1) and (2,3]", ""),
        ('a 15½" collar and 8½" by 5\' 8¼"', ""),
        ("abc) 123)", "))"),
        ("[one, two three)", "[)"),
    ],
)
def test_smileys_points_and_intervals_hold_no_marks(text: str, marks: str) -> None:
    assert "".join(mark.char for mark in marks_of(text)) == marks
