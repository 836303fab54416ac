"""Files as people bring them, and what is understood of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from interviews.formats.base import ImportProblem, Reading
from interviews.formats.reading import read, read_text
from interviews.formats.sniffing import sniff
from interviews.transcript.turns import Part, Role

SAMPLES = Path(__file__).parents[2] / "samples"
SEED = Path(__file__).parents[4] / "shared" / "seed-interview.txt"


def sample(name: str) -> Reading:
    return read((SAMPLES / name).read_bytes(), name=name)


def spoken(reading: Reading) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in reading.transcript if turn.is_dialogue]


def asides(reading: Reading) -> list[tuple[str, str]]:
    return [(turn.text, turn.aside) for turn in reading.transcript if turn.aside]


def test_an_article_hashtags_and_a_heading_before_the_talk_are_no_dialogue() -> None:
    transcript = sample("lighthouse.md").transcript
    assert [(turn.part, turn.aside) for turn in transcript.turns[:5]] == [
        (Part.BACKGROUND, ""),
        (Part.BACKGROUND, ""),
        (Part.BACKGROUND, "hashtags"),
        (Part.BACKGROUND, "title"),
        (Part.DIALOGUE, ""),
    ]
    assert [turn.key for turn in transcript] == [str(number) for number in range(1, 12)]
    assert transcript.title == transcript["4"].text
    assert transcript.title.startswith("Interview with Prof. Marit Solberg")


def test_the_heading_names_the_guest_and_the_label_the_interviewer() -> None:
    editor, guest = sample("lighthouse.md").transcript.speakers
    assert (editor.name, editor.role) == ("Editor", Role.INTERVIEWER)
    assert (guest.name, guest.role) == ("Prof. Solberg", Role.GUEST)
    assert (guest.full_name, guest.description) == ("Prof. Marit Solberg", "Maritime Historian")


def test_a_lone_paragraph_where_every_turn_is_one_paragraph_is_a_turn_without_a_speaker() -> None:
    reading = sample("lighthouse.md")
    assert spoken(reading)[4] == (
        None,
        "And neither the harbour nor the village as they wait for the museum to open its doors.",
    )
    assert [question.id for question in reading.questions] == ["people", "loose-9"]


def test_in_a_file_that_goes_on_over_paragraphs_they_belong_to_the_speaker_before() -> None:
    reading = sample("orchard.txt")
    assert spoken(reading)[-1] == ("HOLLOWAY", "Take a bottle with you.\n\nAnd close the gate.")
    assert [question.id for question in reading.questions] == ["people"]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert "still like the smell?" in spoken(sample("orchard.txt"))[0][1]


def test_facts_at_the_head_and_a_short_first_line_are_set_aside() -> None:
    assert asides(sample("orchard.txt")) == [
        ("The last cider press of Ambry", "title"),
        ("DATE: 14 September", "facts about the interview"),
        ("LOCATION: Ambry, the orchard behind the mill", "facts about the interview"),
        ("INTERVIEWER: Tom Reyes", "facts about the interview"),
    ]


def test_a_stage_note_on_its_own_line_is_nobodys() -> None:
    assert (None, "(laughter)") in spoken(sample("orchard.txt"))


def test_front_matter_gives_the_title_and_is_set_aside() -> None:
    reading = sample("ferry.md")
    assert reading.transcript.title == "Night shift on the Lunna ferry"
    assert [reason for _, reason in asides(reading)] == [
        "front matter",
        "heading",
        "a remark between the turns",
    ]


def test_times_beside_the_labels_are_the_times_of_the_turns() -> None:
    dialogue = [turn for turn in sample("ferry.md").transcript if turn.is_dialogue]
    assert [turn.start for turn in dialogue] == [5_000, 9_000, 101_000, 104_000]


@pytest.mark.parametrize(
    "text",
    [
        "**Ann:** Why?\n\n**Bo:** Because.\n\n**Ann:** I see.",
        "**Ann**: Why?\n**Bo**: Because.\n**Ann**: I see.",
        "__Ann:__ Why?\n\n__Bo:__ Because.\n\n__Ann:__ I see.",
        "Ann: Why?\nBo: Because.\nAnn: I see.",
        "[Ann]: Why?\n[Bo]: Because.\n[Ann]: I see.",
        "Ann:\nWhy?\n\nBo:\nBecause.\n\nAnn:\nI see.",
        "Ann: 00:01\n\nWhy?\n\nBo: 00:02\n\nBecause.\n\nAnn: 00:03\n\nI see.",
        "[00:01]\nAnn: Why?\n[00:02]\nBo: Because.\n[00:03]\nAnn: I see.",
        "Ann 0:01\nWhy?\n\nBo 0:02\nBecause.\n\nAnn 0:03\nI see.\n\nBo 0:04",
        "Ann: Why?\r\rBo: Because.\r\rAnn: I see.",
        "Ann: Why?\u2028Bo: Because.\u2028Ann: I see.",
    ],
)
def test_labels_are_understood_however_they_are_written(text: str) -> None:
    assert spoken(read_text(text)) == [("Ann", "Why?"), ("Bo", "Because."), ("Ann", "I see.")]


@pytest.mark.parametrize("text", ["Q. Why?\nA. Because.\nQ. I see.", "Q: Why?\nA: Because.\nQ: I see."])
def test_q_asks_and_a_answers(text: str) -> None:
    reading = read_text(text)
    assert spoken(reading) == [("Q", "Why?"), ("A", "Because."), ("Q", "I see.")]
    assert [speaker.role for speaker in reading.transcript.speakers] == [Role.INTERVIEWER, Role.GUEST]


def test_a_talk_in_which_nobody_speaks_twice_has_labels_too() -> None:
    assert spoken(read_text("Ann: Why?\nBo: Because.")) == [("Ann", "Why?"), ("Bo", "Because.")]


TALK = "Ann: Why did you go?\n\nBo: I had to.\n\nAnn: Where to?\n\nBo: The coast.\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "Note: he never told her.",
        "Look: we had no boat. You look and look.",
        "10:30 Meeting: with the harbour master.",
        "My answer is this: we stay.",
        "DATE: 5 May",
        "https://example.org/coast",
    ],
)
def test_a_colon_does_not_make_a_speaker(line: str) -> None:
    labels = {speaker for speaker, _ in spoken(read_text(TALK + line + "\n\nAnn: Thanks."))}
    assert labels <= {"Ann", "Bo", None}


def test_a_third_voice_that_speaks_once_is_a_speaker() -> None:
    assert spoken(read_text(TALK + "Cleo: May I add something?"))[-1] == ("Cleo", "May I add something?")


def test_where_labels_are_bold_a_plain_word_with_a_colon_is_text() -> None:
    text = "**Ann:** Why?\n\n**Bo:** So.\n\nBread: yes.\n\nSalt: yes.\n\nWine: no.\n\n**Ann:** I see.\n"
    assert {speaker for speaker, _ in spoken(read_text(text))} == {"Ann", "Bo"}


def test_a_name_of_ten_thousand_characters_is_no_label() -> None:
    reading = read_text("x" * 10_000 + ": hello\n" + TALK)
    assert [speaker.name for speaker in reading.transcript.speakers] == ["Ann", "Bo"]


def test_the_rest_of_an_unfinished_sentence_belongs_to_the_turn_before_it() -> None:
    reading = read_text(TALK + "Ann: So you took the boat and\n\nrowed all night?")
    assert spoken(reading)[-1] == ("Ann", "So you took the boat and rowed all night?")


def test_an_odd_paragraph_in_lower_case_is_loose_even_where_paragraphs_go_on() -> None:
    text = TALK + "Bo: One.\n\nTwo.\n\nThree.\n\nFour.\n\nas the boats come in.\n\nAnn: Thanks."
    assert (None, "as the boats come in.") in spoken(read_text(text))


def test_behind_a_heading_a_speaker_goes_on_in_a_turn_of_its_own() -> None:
    text = "**Ann:** One.\n\n## Two\n\nThree.\n\nFour.\n\n**Bo:** Five.\n\nSix.\n\n**Ann:** Seven."
    assert spoken(read_text(text))[:2] == [("Ann", "One."), ("Ann", "Three.\n\nFour.")]


def test_without_any_label_every_paragraph_is_a_turn_without_a_speaker() -> None:
    reading = read_text("We rowed all night. It was cold.\n\nIn the morning we saw the coast.")
    assert [speaker for speaker, _ in spoken(reading)] == [None, None]
    assert reading.questions == ()
    assert reading.notes == ("No line names a speaker: every paragraph is a turn without one.",)


def test_links_and_emphasis_within_a_turn_stay_as_they_are() -> None:
    text = "**Ann:** Did you *read* [it](https://example.org)?\n\n**Bo:** Yes.\n"
    assert spoken(read_text(text))[0][1] == "Did you *read* [it](https://example.org)?"


def test_a_label_without_words_makes_no_turn_but_a_note() -> None:
    reading = read_text(TALK + "Ann:")
    assert spoken(reading)[-1][0] == "Bo"
    assert reading.notes == ("Line 9 names Ann, but no words follow.",)
    assert reading.unaccounted() == 0


def test_what_turns_the_direction_of_writing_is_left_out_and_told() -> None:
    reading = read_text("Ann: Hel\u202elo?\nBo: \u2066Yes.")
    assert spoken(reading) == [("Ann", "Hello?"), ("Bo", "Yes.")]
    assert reading.notes == ("Left out of the text, since nobody can see it: 2 characters, first in line 1.",)


def test_a_guessed_encoding_is_told() -> None:
    reading = read("Élodie: Ça va ?\nZoé: Très bien, merci.".encode("cp1252"))
    assert reading.encoding == "cp1252"
    assert "cp1252" in reading.notes[-1]
    assert "encoding" not in " ".join(read(TALK.encode()).notes)


@pytest.mark.parametrize(
    ("text", "name", "format_id", "why"),
    [
        ("**Ann:** Why?", "", "markdown", "bold labels"),
        ("# The coast\n\nAnn: Why?", "", "markdown", "headings"),
        ("Ann: Why?", "talk.md", "markdown", "the name of the file"),
        ("Ann: Why?", "talk.txt", "plain", "no markup in it"),
    ],
)
def test_the_format_is_chosen_with_a_reason(text: str, name: str, format_id: str, why: str) -> None:
    choice = sniff(text, name)[0]
    assert (choice.reader.id, choice.why) == (format_id, why)
    assert read_text(text, name=name).sure == why


def test_a_person_can_choose_the_format() -> None:
    reading = read_text("**Ann:** Why?\n**Bo:** Because.", format_id="plain")
    assert (reading.format_id, reading.sure) == ("plain", "chosen by hand")
    assert spoken(reading)[0] == (None, "**Ann:** Why?")
    with pytest.raises(ImportProblem, match="no format “papyrus”"):
        read_text("x", format_id="papyrus")


@pytest.mark.skipif(not SEED.exists(), reason="the seed interview is not beside this checkout")
def test_the_seed_interview_is_read_as_its_editor_would() -> None:
    reading = read(SEED.read_bytes(), name=SEED.name)
    transcript = reading.transcript
    assert len(transcript) == 23
    assert [turn.aside for turn in transcript.turns[:5]] == ["", "", "", "hashtags", "title"]
    dialogue = [turn for turn in transcript if turn.is_dialogue]
    assert [number for number, turn in enumerate(dialogue, 1) if turn.speaker is None] == [12]
    assert len(dialogue) == 18
    guest = transcript.speaker("Dr. Kim")
    assert guest is not None
    assert (guest.role, guest.full_name, guest.description) == (
        Role.GUEST,
        "Dr. Emily Kim",
        "Defense Analyst",
    )
    assert [question.text for question in reading.questions] == [
        "Dr. Kim looks like the guest, Dr. Emily Kim, Defense Analyst; Editor like the interviewer.",
        "Line 17 has no speaker and starts mid-sentence. It is kept as turn 12 without a speaker.",
    ]
    assert reading.unaccounted() == 0
