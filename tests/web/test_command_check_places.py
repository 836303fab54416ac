"""A finding is placed in the file that somebody wrote, not only in the turns that were read from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.formats.base import Piece, Reading, Use
from interviews.formats.reading import read, read_text
from interviews.management.places import Place, Places
from interviews.text.words import words
from interviews.transcript.spans import Passage, Span
from tests.builders import a_transcript
from tests.commands import ORPHANED

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.mark.parametrize("name", ["ferry.md", "lighthouse.md", "orchard.txt"])
def test_every_word_of_a_sample_stands_where_it_is_said_to_stand(name: str) -> None:
    reading = read((SAMPLES / name).read_bytes(), name=name)
    places = Places(reading)
    for turn in reading.transcript:
        for word in words(turn.text):
            passage = turn.passage(word.start, word.end)
            place = places.place(passage, passage)
            assert place.offset is not None
            assert place.length is not None
            written = reading.text[place.offset : place.offset + place.length]
            assert written == turn.text[word.start : word.end]


@given(st.data())
@settings(max_examples=60)
def test_a_passage_of_words_stands_at_its_line_and_column(data: st.DataObject) -> None:
    ending = data.draw(st.sampled_from(["\n", "\r\n", "\r", "\u2028"]))
    reading = read_text(ORPHANED.replace("\n", ending))
    turn = data.draw(st.sampled_from(reading.transcript.turns))
    start = data.draw(st.integers(0, len(turn.text) - 1))
    end = data.draw(st.integers(start + 1, len(turn.text)))
    passage = Passage(turn.key, Span(start, end))
    place = Places(reading).place(passage, passage)
    assert place.column is not None
    said = turn.text[start:end].strip()
    if said:
        line = reading.text.split(ending)[place.line - 1]
        assert line[place.column - 1 :].startswith(said)
        assert (place.end_line, place.end_column) == (place.line, place.column + len(said))


def test_a_turn_over_several_lines_ends_where_its_last_word_ends() -> None:
    reading = read_text("Ada: It was here,\n  on the left bank,\nall along.\n\nBo: Was it?\n")
    (turn, _) = reading.transcript.turns
    whole = turn.passage()
    assert Places(reading).place(whole, whole) == Place(1, 6, 3, 11, 5, 43)


def test_two_passages_run_from_the_first_to_the_last() -> None:
    reading = read_text("Ada: It was here.\n\nBo: Was it?\n\nAda: It was.\n")
    first, second, _ = reading.transcript.turns
    place = Places(reading).place(first.passage(3, 6), second.passage(0, 3))
    assert (place.line, place.column, place.end_line, place.end_column) == (1, 9, 3, 8)


def a_reading(source: str, *pieces: Piece) -> Reading:
    return Reading("made", source, "utf-8", a_transcript(("Ada", "It was & is.")), pieces)


def test_words_that_the_reader_wrote_otherwise_are_placed_at_their_turn() -> None:
    reading = a_reading("Ada: It was &amp; is.", Piece(5, 21, Use.TURN, "1"))
    passage = Passage("1", Span(9, 11))
    assert Places(reading).place(passage, passage) == Place(1, 6, 1, 22, 5, 16)


def test_a_turn_that_is_nowhere_in_the_file_is_placed_at_its_start() -> None:
    passage = Passage("1", Span(9, 11))
    assert Places(a_reading("Ada:")).place(passage, passage) == Place(1, 1, 1, 1, 0, 0)


def test_hidden_characters_and_bold_labels_move_nothing() -> None:
    reading = read_text("**Ada:** It was \u202ehere, and it it rained.\n\n**Bo:** Was it?\n", name="a.md")
    turn = reading.transcript.turns[0]
    at = turn.text.index("it it") + 3
    passage = turn.passage(at, at + 2)
    place = Places(reading).place(passage, passage)
    assert place.offset is not None
    assert reading.text[place.offset : place.offset + 11] == "it rained.\n"
