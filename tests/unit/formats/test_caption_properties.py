"""What holds for any captions at all: nothing lost, nothing invented, no error but a sentence."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.base import ImportProblem, Piece, Reading, Use
from interviews.formats.decoding import checked
from interviews.formats.lines import Hidden
from interviews.formats.references import unreferenced
from interviews.formats.registry import reader
from interviews.formats.report import report, source_lines
from interviews.formats.srt import armed
from interviews.formats.xml_places import plain

# For each format, what undoes its escapes in a stretch of the source.
PLAIN: dict[str, Callable[[str], str]] = {"webvtt": unreferenced, "srt": armed, "sbv": str, "ttml": plain}

_TIMES = st.sampled_from(
    [
        "00:01.000 --> 00:02.000",
        "00:00:02,000 --> 00:00:03,000",
        "00:00:02.000 --> 00:00:02.010 align:start",
        "0:00:01.000,0:00:03.000",
        "00:03.000 --> 00:01.000 so",
        "00:9x:00 --> 00:00:04,000",
        "-->",
        "00:01",
    ]
)
_WORDS = st.sampled_from(
    [
        "so we went",
        "so we",
        "down there.",
        "Ann: Yes.",
        "Bo:",
        "[SPEAKER_00]: hm",
        "- No.",
        "– Why?",
        ">> ANN: So",
        "&gt;&gt; and",
        "and >> then",
        "<v Ann>Yes.</v>",
        "<v.loud  Bo &amp; Co >No <i>way</i>",
        "<v>",
        "</v> so",
        "we<00:00:01.500><c> went</c><00:00:01.700>ing",
        "we<00:00:01.500><c> went</c><00:00:01.700><c> out</c>",
        "<00:00:01.100>so<00:00:01.900> Bo:</c>",
        "&lt;b&gt; &amp;amp; &nbsp;",
        "&nbsp;",
        "&#x202e;&#0;&bogus; &",
        "{\\an8}{b}x",
        "--\u2060> <\u2060i> :\u2060 \u2060-",
        "1984",
        "[br]",
        "a<br>b",
        "<font color='red'>x",
        "日本",
        "\u202eabc",
        "&a\u202dmp;",
        "\ufeff",
    ]
)
_HEADS = st.sampled_from(
    [
        "WEBVTT",
        "WEBVTT - A talk",
        "WEBVTT Made by x 1.0",
        "Kind: captions",
        "Language: de",
        "NOTE",
        "NOTE a b",
        "NOTE Confidence: 0.5",
        "STYLE",
        "REGION\nid:a",
        "1",
        "7-0",
        "an id",
    ]
)
_BREAKS = st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\r", "\n \n", "\u2028", " "])
_TAGS = st.sampled_from(
    [
        "<p begin='1s' end='2s'>",
        '<p begin="x">',
        "<p>",
        "</p>",
        "<div begin='5s' timeContainer='seq'>",
        "</div>",
        '<span begin="0.2s" end="0.4s">',
        '<span ttm:agent="a">',
        "</span>",
        "<br/>",
        "<!-- c -->",
        "<![CDATA[ & <i> ]]>",
        "<metadata><ttm:desc>d</ttm:desc></metadata>",
        "&amp;",
        "&#8217;",
        "<?x y?>",
    ]
)
_HEAD = (
    '<head><metadata><ttm:title>T &amp; t</ttm:title><ttm:agent xml:id="a"><ttm:name>Ann</ttm:name>'
    "</ttm:agent></metadata></head>"
)
_LINES = st.lists(st.one_of(_TIMES, _TIMES, _WORDS, _WORDS, _HEADS, _BREAKS, _BREAKS), max_size=40).map(
    "".join
)
_BLOCKS = st.lists(
    st.tuples(_TIMES, _BREAKS, _WORDS, _BREAKS, _WORDS, _BREAKS, _HEADS | st.just("")), max_size=8
)
_TEXTS = st.one_of(
    _LINES,
    st.tuples(_HEADS, _BLOCKS).map(
        lambda told: told[0] + "\n\n" + "\n\n".join("".join(block) for block in told[1])
    ),
    st.text(max_size=200),
)
_XML = st.lists(st.one_of(_TAGS, _TAGS, _WORDS), max_size=25).map(
    lambda inner: f'<tt xml:lang="en">{_HEAD}<body>{"".join(inner)}</body></tt>'
)
_SOUND_XML = st.lists(
    st.tuples(
        st.sampled_from(["1s", "00:00:02:10", "7t", "x"]), st.sampled_from(["a b", "&amp;", "", "日本 &#65;"])
    ),
    max_size=6,
).map(
    lambda told: (
        f"<tt>{_HEAD}<body>"
        + "".join(
            f'<p begin="{begin}">{words}<br/><span ttm:agent="a">z</span> </p>' for begin, words in told
        )
        + "</body></tt>"
    )
)


def bare(text: str) -> str:
    return "".join(text.split())


def stretches(reading: Reading) -> list[tuple[str, str]]:
    """(turn, source) of the words, put together again where only something hidden cuts a stretch."""
    hidden = set(Hidden(reading.text).places)
    found: list[tuple[str, str]] = []
    last: Piece | None = None
    for piece in reading.pieces:
        if piece.start in hidden:
            continue
        if piece.use in (Use.TURN, Use.TITLE, Use.ASIDE):
            assert piece.turn is not None
            written = Hidden(reading.text[piece.start : piece.end]).seen
            torn = last is not None and all(place in hidden for place in range(last.end, piece.start))
            if last is not None and torn and last.turn == piece.turn and last.end < piece.start:
                found[-1] = (piece.turn, found[-1][1] + written)
            else:
                found.append((piece.turn, written))
            last = piece
        else:
            last = None
    return found


def sound(format_id: str, text: str) -> None:
    """Read, every character in one piece and the words of the pieces those of the turns; or refused."""
    with suppress(ImportProblem):
        _accounted(format_id, reader(format_id).read(checked(text)), text)


def _accounted(format_id: str, reading: Reading, text: str) -> None:
    end = 0
    for piece in reading.pieces:
        assert end <= piece.start < piece.end
        assert not text[end : piece.start].strip()
        end = piece.end
    assert not text[end:].strip()
    assert reading.unaccounted() == 0
    held = {turn.key: "" for turn in reading.transcript}
    for key, written in stretches(reading):
        held[key] += bare(PLAIN[format_id](written))
    assert list(held) == [str(number) for number in range(1, len(held) + 1)]
    for turn in reading.transcript:
        assert turn.text == " ".join(turn.text.split()) != ""
        assert bare(turn.text) == held[turn.key]
    for key, heard in reading.transcript.heard.items():
        assert heard.text == reading.transcript[key].text
        for told in (heard.words, heard.segments):
            spans = [one.span for one in told]
            assert all(one.end <= other.start for one, other in pairwise(spans))
            assert all(span.of(heard.text).split() for span in spans)
    assert bare("".join(line.text for line in source_lines(reading))) == bare(text)
    assert report(reading).percent == 100


@given(_TEXTS)
def test_any_webvtt_is_accounted_for(text: str) -> None:
    sound("webvtt", text)


@given(_TEXTS)
def test_any_srt_is_accounted_for(text: str) -> None:
    sound("srt", text)


@given(_TEXTS)
def test_any_sbv_is_accounted_for(text: str) -> None:
    sound("sbv", text)


@given(st.one_of(_XML, _SOUND_XML, _TEXTS))
def test_any_ttml_is_accounted_for(text: str) -> None:
    sound("ttml", text)


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v " * 200_000,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v A>x" * 100_000,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "&" * 500_000,
        "WEBVTT\n\n" + "NOTE x\n\n" * 60_000 + "00:01.000 --> 00:02.000\nx",
        "WEBVTT\n\n" + "1" * 500_000 + "\n00:01.000 --> 00:02.000\nx",
        "WEBVTT\n\n" + "00:01.000 --> 00:02.000 \t" * 20_000,
        "1\n00:00:01,000 --> 00:00:02,000\n" + ">> " * 100_000,
        "1\n00:00:01,000 --> 00:00:02,000\n" + "{\\" * 200_000,
        "1\n00:00:01,000 --> 00:00:02,000\n" + "Ann: x\n" * 60_000,
        "1\n00:00:01,000 --> 00:00:02,000\n" + " " * 500_000 + "x",
        "0:00:01.000,0:00:02.000\n" + "[br]" * 200_000 + "x",
        "<tt><body><p>" + "<br/>x" * 100_000 + "</p></body></tt>",
        "<tt><body><p>" + "&amp;" * 200_000 + "</p></body></tt>",
        "<tt><body>" + "<div>" * 90 + "<p>x</p>" * 20_000 + "</div>" * 90 + "</body></tt>",
        "<tt><body><p begin='1s' x='" + "begin=" * 100_000 + "'>y</p></body></tt>",
    ],
    ids=lambda text: text[:40],
)
@pytest.mark.parametrize("format_id", ["webvtt", "srt", "sbv", "ttml"])
def test_hostile_captions_take_no_longer_than_they_are_long(format_id: str, text: str) -> None:
    with suppress(ImportProblem):
        assert reader(format_id).read(text).unaccounted() == 0
