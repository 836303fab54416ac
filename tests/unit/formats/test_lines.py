"""Lines end in many ways, and what cannot be seen is taken out without being lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.base import Piece, Use
from interviews.formats.lines import Hidden, count_lines, line_at, line_starts, split_lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    lines = list(split_lines(f"one{end}{end} two "))
    assert [(line.number, line.text) for line in lines] == [(1, "one"), (2, ""), (3, "two")]


def test_a_line_knows_where_it_stands_without_its_white_space() -> None:
    text = "a\r\n\t bc \r\n"
    (_, line, _) = split_lines(text)
    assert text[line.start : line.end] == "bc"
    assert line_at(line_starts(text), line.start) == line.number == 2


@given(st.text(alphabet="a\n\r\u2028\u2029\x0b", max_size=30))
def test_lines_are_counted_as_they_are_split(text: str) -> None:
    assert count_lines(text) == len(line_starts(text)) == len(list(split_lines(text)))


@pytest.mark.parametrize("hidden", ["\x01", "\x7f", "\u202e", "\u2069", "\U000e0041"])
def test_a_character_that_cannot_be_seen_is_markup_and_no_part_of_the_words(hidden: str) -> None:
    found = Hidden(f"ab{hidden}cd")
    assert found.seen == "abcd"
    assert list(found.restored([Piece(0, 4, Use.TURN, "1")])) == [
        Piece(0, 2, Use.TURN, "1"),
        Piece(2, 3, Use.MARKUP),
        Piece(3, 5, Use.TURN, "1"),
    ]


def test_the_flag_of_wales_keeps_its_tags() -> None:
    flag = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
    assert Hidden(flag).seen == flag


@given(st.text(alphabet="ab \x01\u202a", max_size=30))
def test_pieces_of_what_is_seen_come_back_at_their_places(text: str) -> None:
    hidden = Hidden(text)
    pieces = [Piece(at, at + 1, Use.TURN, "1") for at, letter in enumerate(hidden.seen) if letter != " "]
    restored = list(hidden.restored(pieces))
    assert [text[piece.start] for piece in restored] == [letter for letter in text if letter != " "]
    assert [piece.start for piece in restored] == sorted({piece.start for piece in restored})
