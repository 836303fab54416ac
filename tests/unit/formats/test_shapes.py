"""Tables, lists, verse and pull quotes between the turns."""

from __future__ import annotations

import pytest

from interviews.formats.reading import read_text
from interviews.transcript.turns import Part, Turn

TALK = (
    "Ida: The quay is old, and nobody has counted the stones in it since the harbour office burnt down.\n\n"
    "Olav: How old?\n\nIda: Older than the church.\n\n"
)
MORE = "Olav: Who built it?\n\nIda: Monks did.\n"


def turns(text: str, name: str = "a.txt") -> list[Turn]:
    reading = read_text(text, name=name)
    assert reading.unaccounted() == 0
    return list(reading.transcript.turns)


def between(block: str, name: str = "a.txt") -> Turn:
    told = turns(f"{TALK}{block}\n\n{MORE}", name)
    assert len(told) == 6
    return told[3]


@pytest.mark.parametrize(
    "table",
    [
        "| Year | Boats |\n|---|---|\n| 1901 | 40 |\n| 1951 | 3 |",
        "Year      Boats\n1901      forty\n1951      three",
        "Year\tBoats\n1901\tforty",
        "BOATS BY YEAR\n1901   forty   two lost\n1951   three   none lost",
        "1901, sail: 40\n1951, steam: 3\n2001, diesel: 1",
        "In short\n1901 : the quay\n1951 : the crane\n2001 : the end",
        "1,204 stones\n66 bollards\n2 cranes",
        "Year  Boats  Lost\n1901  forty  two",
    ],
    ids=[
        "bars",
        "gaps",
        "tabs",
        "heading in capitals",
        "numbers last",
        "years first",
        "amounts",
        "narrow gaps",
    ],
)
def test_a_table_or_a_list_between_the_turns_is_background(table: str) -> None:
    told = between(table)
    assert (told.text, told.speaker, told.part, told.aside) == (table, None, Part.BACKGROUND, "")


@pytest.mark.parametrize(
    "block",
    [
        "We had a crane.  It sank.\nWe had a boat.  It sank too.",
        "1. Mend the quay\n2. Mend the crane\n3. Go home",
        "It sank in 1901\nand that was that.",
        "The quay  was as old as the church and  it has outlived\nthe church by  a hundred years and  more.",
        "The boat    sank where nobody saw it go down.\nThe crane    was sold to the monks in May that year.",
    ],
    ids=["two spaces behind a full stop", "points", "two lines", "justified", "sentences"],
)
def test_what_may_be_said_is_no_table(block: str) -> None:
    assert turns(f"{TALK}{block}\n\n{MORE}")[3].part is Part.DIALOGUE


def test_the_heading_of_a_table_and_its_units_go_with_it() -> None:
    table = "1901, sail: 40\n1951, steam: 3\n2001, diesel: 1"
    told = turns(f"{TALK}{MORE}\nBoats by year, as of 3 May.\n\n(in the whole harbour)\n\n{table}\n")
    assert [turn.text for turn in told[5:]] == [
        "Boats by year, as of 3 May.",
        "(in the whole harbour)",
        table,
    ]
    assert {turn.part for turn in told[5:]} == {Part.BACKGROUND}


def test_a_list_that_a_colon_announces_is_said() -> None:
    told = turns(f"{TALK}Olav: What does it take:\n\n3 boats\n2 cranes\n1 priest\n\n{MORE}")
    assert (told[3].speaker, told[3].text) == ("Olav", "What does it take:\n\n3 boats\n2 cranes\n1 priest")


VERSE = "O quay, o quay,\nthe tide goes out\nand so shall we"


def test_verse_behind_a_colon_keeps_its_lines_and_what_follows_goes_on() -> None:
    told = turns(f"{TALK}Olav: They sang:\n\n{VERSE}\n\nand they meant it.\n\n{MORE}")
    assert told[3].text == f"They sang:\n\n{VERSE}\n\nand they meant it."
    assert [turn.speaker for turn in told] == ["Ida", "Olav", "Ida", "Olav", "Olav", "Ida"]


