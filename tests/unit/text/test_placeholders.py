"""A label that stands where a name will is told from a name, and from a part that is meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interviews.text.placeholders import is_placeholder, names_nobody, unnamed
from interviews.transcript.turns import Role, Speaker
from tests.builders import a_transcript


@pytest.mark.parametrize(
    "label",
    [
        *("S. 1", "S1", "Speaker 1", "SPEAKER_00", "spk_0", "Speaker A", "Speaker", "The speaker"),
        *(
            "Unknown",
            "Unknown Speaker",
            "Unidentified male",
            "Interviewer 2",
            "Host 1",
            "Guest",
            "A",
            "1",
            "???",
        ),
        *("Sprecher 2", "Intervenante 1", "Hablante", "说话人1", "発言者 2", "Audience member 3", "ch_0"),
    ],
)
def test_a_placeholder(label: str) -> None:
    assert is_placeholder(label)


@pytest.mark.parametrize(
    "label",
    [
        *("Ada Field", "Christopher Guest", "Editor", "Interviewer", "The Moderator", "Q", "Audience member"),
        *("J", "J. R.", "Henry 8", "R2-D2", "Speaker Pelosi", "Dr. Solheim", "Reporter", "王芳", "المحرر"),
    ],
)
def test_no_placeholder(label: str) -> None:
    assert not is_placeholder(label)


@pytest.mark.parametrize(
    "label",
    [
        *("Editor", "The Interviewer", "Host", "Co-host", "Q", "Newsroom", "MODERATOR", "Speaker 1"),
        *(
            "Redaktion",
            "Die Moderatorin",
            "Interviewerin",
            "Frage",
            "Rédaction",
            "La journaliste",
            "Animateur",
        ),
    ],
)
def test_a_part_is_no_author(label: str) -> None:
    assert names_nobody(label)


@pytest.mark.parametrize(
    "label", ["Ada Field", "Christopher Guest", "Q. Host-Adair", "La Rue", "Le", "J", "Sky News"]
)
def test_a_name_that_holds_the_word_of_a_part_is_one(label: str) -> None:
    assert not names_nobody(label)


def test_whoever_speaks_without_a_name_is_told_once_and_a_name_in_full_counts() -> None:
    spoken = a_transcript(
        ("Speaker 2", "Why?"),
        ("Speaker 1", "So."),
        ("Speaker 2", "Oh?"),
        (None, "No."),
        ("Speaker 3", "Yes."),
    )
    named = replace(spoken, speakers=(Speaker("Speaker 1", Role.GUEST, "Ada Field"),))
    aside = replace(named.turns[-1], aside="said twice")
    assert unnamed(named) == ["Speaker 2", "Speaker 3"]
    assert unnamed(replace(named, turns=(*named.turns[:-1], aside))) == ["Speaker 2"]
