"""Many files in one archive come out one by one, with names that can do no harm."""

from __future__ import annotations

import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats import bundles
from interviews.formats.archives import Archive
from interviews.formats.base import ImportProblem
from interviews.formats.bundles import is_bundle, members
from tests.office import a_zip, sample


def test_files_come_out_in_their_order_with_their_folders() -> None:
    data = a_zip({"b.txt": b"Bo: So.", "talks/": b"", "talks/a.md": b"Ann: Why?"})
    assert [(one.name, one.data, one.problem) for one in members(data)] == [
        ("b.txt", b"Bo: So.", ""),
        ("talks/a.md", b"Ann: Why?", ""),
    ]


def test_what_systems_leave_behind_is_passed_over() -> None:
    litter = {
        "__MACOSX/._a.txt": b"x",
        ".DS_Store": b"x",
        "talks/.hidden/a.txt": b"x",
        "talks/Thumbs.db": b"x",
    }
    assert [one.name for one in members(a_zip({**litter, "a.txt": b"Ann: Why?"}))] == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\..\\windows\\a.txt", "windows/a.txt"),
        ("C:\\talks\\a.txt", "C/talks/a.txt"),
        ("talks/../../a.txt", "talks/a.txt"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("a\nb.txt", "ab.txt"),
        ('<script>"|?*.txt', "script.txt"),
        ("größe/日本.txt", "größe/日本.txt"),
        ("x" * 300 + ".txt", "x" * 196 + ".txt"),
    ],
)
def test_a_name_cannot_lead_out_of_the_archive(name: str, safe: str) -> None:
    assert [one.name for one in members(a_zip({name: b"Ann: Why?"}))] == [safe]


@given(st.text(min_size=1, max_size=30).filter(lambda name: "\0" not in name))
def test_no_name_at_all_leads_out(name: str) -> None:
    try:
        data = a_zip({name: b"x"})
    except UnicodeEncodeError:
        return
    for one in members(data):
        assert one.name
        assert not one.name.startswith(("/", "."))
        assert ".." not in one.name.split("/")
        assert "\\" not in one.name


def test_two_files_of_one_name_are_told_apart() -> None:
    names = ["a.txt", "./a.txt", "x/../a.txt", "notes"]
    data = a_zip(dict.fromkeys(names, b"x"))
    assert [one.name for one in members(data)] == ["a.txt", "a (2).txt", "x/a.txt", "notes"]


def test_a_file_that_cannot_be_unpacked_harms_no_other() -> None:
    data = bytearray(a_zip({"a.txt": b"Ann: Why?", "b.txt": b"Bo: So.", "c.txt": b"Cy: Yes."}))
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 16, 1)
    told = list(members(bytes(data)))
    assert [one.name for one in told if not one.problem] == ["b.txt", "c.txt"]
    assert told[0].problem.startswith(
        "This file cannot be unpacked. The file is damaged: the checksum of “a.txt”"
    )
    assert told[0].data == b""


def test_a_bomb_and_an_encrypted_file_are_told_and_the_rest_is_read() -> None:
    data = bytearray(a_zip({"bomb.txt": b" " * 30_000_000, "secret.txt": b"x", "a.txt": b"Ann: Why?"}))
    place = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    data[place + 8] |= 1
    bomb, secret, last = members(bytes(data))
    assert (
        bomb.problem
        == "This file cannot be unpacked. “bomb.txt” unpacks to over 200 times its size, which no text does."
    )
    assert "It is encrypted" in secret.problem
    assert last.data == b"Ann: Why?"


def test_an_archive_that_is_no_archive_or_holds_too_many_files_is_refused_as_a_whole() -> None:
    with pytest.raises(ImportProblem, match=r"talks\.zip cannot be unpacked\. The file is damaged"):
        list(members(b"PK\x03\x04 and nothing more", "talks.zip"))
    many = a_zip({f"{number}.txt": b"" for number in range(bundles.MOST_FILES + 1)})
    with pytest.raises(ImportProblem, match="There are 2,001 files in it; at most 2,000 can be read"):
        list(members(many))


def test_an_archive_in_an_archive_comes_out_as_it_is() -> None:
    inner = a_zip({"a.txt": b"Ann: Why?"})
    assert [one.data for one in members(a_zip({"inner.zip": inner}))] == [inner]


def test_documents_that_are_packed_as_archives_are_no_bundles() -> None:
    assert is_bundle(a_zip({"a.txt": b"x"}))
    assert not is_bundle(sample("docx/ordinary"))
    assert not is_bundle(sample("odt/ordinary"))
    assert not is_bundle(a_zip({"mimetype": b"application/epub+zip", "a.xhtml": b"x"}))
    assert not is_bundle(b"Ann: Why?")


@given(
    st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=1, max_size=8), st.binary(max_size=200))
)
def test_an_archive_holds_what_was_packed(files: dict[str, bytes]) -> None:
    files = {name.replace("\0", "_"): data for name, data in files.items()}
    archive = Archive(a_zip(files))
    theirs = ZipFile(BytesIO(a_zip(files)))
    assert [member.name for member in archive.listing] == theirs.namelist()
    for member in archive.listing:
        assert archive.read(member) == theirs.read(member.name)


def test_an_archive_behind_a_program_and_one_with_wide_fields_are_read() -> None:
    made = BytesIO(b"#!/bin/sh\n")
    made.seek(0, 2)
    with ZipFile(made, "a") as archive, archive.open("a.txt", "w", force_zip64=True) as member:
        member.write(b"Ann: Why?")
    assert Archive(made.getvalue()).read("a.txt") == b"Ann: Why?"


def test_an_unusual_packing_is_told() -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_BZIP2) as archive:
        archive.writestr("a.txt", b"Ann: Why?")
    assert "packed in an unusual way (method 12)" in next(members(made.getvalue())).problem