def test_verse_is_no_habit_of_going_on_without_a_label() -> None:
    sung = "".join(f"Olav: They sang {n}:\n\n{VERSE}\n\nIda: I know.\n\n" for n in range(3))
    told = turns(f"{TALK}{sung}There is more of it\n\n{MORE}")
    assert [turn.text for turn in told if turn.speaker is None] == ["There is more of it"]


def test_verse_below_a_label_of_its_own_keeps_its_lines() -> None:
    told = turns(f"{TALK}CHOIR (of the church):\n{VERSE}\n\n{MORE}")
    assert (told[3].speaker, told[3].text) == ("CHOIR (of the church)", VERSE)


def test_four_short_lines_behind_a_whole_sentence_are_verse() -> None:
    verse = f"{VERSE}\nat the turn of the year"
    assert turns(f"{TALK}Olav: I know one.\n\n{verse}\n\n{MORE}")[3].text == f"I know one.\n\n{verse}"


def test_verse_behind_a_note_of_the_writer_is_background() -> None:
    note = "(Then the two of them sing what the monks sang there.)"
    verse = f"{VERSE}\nat the turn of the year"
    told = turns(f"{TALK}{note}\n\n{verse}\n\n{MORE}")
    assert [(turn.text, turn.part) for turn in told[3:5]] == [
        (note, Part.BACKGROUND),
        (verse, Part.BACKGROUND),
    ]


def test_lines_that_are_wrapped_are_no_verse() -> None:
    words = "the stones of the quay were set one by one by hand "
    wrapped = "\n".join([(words * 2)[:70].rsplit(" ", 1)[0]] * 6)
    told = turns(f"Ida: Well.\n\nOlav: They wrote:\n\n{wrapped}\n\nIda: So.\n\nOlav: So.\n")
    assert "\n" not in told[1].text.replace("\n\n", "")


@pytest.mark.parametrize(
    "mark", ["“The quay is old.”", "«Older than the church»", "The quay is old, she says"]
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_pull_quote_is_background_without_its_mark(mark: str, name: str) -> None:
    told = between(f"> {mark}", name)
    assert (told.text, told.speaker, told.part) == (mark, None, Part.BACKGROUND)


def test_a_pull_quote_of_two_lines_is_one() -> None:
    assert between("> The quay is old,\n> she says").text == "The quay is old, she says"


def test_what_a_colon_announces_is_no_pull_quote() -> None:
    told = turns(f"{TALK}Olav: The stone says:\n\n> Monks built me\n\nIda: They did.\n")
    assert all(turn.part is Part.DIALOGUE for turn in told)


def test_what_a_mail_answers_is_no_pull_quote() -> None:
    mail = f"{TALK}Olav: My answer is below.\n\n> Who built it\n\nIda: Monks did.\n"
    assert turns(f"From: Ida Holm\nSubject: The quay\n\n{mail}")[-2].part is Part.DIALOGUE
    often = f"{TALK}" + "".join(f"> Who built {n}\n\nIda: Monks did.\n\n" for n in range(4))
    assert sum(turn.part is Part.DIALOGUE for turn in turns(often)) > 7


@pytest.mark.parametrize(
    "head",
    ["Subject: Re: Your quay\n4 May, 08:02", "5. Mai 2021, 7.55 Uhr", "Asunto: su muelle", "5 mei om 07:55"],
)
def test_the_head_of_a_letter_between_the_turns_is_background(head: str) -> None:
    told = between(head)
    assert (told.text, told.speaker, told.part, told.aside) == (head, None, Part.BACKGROUND, "")


def test_what_no_label_follows_is_no_head_of_a_letter() -> None:
    assert turns(f"{TALK}5 May, 07:55\n\nIt was early.\n\n{MORE}")[3].part is Part.DIALOGUE


def test_lines_below_labels_that_all_stand_alone_are_no_verse() -> None:
    told = turns(f"IDA:\n{VERSE}\n\nOLAV:\n{VERSE}\n\nIDA:\nSo it is, and so it was.\n\nOLAV:\nIt is.\n")
    assert told[0].text == VERSE.replace("\n", " ")


def test_short_lines_behind_a_sentence_that_is_not_over_are_no_verse() -> None:
    lines = f"{VERSE}\nat the turn of the year"
    assert lines.replace("\n", " ") in [
        turn.text for turn in turns(f"{TALK}Olav: I know\n\n{lines}\n\n{MORE}")
    ]
