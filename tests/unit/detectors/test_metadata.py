"""What was never said and stands inside the dialogue."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.detectors.kinds import Severity
from interviews.detectors.metadata import MisplacedMetadata, without
from interviews.detectors.remains.residue import is_residue, residues
from tests.builders import a_transcript, found, settled, words_of

TALK = (("Ada", "Who runs the crane?"), ("Ben", "My sister does."))


@pytest.mark.parametrize(
    ("text", "residue", "clean"),
    [
        ("We left [00:18:20] at noon.", "[00:18:20]", "We left at noon."),
        ("We left (7:32) at noon.", "(7:32)", "We left at noon."),
        ("We left <01:28:22.310> at noon.", "<01:28:22.310>", "We left at noon."),
        ("[12:04] We left at noon.", "[12:04]", "We left at noon."),
        ("We left at noon. #harbour #crane #news", "#harbour #crane #news", "We left at noon."),
        ("We left <br/> at noon.", "<br/>", "We left at noon."),
        ("We left &nbsp;&nbsp; at noon.", "&nbsp;&nbsp;", "We left at noon."),
        ("We left &amp;quot; at noon.", "&amp;quot;", "We left at noon."),
        ("We left WEBVTT at noon.", "WEBVTT", "We left at noon."),
        ("We left {\\an8} at noon.", "{\\an8}", "We left at noon."),
        ("We left <v Speaker 2> at noon.", "<v Speaker 2>", "We left at noon."),
        ("We left <|endoftext|> at noon.", "<|endoftext|>", "We left at noon."),
        ("We left [BLANK_AUDIO] at noon.", "[BLANK_AUDIO]", "We left at noon."),
        ("We left SPEAKER_01: at noon.", "SPEAKER_01:", "We left at noon."),
        ("We left Photo: Ida Lund/Coast Press at noon.", "Photo: Ida Lund/Coast Press", "We left at noon."),
        ("We left Story continues below at noon.", "Story continues below", "We left at noon."),
        ("We left Page 3 of 12 at noon.", "Page 3 of 12", "We left at noon."),
        (
            "We left at noon. Read more: https://coast.example/a?utm_source=mail",
            "Read more: https://coast.example/a?utm_source=mail",
            "We left at noon.",
        ),
        ("We left at noon.\n\n## The second hour", "## The second hour", "We left at noon.\n"),
    ],
)
def test_a_residue_is_found_and_taken_out(text: str, residue: str, clean: str) -> None:
    transcript = a_transcript(*TALK, ("Ben", text))
    (finding,) = found(MisplacedMetadata(), transcript)
    assert words_of(transcript, [finding]) == [residue]
    fixed = settled(transcript, finding)
    assert fixed["3"].text == clean
    assert found(MisplacedMetadata(), fixed) == []


@pytest.mark.parametrize(
    "text",
    [
        "We left at 10:30 and were back by 12:45 or so.",
        "Look at harbour.example, or write to crane@harbour.example.",
        "You find it at https://harbour.example/visit when you like.",
        "We were number #1 and she was #2.",
        "She used the #crane tag.",
        "[laughter] That was it. (applause)",
        "We heard [unintelligible 00:22:04.13] and left.",
        "Put a <p> around it, or use the <b> tag.",
        "AT&T; that is who we called.",
        "He is at R&D; she is not.",
        "Read on, it continues below deck.",
    ],
)
def test_times_sites_and_notes_that_belong_there_are_fine(text: str) -> None:
    assert found(MisplacedMetadata(), a_transcript(*TALK, ("Ben", text))) == []


@pytest.mark.parametrize(
    "line",
    [
        "#harbour #crane #news",
        "Source: www.coast.example/ep-12",
        "[00:12:40]",
        "**The second hour**",
        "## Later",
    ],
)
def test_a_line_of_nothing_else_is_set_aside(line: str) -> None:
    transcript = a_transcript(*TALK, (None, line))
    (finding,) = found(MisplacedMetadata(), transcript)
    fixed = settled(transcript, finding)
    assert fixed["3"].is_aside
    assert found(MisplacedMetadata(), fixed) == []


def test_hashtags_that_the_reader_set_aside_are_shown_and_may_stay_there() -> None:
    transcript = a_transcript(*TALK, (None, "#harbour #crane"))
    aside = replace(transcript, turns=(*transcript.turns[:2], replace(transcript["3"], aside="hashtags")))
    (finding,) = found(MisplacedMetadata(), aside)
    assert finding.weight is Severity.NOTICE
    assert settled(aside, finding) == aside
    assert settled(aside, finding, 1)["3"].aside == ""


def test_a_heading_before_the_dialogue_is_where_it_belongs() -> None:
    assert found(MisplacedMetadata(), a_transcript(*TALK, background=("**A talk at the quay**",))) == []


def test_times_on_every_turn_are_how_the_source_writes_and_one_notice() -> None:
    transcript = a_transcript(*((("Ada", "Ben")[n % 2], f"[00:0{n}:12] We sailed.") for n in range(8)))
    (finding,) = found(MisplacedMetadata(), transcript)
    assert finding.weight is Severity.NOTICE
    assert [turn.text for turn in settled(transcript, finding)] == ["We sailed."] * 8


@given(st.text(alphabet="ab []<>#:0123&;*.\n_", max_size=60))
def test_residues_run_in_order_and_do_not_overlap(text: str) -> None:
    found = residues(text)
    assert all(first.end <= second.start for first, second in pairwise(found))
    left = without(text, found)
    assert len(left) <= len(text)
    if is_residue(text):
        assert any(not character.isspace() for character in text)


def test_a_link_of_a_page_loses_its_marks_and_keeps_its_words() -> None:
    transcript = a_transcript(*TALK, ("Ben", 'See <a href="https://example.org">the plan</a> of it.'))
    (finding,) = found(MisplacedMetadata(), transcript)
    assert settled(transcript, finding)["3"].text == "See the plan of it."
    assert not found(MisplacedMetadata(), a_transcript(*TALK, ("Ben", "We put <div> within <a> there.")))


def left_over(text: str) -> list[str]:
    return [text[one.start : one.end] for one in residues(text)]


@pytest.mark.parametrize(
    ("text", "found_there"),
    [
        ("We left [unintelligible 00:12:45] at noon.", []),
        ("We left [a] 00:12:45 at noon.", ["00:12:45"]),
        ("We left [00:12:45 at noon.", ["00:12:45"]),
        (f"[{'so we left ' * 5}00:12:45 at noon.", ["00:12:45"]),
        ("#harbour", ["#harbour"]),
        ("We use #harbour there.", []),
        ("__Part one__", ["__Part one__"]),
        ("We went.\n**Part one**\nWe came.", ["**Part one**"]),
        ("We went.\n# Part one\nWe came.", ["# Part one"]),
        ("We call __init__ first.", []),
        ("We went to www.example.org then.", []),
        ("We went there.\nhttps://example.org\nThen we came.", ["https://example.org"]),
        ("Read it at https://example.org?utm_source=x now.", ["https://example.org?utm_source=x"]),
        ("We put a <br> there.", []),
        ("We left <br> there.", ["<br>"]),
        ("It is R&D; and so on.", []),
        ("Photo credit: Ada Lund", ["Photo credit: Ada Lund"]),
        ("We laughed. ♪ la la ♪ So.", ["♪ la la ♪"]),
        ("We said [BLANK_AUDIO] there.", ["[BLANK_AUDIO]"]),
    ],
)
def test_what_was_left_over_and_what_was_said(text: str, found_there: list[str]) -> None:
    assert left_over(text) == found_there


def test_what_stood_between_two_halves_lets_them_be_joined() -> None:
    text = (
        "The survey said that the\n\nREAD MORE: Harbour dues frozen » Coast Live\n\nslipway needs new piles."
    )
    transcript = a_transcript(*TALK, ("Ben", text))
    (finding,) = found(MisplacedMetadata(), transcript)
    assert settled(transcript, finding)["3"].text == "The survey said that the slipway needs new piles."


def test_between_whole_paragraphs_they_stay_paragraphs() -> None:
    text = (
        "The survey said so.\n\nREAD MORE: Harbour dues frozen » Coast Live\n\nThe slipway needs new piles."
    )
    transcript = a_transcript(*TALK, ("Ben", text))
    (finding,) = found(MisplacedMetadata(), transcript)
    assert settled(transcript, finding)["3"].text.split("\n")[0] == "The survey said so."
    assert settled(transcript, finding)["3"].text.endswith("\nThe slipway needs new piles.")


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        (("SIDE A", "SIDE B"), 0),
        (("SIDE B",), 1),
        (("[Tape 1, 00:00]", "[End of tape 1. Tape 2, 00:00]"), 0),
        (("Kassette 1", "Kassette 2"), 0),
        (("Chapter 1", "Chapter 2"), 2),
    ],
)
def test_the_sides_of_a_tape_may_be_named_where_more_than_one_is(marks: tuple[str, ...], told: int) -> None:
    rows = [row for mark in marks for row in ((None, mark), *TALK)]
    assert len(found(MisplacedMetadata(), a_transcript(*TALK * 3, *rows))) == told


def test_around_an_interview_it_may_say_that_it_was_edited() -> None:
    line = "This interview has been edited for length."
    assert found(MisplacedMetadata(), a_transcript(*TALK, background=(line,))) == []
    assert len(found(MisplacedMetadata(), a_transcript(*TALK, ("Ben", line)))) == 1


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("14:16 TV: Could they have found it?", ["14:16 TV:"]),
        ("We left.\n[00:14:16] Ida Lund: Could they?", ["[00:14:16] Ida Lund:"]),
        ("TV tape 2 starts here. Battery!! ring desk", ["TV tape 2 starts here. Battery!! ring desk"]),
        ("Side B begins here", ["Side B begins here"]),
        ('NOTE duration:"00:13:52.100" We left.', ['NOTE duration:"00:13:52.100"']),
        ("NOTE Confidence: 0.89 We left.", ["NOTE Confidence: 0.89"]),
        ("We left. [^2]: ibid. Then we came.", ["[^2]: ibid."]),
        ("We left [^2] then.", ["[^2]"]),
    ],
)
def test_notes_of_tapes_files_and_footnotes_are_left_over(text: str, left: list[str]) -> None:
    assert left_over(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "At 14:16 it began: we left.",
        "14:16 was late: we left.",
        "Tape 2 starts here.",
        "The tape starts here",
        "I made a NOTE of it: we left.",
    ],
)
def test_who_speaks_of_times_and_tapes_leaves_nothing(text: str) -> None:
    assert left_over(text) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("https://coast.example/a We left.", ["https://coast.example/a"]),
        ("We left. Continued on page 5 Then we came.", ["Continued on page 5"]),
        ("We left. Filed under: Boats, cranes Then we came.", ["Filed under: Boats, cranes"]),
        ("We left. Read more: Ten boats you will love Then we came.", ["Read more: Ten boats you will love"]),
        ("READ MORE: Ten boats you will love Then we came.", ["READ MORE: Ten boats you will love"]),
        ("We left. Related: What the yard has learnt Then we came.", ["Related: What the yard has learnt"]),
        ("We left. Read more: The Boats Of Ida Lund", ["Read more: The Boats Of Ida Lund"]),
        ("We continued from page 5 on.", []),
        ("He filed under his own name: Ida.", []),
    ],
)
def test_ways_on_and_addresses_between_sentences_are_left_over(text: str, left: list[str]) -> None:
    assert left_over(text) == left
