"""What heads have beside a name: the number of a question, and a time."""

from __future__ import annotations

import pytest

from interviews.formats.reading import read_text
from interviews.transcript.turns import Part

Said = list[tuple[str | None, int | None, str]]


def said(text: str) -> Said:
    reading = read_text(text, name="a.txt")
    assert reading.unaccounted() == 0
    return [(turn.speaker, turn.start, turn.text) for turn in reading.transcript.dialogue]


@pytest.mark.parametrize(
    "form",
    ["**{q}** **{name}:** ", "**{q} {name}:** ", "{q} {name}: ", "{q}. {name}: ", "({q}) {name}: "],
)
def test_the_number_of_a_question_is_none_of_the_label_nor_of_the_words(form: str) -> None:
    plain = "**{name}:** " if "*" in form else "{name}: "
    turns = [
        ("Q7", "The Chairman", "Is the quay sound?"),
        ("", "Ida Holm", "It is not."),
        ("Q8", "The Chairman", "Since when?"),
        ("", "Ida Holm", "Since the flood."),
        ("", "The Chairman", "I see."),
        ("Q12", "Olav Moe", "Who knew?"),
        ("", "Ida Holm", "All of us."),
        ("Q13", "Olav Moe", "I had no idea."),
    ]
    lines = [(form if q else plain).format(q=q, name=name) + words for q, name, words in turns]
    assert said("\n\n".join(lines)) == [(name, None, words) for _, name, words in turns]


def test_numbers_that_do_not_rise_are_part_of_the_label() -> None:
    text = "Q2 Radio: Why?\n\nIda: So.\n\nQ2 Radio: When?\n\nIda: Now.\n\nQ2 Radio: I see.\n"
    assert [speaker for speaker, _, _ in said(text)] == ["Q2 Radio", "Ida", "Q2 Radio", "Ida", "Q2 Radio"]


def test_what_stands_behind_a_number_is_no_label_where_it_does_not_recur() -> None:
    text = "Q1. Ferries: are they late?\n\nThey are.\n\nQ2. Buses: are they late?\n\nThey are.\n"
    assert {speaker for speaker, _, _ in said(text)} == {None}


TIMED = [
    "Ida Holm (19:04:10): We begin.",
    "Olav Moe (19:04:24): You are muted.",
    "Ida Holm (19:04:31): So I was.",
    "Olav Moe (19:04:40): Go on.",
]


@pytest.mark.parametrize("name", ["Mum of two", "Ida's iPad", "caller on line 4", "0047 555 0199"])
def test_whatever_has_a_time_as_the_other_heads_have_is_a_head(name: str) -> None:
    turns = said("\n\n".join([*TIMED[:3], f"{name} (19:04:35): Hello?", TIMED[3]]))
    assert turns[3:] == [(name, 68_675_000, "Hello?"), ("Olav Moe", 68_680_000, "Go on.")]


def test_a_time_in_brackets_makes_no_head_where_the_others_have_none() -> None:
    turns = said("Ida: We begin.\n\nOlav: Go on.\n\nIda: It was late (19:04:35): I left.\n\nOlav: Oh.\n")
    assert [speaker for speaker, _, _ in turns] == ["Ida", "Olav", "Ida", "Olav"]
    assert [
        speaker for speaker, _, _ in said("Ida: A.\n\nOlav: B.\n\nIda: C.\n\nMum of two (1:05): I do.")
    ] == [
        *("Ida", "Olav", "Ida"),
        None,
    ]


def test_a_time_where_the_heads_have_theirs_begins_a_turn_of_nobodys() -> None:
    text = (
        "[00:05:01] Ida Holm: It sank.\n\n[00:05:07] Olav Moe: Which one\n\n[00:05:21] how big a boat?\n\n"
        "[00:05:23] Ida Holm: The ferry.\n\n[00:05:30] Olav Moe: Oh.\n"
    )
    reading = read_text(text, name="a.txt")
    assert said(text)[2] == (None, 321_000, "how big a boat?")
    assert reading.questions[-1].text.startswith("Line 5 has no speaker")


def test_it_does_where_paragraphs_go_on_too() -> None:
    more = "It lay there.\n\nFor years.\n\nAnd it rusted.\n\n"
    text = (
        f"[00:05] Ida: It sank.\n\n{more}[00:09] Olav: Which?\n\n[00:11] All of them?\n\n[00:12] Ida: Yes.\n"
    )
    assert [(speaker, start) for speaker, start, _ in said(text)] == [
        ("Ida", 5_000),
        ("Olav", 9_000),
        (None, 11_000),
        ("Ida", 12_000),
    ]


