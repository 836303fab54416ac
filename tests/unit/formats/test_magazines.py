"""Interviews as magazines print them: nobody is named, bold type asks."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document

from interviews.formats.base import Reading
from interviews.formats.naming import Labels
from interviews.formats.reading import read, read_text
from interviews.transcript.turns import Role

HEAD = "# The lighthouse keeper’s cook\n\n*Ada Ruud fed three men for forty years.*\n\n*By Per Lie*\n\n"
TALK = [
    ("Q", "There’s a goat on the stairs."),
    ("A", "He’s called Sverre. He comes in for the wireless."),
    ("Q", "What did they eat?"),
    ("A", "Cod."),
    ("Q", "And on a Sunday?"),
    ("A", "Cod, with a cloth on the table."),
    ("Q", "Let’s talk about your father."),
    ("A", "He rowed. He rowed out and he rowed back."),
]


def written(talk: list[tuple[str, str]] = TALK) -> str:
    return "\n\n".join(f"**{words}**" if who == "Q" else words for who, words in talk) + "\n"


def spoken(reading: Reading) -> list[tuple[str | None, str]]:
    assert reading.unaccounted() == 0
    return [(turn.speaker, turn.text) for turn in reading.transcript.dialogue]


def background(reading: Reading) -> list[str]:
    return [turn.text for turn in reading.transcript.background]


def test_bold_paragraphs_ask_and_plain_ones_answer() -> None:
    reading = read_text(HEAD + written(), name="cook.txt")
    assert spoken(reading) == TALK
    assert reading.transcript.title == "The lighthouse keeper’s cook"
    assert background(reading) == ["*Ada Ruud fed three men for forty years.*", "*By Per Lie*"]


def test_the_two_are_interviewer_and_guest_and_can_be_renamed() -> None:
    reading = read_text(written())
    assert [one.role for one in reading.transcript.speakers] == [Role.INTERVIEWER, Role.GUEST]
    assert [(one.name, one.count) for one in reading.labels] == [("Q", 4), ("A", 4)]
    renamed = read_text(written(), labels=Labels(names={"a": "Ada Ruud"}))
    assert {speaker for speaker, _ in spoken(renamed)} == {"Q", "Ada Ruud"}


def test_where_one_of_the_two_is_nobody_the_bold_lines_are_headings_again() -> None:
    reading = read_text(written(), labels=Labels(no=frozenset({"q"})))
    assert {turn.speaker for turn in reading.transcript} == {None}


def test_what_was_read_is_told() -> None:
    reading = read_text(HEAD + written())
    assert reading.sure == "bold questions"
    assert reading.notes == ("No line names a speaker: what is bold asks (Q), what follows answers (A).",)


def test_paragraphs_in_a_row_are_one_question_or_one_answer() -> None:
    more = "**You went back.**\n\n**Why?**\n\nFor the goat.\n\nFor the quiet.\n"
    assert spoken(read_text(written() + "\n" + more))[-2:] == [
        ("Q", "You went back.\n\nWhy?"),
        ("A", "For the goat.\n\nFor the quiet."),
    ]


def test_two_bold_lines_of_one_paragraph_are_one_question() -> None:
    more = "**You went back.**\n**Why?**\n\nFor the goat.\n"
    assert spoken(read_text(f"{written()}\n{more}"))[-2:] == [
        ("Q", "You went back.\n\nWhy?"),
        ("A", "For the goat."),
    ]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("**The *Bergen Post* called it “soup”. Was it?**", "The *Bergen Post* called it “soup”. Was it?"),
        ("**Was it soup?", "Was it soup?"),
        ("__Was it soup?__", "Was it soup?"),
        ("***Was it soup?***", "Was it soup?"),
        ("**You called it\nsoup, did you?**", "You called it soup, did you?"),
        ("**Was it soup**?", "**Was it soup**?"),
    ],
    ids=["italics inside", "unclosed", "underscores", "bold italics", "two lines", "the mark outside"],
)
def test_bold_type_is_known_as_people_type_it(question: str, words: str) -> None:
    assert spoken(read_text(f"{written()}\n{question}\n\nNo, fish.\n"))[-2:] == [
        ("Q", words),
        ("A", "No, fish."),
    ]


def test_an_answer_may_stand_right_below_its_question() -> None:
    assert spoken(read_text(written().replace("**\n\n", "**\n"))) == TALK


def test_italics_between_and_behind_are_background_but_not_where_they_are_the_answer() -> None:
    text = (
        f"{written()}\n*Ada Ruud in her kitchen, photographed in May*\n\n**What did he say?**\n\n*Ro.*\n\n"
        "**And you?**\n\nI rowed.\n\n*(The goat comes in and lies on the mat by the stove.)*\n\nMind him.\n\n"
        "*Ada Ruud’s* Forty Years of Cod *is out in May.* Share\n"
    )
    reading = read_text(text)
    assert spoken(reading)[8:] == [
        ("Q", "What did he say?"),
        ("A", "*Ro.*"),
        ("Q", "And you?"),
        ("A", "I rowed."),
        ("A", "Mind him."),
    ]
    assert background(reading) == [
        "*Ada Ruud in her kitchen, photographed in May*",
        "*(The goat comes in and lies on the mat by the stove.)*",
        "*Ada Ruud’s* Forty Years of Cod *is out in May.* Share",
    ]


def test_headings_are_no_questions() -> None:
    text = f"{written()}\n## Winter\n\n**The storm**\n\n**Were you afraid?**\n\nOf the goat.\n"
    reading = read_text(f"**The cook**\n\nAda Ruud lives on Skarv.\n\n{text}")
    assert [turn.text for turn in reading.transcript if turn.aside] == ["The cook", "Winter", "The storm"]
    assert spoken(reading)[8:] == [("Q", "Were you afraid?"), ("A", "Of the goat.")]
    assert background(reading) == ["Ada Ruud lives on Skarv."]


ARTICLE = (
    "**The rocks.**\n\nThey are old.\n\n**The light.**\n\nIt is new.\n\n**The cook.**\n\nShe is Ada.\n\n"
)


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        "**Who?**\n\nAda.\n\n**Where?**\n\nSkarv.\n",
        "".join(f"**Who is number {n}?**\n\n" + "He came, they say.\n\n" * 8 for n in range(3)),
        "Per: So?\n\n**Who?**\n\nAda: I.\n\n**What?**\n\nPer: Why?\n\n**Why?**\n\nAda: So.\n",
    ],
    ids=["crossheads", "two questions", "an article under questions", "labels"],
)
def test_what_is_no_interview_in_bold_is_not_read_as_one(text: str) -> None:
    reading = read_text(text)
    assert reading.sure != "bold questions"
    assert not {"Q", "A"} & {turn.speaker for turn in reading.transcript}


def test_a_word_document_is_read_by_its_bold_and_italic_type() -> None:
    document = Document()
    document.add_heading("The cook")
    document.add_paragraph().add_run("By Per Lie").italic = True
    for who, words in TALK[:5]:
        document.add_paragraph().add_run(words).bold = who == "Q"
    document.add_paragraph().add_run("Cod. The table, in May").italic = True
    document.add_paragraph(TALK[5][1])
    document.add_paragraph().add_run("Ada Ruud in her kitchen").italic = True
    file = BytesIO()
    document.save(file)
    reading = read(file.getvalue(), name="cook.docx")
    assert spoken(reading) == TALK[:6]
    assert background(reading) == ["By Per Lie", "Cod. The table, in May", "Ada Ruud in her kitchen"]
    assert reading.sure == "bold questions"


def test_a_web_page_is_read_by_its_bold_and_italic_type() -> None:
    paragraphs = [
        f"<p><strong>{words}</strong></p>" if who == "Q" else f"<p>{words}</p>" for who, words in TALK
    ]
    page = f"<h1>The cook</h1><p><em>By Per Lie</em></p>{''.join(paragraphs)}<p><i>Ada in May</i></p>"
    reading = read_text(page, name="cook.html")
    assert spoken(reading) == TALK
    assert reading.transcript.title == "The cook"
    assert background(reading) == ["By Per Lie", "Ada in May"]


WITH_FATHER = (
    f"{written()}\n**May I ask your father?**\n\n*The father:* Ask.\n\n*The daughter:* He hears badly.\n\n"
    "**Do you row?**\n\n*The father:* I rowed.\n\n**Is he tired?**\n\nHe is old.\n"
)


def test_a_few_labels_in_italics_name_who_answers_for_a_while() -> None:
    reading = read_text(WITH_FATHER)
    assert spoken(reading)[8:] == [
        ("Q", "May I ask your father?"),
        ("The father", "Ask."),
        ("The daughter", "He hears badly."),
        ("Q", "Do you row?"),
        ("The father", "I rowed."),
        ("Q", "Is he tired?"),
        ("A", "He is old."),
    ]
    assert reading.notes[0].endswith("but where a label says who.")


def test_an_answer_stays_one_where_its_label_is_nobody() -> None:
    reading = read_text(WITH_FATHER, labels=Labels(no=frozenset({"the father"})))
    assert spoken(reading)[9][0] == "A"
    assert spoken(reading)[8][0] == "Q"


def test_labels_in_italics_beside_as_many_in_bold_are_the_labels() -> None:
    talk = (
        "**Why?**\n\n*Ada:* So.\n\n*Per:* So.\n\n**And who?**\n\n*Ada:* I.\n\n*Per:* I too.\n\n**When?**\n\n"
    )
    speakers = {turn.speaker for turn in read_text(f"{talk}*Ada:* Now.\n\n*Per:* Now.\n").transcript}
    assert speakers == {"Ada", "Per", None}


def test_verse_in_italics_is_part_of_the_answer() -> None:
    verse = "*Row out, row out,*\n*row home again,*\n*the cod is in,*\n*and so is rain.*"
    text = f"{written()}\n**Did he sing?**\n\nHe did.\n\n{verse}\n\nLike that.\n\n**Often?**\n\nNo.\n"
    assert spoken(read_text(text))[9] == ("A", f"He did.\n\n{verse}\n\nLike that.")
