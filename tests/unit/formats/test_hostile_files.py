"""Files that were made to do harm: each ends in one sentence that names the limit, and takes no more than it.

What is counted is what was unpacked, parsed or taken by the process, not how long it took.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_LZMA, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.archives import Archive
from interviews.formats.base import ImportProblem
from interviews.formats.blocks import (
    LONGEST_TEXT,
    MOST_PARAGRAPHS,
    SORTS,
    Block,
    Parsed,
    Unreadable,
    from_data,
    written,
)
from interviews.formats.confining import Limits, parsed
from interviews.formats.docx_parts import parse_docx
from interviews.formats.docx_styles import without_tables
from interviews.formats.html_tokens import tokens
from interviews.formats.odt_parts import parse_odt
from interviews.formats.reading import read, read_text
from interviews.formats.rtf_groups import parse_rtf
from interviews.formats.xml_events import DEEPEST, parse
from tests.office import a_docx, a_lying_zip, a_zip, sample, word_xml

ROOT = Path(__file__).parents[3]
MEGABYTE = 1_000_000


def refusal(data: bytes) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(ImportProblem) as told:
        read(data)
    return str(told.value)


def unpacked(archive: Archive, name: str, largest: int) -> tuple[int, str]:
    """How much came out of an archive before it was refused, and the sentence."""
    size = 0

    def counted() -> Iterator[int]:
        nonlocal size
        for chunk in archive.chunks(name, largest=largest):
            size += len(chunk)
            yield size

    with pytest.raises(Unreadable) as told:
        list(counted())
    return size, str(told.value)


def test_a_bomb_is_met_while_it_unpacks() -> None:
    sentence = refusal(a_docx(word_xml(" " * 60 * MEGABYTE)))
    assert "“word/document.xml” unpacks to over 200 times its size, which no text does." in sentence
    archive = Archive(a_zip({"a.txt": b" " * 60 * MEGABYTE}))
    size, _ = unpacked(archive, "a.txt", largest=40 * MEGABYTE)
    assert size <= 12 * MEGABYTE  # 200 times its 58 kB


def test_a_part_that_grows_over_the_limit_is_let_go() -> None:
    archive = Archive(a_zip({"a.txt": os.urandom(3 * MEGABYTE)}))
    size, sentence = unpacked(archive, "a.txt", largest=2 * MEGABYTE)
    assert size <= 2 * MEGABYTE
    assert sentence == "“a.txt” unpacks to over 2 MB, the most that is read."


def test_parts_that_are_small_alone_are_counted_together() -> None:
    archive = Archive(
        a_zip({f"{number}.txt": os.urandom(MEGABYTE) for number in range(4)}), total=2 * MEGABYTE
    )
    read_so_far = [len(archive.read(name)) for name in ("0.txt", "1.txt")]
    assert read_so_far == [MEGABYTE, MEGABYTE]
    for name in ("2.txt", "3.txt"):
        with pytest.raises(Unreadable, match="The whole unpacks to over 2 MB"):
            archive.read(name)


def test_what_a_header_promises_is_not_believed() -> None:
    archive = Archive(a_lying_zip("a.txt", 10, b" " * 60 * MEGABYTE))
    size, sentence = unpacked(archive, "a.txt", largest=MEGABYTE * 2)
    assert size <= 2 * MEGABYTE
    assert "unpacks to over" in sentence


def test_xml_of_300000_levels_is_refused_at_level_257() -> None:
    levels = 300_000
    data = a_docx(word_xml("<w:p>" * levels + "</w:p>" * levels))
    assert f"Its XML is nested over {DEEPEST} levels deep" in refusal(data)
    met = 0

    def count(*_: object) -> None:
        nonlocal met
        met += 1

    with pytest.raises(Unreadable):
        parse([b"<a>" * levels], ("a",), start=count, end=count, text=count)
    assert met == DEEPEST


def test_many_empty_paragraphs_cost_no_memory_and_too_many_full_ones_are_refused() -> None:
    with pytest.raises(Unreadable, match=f"more than {MOST_PARAGRAPHS:,} paragraphs"):
        parse_docx(a_docx(word_xml("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * (MOST_PARAGRAPHS + 1))))
    data = a_docx(word_xml("<w:p/>" * 300_000 + "<w:p><w:r><w:t>Ann: Why?</w:t></w:r></w:p>"))
    assert [block.text for block in parse_docx(data).blocks] == ["Ann: Why?"]


def test_a_document_with_more_text_than_can_be_read_is_refused() -> None:
    words = "".join(chr(97 + number % 26) for number in range(1009))
    body = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" * (LONGEST_TEXT // 1009 + 1)
    with pytest.raises(Unreadable, match="more than 5,000,000 characters of text"):
        parse_docx(a_docx(word_xml(body)))


LAUGHS = '<!DOCTYPE a [<!ENTITY l0 "ha">' + "".join(
    f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10)
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize(
    "doctype", [LAUGHS, OUTSIDE, '<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd"', "<!DOCTYPE a"]
)
def test_entities_that_grow_or_fetch_are_refused_before_any_is_made(doctype: str) -> None:
    end = "]>" if "[" in doctype else ">"
    body = word_xml("<w:p><w:r><w:t>&l9;&x;</w:t></w:r></w:p>").decode()
    sentence = refusal(a_docx(f"<?xml version='1.0'?>{doctype}{end}{body}".encode()))
    assert "declares a document type (DTD) or entities" in sentence
    assert "root:" not in sentence


def test_a_document_that_was_cut_off_is_called_damaged() -> None:
    whole = sample("docx/ordinary")
    assert "The file is damaged: its end is missing." in refusal(whole[:-40])
    assert "damaged" in refusal(whole[: len(whole) // 2])


def test_a_wrong_checksum_is_called_damage() -> None:
    data = bytearray(a_docx(word_xml("<w:p><w:r><w:t>Ann: Why?</w:t></w:r></w:p>")))
    place = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)  # the directory's entry of the text
    struct.pack_into("<L", data, place + 16, 1)
    assert "the checksum of “word/document.xml” does not fit" in refusal(bytes(data))


def test_too_many_members_are_counted_while_the_directory_is_read() -> None:
    files = {f"word/{number}.xml": b"" for number in range(5_100)}
    assert "There are 5,102 files in it; at most 5,000 can be read." in refusal(
        a_zip({"[Content_Types].xml": b"", "word/document.xml": b"", **files})
    )
    lying = bytearray(a_zip({f"{number}": b"" for number in range(40)}))
    struct.pack_into("<2H", lying, len(lying) - 14, 1, 1)  # it says that there is one
    with pytest.raises(Unreadable, match="over 10 files"):
        Archive(bytes(lying), most=10)


def test_an_encrypted_document_and_an_unusual_packing_are_named() -> None:
    data = bytearray(a_docx(word_xml("")))
    for at in range(len(data) - 4):
        if data[at : at + 4] == b"PK\x01\x02":
            data[at + 8] |= 1
    assert "It is encrypted. Save it without a password" in refusal(bytes(data))
    made = BytesIO()
    with ZipFile(made, "w", ZIP_LZMA) as archive:
        archive.writestr("[Content_Types].xml", b"")
        archive.writestr("word/document.xml", b"<a/>" * 99)
    assert "packed in an unusual way (method 14)" in refusal(made.getvalue())
    encrypted = {"META-INF/manifest.xml": b"<x><encryption-data/></x>", "content.xml": b"\x01"}
    with pytest.raises(Unreadable, match="encrypted"):
        parse_odt(a_zip({"mimetype": b"application/vnd.oasis.opendocument.text", **encrypted}))


def test_an_archive_in_place_of_a_document_is_refused_and_not_opened() -> None:
    inner = a_zip({"talk.txt": b"Ann: Why?"})
    assert "a ZIP archive" in refusal(a_zip({"inner.zip": inner}))


def test_rtf_of_deep_groups_is_refused_at_the_limit() -> None:
    sentence = refusal(b"{\\rtf1 " + b"{\\b " * 1_000_000)
    assert "Its groups are nested over 500 levels deep" in sentence
    assert "This Rich text (RTF) cannot be read." in sentence


def test_a_page_of_open_tags_is_refused_at_the_limit() -> None:
    sentence = refusal(b"<html>" + b"<div>" * 999_000)
    assert sentence.endswith("Its elements are nested over 500 levels deep, the most that is read.")


@pytest.mark.parametrize(
    "page",
    [
        "<p>" * 200_000,
        "<" * 4_000_000,
        "<!--" * 1_000_000,
        '<a b="' * 200_000,
        "<a b='x" * 200_000,
        "<a " * 400_000,
        "<td>" * 100_000,
        "</b>" * 300_000,
        "<b></i>" * 499 + "</u>" * 200_000,
        "<script>" * 200_000,
        "&amp" * 1_000_000,
        "<a" + " " * 4_000_000,
        "<a " + "/" * 4_000_000,
        "<style>" + ".a{" * 1_000_000,
    ],
    ids=lambda page: page[:8],
)
def test_a_monstrous_page_is_gone_through_once(page: str) -> None:
    """No token is looked at twice: all of them together are no longer than the page; or it is refused."""
    found = sum(len(token) if isinstance(token, str) else len(token.raw) for token in tokens(page))
    assert found <= len(page)
    with suppress(ImportProblem):
        assert read_text("<html>" + page, format_id="html").unaccounted() == 0


def test_a_cell_of_five_megabytes_is_one_turn() -> None:
    cell = "so " * 1_600_000
    reading = read(f'speaker,text\nAda,"{cell}"\nBo,""\n'.encode())
    assert [len(turn.text) for turn in reading.transcript] == [len(cell.strip())]
    assert reading.unaccounted() == 0


def test_a_table_of_nothing_but_quotation_marks_is_refused() -> None:
    with pytest.raises(ImportProblem, match="2,000,000 doubled quotation marks; at most 500,000"):
        read_text("speaker,text\nAda," + '"' * 4_000_001, format_id="csv")


def test_a_page_of_endless_tags_is_refused() -> None:
    with pytest.raises(ImportProblem, match="more than 500,000 tags and texts"):
        read_text("<p>" * 600_000, format_id="html")


def test_the_process_that_takes_too_long_is_stopped() -> None:
    busy = b"{\\rtf1 " + b"\\b\\b0" * 900_000
    with pytest.raises(
        ImportProblem, match="took more than 1 seconds of computing to open, the most that it may"
    ):
        parsed("rtf", busy, label="file", limits=Limits(seconds=1))
    with pytest.raises(ImportProblem, match=r"took longer than 0\.01 seconds to open"):
        parsed("rtf", busy, label="file", limits=Limits(wait=0.01))


def test_the_process_that_takes_too_much_memory_is_stopped() -> None:
    body = word_xml("".join(f"<w:p><w:r><w:t>{number}</w:t></w:r></w:p>" for number in range(190_000)))
    with pytest.raises(ImportProblem, match="took more than 60 MB of memory to open, the most that it may"):
        parsed("docx", a_docx(body), label="file", limits=Limits(memory=60_000_000))


def test_a_process_that_breaks_down_is_one_sentence() -> None:
    with pytest.raises(ImportProblem, match=r"what opens it broke down over it\. Save it as plain text"):
        parsed("no such format", b"", label="file")


def asked(question: str) -> str:
    """What a process answers that is started as ``confining`` starts it."""
    ran = subprocess.run(
        [
            *(sys.executable, "-I", "-S", "-c"),
            f"import sys; sys.path.insert(0, sys.argv[1]); {question}",
            str(ROOT),
        ],
        env={},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.strip()


def test_the_process_knows_nothing_of_where_it_was_started() -> None:
    """No Django, no package of the environment, no variable."""
    told = asked(
        "import os; import interviews.formats.confined, interviews.formats.docx_parts,"
        " interviews.formats.odt_parts, interviews.formats.rtf_groups;"
        "print([name for name, room in sys.modules.items() if 'site-packages' in str(room)],"
        " 'django' in sys.modules, 'SECRET_KEY' in os.environ)"
    )
    assert told == "[] False False"


def test_the_process_for_word_documents_starts_without_the_modules_that_take_long() -> None:
    told = asked(
        "import interviews.formats.confined, interviews.formats.docx_parts;"
        "print({'typing', 're', 'enum', 'json', 'dataclasses', 'collections'} & set(sys.modules))"
    )
    assert told == "set()"


TEXTS = st.text(max_size=20) | st.sampled_from(
    ['"', "\\", '\\"', "\x00\x01\n\t", "\u2028", "\ud800", "é\U0001f6a2"]
)
BLOCKS = st.builds(
    Block,
    TEXTS,
    st.sampled_from(list(SORTS.values())),
    st.integers(0, 9),
    st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9)),
    TEXTS,
    st.lists(st.lists(st.builds(Block, TEXTS), max_size=2).map(tuple), max_size=2).map(tuple),
    st.integers(0, 3),
    st.none() | st.tuples(st.none() | st.integers(0, 9), st.none()),
)


@given(st.builds(Parsed, st.lists(BLOCKS, max_size=4).map(tuple), st.lists(TEXTS, max_size=2).map(tuple)))
def test_what_the_process_writes_is_what_it_read(document: Parsed) -> None:
    assert from_data(json.loads(written(document), strict=False)) == document


@pytest.mark.parametrize(
    ("xml", "left"),
    [
        (b'<w:a/><w:style w:type="table" w:styleId="T"><w:b/></w:style><w:c/>', b"<w:a/><w:c/>"),
        (b'<w:style w:type="table"/><w:style w:type="paragraph"/>', b'<w:style w:type="paragraph"/>'),
        (b'<w:style w:type="table">no end', b'<w:style w:type="table">no end'),
        (b'<!-- <w:style w:type="table" --></w:style>', b'<!-- <w:style w:type="table" --></w:style>'),
        (b"<w:style w:type='table'></w:style>", b"<w:style w:type='table'></w:style>"),
    ],
)
def test_styles_of_tables_are_passed_over_and_nothing_else(xml: bytes, left: bytes) -> None:
    assert without_tables(xml) == left


@given(st.binary(max_size=400))
def test_any_bytes_are_a_document_or_a_sentence(data: bytes) -> None:
    for parse_one, head in (
        (parse_docx, b"PK\x03\x04"),
        (parse_odt, b"PK\x05\x06"),
        (parse_rtf, b"{\\rtf1"),
    ):
        for bytes_ in (data, head + data, a_docx(data), a_zip({"content.xml": data})):
            with suppress(Unreadable):
                parse_one(bytes_)


_RTF = st.lists(
    st.sampled_from(
        "{ } \\b \\par \\u8217 \\'e9 \\'9 \\* \\bin9 \\cell \\row \\uc0 \\footnote \\v \\f1 \\fonttbl"
        " \\stylesheet \\s1 a \\ ? \\uc-1".split()
    )
    | st.sampled_from(" \n"),
    max_size=30,
).map("".join)


@given(_RTF)
def test_any_rtf_is_read_or_refused_in_a_sentence(source: str) -> None:
    for block in parse_rtf(b"{\\rtf1 " + source.encode("latin-1")).blocks:
        assert block.lead <= len(block.text)


_TAGS = st.lists(
    st.sampled_from(
        "<p> </p> <b> </b> <br> <table> <tr> <td> </td> </tr> </table> <li> <h1> </h1> <nav> </nav> <article>"
        " </article> <pre> Ann: why &lt; <cite> <time> </time> <del> <!-- <dt> <dd> </i> 0:05".split()
    )
    | st.sampled_from(["<p data-newsroom='turn'>", "<p data-newsroom='more'>", "<b style='font-weight:400'>"])
    | st.sampled_from(" \n\xa0\u202e"),
    max_size=40,
).map("".join)


@given(_TAGS)
def test_any_page_is_accounted_for_or_refused_in_a_sentence(page: str) -> None:
    with suppress(ImportProblem):
        reading = read_text("<html>" + page, format_id="html")
        assert reading.unaccounted() == 0
        assert all(turn.text for turn in reading.transcript)