def test_a_time_before_what_may_be_a_label_of_another_kind_is_left() -> None:
    text = "[0:05] **Ida**: It sank.\n[0:09] **Olav**: Which?\n[0:11] SPEAKER_3: All?\n[0:12] **Ida**: Yes.\n"
    assert said(text * 2)[2] == (None, None, "[0:11] SPEAKER_3: All?")


def test_a_time_in_the_words_is_left_where_the_heads_have_none() -> None:
    assert said("Ida: It sank.\n\nOlav: Which?\n\nIda: This.\n\n[00:11] All of them?\n")[-1] == (
        None,
        None,
        "[00:11] All of them?",
    )


def test_a_remark_in_brackets_behind_a_name_in_capitals_is_part_of_the_label() -> None:
    text = "IDA HOLM: It sank.\n\nMISS HOLM (daughter; aside): Twice.\n\nIDA HOLM: Oh.\n\nMOE: Oh.\n\nMOE: S"
    assert said(text)[1] == ("MISS HOLM (daughter; aside)", None, "Twice.")


def test_a_question_with_a_newspaper_in_brackets_asks_and_is_no_name() -> None:
    text = "FRAGE (BOTE): Warum?\n\nHOLM: Darum.\n\nFRAGE (BOTE): Wann?\n\nBOTE: Und wo?\n\nHOLM: Hier.\n"
    speakers = read_text(text).transcript.speakers
    assert [(one.name, one.role.value, one.full_name) for one in speakers][::2] == [
        ("FRAGE (BOTE)", "interviewer", ""),
        ("BOTE", "other", ""),
    ]


@pytest.mark.parametrize(
    ("head", "remark"),
    [
        ("[00:02:10] IDA HOLM (whispering): ", "(whispering)"),
        ("[00:02:10] IDA HOLM (on the phone, from the quay): ", "(on the phone, from the quay)"),
        ("[00:02:10] IDA HOLM (voiced by Jan Ek, JE): ", "(voiced by Jan Ek, JE)"),
        ("[00:02:10] IDA HOLM (singt): ", "(singt)"),
        ("[00:02:10] IDA HOLM (à voix basse): ", "(à voix basse)"),
        ("[00:02:10] IDA HOLM (en voz baja): ", "(en voz baja)"),
        ("[00:02:10] IDA HOLM (al telefono): ", "(al telefono)"),
        ("[00:02:10] IDA HOLM (lachend): ", "(lachend)"),
        ("[00:02:10] IDA HOLM (OFF): ", "(OFF)"),
        (
            "[00:02:10] IDA HOLM (signed, not voiced; what follows is a gloss that she made herself): ",
            "(signed, not voiced; what follows is a gloss that she made herself)",
        ),
    ],
)
def test_a_bracket_of_manner_is_none_of_the_name_but_opens_the_turn(head: str, remark: str) -> None:
    text = f"[00:02:01] IDA HOLM: It sank.\n\n[00:02:05] OLAV MOE: Which?\n\n{head}The ferry.\n"
    assert said(text)[2] == ("IDA HOLM", 130_000, f"{remark} The ferry.")


def test_the_bracket_is_a_piece_of_the_turn_and_the_colon_behind_it_is_none() -> None:
    reading = read_text("Ida: It sank.\n\nOlav: Which?\n\nIda (sings): The ferry.\n\nOlav: Oh.\n")
    of_turn = [reading.text[piece.start : piece.end] for piece in reading.pieces if piece.turn == "3"]
    assert of_turn == ["Ida", "(sings)", "The ferry."]


def test_several_manners_of_one_name_make_one_speaker() -> None:
    text = "ANN (sings): La.\n\nBEN: Oh.\n\nANN (whispers): No more.\n\nBEN: Oh.\n"
    assert [(speaker, words) for speaker, _, words in said(text)][::2] == [
        ("ANN", "(sings) La."),
        ("ANN", "(whispers) No more."),
    ]


@pytest.mark.parametrize(
    "bracket", ["the elder", "senior", "student paper", "returning officer", "for herself", "Reading"]
)
def test_a_bracket_that_tells_who_is_meant_stays(bracket: str) -> None:
    text = f"ANN: La.\n\nANN ({bracket}): Who?\n\nANN: Oh.\n\nANN ({bracket}): I see.\n"
    assert [speaker for speaker, _, _ in said(text)][1] == f"ANN ({bracket})"


