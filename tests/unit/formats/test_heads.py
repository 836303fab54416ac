"""What heads have beside a name: the number of a question, and a time."""

from __future__ import annotations

import pytest

from interviews.formats.reading import read_text

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
