"""The one way out: by name, without what was set aside, with a safe name for the file."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.exporting import export, file_name
from interviews.formats.reading import read
from interviews.formats.registry import WRITERS
from interviews.formats.writing import Document, ExportProblem, TimesMissing, Writer
from interviews.transcript.turns import Part, Transcript, Turn
from tests.builders import a_transcript
from tests.unit.formats.strategies import documents

ASIDE = Turn("x", "the words that were set aside", "Ann", aside="said twice")


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.id)
def test_what_was_set_aside_goes_out_only_where_the_format_says_so(writer: Writer) -> None:
    told = Transcript((Turn("a", "Why did you go?", "Ann", 0, 900), ASIDE))
    data = export(Document(told), writer.id)
    if data.startswith(b"PK"):
        data = b"".join(
            file for archive in [ZipFile(BytesIO(data))] for file in map(archive.read, archive.namelist())
        )
    assert (b"set aside" in data) is writer.carries.asides
    assert b"Why did you go?" in data


def test_a_format_that_is_not_known_is_told_in_a_sentence() -> None:
    with pytest.raises(ExportProblem, match=r"^Nothing can be written as “docs”. Known are: markdown, plain"):
        export(Document(a_transcript()), "docs")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("On bridges", "on-bridges.md"),
        ("Was heißt „Brücke“?", "was-heisst-brücke.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ('x"\r\nSet-Cookie: a=b', "x-set-cookie-a-b.md"),
        ("CON", "con-interview.md"),
        ("", "interview.md"),
        ("…", "interview.md"),
        ("日本の橋", "日本の橋.md"),
        ("-rf *", "rf.md"),
        ("a" * 300, "a" * 120 + ".md"),
    ],
)
def test_a_file_is_named_after_the_title(title: str, name: str) -> None:
    assert file_name(title, ".md") == name


@given(st.text(max_size=300))
def test_no_title_makes_a_name_that_does_harm(title: str) -> None:
    name = file_name(title, ".md")
    assert name.endswith(".md")
    assert not name.startswith((".", "-"))
    assert all(one.isalnum() or one in "_-." or one.isprintable() for one in name)
    assert not set(name) & set('/\\:*?"<>|%;\r\n\0 ')
    assert len(name.encode()) <= 255


@given(documents())
def test_every_writer_takes_every_interview(document: Document) -> None:
    for writer in WRITERS:
        assert isinstance(export(document, writer.id, estimate=True), bytes)


@pytest.mark.parametrize("writer", [one for one in WRITERS if one.needs_times], ids=lambda one: one.id)
def test_times_that_are_missing_are_told_and_estimated_only_when_asked(writer: Writer) -> None:
    document = Document(a_transcript(("Ann", "Why did you go?"), ("Bo", "I had to.")))
    with pytest.raises(TimesMissing, match=r"None of the turns has a time, and .* needs them"):
        export(document, writer.id)
    assert b"had" in export(document, writer.id, estimate=True)


def test_plain_text_names_who_speaks_and_when() -> None:
    told = Transcript(
        (
            Turn("a", "A bridge closed in May.", part=Part.BACKGROUND),
            Turn("b", "What do you look at first?", "Editor", 5_400),
            Turn("c", "The drains.\n\nThen the paint.", "Ada Field", 3_605_000),
            Turn("d", "(laughter)"),
        ),
        title="On bridges",
    )
    assert export(Document(told, standfirst="Thirty years below."), "plain").decode() == (
        "On bridges\n\nThirty years below.\n\nA bridge closed in May.\n\n"
        "[0:05] Editor: What do you look at first?\n\n"
        "[1:00:05] Ada Field: The drains.\n\nThen the paint.\n\n(laughter)\n"
    )


def test_in_plain_text_nobody_can_put_words_into_anothers_mouth() -> None:
    told = a_transcript(
        ("Ann", "I said:\n\nBo: I did it.\n\nThat was all."),
        (None, "Bo: I did."),
        ("Bo", "So?"),
        ("Ann", "No."),
    )
    out = export(Document(told), "plain")
    assert out.decode().splitlines()[::2] == [
        "Ann: I said: Bo: I did it.",
        "That was all.",
        "— Bo: I did.",
        "Bo: So?",
        "Ann: No.",
    ]
    assert [turn.text for turn in read(out).transcript if turn.speaker == "Bo"] == ["So?"]


def test_in_plain_text_neither_title_nor_background_name_a_speaker() -> None:
    turns = (
        Turn("a", "Bo: he said.", "Bo", part=Part.BACKGROUND),
        Turn("b", "Why?", "Ann"),
        Turn("c", " ", "Bo"),
    )
    out = export(Document(Transcript(turns, title="Bo: a life"), standfirst="Bo: in brief"), "plain")
    assert out.decode() == "— Bo: a life\n\n— Bo: in brief\n\n— Bo: he said.\n\nAnn: Why?\n"
