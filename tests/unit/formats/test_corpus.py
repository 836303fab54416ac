"""Many transcripts in one file, a line of JSON each."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from interviews.formats.base import ImportProblem
from interviews.formats.corpus import read_corpus
from interviews.transcript.turns import Part, Role

SEED = Path(__file__).parents[4] / "shared" / "corpus" / "seed.jsonl"


def line(*turns: tuple[str | None, str], name: str = "one") -> str:
    return json.dumps({"id": name, "turns": [{"speaker": who, "text": text} for who, text in turns]})


def test_turns_keep_their_numbers_and_their_text_to_the_letter() -> None:
    ((name, transcript),) = read_corpus([line(("Ann", " Why?\x07 "), (None, "So."), ("", "Yes"))])
    assert name == "one"
    assert [(turn.key, turn.speaker, turn.text) for turn in transcript] == [
        ("0", "Ann", " Why?\x07 "),
        ("1", None, "So."),
        ("2", None, "Yes"),
    ]


def test_what_stands_before_the_first_label_is_background_and_stands() -> None:
    ((_, transcript),) = read_corpus(
        [
            line(
                (None, "An article."),
                (None, "#coast #storm"),
                (None, "**Interview with Jo Hart, Pilot on the storm**"),
                ("Editor", "Why?"),
                ("Hart", "So."),
                (None, "Or so."),
            )
        ]
    )
    parts = [turn.part for turn in transcript]
    assert parts == [Part.BACKGROUND] * 3 + [Part.DIALOGUE] * 3
    assert len(transcript.standing) == 6
    assert transcript.title == "Interview with Jo Hart, Pilot on the storm"
    guest = transcript.speaker("Hart")
    assert guest is not None
    assert (guest.role, guest.description) == (Role.GUEST, "Pilot")


def test_without_any_label_all_is_dialogue() -> None:
    ((_, transcript),) = read_corpus([line((None, "One."), (None, "Two."))])
    assert {turn.part for turn in transcript} == {Part.DIALOGUE}


def test_lines_are_read_one_at_a_time() -> None:
    endless = (line(("Ann", "Why?"), name=f"t{number}") for number in count())
    transcripts = read_corpus(endless)
    assert [next(transcripts)[0], next(transcripts)[0]] == ["t0", "t1"]


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ("{", "Line 3: it is not JSON"),
        ("[1]", "Line 3: it must be an object"),
        ("[" * 100_000, "Line 3: it is no"),
        ('{"turns": []}', "Line 3: “id” must be a text"),
        ('{"id": "x", "turns": 1}', "Line 3: “turns” must be a list"),
        ('{"id": "x", "turns": [{"speaker": null}]}', "Line 3: turn 0 must have a “text”"),
        ('{"id": "x", "turns": [{"speaker": 1, "text": ""}]}', "Line 3: the “speaker” of turn 0"),
        ('{"id": "x", "turns": [{"text": "\\ud800"}]}', "Line 3: turn 0 holds half of a character"),
        ('{"id": "x", "turns": [{"text": "\\u0000"}]}', "Line 3: turn 0 holds a NUL"),
        (line(("x" * 10_000, "Why?")), "has 10,000 characters"),
        (b'\xff{"id": "x"}', "Line 3: it is not UTF-8"),
    ],
)
def test_a_bad_line_is_named_by_its_number(bad: Any, sentence: str) -> None:
    transcripts = read_corpus([line(("Ann", "Why?")), "\n", bad])
    next(transcripts)
    with pytest.raises(ImportProblem) as problem:
        next(transcripts)
    assert sentence in str(problem.value)


@pytest.mark.skipif(not SEED.exists(), reason="the corpus is not beside this checkout")
def test_the_seed_in_the_corpus_has_five_turns_of_background() -> None:
    with SEED.open("rb") as lines:
        ((_, transcript),) = read_corpus(lines)
    assert [turn.key for turn in transcript.background] == ["0", "1", "2", "3", "4"]
    assert len(transcript.dialogue) == 18
