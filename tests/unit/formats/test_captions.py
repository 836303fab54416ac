"""Captions become turns: what each format writes, and what people and programs make of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from interviews.formats.base import ImportProblem, Reading, Use
from interviews.formats.reading import read, read_text
from interviews.formats.registry import reader
from interviews.formats.sniffing import sniff
from interviews.transcript.hearing import Heard

SAMPLES = Path("tests/samples")
FORMATS = ("webvtt", "srt", "sbv", "ttml")


def sample(name: str) -> Reading:
    return read((SAMPLES / name).read_bytes())


def said(reading: Reading) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in reading.transcript.dialogue]


def times(reading: Reading) -> list[tuple[int | None, int | None]]:
    return [(turn.start, turn.end) for turn in reading.transcript.dialogue]


def words(heard: Heard) -> list[tuple[str, int | None, int | None]]:
    return [(word.span.of(heard.text), word.start, word.end) for word in heard.words]


def vtt(*cues: str) -> str:
    """A file with a cue every second."""
    blocks = [f"00:{n:02}.000 --> 00:{n + 1:02}.000\n{cue}" for n, cue in enumerate(cues)]
    return "\n\n".join(("WEBVTT", *blocks))


@pytest.mark.parametrize(
    "path",
    [path for id_ in FORMATS for path in sorted((SAMPLES / id_).iterdir()) if path.stem != "malformed"],
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
def test_a_sample_is_known_by_its_content_and_read_in_full(path: Path) -> None:
    reading = read(path.read_bytes(), name="transcript.txt")
    assert reading.format_id == path.parent.name
    assert reading.unaccounted() == 0
    others = [choice.reader.id for choice in sniff(reading.text) if choice.reader.id in FORMATS]
    assert others == [path.parent.name]


@pytest.mark.parametrize("id_", FORMATS)
def test_nothing_else_is_taken_for_captions(id_: str) -> None:
    others = [
        path
        for folder in (Path("interviews/samples"), Path("tests/interviews"), SAMPLES)
        for path in sorted(folder.rglob("*.*"))
        if path.is_file() and path.parent.name not in FORMATS
    ]
    assert len(others) > 50
    for path in others:
        text = path.read_bytes().decode("utf-8", "replace")
        assert reader(id_).recognise(text, path.name) == (0, ""), path


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "webvtt/malformed.vtt",
            "There are no captions here: no line has two times such as 00:01.000 --> 00:04.000.",
        ),
        ("srt/malformed.srt", "There is nothing to read here: the captions have times, but no words."),
        (
            "sbv/malformed.sbv",
            "There are no captions here: no line has two times such as 0:00:01.000,0:00:04.000.",
        ),
        (
            "ttml/malformed.ttml",
            "The XML breaks at line 4: no element found. The file may be damaged or cut short.",
        ),
    ],
)
def test_a_malformed_file_is_refused_in_a_sentence(name: str, sentence: str) -> None:
    with pytest.raises(ImportProblem) as problem:
        read((SAMPLES / name).read_bytes(), format_id=name.split("/")[0])
    assert str(problem.value) == sentence


def test_webvtt_names_voices_and_sentences_go_on_over_cues() -> None:
    reading = sample("webvtt/ordinary.vtt")
    assert said(reading) == [
        ("Ole Brandt", "When did the ferry stop running?"),
        ("Maren Thoma", "In the spring of 1998. The bridge had been open for two months."),
        ("Ole Brandt", "And then?"),
    ]
    assert times(reading) == [(1000, 3200), (3400, 8500), (9000, 10000)]
    assert reading.transcript.title == "Conversation with Maren Thoma"
    assert [turn.text for turn in reading.transcript if turn.aside] == [
        "Conversation with Maren Thoma",
        "Recorded on the quay, wind from the west.",
    ]
    segments = reading.transcript.heard["4"].segments
    assert [
        (one.span.of("In the spring of 1998. The bridge had been"), one.start) for one in segments[:1]
    ] == [("In the spring of 1998. The bridge", 3400)]


def test_the_nastiest_webvtt_loses_nothing() -> None:
    reading = sample("webvtt/nasty.vtt")
    assert said(reading) == [
        ("Ann & Bea Root", "Is it <b> or a --> b?"),
        ("Carl", "It is both, I think. Fish & chips, 5 < 6, <laughs> and so on. STYLE is a word too."),
        (None, "Tickets, please."),
    ]
    assert reading.transcript.language == "en-GB"
    assert reading.transcript.heard["1"].segments[0].confidence == 0.91
    assert reading.notes == ("Line 28: the times cannot be read. The words below are kept without a time.",)


def test_the_scrolling_lines_of_youtube_are_read_once_with_a_time_for_each_word() -> None:
    reading = sample("webvtt/youtube.vtt")
    assert said(reading) == [(None, "they pulled the boat up the beach by hand"), (None, "really")]
    assert words(reading.transcript.heard["1"])[:6] == [
        ("they", 160, 480),
        ("pulled", 480, 800),
        ("the", 800, 960),
        ("boat", 960, 2550),
        ("up", 2560, 2720),
        ("the", 2720, 2960),
    ]
    assert "The captions scroll: lines that were shown again are read once (4)." in reading.notes


def test_where_nobody_is_named_it_is_told_what_ends_a_turn() -> None:
    rows = (
        "1\n00:00:01,000 --> 00:00:02,000\n{}Who built it?\n\n"
        "2\n00:00:02,000 --> 00:00:04,000\n{}My father.\n"
    )
    silence = "nobody speaks for more than 2 seconds between two sentences."
    assert read_text(rows.format("", "")).notes == (
        f"No caption names a speaker: a turn ends where {silence}",
    )
    dashed = read_text(rows.format("- ", "- "))
    assert len(dashed.transcript.turns) == 2
    assert dashed.notes == (
        f"No caption names a speaker: a turn ends at a dash or “>>”, and where {silence}",
    )


def test_a_line_that_grows_is_read_once() -> None:
    reading = read_text(vtt("so we", "so we went", "so we went down", "so we went down there"))
    assert said(reading) == [(None, "so we went down there")]
    assert reading.unaccounted() == 0


def test_what_is_said_twice_stays_where_nothing_scrolls() -> None:
    reading = read_text(vtt("Yes.", "Yes.", "What a day it was.", "We rowed.", "And rowed.", "Then fog."))
    assert said(reading)[0][1].startswith("Yes. Yes.")


def test_zoom_names_people_before_a_colon_and_a_remark_is_no_name() -> None:
    assert said(sample("webvtt/zoom.vtt")) == [
        ("Christa Vogel", "Note: we are recording this."),
        ("Ben", "All right."),
        ("Christa Vogel", "How many hives are left?"),
        ("Ben", "Eleven: that is all."),
    ]


def test_whisperx_names_people_in_brackets() -> None:
    assert said(sample("webvtt/whisperx.vtt")) == [
        ("SPEAKER_00", "Where was it found?"),
        ("SPEAKER_01", "Under the stairs, behind a board."),
        ("SPEAKER_00", "Who knew?"),
    ]


def test_srt_names_people_where_they_change() -> None:
    reading = sample("srt/ordinary.srt")
    assert said(reading) == [
        ("Nora", "How deep is the well?"),
        ("Emil", "Forty metres, and there is still water in it."),
        ("Nora", "Sweet water?"),
        ("Emil", "Yes."),
    ]
    assert times(reading)[1] == (3200, 7500)


def test_the_nastiest_srt_loses_nothing() -> None:
    reading = sample("srt/nasty.srt")
    assert said(reading) == [
        (None, "Who locked it?"),
        (None, "I did, and I lost the key. The year was 3 1984"),
        (None, "Then we waited for rain. Nobody came: a < b."),
    ]


def test_a_name_at_every_cue_leaves_words_without_one_to_nobody() -> None:
    text = vtt("Ann: Yes.", "Ann: It was.", "Bo: When?", "Bo: And where?", "A door bangs.", "Ann: There.")
    assert ("Bo", "When? And where?") in said(read_text(text))
    assert (None, "A door bangs.") in said(read_text(text))


def test_names_on_lines_of_their_own_are_names() -> None:
    text = vtt("Ann Lee\nWhy go?", "Bo Orr\nTo see.", "Ann Lee\nI see.", "Bo Orr\nYes.")
    assert said(read_text(text)) == [
        ("Ann Lee", "Why go?"),
        ("Bo Orr", "To see."),
        ("Ann Lee", "I see."),
        ("Bo Orr", "Yes."),
    ]


def test_sbv_is_read_with_its_breaks_and_chevrons() -> None:
    assert said(sample("sbv/ordinary.sbv")) == [
        (None, "We went out before light. Nobody spoke until the buoy."),
        (None, "Then the engine stopped."),
    ]
    assert said(sample("sbv/nasty.sbv")) == [
        ("ROSA", "Did you hear it?"),
        (None, "No. What was it, 10:30, a bell?"),
        ("ROSA", "A bell --> and then nothing."),
    ]


def test_ttml_names_agents() -> None:
    reading = sample("ttml/ordinary.ttml")
    assert said(reading) == [
        ("Timo Klee", "Seit wann läuten Sie?"),
        ("Jule Harms", "Seit dem Sturm & der Flut. Davor mein Vater."),
        ("Timo Klee", "Allein?"),
    ]
    assert times(reading) == [(1000, 2000), (2500, 6000), (6500, 7000)]
    assert (reading.transcript.language, reading.transcript.title) == ("de", "Ein Gespräch mit Jule Harms")


def test_the_nastiest_ttml_loses_nothing_and_counts_frames_ticks_and_nesting() -> None:
    reading = sample("ttml/nasty.dfxp")
    assert said(reading) == [
        ("Ida Lund", "One and two, that’s it."),
        ("y", "No."),
        ("Ida Lund", "Yes"),
        ("y", "& <i>no</i> &amp;"),
        ("Ida Lund", "First last Behind it. At no time."),
    ]
    assert times(reading)[:2] == [(11200, 12500), (12000, 13000)]
    assert words(reading.transcript.heard["8"]) == [("First", 10000, 10400), ("last", 10500, 11000)]
    assert [(turn.text, turn.aside) for turn in reading.transcript if turn.aside] == [
        ("Made on a Tuesday", "the head of the file"),
        ("whispered", "a note in the file"),
        ("left over", "words outside the captions"),
    ]


def test_words_of_ttml_that_count_from_the_start_of_all_are_not_counted_from_their_caption() -> None:
    body = '<p begin="10s" end="12s"><span begin="10s" end="11s">So</span> <span begin="11s">yes</span></p>'
    reading = read_text(f"<tt><body>{body}</body></tt>", format_id="ttml")
    assert words(reading.transcript.heard["1"]) == [("So", 10_000, 11_000), ("yes", 11_000, 12_000)]


def test_a_label_is_a_label_and_a_time_is_a_time_in_the_source() -> None:
    reading = sample("srt/ordinary.srt")
    uses = {reading.text[piece.start : piece.end]: piece.use for piece in reading.pieces}
    assert uses["Nora"] is Use.LABEL
    assert uses["00:00:01,000 --> 00:00:03,000"] is Use.TIME
    assert uses["1"] is Use.MARKUP


@pytest.mark.parametrize(
    ("times", "start", "end"),
    [
        ("00:00:01,5 --> 00:00:02", 1500, 2000),
        ("0:0:1.100 --> 0:0:2.25", 1100, 2250),
        ("01:00.000 --> 75:30.000", 60_000, 4_530_000),
        ("100:00:00.000 --> 100:00:01.000", 360_000_000, 360_001_000),
        ("00:00:01,000 -- > 00:00:02,000", 1000, 2000),
        ("00:00:01,000 —> 00:00:02,000", 1000, 2000),
        ("00:00:01,000 → 00:00:02,000", 1000, 2000),
        ("00:00:01:500 --> 00:00:02:12", 1500, 2000),
        ("00:00:01.123456 --> 00:00:02.000001", 1123, 2000),
        ("00:00:01,000 --> 00:00:02,000 position:10% align:start", 1000, 2000),
    ],
)
def test_times_are_read_as_people_and_programs_write_them(times: str, start: int, end: int) -> None:
    turn = read_text(f"1\n{times}\nHello there.\n", format_id="srt").transcript.turns[0]
    assert (turn.text, turn.start, turn.end) == ("Hello there.", start, end)


def test_words_behind_the_times_are_words() -> None:
    assert said(read_text("1\n00:00:01,000 --> 00:00:02,000 Hello there.\n")) == [(None, "Hello there.")]


def test_a_speaker_with_a_name_that_cannot_be_stored_is_refused_with_the_limit() -> None:
    with pytest.raises(
        ImportProblem, match=r"^Line 4 names a speaker with 201 characters; at most 200 fit\.$"
    ):
        read_text(f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v {'x' * 201}>Hello.")


@pytest.mark.parametrize(
    ("xml", "sentence"),
    [
        (
            '<!DOCTYPE tt [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><tt><body><p begin="1s">&b;</p></body></tt>',
            "The XML declares a document type (DTD) or entities. Much can hide in them, and captions need "
            "none: take the declaration out.",
        ),
        (
            f"<tt><body>{'<div>' * 300_000}",
            "The XML is nested over 100 levels deep, the most that is read. Captions need few.",
        ),
        ("<tt><head/></tt>", "There are no captions here: the XML has no paragraph (p) in its body."),
        (
            "<tt><body><p>a&nbsp;b</p></body></tt>",
            "The XML breaks at line 1: undefined entity. The file may be damaged or cut short.",
        ),
    ],
    ids=["entities", "deep", "empty", "an entity of HTML"],
)
def test_xml_that_only_an_attack_needs_is_refused(xml: str, sentence: str) -> None:
    with pytest.raises(ImportProblem) as problem:
        read_text(xml, format_id="ttml")
    assert str(problem.value) == sentence
