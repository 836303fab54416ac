"""Every way in which transcripts are known to name their speakers and to write their times."""

from __future__ import annotations

from pathlib import Path

import pytest

from interviews.formats.base import Reading
from interviews.formats.reading import read, read_text
from interviews.transcript.turns import Role

SAMPLES = Path(__file__).parents[2] / "samples"


def sample(name: str) -> Reading:
    return read((SAMPLES / name).read_bytes(), name=name)


def spoken(reading: Reading) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in reading.transcript.dialogue]


def people(reading: Reading) -> dict[str, tuple[Role, str]]:
    return {one.name: (one.role, one.full_name) for one in reading.transcript.speakers}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee\nWhy go?\n\nBo Orr\nTo see.\n\nAnn Lee\nI see.\n\nBo Orr\nYes.",
        "Ann Lee\n\nWhy go?\n\nBo Orr\n\nTo see.\n\nAnn Lee\n\nI see.\n\nBo Orr\n\nYes.",
        "**Ann Lee**\n\nWhy go?\n\n**Bo Orr**\n\nTo see.\n\n**Ann Lee**\n\nI see.\n\n**Bo Orr**\n\nYes.",
        "### Ann Lee\nWhy go?\n### Bo Orr\nTo see.\n### Ann Lee\nI see.\n### Bo Orr\nYes.",
        "*Ann Lee:* Why go?\n\n*Bo Orr:* To see.\n\n*Ann Lee:* I see.\n\n*Bo Orr:* Yes.",
        "Ann Lee  0:05  \nWhy go?\n\nBo Orr  0:55  \nTo see.\n\n"
        "Ann Lee  1:00:07\nI see.\n\nBo Orr  1:00:09\nYes.",
        "Ann Lee (00:00):\nWhy go?\n\nBo Orr (00:05):\nTo see.\n\n"
        "Ann Lee (01:02:03):\nI see.\n\nBo Orr (01:03:00):\nYes.",
        "[Ann Lee] 10:01:02\nWhy go?\n\n[Bo Orr] 10:01:05\nTo see.\n\n"
        "[Ann Lee] 10:01:09\nI see.\n\n[Bo Orr] 10:02:00\nYes.",
        "0:0:5.100 --> 0:0:8.250\nAnn Lee\nWhy go?\n\n0:0:9.0 --> 0:0:9.50\nBo Orr\nTo see.\n\n"
        "0:1:5.100 --> 0:1:8.250\nAnn Lee\nI see.\n\n0:1:9.0 --> 0:1:9.50\nBo Orr\nYes.",
        "Ann Lee>> Why go?\nBo Orr>> To see.\n\nAnn Lee>> I see.\nBo Orr>> Yes.",
        "Ann Lee:: Why go?\n\nBo Orr::  To see.\n\nAnn Lee: I see.\n\nBo Orr:: Yes.",
        "00:12:34.567 Ann Lee: Why go?\n00:12:36.1 Bo Orr: To see.\n"
        "00:12:39 Ann Lee: I see.\n00:12:41 Bo Orr: Yes.",
    ],
    ids=[
        "a name above its words",
        "a name in a paragraph of its own",
        "a bold name",
        "a heading",
        "italic",
        "Otter",
        "Rev",
        "Zoom",
        "Teams of old",
        "two signs of somebody speaking",
        "two colons",
        "times first",
    ],
)
def test_names_are_labels_however_they_are_set_off(text: str) -> None:
    expected = [("Ann Lee", "Why go?"), ("Bo Orr", "To see."), ("Ann Lee", "I see."), ("Bo Orr", "Yes.")]
    assert spoken(read_text(text)) == expected


def test_short_lines_that_recur_are_no_names_where_the_file_is_not_written_so() -> None:
    verses = "Over the hill\nwe went home\nand home again\nby night\n" * 2
    song = f"{verses}Rise up\nsaid the miller\nand grind\nmy bones\nto dust\nto bread\nto dust again\n"
    assert {speaker for speaker, _ in spoken(read_text(song))} == {None}


@pytest.mark.parametrize(
    ("written", "milliseconds"),
    [
        ("[00:12:34]", 754_000),
        ("[12:34]", 754_000),
        ("(00:12)", 12_000),
        ("00:12:34.567", 754_567),
        ("[00:01:02.03]", 62_030),
        ("00;12;34", 754_000),
        ("[00;12;34;05]", 754_000),
        ("[1:23:45:21]", 5_025_000),
        ("<T: 5 min>", 300_000),
        ("\\[04:10\\]", 250_000),
    ],
)
def test_a_time_before_a_label_is_known_in_every_spelling(written: str, milliseconds: int) -> None:
    reading = read_text(f"{written} ANN: Why?\n\n{written} BO: So.\n\n{written} ANN: I see.\n\nBO: Yes.")
    assert spoken(reading)[0] == ("ANN", "Why?")
    assert [turn.start for turn in reading.transcript] == [milliseconds] * 3 + [None]


