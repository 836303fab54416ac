"""What holds for any JSON that a recogniser, or somebody who means harm, might write."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.base import ImportProblem, Reader, Use
from interviews.formats.json_values import unescaped
from interviews.formats.otranscribe import OTranscribe, shown_by
from interviews.formats.recognised import JsonReader
from interviews.formats.registry import READERS

SAMPLES = Path(__file__).parents[2] / "samples"
JSON_READERS = [one for one in READERS if isinstance(one, JsonReader)]
SOURCES = [
    json.loads(path.read_text(encoding="utf-8"))
    for name in sorted({one.id for one in JSON_READERS})
    for path in sorted((SAMPLES / name).glob("*.json"))
    if not path.name.startswith("malformed") and path != SAMPLES / "whisper" / "nasty.json"
]

odd: st.SearchStrategy[Any] = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        1.5,
        1e300,
        "",
        " ",
        "x",
        "0",
        "1.5s",
        "1:02",
        "\x00",
        "\ud800",
        "é\u202e",
        [],
        {},
        [1],
    ]
)
texts = st.text(alphabet="ab .?\n\t\u00a0é漢😀<&>\"\\/'\x00\u202e", max_size=12)


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """A sample in which some values are something else, or gone, or there twice."""

    def change(value: Any) -> Any:
        what = draw(st.integers(0, 30))
        if what == 0:
            return draw(odd)
        if what == 1:
            return draw(texts)
        if isinstance(value, list):
            changed = [change(one) for one in value]
            return changed * 2 if what == 2 else changed[::-1] if what == 3 else changed
        if isinstance(value, dict):
            return {key: change(one) for key, one in value.items() if draw(st.integers(0, 40))}
        return value

    return change(draw(st.sampled_from(SOURCES)))


def holds(reader: Reader, source: str) -> None:
    """Nothing is lost, nothing is invented, or it is refused in a sentence."""
    try:
        reading = reader.read(source)
    except ImportProblem as problem:
        assert str(problem).rstrip("”").endswith(".")  # noqa: PT017 - both ends are right
        return
    assert reading.unaccounted() == 0
    spelt = shown_by if isinstance(reader, OTranscribe) else unescaped
    held = {turn.key: "" for turn in reading.transcript}
    end = 0
    for piece in reading.pieces:
        assert end <= piece.start < piece.end
        end = piece.end
        if piece.use in (Use.TURN, Use.ASIDE, Use.TITLE):
            held[piece.turn or ""] += spelt(source[piece.start : piece.end])
    for turn in reading.transcript:
        assert turn.text.strip()
        assert "\x00" not in turn.text
        turn.text.encode()
        (turn.speaker or "").encode()
        assert "".join(turn.text.split()) == "".join(held[turn.key].split())
        assert all(one is None or 0 <= one < 2**60 for one in (turn.start, turn.end))
    for key, told in reading.transcript.heard.items():
        assert told.text == reading.transcript[key].text
        latest = 0
        for word in told.words:
            assert latest <= word.span.start < word.span.end <= len(told.text)
            latest = word.span.end
            assert word.confidence is None or 0 <= word.confidence <= 1


@given(mutated(), st.booleans())
def test_whatever_a_file_holds_nothing_is_lost_and_nothing_invented(value: Any, ascii_only: bool) -> None:
    source = json.dumps(value, ensure_ascii=ascii_only)
    if not ascii_only and any("\ud800" <= one <= "\udfff" for one in source):
        return  # no file of text can hold it
    for reader in JSON_READERS:
        reader.recognise(source, "")
        holds(reader, source)


tags = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<br>",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "&amp;",
        "&#x41;",
        "&#0;",
        "&#xd800;",
        "&nbsp;",
        "<a",
        '<span class="timestamp" data-timestamp="63.2">01:03</span>',
        '<span class="timestamp">',
        "</span>",
        "Ann: ",
        "Bo: ",
        "Why?",
        "So we went. ",
        "\n",
        " ",
        "[0:12]",
    ]
)


@given(st.lists(tags | texts, max_size=14).map("".join), st.booleans())
def test_whatever_a_page_of_otranscribe_holds_too(page: str, ascii_only: bool) -> None:
    holds(OTranscribe(), json.dumps({"text": page, "media-time": 1}, ensure_ascii=ascii_only))


@pytest.mark.parametrize(
    "source",
    [
        '{"segments": [' + '{"text": " a", "words": [' + '{"word": "b"},' * 20_000 + '{"word": "c"}]}]}',
        '{"segments": [{"text": "' + "a " * 100_000 + '", "words": [' + '{"word": "zz"},' * 10_000 + "1]}]}",
        '{"segments": [{"body": "' + "\\u202e\\\\" * 60_000 + '"}]}',
        '{"text": "' + "<!-- " * 100_000 + '", "media-time": 1}',
        '{"text": "' + "<aaaa" * 100_000 + '", "media-time": 1}',
        '{"text": "' + "<span class='timestamp' data-timestamp=" * 20_000 + '", "media-time": 1}',
        '{"text": "' + "&" * 300_000 + '", "media-time": 1}',
        '{"results": {"items": ['
        + '{"start_time": "1", "alternatives": [{"content": "."}]},' * 20_000
        + "1]}}",
        '["' + '\\"' * 400_000,
        '{"a":' * 60 + '"' + "x" * 500_000,
    ],
    ids=range(10),
)
def test_nothing_that_somebody_makes_up_takes_long(source: str) -> None:
    started = time.perf_counter()
    for reader in READERS:
        reader.recognise(source, "")
    readers: list[Reader] = [*JSON_READERS, OTranscribe()]
    for reader in readers:
        try:
            reader.read(source)
        except ImportProblem:
            continue
    # Twelve readers of half a megabyte; whatever grew with the square would take minutes.
    assert time.perf_counter() - started < 30
