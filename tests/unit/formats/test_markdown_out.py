"""Markdown that goes out comes back as it was, and shows no more than the words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt

from interviews.formats.base import ImportProblem, Use
from interviews.formats.escapes import escaped, unescaped
from interviews.formats.exporting import export
from interviews.formats.lines import LINE_END, Hidden
from interviews.formats.reading import read, read_text
from interviews.formats.writing import Document
from interviews.transcript.filing import Filing
from interviews.transcript.turns import Part, Role, Speaker, Transcript, Turn
from tests.builders import a_transcript
from tests.unit.formats.strategies import documents, lines

SAMPLE = Path(__file__).parents[2] / "samples" / "markdown" / "nasty.md"

Told = tuple[Part, str | None, int | None, str]


def plain(text: str) -> str:
    """A line as the format can carry it: what nobody can see is not there, white space is one space."""
    return " ".join(Hidden(text).seen.split())


def paragraphs(text: str) -> list[str]:
    """What blank lines part; a line in which nobody can see anything is one."""
    wanted = "\n".join(map(plain, LINE_END.split(text))).split("\n\n")
    return [one.strip("\n") for one in wanted if one.strip("\n")]


def carried(transcript: Transcript) -> Iterator[Told]:
    """What of each turn that stands is to come back."""
    for turn in transcript.standing:
        words = paragraphs(turn.text)
        if turn.part is Part.BACKGROUND:
            yield from ((turn.part, None, None, paragraph) for paragraph in words)
        elif words:
            start = turn.start // 1000 * 1000 if turn.start is not None else None
            yield turn.part, plain(turn.speaker or "") or None, start, "\n\n".join(words)


def told(transcript: Transcript) -> list[Told]:
    return [(turn.part, turn.speaker, turn.start, turn.text) for turn in transcript.standing]


@given(documents())
def test_what_goes_out_comes_back(document: Document) -> None:
    wanted = list(carried(document.transcript))
    data = export(document, "markdown")
    try:
        reading = read(data)
    except ImportProblem:
        assert not wanted
        return
    assert reading.format_id == "markdown"
    assert told(reading.transcript) == wanted
    back = reading.transcript
    assert (back.title, back.language) == (document.transcript.title, document.transcript.language)
    assert back.speakers == document.transcript.speakers
    assert reading.filing == document.filing
    assert reading.unaccounted() == 0
    assert not reading.questions
    assert not reading.notes


@given(documents())
def test_the_pieces_of_a_turn_spell_its_words(document: Document) -> None:
    try:
        reading = read(export(document, "markdown"))
    except ImportProblem:
        return
    end, held = 0, {turn.key: "" for turn in reading.transcript}
    for piece in reading.pieces:
        assert end <= piece.start < piece.end
        end = piece.end
        if piece.use in (Use.TURN, Use.TITLE, Use.ASIDE) and piece.turn:
            held[piece.turn] += reading.text[piece.start : piece.end]
    for turn in reading.transcript:
        assert "".join(unescaped(held[turn.key]).split()) == "".join(turn.text.split())


@given(lines)
@example("1. a")
@example("a_b_ _c")
@example("&amp; & b")
def test_any_line_stays_what_it_is(line: str) -> None:
    line = " ".join(line.split())
    assert unescaped(escaped(line)) == line


@given(lines)
def test_another_reader_of_markdown_shows_one_paragraph_with_these_words(line: str) -> None:
    line = " ".join(line.split())
    if not line:
        return
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(escaped(line))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {part.type for part in tokens[1].children or []} <= {"text", "text_special", "softbreak"}
    assert "".join(part.content for part in tokens[1].children or []) == line


def test_it_looks_like_an_interview() -> None:
    transcript = Transcript(
        (
            Turn("a", "A bridge closed in May.", part=Part.BACKGROUND),
            Turn("b", "What do you look at first?", "Editor", 5_400),
            Turn("c", "The drains.\n\nThen the paint.", "Ada Field", 3_605_000),
            Turn("d", "(laughter)"),
            Turn("e", "Said twice.", "Editor", aside="said twice"),
            Turn("f", "She works for the county.", part=Part.BACKGROUND),
        ),
        (Speaker("Editor", Role.INTERVIEWER), Speaker("Ada Field", Role.GUEST, description="inspector")),
        title="On bridges",
    )
    assert export(Document(transcript, standfirst="Thirty years below."), "markdown").decode() == (
        "---\n"
        "newsroom: markdown/1\n"
        'title: "On bridges"\n'
        'language: "en"\n'
        'speakers: [{"name": "Editor", "role": "interviewer"}, '
        '{"name": "Ada Field", "role": "guest", "description": "inspector"}]\n'
        'standfirst: "Thirty years below."\n'
        "---\n\n"
        "# On bridges\n\n"
        "*Thirty years below.*\n\n"
        "A bridge closed in May.\n\n"
        "**Editor:** [0:05] What do you look at first?\n\n"
        "**Ada Field:** [1:00:05] The drains.\n\n"
        "Then the paint.\n\n"
        "**—:** (laughter)\n\n"
        "---\n\n"
        "She works for the county.\n"
    )


def test_the_nastiest_sample_shows_nothing_but_its_words() -> None:
    reading = read(SAMPLE.read_bytes(), name=SAMPLE.name)
    assert told(reading.transcript) == [
        (Part.BACKGROUND, None, None, "- A list that is none."),
        (
            Part.DIALOGUE,
            "Q",
            3_727_000,
            "**Ann *Star*:** is what I wrote\non two lines, [0:12] and 3 < 4 <b>.\n\n"
            "1986. That was the year.",
        ),
        (Part.DIALOGUE, "Ann *Star*", None, "Q. is no label here."),
        (Part.DIALOGUE, None, None, "(laughter)"),
        (Part.BACKGROUND, None, None, "#bridges #locks"),
        (Part.DIALOGUE, "Q", None, "Thank you\\."),
    ]
    assert reading.transcript.title == 'Notes: # on "bridges"'
    assert [(one.role, one.full_name) for one in reading.transcript.speakers] == [
        (Role.INTERVIEWER, "Tom Reyes"),
        (Role.GUEST, ""),
    ]
    assert reading.recorded_on == date(2026, 5, 4)


def test_front_matter_that_is_not_as_it_should_be_is_read_as_any_other() -> None:
    text = (
        "---\nnewsroom: markdown/1\ntitle: On bridges\n---\n\n**Ann:** Why?\n\n**Bo:** So.\n\n**Ann:** I see."
    )
    reading = read_text(text)
    assert [turn.speaker for turn in reading.transcript.dialogue] == ["Ann", "Bo", "Ann"]
    assert reading.transcript.title == "On bridges"


@pytest.mark.parametrize(
    "text", ["---\nnewsroom: markdown/1\n---\n", "---\nnewsroom: markdown/1\n---\n\n**Ann:**\n"]
)
def test_a_declaration_without_words_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ImportProblem, match="There is nothing to read here"):
        read_text(text)


def test_marks_that_are_escaped_are_plain_characters_in_anybodys_markdown() -> None:
    reading = read_text("**Ann:** \\[04:10\\] Why \\*now\\*?\n\n**Bo:** Yes \\[05:00\\].\n\n**Ann:** I see.")
    assert [turn.text for turn in reading.transcript] == ["Why *now*?", "Yes [05:00].", "I see."]


def test_where_it_is_filed_stands_in_the_front_matter_and_anything_else_is_not_ours() -> None:
    filing = Filing("Twelve voices", 3, ("Oslo, Norway", "work"))
    told = export(Document(a_transcript(("Ann", "Why?")), filing=filing), "markdown").decode()
    assert 'series: "Twelve voices"\nseries_number: 3\ntopics: ["Oslo, Norway", "work"]\n' in told
    assert read(told.encode()).filing == filing
    for damaged in ("series_number: 0", 'series_number: "3"', "series_number: true"):
        assert read(told.replace("series_number: 3", damaged).encode()).filing == Filing()
