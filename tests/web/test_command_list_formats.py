"""``list_formats``: docs/formats.md is what it prints, and nothing is left out of it."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

from django.core.management import call_command

from interviews.formats.registry import READERS, WRITERS

DOCUMENT = Path(__file__).parents[2] / "docs" / "formats.md"


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("list_formats", *arguments, stdout=out)
    return out.getvalue()


def test_the_document_is_what_the_command_prints() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == run("--markdown"), (
        "docs/formats.md is stale: python manage.py list_formats --markdown > docs/formats.md"
    )


def test_every_format_has_a_row_that_says_which_ways_it_goes() -> None:
    rows = {
        line.split("`")[1]: line.split(" | ")[3] for line in run("--markdown").splitlines() if "` | `" in line
    }
    reads, writes = {one.id for one in READERS}, {one.id for one in WRITERS}
    assert rows == {
        name: ", ".join(way for way, known in (("in", reads), ("out", writes)) if name in known)
        for name in reads | writes
    }


def test_a_cell_says_on_which_way_something_survives() -> None:
    (row,) = (line for line in run("--markdown").splitlines() if "`podcasting`" in line)
    assert row == (
        "| Podcasting 2.0 JSON | `podcasting` | `.json` | in, out | in, out | in, out | in | – | – | – "
        "| needs times |"
    )


def test_a_line_names_each_format() -> None:
    assert "markdown          in, out  Markdown\n" in run()


def test_programs_get_what_each_format_carries_as_json() -> None:
    formats = {one["id"]: one for one in json.loads(run("--json"))["formats"]}
    reads, writes = {one.id for one in READERS}, {one.id for one in WRITERS}
    assert set(formats) == reads | writes
    podcasting = formats["podcasting"]
    assert (podcasting["label"], podcasting["endings"]) == ("Podcasting 2.0 JSON", [".json"])
    assert podcasting["needs_times"]
    assert podcasting["in"] == {
        "speakers": True,
        "times": True,
        "words": True,
        "confidence": False,
        "styling": False,
        "asides": False,
    }
    assert {name for name, one in formats.items() if one["out"] is None} == reads - writes
