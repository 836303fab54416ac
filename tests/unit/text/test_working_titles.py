"""Titles that were not written for readers."""

from __future__ import annotations

import pytest

from interviews.text.working_titles import for_colleagues


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("TRANSCRIPT — DRAFT v3 (DO NOT SHARE)", ["DRAFT v3", "DO NOT SHARE"]),
        ("Untitled interview", ["Untitled interview"]),
        ("moths-final.docx", ["moths-final.docx"]),
        ("Moths v2", ["v2"]),
        ("Copy of Moths", ["Copy of"]),
        ("The moth counter – not for publication", ["not for publication"]),
        ("Moths, draft 2", ["draft 2"]),
    ],
)
def test_what_is_for_colleagues_is_told(title: str, words: list[str]) -> None:
    assert for_colleagues(title) == words


@pytest.mark.parametrize(
    "title",
    [
        "On bridges",
        "What the night tram forgets",
        "The draft that saved the river",
        "Final whistle: a referee looks back",
        "“I keep confidence”: a doctor on secrets",
        "Vincent V. on boats",
        "The end of the oil embargo",
        "A copy of a copy",
        "Strictly confidential: a court reporter looks back",
        "V2 rockets and the village that built them",
        "Under embargo: how a port lives without ships",
        "NATO, TTIP and the village",
    ],
)
def test_a_title_for_readers_is_let_pass(title: str) -> None:
    assert for_colleagues(title) == []
