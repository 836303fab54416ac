"""Whose a paragraph without a label is, where a page or a slip of a hand came between."""

from __future__ import annotations

from itertools import pairwise

import pytest

from interviews.formats.reading import read_text

TALK = "Q: Who runs the crane?\n\nA: My sister does.\n\nQ: Since when?\n\nA: Since May, I think.\n\n"


def spoken(text: str) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in read_text(TALK + text, name="a.txt").transcript.dialogue][
        4:
    ]


@pytest.mark.parametrize(
    "box", ["READ MORE: Harbour dues frozen » Coast Live", "Lesen Sie auch: Der Kran (mit Bildern)"]
)
def test_a_link_between_two_halves_of_a_sentence_is_neither_of_them(box: str) -> None:
    text = (
        f"Q: And the slipway?\n\nA: The survey said that the\n\n{box}\n\nslipway needs new piles. It does.\n"
    )
    assert spoken(text)[1:] == [
        ("A", "The survey said that the"),
        (None, box),
        (None, "slipway needs new piles. It does."),
    ]


def test_where_paragraphs_go_on_the_link_stays_a_paragraph_of_its_own() -> None:
    more = "A: It was old.\n\nIt was red.\n\nIt was tall.\n\nIt was loud.\n\nQ: Was it?\n\n"
    text = f"{more}A: The survey said that the\n\nREAD MORE: Dues frozen » Live\n\nslipway needs piles.\n"
    assert spoken(text)[-1] == (
        "A",
        "The survey said that the\n\nREAD MORE: Dues frozen » Live\n\nslipway needs piles.",
    )


def test_questions_that_lost_their_label_are_no_habit_of_the_file() -> None:
    lost = [f"And what is boat {number} called?" for number in range(3)]
    text = "".join(f"{question}\n\nA: She is called Ida {at}.\n\n" for at, question in enumerate(lost))
    assert [words for speaker, words in spoken(text) if speaker is None] == lost


def test_three_paragraphs_that_go_on_are_one() -> None:
    text = "A: It was old.\n\nIt was red.\n\nIt was tall.\n\nIt was loud, was it not?\n\nQ: Was it?\n"
    assert spoken(text)[0][1].count("\n\n") == 3


@pytest.mark.parametrize(
    "note",
    [
        "*The museum on the quay opens at ten on Sundays.*",
        "(Generator off at noon. Ida to ring the desk about it.)",
        "_The crane runs every Sunday, from ten until five._",
    ],
)
def test_a_note_behind_the_interview_is_set_aside(note: str) -> None:
    transcript = read_text(f"{TALK}{note}\n", name="a.txt").transcript
    assert (transcript.turns[-1].text, transcript.turns[-1].aside) == (
        note,
        "behind the end of the interview",
    )


@pytest.mark.parametrize("last", ["(He rises, laughing.)", "The museum on the quay opens at ten on Sundays."])
def test_what_happened_and_what_may_have_been_said_stay(last: str) -> None:
    assert not read_text(f"{TALK}{last}\n", name="a.txt").transcript.turns[-1].aside


@pytest.mark.parametrize(
    "label",
    [
        "Press officer",
        "Audience member",
        "Jo Lauritsen (student paper)",
        "Second caller",
        "THE CLERK (reading)",
    ],
)
def test_parts_written_as_words_and_words_in_brackets_are_labels(label: str) -> None:
    text = f"{label}: One last question?\n\nA: Yes.\n\n{label}: Is she well?\n\nA: She is.\n"
    assert [speaker for speaker, _ in spoken(text)] == [label, "A", label, "A"]


@pytest.mark.parametrize("words", ["One more thing", "The other answer", "My guess"])
def test_other_words_before_a_colon_are_none(words: str) -> None:
    text = f"A: Yes.\n\n{words}: it is old.\n\nQ: Is it?\n\nA: It is.\n\n{words}: it is red.\n"
    assert words not in [speaker for speaker, _ in spoken(text)]
    assert all(one != two for one, two in pairwise(speaker for speaker, _ in spoken(text)) if one and two)
