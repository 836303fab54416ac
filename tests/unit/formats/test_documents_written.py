"""Word documents, web pages and tables that go out come back as they were, and nothing breaks out of them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO, StringIO
from itertools import takewhile
from zipfile import ZipFile

import docx
from hypothesis import example, given, settings
from hypothesis import strategies as st

from interviews.formats.base import ImportProblem
from interviews.formats.documents import reading_of
from interviews.formats.docx_parts import parse_docx
from interviews.formats.exporting import export
from interviews.formats.reading import read
from interviews.formats.writing import Document
from interviews.formats.written import clean
from interviews.transcript.turns import Part, Transcript, Turn
from tests.office import sample
from tests.unit.formats.strategies import documents

Told = tuple[Part, str | None, int | None, int | None, list[list[str]]]


def words(text: str) -> list[list[str]]:
    """The words of each paragraph: what nobody can see is not there, and white space only parts them."""
    lines = re.split("\r\n|[\n\r\u2028\u2029]", clean(text))
    paragraphs = "\n".join(line.strip() for line in lines).split("\n\n")
    return [told for paragraph in paragraphs if (told := paragraph.split())]


def carried(transcript: Transcript, *, ends: bool, per: int) -> Iterator[Told]:
    """What of each turn that stands is to come back; times are told to ``per`` milliseconds."""
    for turn in transcript.standing:
        if not words(turn.text):
            continue
        spoken = turn.is_dialogue
        speaker = " ".join(clean(turn.speaker or "").split()) if spoken else ""
        start = turn.start // per * per if turn.start is not None and spoken else None
        yield turn.part, speaker or None, start, turn.end if ends and spoken else None, words(turn.text)


def told(transcript: Transcript) -> list[Told]:
    return [(turn.part, turn.speaker, turn.start, turn.end, words(turn.text)) for turn in transcript.standing]


def an_interview(*turns: Turn) -> Document:
    return Document(Transcript(turns, title="On bridges"))


@settings(deadline=None)
@given(documents())
@example(an_interview(Turn("1", "=1+1", ":", 5), Turn("2", ": so", None), Turn("3", "[0:12] hm", None, 9)))
def test_a_word_document_comes_back(document: Document) -> None:
    wanted = list(carried(document.transcript, ends=False, per=1000))
    parsed = parse_docx(export(document, "docx"))  # in this process, since there are hundreds
    try:
        reading = reading_of(parsed, "docx")
    except ImportProblem:
        assert not any(part is Part.DIALOGUE for part, *_ in wanted)
        return
    assert reading.unaccounted() == 0
    if any(part is Part.DIALOGUE for part, *_ in wanted):
        assert told(reading.transcript) == wanted
        assert reading.transcript.title == " ".join(clean(document.transcript.title).split())


@settings(deadline=None)
@given(documents())
@example(an_interview(Turn("1", "=1+1", ":", 5), Turn("2", ": so", None), Turn("3", "[0:12] hm", None, 9)))
def test_a_web_page_comes_back(document: Document) -> None:
    wanted = list(carried(document.transcript, ends=True, per=1))
    if not any(part is Part.DIALOGUE for part, *_ in wanted):
        return
    reading = read(export(document, "html"))
    assert reading.format_id == "html"
    assert told(reading.transcript) == wanted
    assert reading.transcript.title == " ".join(clean(document.transcript.title).split())


@settings(deadline=None)
@given(documents(), st.sampled_from(["csv", "tsv"]))
def test_a_table_comes_back(document: Document, format_id: str) -> None:
    wanted = [
        (
            turn.part,
            " ".join(clean(turn.speaker or "").split()) or None,
            turn.start,
            turn.end,
            words(turn.text),
        )
        for turn in document.transcript.standing
        if words(turn.text)
    ]
    if not wanted:
        return
    reading = read(export(document, format_id))
    assert reading.format_id == "csv"
    assert [(p, (s or "").removesuffix(":").rstrip() or None, *rest) for p, s, *rest in wanted] == [
        (p, s, *rest) for p, s, *rest in told(reading.transcript)
    ]


def test_the_same_interview_is_the_same_bytes() -> None:
    document = an_interview(Turn("1", "Why?", "Ann", 5000))
    for format_id in ("docx", "html", "csv"):
        assert export(document, format_id) == export(document, format_id)


@settings(deadline=None, max_examples=30)
@given(documents())
def test_python_docx_reads_the_words_that_were_written(document: Document) -> None:
    data = export(document, "docx")
    theirs = docx.Document(BytesIO(data))
    ours = parse_docx(data)
    assert [block.text for block in ours.blocks] == [
        paragraph.text.strip() for paragraph in theirs.paragraphs
    ]
    title = " ".join(clean(document.transcript.title).split())
    assert theirs.core_properties.title == title
    assert all(paragraph.style is not None for paragraph in theirs.paragraphs)


def test_python_docx_sees_the_same_paragraphs_in_a_document() -> None:
    theirs = [paragraph.text for paragraph in docx.Document(BytesIO(sample("docx/ordinary"))).paragraphs]
    assert [block.text for block in parse_docx(sample("docx/ordinary")).blocks] == [
        text for text in theirs if text
    ]


_RUNS = st.lists(st.tuples(st.sampled_from(["Ann", ": ", "so\tit", "is\nso", " ", "é😀"]), st.booleans()))


@settings(deadline=None, max_examples=40)
@given(st.lists(_RUNS, min_size=1, max_size=4))
def test_what_python_docx_writes_is_read_with_its_bold_starts(
    paragraphs: list[list[tuple[str, bool]]],
) -> None:
    theirs = docx.Document()
    wanted = []
    for runs in paragraphs:
        paragraph = theirs.add_paragraph()
        for text, bold in runs:
            paragraph.add_run(text).bold = bold
        text = "".join(text for text, _ in runs)
        if text.strip():
            leading = "".join(text for text, _ in takewhile(lambda run: run[1] or run[0].isspace(), runs))
            wanted.append((text.strip(), len(leading.strip())))
    made = BytesIO()
    theirs.save(made)
    assert [(block.text, block.lead) for block in parse_docx(made.getvalue()).blocks] == wanted


class _Tags(HTMLParser):
    """What an independent parser makes of a page: its tags, and the attributes that could run something."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not any(name.startswith("on") or name == "src" for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@settings(deadline=None)
@given(documents())
def test_no_word_becomes_markup_on_a_page(document: Document) -> None:
    parser = _Tags()
    parser.feed(export(document, "html").decode())
    parser.close()
    assert parser.tags <= set("html head meta link title style body main article h1 p cite time br".split())
    shown = " ".join("".join(parser.text).split())
    for turn in document.transcript.standing:
        for paragraph in words(turn.text):
            assert " ".join(paragraph) in shown


@settings(deadline=None)
@given(documents())
def test_no_word_becomes_markup_in_a_word_document(document: Document) -> None:
    with ZipFile(BytesIO(export(document, "docx"))) as package:
        assert package.testzip() is None
        xml = package.read("word/document.xml").decode()
    kinds = set(re.findall(r"<(w:\w+)", xml))
    assert kinds <= {f"w:{name}" for name in "document body p pPr pStyle r rPr rStyle t br tab".split()} | {
        "w:sectPr",
        "w:pgSz",
        "w:pgMar",
    }


@settings(deadline=None)
@given(documents(), st.sampled_from([("csv", ","), ("tsv", "\t")]))
def test_no_cell_begins_a_formula(document: Document, table: tuple[str, str]) -> None:
    text = export(document, table[0]).decode("utf-8-sig")
    for row in csv.reader(StringIO(text, newline=""), delimiter=table[1]):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
