"""A time for each word: many of them take little room, and say what objects would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.base import Piece, Use
from interviews.formats.pieces import Pieces
from interviews.formats.registry import reader
from interviews.transcript.hearing import HeardWords, Word
from interviews.transcript.spans import Span

WEBVTT = reader("webvtt")
MILLISECONDS = st.integers(0, 4_000)
LINES = st.lists(
    st.tuples(
        st.lists(
            st.tuples(MILLISECONDS, st.sampled_from([" so", " we", "went ", " >>", "ing", " Bo:", "-", " "])),
            min_size=1,
            max_size=6,
        ),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)
TIMES = st.none() | st.integers(0, 9_000)
WORDS = st.lists(
    st.builds(Word, st.builds(Span, st.just(3), st.integers(3, 9)), TIMES, TIMES, st.none() | st.floats(0, 1))
)


def captions(lines: list[tuple[list[tuple[int, str]], bool]], tag: str) -> str:
    """A caption of one second for each line, with a time before each word, or before each but the first."""
    blocks = ["WEBVTT"]
    for number, (words, headed) in enumerate(lines):
        written = "".join(f"<00:00:0{at // 1000}.{at % 1000:03}><{tag}>{word}</c>" for at, word in words)
        lead = "" if headed else "There"
        blocks.append(f"00:0{number}.000 --> 00:0{number + 1}.000\n{lead}{written}")
    return "\n\n".join([*blocks, "00:09.000 --> 00:10.000\nWell."])


@given(LINES)
def test_a_line_of_nothing_but_words_and_times_is_read_as_any_line_with_tags(
    lines: list[tuple[list[tuple[int, str]], bool]],
) -> None:
    plain, classed = captions(lines, "c"), captions(lines, "c.x")  # a class is read tag by tag
    first, second = WEBVTT.read(plain), WEBVTT.read(classed)
    assert first.transcript == second.transcript
    assert first.unaccounted() == 0

    def spoken(pieces: object, text: str) -> list[tuple[str, str | None]]:
        assert isinstance(pieces, Pieces)
        return [(text[one.start : one.end], one.turn) for one in pieces if one.use is Use.TURN]

    assert spoken(first.pieces, plain) == spoken(second.pieces, classed)


def test_each_word_has_the_time_before_it_and_ends_where_the_next_begins() -> None:
    line = "they<00:00:00.480><c> pulled</c><00:00:00.800><c> hard</c>"
    reading = WEBVTT.read(f"WEBVTT\n\n00:00.160 --> 00:02.550\n{line}")
    assert list(reading.transcript.heard["1"].words) == [
        Word(Span(0, 4), 160, 480),
        Word(Span(5, 11), 480, 800),
        Word(Span(12, 16), 800, 2550),
    ]
    uses = [(reading.text[one.start : one.end], one.use.value) for one in reading.pieces][2:]
    assert uses == [
        ("they", "turn"),
        ("<00:00:00.480><c>", "time"),
        (" pulled", "turn"),
        ("</c><00:00:00.800><c>", "time"),
        (" hard", "turn"),
        ("</c>", "markup"),
    ]


@given(WORDS, WORDS, st.integers(0, 5))
def test_words_kept_as_numbers_are_the_words(some: list[Word], more: list[Word], by: int) -> None:
    kept = HeardWords(some)
    kept.take(HeardWords(more), by)
    moved = [Word(word.span.shifted(by), word.start, word.end, word.confidence) for word in more]
    assert kept == (*some, *moved)
    assert (*some, *moved) == kept
    assert kept[1:] == (*some, *moved)[1:]
    assert hash(kept) == hash(HeardWords(kept))
    with pytest.raises(IndexError):
        kept[len(kept)]


@given(st.lists(st.tuples(st.integers(0, 50), st.sampled_from(Use), st.sampled_from([None, "1"]))))
def test_pieces_kept_as_numbers_are_the_pieces_in_the_order_of_the_source(
    told: list[tuple[int, Use, str | None]],
) -> None:
    kept = Pieces()
    for start, use, turn in told:
        kept.add(start, start + 1, use, turn)
    expected = sorted(
        (Piece(start, start + 1, use, turn) for start, use, turn in told), key=lambda one: one.start
    )
    assert kept.order() == expected
    assert [kept[place] for place in range(len(kept))] == expected
    assert kept[-1:] == tuple(expected[-1:])