def test_bold_type_may_end_before_the_bracket() -> None:
    text = "**Ida:** It sank.\n\n**Olav:** Which?\n\n**Ida** (sighs): The ferry.\n\n**Olav:** Oh.\n"
    assert said(text)[2] == ("Ida", None, "(sighs) The ferry.")


@pytest.mark.parametrize("mark", ["01'02\"", "01’02”", "01′02″", "01'02''"])
def test_prime_marks_tell_minutes_and_seconds(mark: str) -> None:
    text = (
        f"THE QUAY\nProducer: Ida Holm. TX: Friday, 22:30\n\n{mark}  HOLM: It is 06' 11\" high.\n\n"
        "01'09\"  MOE: How high?\n\n01'12\"  HOLM: Higher than him.\n\n01'15\"  FX: A splash.\n"
    )
    assert said(text) == [
        ("HOLM", 62_000, "It is 06' 11\" high."),
        ("MOE", 69_000, "How high?"),
        ("HOLM", 72_000, "Higher than him."),
        ("FX", 75_000, "A splash."),
    ]


def test_what_the_screen_shows_at_a_time_is_background() -> None:
    text = (
        "[20:00:05] Ida: We begin.\n\n[20:00:07] CAPTION: FERRY LOST: TWO SAVED\n\n[20:00:09] Olav: Oh.\n\n"
        "[20:00:12] Ida: And now the news.\n"
    )
    told = read_text(text, name="a.txt").transcript.turns[1]
    assert (told.text, told.start, told.part) == (
        "CAPTION: FERRY LOST: TWO SAVED",
        72_007_000,
        Part.BACKGROUND,
    )
    assert [speaker for speaker, _, _ in said(text)] == ["Ida", "Olav", "Ida"]


def test_an_answer_behind_its_letter_may_hold_a_colon() -> None:
    text = "Q. What was it?\n\nA. It was on the door: a number.\n\nQ. Which?\n\nA. Nine.\n"
    assert said(text)[1] == ("A", None, "It was on the door: a number.")


def test_voices_of_the_hall_are_labels() -> None:
    text = (
        "Ida: It sank.\n\nOlav: Oh.\n\nVoice from the floor: Shame!\n\nIda: The voice on the floor is late.\n"
    )
    assert [speaker for speaker, _, _ in said(text)][2] == "Voice from the floor"


@pytest.mark.parametrize("label", ["Fan in scarf", "Woman at the back", "Caller from Hull"])
def test_somebody_whose_name_nobody_knows_is_a_label(label: str) -> None:
    text = f"Ida: It sank.\n\nOlav: Oh.\n\n{label}: Who owns it?\n\nIda: The man at the back has asked it.\n"
    assert said(text)[2] == (label, None, "Who owns it?")


def test_all_may_speak_once() -> None:
    text = "IDA: It sank, all of it.\n\nOLAV: Oh.\n\nALL: Oh!\n\nIDA: Yes.\n"
    assert [speaker for speaker, _, _ in said(text)][2] == "ALL"


def test_common_words_in_capitals_are_a_label_among_capitals() -> None:
    talk = "".join(f"IDA: Ask the interpreter {n}.\n\nOLAV: And {n}.\n\n" for n in range(20))
    text = f"THE INTERPRETER: Yes.\n\n{talk}THE INTERPRETER: No.\n"
    assert said(text)[0] == ("THE INTERPRETER", None, "Yes.")
    assert said(text)[-1] == ("THE INTERPRETER", None, "No.")


def test_the_head_of_a_programme_is_no_turn() -> None:
    text = (
        "**Guest:** Ida Holm, keeper of the light\n**Host:** Olav Moe\n**Runtime:** 12 min\n\n"
        "**Olav:** Is it high?\n\n**Ida:** It is.\n\n**Olav:** How high?\n\n**Ida:** Very.\n"
    )
    reading = read_text(text)
    assert {turn.speaker for turn in reading.transcript.dialogue} == {"Olav", "Ida"}
    assert [(one.name, one.full_name) for one in reading.transcript.speakers] == [
        ("Olav", "Olav Moe"),
        ("Ida", "Ida Holm"),
    ]


def test_a_name_with_a_bracket_may_stand_on_a_line_of_its_own() -> None:
    text = "IDA\nIt sank.\n\nOLAV\nWhich?\n\nIDA HOLM (SENIOR)\nThe ferry.\n\nIDA\nIt did.\n\nOLAV\nOh.\n"
    assert [speaker for speaker, _, _ in said(text)] == ["IDA", "OLAV", "IDA HOLM (SENIOR)", "IDA", "OLAV"]
