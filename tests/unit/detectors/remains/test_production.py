"""What those who make an interview write to each other, and what people say in the same words."""

from __future__ import annotations

import pytest

from interviews.detectors.remains.residue import Source, residues


def notes_in(text: str) -> list[str]:
    return [text[one.start : one.end] for one in residues(text) if one.source is Source.PRODUCTION]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("We left (CUT TO: the quay) at noon.", "(CUT TO: the quay)"),
        ("We left (please check the name) at noon.", "(please check the name)"),
        ("We left [source?] at noon.", "[source?]"),
        ("We left [Chapter 3] at noon.", "[Chapter 3]"),
        ("We left [Ed: at one] at noon.", "[Ed: at one]"),
        ("We left.\nChapter 3\nThen we came.", "Chapter 3"),
        ("We left.\n* end of tape *\nThen we came.", "* end of tape *"),
        ("We left.\nEND OF TAPE\nThen we came.", "END OF TAPE"),
        ("We left TKTK boats at noon.", "TKTK"),
        ("We left. TODO: check the name Then we came.", "TODO: check the name"),
    ],
)
def test_a_note_is_found(text: str, left: str) -> None:
    assert notes_in(text) == [left]


@pytest.mark.parametrize(
    "text",
    [
        "We played it from tape (MAZ) at noon.",
        "We left (chapter 3) at noon.",
        "We left [unintelligible] at noon.",
        "We left.\nchapter 3\nThen we came.",
        "We left.\nend of tape\nThen we came.",
        "We left in Chapter 3 Then we came.",
        "We left a TODO check behind.",
        "Ed: at one we left.",
        "SOT was the name of the boat.",
        "We left.\n// it only feels longer //\nThen we came.",
    ],
)
def test_what_people_say_is_no_note(text: str) -> None:
    assert notes_in(text) == []
