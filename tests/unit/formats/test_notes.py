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


@pytest.mark.parametrize(
    "heading",
    ["„Die Mole ist alt“", "« Vieux quai »", "“Write it down”", '"Older than that"', "»Nur Steine«"],
)
def test_a_short_line_in_quotes_between_the_turns_is_a_heading(heading: str) -> None:
    told = turns(
        f"{TALK}{ANSWER}\n(A gull takes the bread out of his hand and flies off.)\n\n{heading}\n\n{TALK}"
    )
    assert (told[6].text, told[6].aside) == (heading, "heading")


@pytest.mark.parametrize(
    "quote", ["“I wrote it down.”", "“And then", "“Yes” and “no”", "“" + "a word or two " * 5 + "”"]
)
def test_what_somebody_may_have_read_out_is_no_heading(quote: str) -> None:
    assert not any(turn.aside for turn in turns(f"{TALK}{ANSWER}\n{quote}\n\n{TALK}"))


def test_a_quote_that_a_colon_announces_is_no_heading() -> None:
    told = turns(f"{TALK}Ida: The stone says:\n\n“Monks built me”\n\n{TALK}")
    assert not any(turn.aside for turn in told)


@pytest.mark.parametrize("stars", ["*", "_"])
@pytest.mark.parametrize("note", ["(A gull laughs. They wait.)", "[Music]"])
def test_stars_around_what_happened_are_markup(stars: str, note: str) -> None:
    text = f"**Ida:** It is old.\n\n**Olav:** Is it?\n\n{stars}{note}{stars}\n\n**Ida:** It is.\n"
    told = turns(text)[2]
    assert (told.text, told.speaker, told.part) == (note, None, Part.DIALOGUE)


GOES_ON = f"{TALK}{ANSWER}\nIt was hard work.\n\nIt took them years.\n\nI have seen the stones.\n\n"


@pytest.mark.parametrize("talk", [TALK + ANSWER, GOES_ON], ids=["one paragraph to a turn", "more than one"])
@pytest.mark.parametrize(
    "note",
    [
        "CORRECTION (3 May): We said that monks built it. You told us otherwise.",
        "Correction, 3 May: We said monks.",
        "Erratum: You read nuns. We meant monks.",
        "FE DE ERRORES. Escribimos «monjas» donde debía decir «monjes».",
        "Berichtigung: Es waren Nonnen, schreiben Sie uns.",
        "Rectificatie: het waren nonnen.",
        "Rectificatif : nous avions écrit « moines ».",
        "Rettifica: erano monache.",
        "Korrigendum: Es waren Nonnen.",
        "An earlier version of this article said monks. It was you who noticed.",
        "Anmerkung der Redaktion: Wir haben nachgefragt.",
        "Zur Person: Ida Holm wohnt an der Mole.",
        "Note on the stones: we counted twice.",
        "Fig. 1. The quay, as you see it from ours.",
        "Caption: Our two on the quay.",
        "Ada Lie is verslaggever en woont aan de kade",
        "Ada Lie es periodista y vive en el muelle",
        "Ada Lie è una giornalista e vive sul molo",
    ],
)
def test_what_nobody_there_can_have_said_ends_the_interview(talk: str, note: str) -> None:
    told = turns(f"{talk}\n{note}\n\nWe thank you.\n")
    assert [(turn.text, turn.speaker, turn.part) for turn in told[-2:]] == [
        (note, None, Part.BACKGROUND),
        ("We thank you.", None, Part.BACKGROUND),
    ]


def test_a_correction_between_the_turns_is_left() -> None:
    told = turns(f"{GOES_ON}Correction: it was in May.\n\n{TALK}")
    assert told[4].text.endswith("Correction: it was in May.")


def test_captions_below_their_heading_are_background() -> None:
    captions = "Captions\nFig. 1. Our quay.\nFig. 2. Our crane."
    assert (turns(f"{TALK}{ANSWER}\n{captions}\n")[-1].text) == captions
    assert turns(f"{TALK}{ANSWER}\n{captions}\n")[-1].part is Part.BACKGROUND


def test_notes_below_their_heading_are_background() -> None:
    told = turns(f"{GOES_ON}Notes\n\n1. I saw them in May.\n")
    assert {turn.part for turn in told[-2:]} == {Part.BACKGROUND}


@pytest.mark.parametrize("end", ["(Extract ends 22:10:44)", "(Excerpt concluded at 10.56)", "Ends 06'40\""])
def test_the_line_that_ends_it_is_set_aside_with_what_follows(end: str) -> None:
    told = turns(f"{GOES_ON}{end}\n\nWe ran over by ten seconds.\n")
    assert [(turn.text, turn.aside) for turn in told[-2:]] == [
        (end, "behind the end of the interview"),
        ("We ran over by ten seconds.", "behind the end of the interview"),
    ]


def test_all_that_is_set_off_at_the_end_is_set_aside() -> None:
    told = turns(f"{TALK}{ANSWER}\n*Ada Lie schrijft voor ons over kades en over kranen.*\n\n"
                 "*Het waren nonnen, en het was in mei, zegt zij.*\n")  # fmt: skip
    assert [turn.aside for turn in told[-2:]] == ["behind the end of the interview"] * 2


def test_one_bracket_around_several_paragraphs_is_a_note() -> None:
    note = ["(The clerk read back what you were asked:", "“Is the quay old?”", "“How old?”)"]
    told = turns(f"{TALK}{ANSWER}\n" + "\n\n".join([*note, TALK]))
    assert [(turn.text, turn.part) for turn in told[5:8]] == [(words, Part.BACKGROUND) for words in note]


def test_brackets_that_close_elsewhere_are_no_note() -> None:
    told = turns(f"{TALK}{ANSWER}\n(It was long\n\nand wide (or so I am told.\n\n{TALK}")
    assert all(turn.part is Part.DIALOGUE for turn in told)
