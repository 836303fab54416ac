"""The newsroom's own JSON loses nothing, keeps to its schema, and is refused in a sentence when damaged."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from interviews.formats.base import ImportProblem, Use
from interviews.formats.exporting import export
from interviews.formats.json_values import unescaped
from interviews.formats.newsroom_data import document_from_data, document_to_data
from interviews.formats.reading import read
from interviews.formats.writing import Document
from interviews.transcript.hearing import Heard, Word
from interviews.transcript.spans import Span
from interviews.transcript.turns import Turn
from tests.builders import a_transcript
from tests.unit.formats.strategies import documents

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "docs" / "newsroom-json.schema.json").read_text(encoding="utf-8"))
SAMPLE = ROOT / "tests" / "samples" / "newsroom" / "bell_founders.newsroom.json"

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(documents())
def test_nothing_is_lost(document: Document) -> None:
    assert document_from_data(json.loads(export(document, "newsroom"))) == document


@given(documents())
def test_what_is_written_keeps_to_the_schema_and_can_stand_in_a_page(document: Document) -> None:
    data = export(document, "newsroom")
    Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(
        json.loads(data)
    )
    assert b"<" not in data
    assert all(character.isprintable() or character == "\n" for character in data.decode())


@given(documents())
def test_read_in_it_is_the_same_interview_with_new_keys(document: Document) -> None:
    data = export(document, "newsroom")
    told = document.transcript
    if not any(turn.text.strip() for turn in told):
        with pytest.raises(ImportProblem, match="There is nothing to read here"):
            read(data)
        return
    reading = read(data)
    keys = {turn.key: str(number) for number, turn in enumerate(told, start=1)}
    assert reading.format_id == "newsroom"
    assert reading.transcript == replace(
        told,
        turns=tuple(replace(turn, key=keys[turn.key]) for turn in told),
        heard={keys[key]: heard for key, heard in told.heard.items()},
    )
    assert (reading.standfirst, reading.recorded_on) == (document.standfirst, document.recorded_on)
    assert reading.filing == document.filing
    assert reading.unaccounted() == 0
    held = {turn.key: "" for turn in reading.transcript}
    for piece in reading.pieces:
        if piece.use in (Use.TURN, Use.ASIDE):
            held[piece.turn or ""] += unescaped(reading.text[piece.start : piece.end])
    assert held == {turn.key: turn.text for turn in reading.transcript}


def test_the_sample_is_read_as_it_is_meant() -> None:
    reading = read(SAMPLE.read_bytes(), name=SAMPLE.name)
    assert [(turn.speaker, turn.text, turn.start, turn.aside) for turn in reading.transcript] == [
        (None, "A town and its bells.", None, ""),
        ("Imke", "How long does a bell <ring>?", 0, ""),
        ("Paul", "Longer than I shall.\n\n“The one in Ambry” is from 1612.", 2_500, ""),
        ("Paul", "Longer than I shall.", 9_000, "said twice"),
    ]
    assert reading.transcript.heard["2"].words[0] == Word(Span(0, 3), 0, 210, 0.93)
    assert reading.notes == ("What a recogniser told of turns that are gone is left out: 1.",)
    assert reading.sure == "it says that it is the newsroom’s own"


GOOD = {"format": "newsroom/1", "turns": [{"key": "a", "text": "Why?"}]}


def changed(**values: Any) -> dict[str, Any]:
    return {**GOOD, **values}


def a_turn(**values: Any) -> dict[str, Any]:
    return changed(turns=[{"key": "a", "text": "Why?", **values}])


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (changed(format="newsroom/2"), "in the format “newsroom/2”; this program reads “newsroom/1”"),
        (changed(turns=3), "“turns” must be a list."),
        (changed(turns=[3]), "Turn 1 must be an object with “key” and “text”."),
        (changed(turns=[{"key": "a"}]), "Turn 1: “text” must be a text."),
        (changed(turns=[{"key": "a", "text": "x"}] * 2), "Two turns have the same “key”"),
        (a_turn(start=-1), "Turn 1: “start” must be a whole number of milliseconds"),
        (a_turn(end=1.5), "Turn 1: “end” must be a whole number"),
        (a_turn(start=True), "Turn 1: “start” must be a whole number"),
        (a_turn(start=2**53), "Turn 1: “start” must be a whole number"),
        (a_turn(part="intro"), "Turn 1: “part” cannot be “intro”."),
        (a_turn(part=["intro"]), "Turn 1: “part” cannot be “['intro']”."),
        (a_turn(text="\ud800"), "Turn 1: “text” holds a NUL character or half of a character"),
        (a_turn(text="a\0b"), "Turn 1: “text” holds a NUL character"),
        (a_turn(speaker="x" * 201), "Turn 1: “speaker” has 201 characters; at most 200 fit."),
        (changed(speakers=[{"role": "guest"}]), "Speaker 1: “name” must be a text."),
        (changed(speakers=[{"name": "a", "role": "boss"}]), "Speaker 1: “role” cannot be “boss”."),
        (changed(language="x" * 36), "“language” has 36 characters; at most 35 fit."),
        (changed(recorded_on="yesterday"), "“recorded_on” must be a date"),
        (changed(series="x" * 101), "“series” has 101 characters; at most 100 fit."),
        (changed(series_number=0), "“series_number” must be a whole number from 1"),
        (changed(topics=["a", 3]), "Topic 2: “topics” must be a text."),
        (changed(heard={"a": {"text": "x", "words": [[0, 9, 0, 1, 1]], "segments": []}}), "under “heard”"),
        (changed(heard={"a": {"text": "x", "words": [[0, 1]], "segments": [[1]]}}), "under “heard”"),
        (changed(heard=[]), "under “heard”"),
    ],
)
def test_what_is_damaged_is_told_with_its_place(data: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ImportProblem) as problem:
        read(json.dumps(data).encode(), format_id="newsroom")
    assert sentence in str(problem.value)


def test_a_file_that_breaks_off_is_told_so() -> None:
    data = export(Document(a_transcript(("Ann", "Why?"))), "newsroom")
    with pytest.raises(ImportProblem, match="breaks off"):
        read(data[:-40], format_id="newsroom")


@given(JSON, st.sampled_from(["turns", "speakers", "heard", "title", "recorded_on", "language"]))
def test_any_value_in_any_place_is_read_or_refused(value: object, name: str) -> None:
    for data in (changed(**{name: value}), value, changed(turns=[value]), a_turn(start=value, part=value)):
        try:
            read(json.dumps(data).encode(), format_id="newsroom")
        except ImportProblem as problem:
            assert str(problem).endswith(".")  # noqa: PT017 - which sentence it is depends


def test_names_that_are_not_known_are_passed_over() -> None:
    assert document_from_data(changed(series="Bridges")).transcript.turns == (Turn("a", "Why?"),)


def test_an_empty_document_is_written_under_its_names() -> None:
    empty = Document(a_transcript())
    assert document_to_data(empty)["turns"] == []
    told = replace(empty.transcript, heard={"x": Heard("gone")})
    assert document_to_data(Document(told))["heard"] == {"x": {"text": "gone", "words": [], "segments": []}}
