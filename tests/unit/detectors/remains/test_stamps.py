"""What prints, word processors and mail leave in a text."""

from __future__ import annotations

import pytest

from interviews.detectors.remains.residue import Source, residues


def stamps_in(text: str) -> list[str]:
    return [text[one.start : one.end] for one in residues(text) if one.source is Source.PROGRAM]


@pytest.mark.parametrize(
    "stamp",
    [
        "Printed 9/12/2019 14:46",
        "Printed on 9 December 2019",
        "Downloaded: 2024-03-12",
        "Retrieved March 12, 2024",
        "Gedruckt am 12.03.2024 um 14:46 Uhr",
        "Imprimé le 12/03/2024 à 14:46",
        "12/03/2024, 14:46",
        "3/12/24, 2:46 PM",
        "12.03.2024 14:46:10",
        "Formatted: Font: 11 pt",
        "Formatted: Font: Bold, Not Italic",
        "Formatted: Font: (Default) Times New Roman, 12 pt",
        "Formatted: Indent: Left: 0.5 cm",
        "Formatiert: Schriftart: Fett",
        "Mis en forme : Police : 11 pt",
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
        "---------- Forwarded message ---------",
    ],
)
def test_a_stamp_is_found_in_the_middle_of_what_is_said(stamp: str) -> None:
    assert stamps_in(f"We sold it then. {stamp} And they left.") == [stamp]
    assert stamps_in(f"and we {stamp} sold it then.") == [stamp]


@pytest.mark.parametrize(
    "said",
    [
        "It was printed on 9 December 2019.",
        "On 12/03/2024 we met, and at 14:46 we left.",
        "The score was 2/3 at 14:46.",
        "We printed 12 of them in 2019.",
        "They formatted: fonts and all.",
        "He sent it from my iPhone.",
        "Comment by all means.",
    ],
)
def test_who_speaks_of_dates_and_fonts_is_let_pass(said: str) -> None:
    assert stamps_in(said) == []