def test_what_otter_writes_around_the_talk_is_set_aside() -> None:
    reading = sample("plain/otter.txt")
    assert reading.transcript.title == "The night baker"
    assert [(turn.speaker, turn.start) for turn in reading.transcript.dialogue] == [
        ("Imke Thoma", 4_000),
        ("Paul Reddy", 9_000),
        ("Unknown Speaker", 760_000),
        ("Paul Reddy", 762_000),
        ("Imke Thoma", 3_727_000),
    ]
    assert [turn.aside for turn in reading.transcript if turn.aside][-2:] == [
        "facts about the interview",
        "a line of the transcription service",
    ]
    assert not reading.transcript.background


def test_the_line_of_a_service_is_dialogue_where_it_does_not_stand_at_an_end() -> None:
    text = "Ann: Why?\n\nBo: So.\n\nTranscribed by https://otter.ai\n\nAnn: I see.\n\nBo: Yes."
    assert (None, "Transcribed by https://otter.ai") in spoken(read_text(text))


def test_an_oral_history_names_its_people_and_keeps_the_times_of_each_tape() -> None:
    reading = sample("plain/oral_history.txt")
    assert people(reading) == {
        "REYES": (Role.INTERVIEWER, "Tom Reyes"),
        "HOLT": (Role.GUEST, "Jane Holt"),
        "TR": (Role.INTERVIEWER, "Tom Reyes"),
        "MOSS": (Role.INTERVIEWER, "Ada Moss"),
    }
    assert [turn.start for turn in reading.transcript.dialogue if turn.start is not None] == [
        5_000,
        1_790_000,
        2_000,
    ]
    (note,) = (note for note in reading.notes if "go back" in note)
    assert note == (
        "The times go back once, first at line 26, as where a new tape begins. They are kept as they stand."
    )
    last = reading.transcript.turns[-1]
    assert (last.text, last.aside) == ("INDEX leat, 1 mill, 1", "behind the end of the interview")


@pytest.mark.parametrize(
    "head",
    [
        "INTERVIEWER: Tom Reyes\nGUEST: Jane Holt",
        "Interviewer (I): Tom Reyes\nRespondent (R): Jane Holt",
        "Interviewers: Tom Reyes (I)\nInterviewee: Jane Holt (R)",
    ],
)
def test_the_head_says_who_is_behind_a_role_or_an_initial(head: str) -> None:
    labels = ("INTERVIEWER", "GUEST") if "GUEST" in head else ("I", "R")
    talk = "\n\n".join(f"{labels[turn % 2]}: We went there." for turn in range(4))
    assert people(read_text(f"{head}\n\n{talk}")) == {
        labels[0]: (Role.INTERVIEWER, "Tom Reyes"),
        labels[1]: (Role.GUEST, "Jane Holt"),
    }


def test_two_hosts_in_the_head_leave_the_label_of_their_role_without_a_name() -> None:
    head = "Hosts: Tom Reyes, Ada Moss\nGuest: Jane Holt\n\n"
    reading = read_text(head + "Host: Why?\n\nGuest: So.\n\nHost: I see.\n\nGuest: Yes.")
    assert people(reading) == {"Host": (Role.INTERVIEWER, ""), "Guest": (Role.GUEST, "Jane Holt")}


def test_headings_are_names_where_they_head_what_is_said_and_the_first_is_the_title() -> None:
    reading = sample("markdown/names_as_headings.md")
    assert reading.transcript.title == "The bell founders"
    assert [turn.speaker for turn in reading.transcript.dialogue] == [
        "Imke Thoma",
        "Paul Reddy",
        None,
        "Imke Thoma",
        "Paul Reddy",
    ]
    assert reading.transcript.dialogue[1].start == 40_000


def test_numbered_questions_ask_and_numbered_answers_answer() -> None:
    reading = read_text("Q1: Why?\nA1: Because.\nQ2: I see?\nA2: Yes.")
    assert [role for role, _ in people(reading).values()] == [Role.INTERVIEWER, Role.GUEST] * 2


def test_a_time_that_nothing_follows_is_still_accounted_for() -> None:
    reading = read_text("---\ntitle: 'A talk'\n---\n[00:12]", format_id="markdown")
    assert reading.unaccounted() == 0
    assert reading.notes == ("No line names a speaker: every paragraph is a turn without one.",)


def test_sections_that_recur_are_no_speakers() -> None:
    text = "## Summary\n\nWe met.\n\n## Next Steps\n\nWe go.\n\n## Summary\n\nWe went.\n\n## Notes\n\nNone.\n"
    assert {speaker for speaker, _ in spoken(read_text(text))} == {None}
