"""Lines of the page around an interview, and sentences that only sound like them."""

from __future__ import annotations

import pytest

from interviews.detectors.remains.page_lines import lines_within
from interviews.detectors.remains.residue import Source, residues


def page_lines_in(text: str) -> list[str]:
    return [text[one.start : one.end] for one in residues(text) if one.source is Source.PAGE]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("We left © 2024 Coast Press at noon.", "© 2024 Coast Press"),
        ("Photo by Ida Lund\nWell, we left.", "Photo by Ida Lund"),
        ("We left at noon.\nclick here to read\nThen we came.", "click here to read"),
        ("We left [photo: the quay] at noon.", "[photo: the quay]"),
        ("We left [quay.jpg] at noon.", "[quay.jpg]"),
    ],
)
def test_a_line_of_a_page_is_found(text: str, left: str) -> None:
    assert page_lines_in(text) == [left]


@pytest.mark.parametrize(
    "text",
    [
        "Newsletter: that was an idea of mine.",
        "We left.\nNewsletter: that was an idea of mine.\nThen we came.",
        "Tags: we had none then!",
        "We left (page 3) at noon.",
        "We saw Ida Lund (left) and Ben (right) there.",
        "photo albums we had",
        "By noon we left",
    ],
)
def test_what_people_say_stays(text: str) -> None:
    assert page_lines_in(text) == []


def test_a_headline_may_end_in_a_name_and_is_over_where_another_sentence_begins() -> None:
    def headlines(text: str) -> list[str]:
        return [text[start:end] for start, end in lines_within(text)]

    line = "READ MORE: Slate museum to open on"
    assert headlines(f"We left. {line} Sundays") == [f"{line} Sundays"]
    assert headlines(f"We left. {line} time We came back at noon.") == [f"{line} time"]
