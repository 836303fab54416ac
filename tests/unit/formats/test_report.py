"""What a person is shown before anything is stored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from interviews.formats.base import Reading
from interviews.formats.reading import read, read_text
from interviews.formats.report import Shown, report, source_lines

SAMPLES = Path(__file__).parents[2] / "samples"


def sample(name: str) -> Reading:
    return read((SAMPLES / name).read_bytes(), name=name)


def test_the_report_counts_what_was_understood() -> None:
    told = report(sample("lighthouse.md"))
    assert (told.format_label, told.why, told.encoding) == ("Markdown", "bold labels", "utf-8")
    assert (told.turns, told.without_speaker, told.background, told.has_times, told.percent) == (
        7,
        1,
        2,
        False,
        100,
    )
    assert [(line.speaker.name, line.turns) for line in told.speakers] == [
        ("Editor", 3),
        ("Prof. Solberg", 3),
    ]
    assert [(line.line, line.text, line.reason) for line in told.asides] == [
        (3, "#Skarholm #lighthouse #museum", "hashtags")
    ]


def test_the_report_says_that_there_are_times() -> None:
    assert report(sample("ferry.md")).has_times


def test_a_character_that_no_piece_covers_is_never_rounded_away() -> None:
    reading = read_text("Ann: " + "word " * 1000 + "\nBo: Yes.")
    assert report(reading).percent == 100
    assert report(replace(reading, pieces=reading.pieces[:-1])).percent == 99


def test_each_line_of_the_source_is_shown_as_what_it_became() -> None:
    lines = list(source_lines(sample("lighthouse.md")))
    assert [line.shown for line in lines] == [
        Shown.BACKGROUND,
        Shown.BACKGROUND,
        Shown.ASIDE,
        Shown.TITLE,
        *[Shown.TURN] * 4,
        Shown.LOOSE,
        *[Shown.TURN] * 2,
        Shown.BLANK,
    ]
    assert [line.number for line in lines] == list(range(1, 13))
    assert lines[3].text[: lines[3].label_end] == "**Interview with Prof. Marit Solberg, Maritime Historian"
    assert lines[4].text[: lines[4].label_end] == "**Editor:**"
    assert (lines[8].label_end, lines[8].turn) == (0, "9")


def test_the_lines_of_one_paragraph_belong_to_one_turn() -> None:
    lines = [line for line in source_lines(sample("orchard.txt")) if line.turn == "6"]
    assert [line.text.split()[0] for line in lines] == ["HOLLOWAY:", "my", "We", "most"]
    assert [line.label_end for line in lines] == [len("HOLLOWAY:"), 0, 0, 0]


def test_a_label_alone_and_a_time_alone_are_told_apart() -> None:
    lines = list(source_lines(read_text("Ann:\nWhy?\n00:12\nBo:\nSo.")))
    assert [(line.shown, line.label_end) for line in lines] == [
        (Shown.TURN, 4),
        (Shown.TURN, 0),
        (Shown.MARKUP, 0),
        (Shown.TURN, 3),
        (Shown.TURN, 0),
    ]
