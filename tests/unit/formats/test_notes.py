"""What the writer of an interview put between the turns and behind them."""

from __future__ import annotations

import pytest

from interviews.formats.reading import read_text
from interviews.transcript.turns import Part, Turn

TALK = "Ida: The quay is old.\n\nOlav: How old?\n\nIda: Older than the church.\n\nOlav: Who built it?\n\n"
ANSWER = "Ida: Monks did.\n"


def turns(text: str) -> list[Turn]:
    reading = read_text(text, name="a.txt")
    assert reading.unaccounted() == 0
    return list(reading.transcript.turns)


@pytest.mark.parametrize(
    "note",
    [
        "(They did. The clerk says there is a stone about it.)",
        "*(A boy of about ten asks the two for the boat hook.)*",
        '(She shows a card. It reads: "Dear Ida, the quay [sic] is mine.")',
        "*Sitting suspended for a vote.*",
        "*On resuming—*",
    ],
)
def test_a_scene_between_the_turns_is_background(note: str) -> None:
    told = turns(f"{TALK}{note}\n\n{ANSWER}")[4]
    assert (told.text, told.speaker, told.part, told.aside) == (note, None, Part.BACKGROUND, "")


def test_it_is_so_where_paragraphs_go_on_too() -> None:
    more = "Ida: It was long.\n\nIt was wide.\n\nIt was high.\n\nIt was steep.\n\n"
    note = "(A boy of about ten asks the two for the boat hook.)"
    assert [turn.text for turn in turns(f"{TALK}{more}{note}\n\n{ANSWER}")][4:] == [
        "It was long.\n\nIt was wide.\n\nIt was high.\n\nIt was steep.",
        note,
        "Monks did.",
    ]


@pytest.mark.parametrize("note", ["(laughter)", "(He rises, laughing.)", "*(points at the quay)*"])
def test_what_happened_at_a_moment_stays_among_the_turns(note: str) -> None:
    told = turns(f"{TALK}{note}\n\n{ANSWER}")[4]
    assert (told.text, told.speaker, told.part) == (note, None, Part.DIALOGUE)


@pytest.mark.parametrize(
    "words",
    [
        "*There is a stone there, and it has a name on it.*",
        "[PHOTO: the quay in May, with the two of them. Ask the desk]",
    ],
    ids=["what was played or read out", "what a desk left"],
)
def test_italics_and_square_brackets_may_be_anything_between_labels(words: str) -> None:
    assert turns(f"{TALK}{words}\n\n{ANSWER}")[4].part is Part.DIALOGUE


def test_what_a_colon_announces_is_said() -> None:
    verse = "(O quay, O quay, the tide goes out and so shall we.)"
    assert turns(f"{TALK}Ida: There is a verse:\n\n{verse}\n\n{ANSWER}")[5].part is Part.DIALOGUE


@pytest.mark.parametrize(
    "last",
    [
        "Of 61 people who answered, 34 were for.",
        "Ida Holm’s book is out in May.",
        "Court rose at 3.25 pm.",
        "This conversation has been edited for length.",
    ],
)
def test_a_last_paragraph_about_others_is_background(last: str) -> None:
    told = turns(f"{TALK}{ANSWER}\n{last}\n")[-1]
    assert (told.text, told.speaker, told.part, told.aside) == (last, None, Part.BACKGROUND, "")


@pytest.mark.parametrize(
    "last",
    [
        "older than the church and the school.",
        "The stones were older than the",
        "The stones were older than we thought.",
        "The stones were older than I’d thought.",
        "And the stones were older than the church.",
        "Were the stones older than the church?",
        "So it goes.",
    ],
)
def test_a_last_paragraph_that_may_have_been_said_stays(last: str) -> None:
    assert turns(f"{TALK}{ANSWER}\n{last}\n")[-1].part is Part.DIALOGUE


def test_behind_a_turn_that_breaks_off_the_last_paragraph_stays() -> None:
    assert turns(f"{TALK}Ida: The stone says that\n\nMonks built it in May.\n")[-1].part is Part.DIALOGUE


def test_where_paragraphs_go_on_the_last_one_does() -> None:
    more = "Ida: It was long.\n\nIt was wide.\n\nIt was high.\n\n"
    assert turns(f"{TALK}{more}The stones were older than the church.\n")[-1].part is Part.DIALOGUE


def test_in_a_language_whose_verbs_need_no_pronoun_the_last_paragraph_stays() -> None:
    talk = "Ida: ¿Por qué no lo sabe?\n\nOlav: No lo sé, pero es muy viejo.\n\n" * 3
    assert turns(f"{talk}Abrimos el muelle a las ocho de la mañana.\n")[-1].part is Part.DIALOGUE


def test_the_formal_you_of_german_was_said() -> None:
    talk = "Ida: Warum ist das nicht die Mole?\n\nOlav: Ich weiß es nicht, aber sie ist alt.\n\n" * 3
    assert turns(f"{talk}Die Stiefel können Sie draußen stehen lassen.\n")[-1].part is Part.DIALOGUE
    assert turns(f"{talk}Die Mole ist ab Mai wieder offen.\n")[-1].part is Part.BACKGROUND


def test_a_line_in_capitals_between_the_turns_is_a_heading_and_a_scene_follows_it() -> None:
    told = turns(f"{TALK}UP THE STAIRS\n\nThe office is warm and smells of tar.\n\n{ANSWER}")
    assert (told[4].text, told[4].aside) == ("UP THE STAIRS", "heading")
    assert (told[5].speaker, told[5].part) == (None, Part.BACKGROUND)


def test_capitals_are_no_heading_where_much_is_in_capitals() -> None:
    told = turns("IDA: NO.\n\nOLAV: OH.\n\nIDA: IT SANK.\n\nOLAV: WHO SAID\n\nTHE TWO OF THEM\n\nIDA: YES.\n")
    assert not any(turn.aside for turn in told)


def test_a_title_in_capitals_may_ask() -> None:
    assert (
        read_text(f"SHOULD THE CARS GO?\n\nOlav asked.\n\n{TALK}").transcript.title == "SHOULD THE CARS GO?"
    )
