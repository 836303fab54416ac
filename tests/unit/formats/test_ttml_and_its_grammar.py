"""TTML that is written holds to the grammar of TTML 2, whatever people say."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from interviews.formats.exporting import export
from interviews.formats.writing import Document
from interviews.transcript.turns import Transcript
from tests.builders import a_transcript, timed
from tests.unit.formats.strategies import lines

GRAMMAR = Path(__file__).parents[2] / "schemas" / "ttml.rng"
SOUND = """<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en">
<head><metadata><ttm:agent xml:id="a" type="person"/></metadata></head>
<body><div><p begin="00:00:01.000" end="2.5s" ttm:agent="a">So<br/>it is.</p></div></body></tt>"""


@cache
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(GRAMMAR))


def wrong(xml: bytes) -> list[str]:
    """What the grammar says of a file; none where all is well. Who speaks has to be somebody's id as well."""
    root = etree.fromstring(xml)
    grammar().validate(root)
    people = set(root.xpath("//@xml:id"))
    unknown = {name for names in root.xpath("//@*[name() = 'ttm:agent']") for name in names.split()} - people
    return [*(str(one.message) for one in grammar().error_log), *(f"nobody is {name}" for name in unknown)]


def test_a_sound_file_has_nothing_wrong() -> None:
    assert wrong(SOUND.encode()) == []


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (' xml:lang="en"', ""),
        ('begin="00:00:01.000"', 'begin="0:00:01"'),
        ('end="2.5s"', 'end="2,5s"'),
        ('type="person"', 'type="speaker"'),
        ("<br/>", "<b/>"),
        ('ttm:agent="a"', 'ttm:agent="b"'),
        ("<div>", ""),
    ],
)
def test_a_fault_is_seen(was: str, becomes: str) -> None:
    xml = SOUND.replace(was, becomes)
    assert wrong((xml.replace("</div>", "") if was == "<div>" else xml).encode()) != []


@given(
    said=st.lists(
        st.tuples(st.sampled_from([None, "Ann", "Bo & <Co>", "Žofie"]), lines), min_size=1, max_size=6
    ),
    title=lines,
    language=st.sampled_from(["", "en", "de-CH", "zh-Hant-TW", "no such language"]),
)
def test_whatever_is_said_is_written_as_the_grammar_wants_it(
    said: list[tuple[str | None, str]], title: str, language: str
) -> None:
    times = [(number * 10_000, number * 10_000 + 9_000) for number in range(len(said))]
    turns = timed(a_transcript(*said), *times).turns
    assert wrong(export(Document(Transcript(turns, language=language, title=title)), "ttml")) == []
