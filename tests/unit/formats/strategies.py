"""Any interview that a writer may be given, nasty words among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from interviews.formats.writing import Document
from interviews.transcript.filing import Filing
from interviews.transcript.hearing import Heard, Segment, Word
from interviews.transcript.spans import Span
from interviews.transcript.turns import Part, Role, Speaker, Transcript, Turn

# What breaks out of a format that does not mind it.
_NASTY = [
    "**Bo:** hello",
    "Bo: hello",
    "[0:12] Bo: hm",
    "Q. Why?",
    "12:30",
    "# Heading",
    "## Two ##",
    "---",
    "===",
    "- item",
    "1. item",
    "1986) item",
    "> quote",
    "```",
    "    code",
    "[x](javascript:alert(1))",
    "![x](https://example.org/t.gif)",
    "<script>alert(1)</script>",
    "</script>",
    "<v Bo>",
    "-->",
    "NOTE x",
    "WEBVTT",
    "&amp; &#42; &lt;",
    "a_b _c_ *d*",
    "\\*",
    "\\",
    "ends with a backslash\\",
    "=1+1",
    "@SUM(A1)",
    "#tag #two",
    "—",
    "(laughter)",
    "END OF INTERVIEW",
    "Transcribed by https://otter.ai",
    "日本語：はい",
    "\u202eabc",
    "\U0001f3f4\U000e0067\U000e007f",
    "a\u2028b\x0bc\x85d",
    "Why did you go? I had to.",
]
lines = st.sampled_from(_NASTY) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12
)
texts = st.lists(lines, max_size=4).flatmap(
    lambda some: st.lists(st.sampled_from(["\n\n", "\n", " "]), min_size=len(some), max_size=len(some)).map(
        lambda breaks: "".join(a + b for a, b in zip(some, breaks, strict=True))
    )
)
names = st.sampled_from(["Ann Lee", "Bo", "DR. HART", "Ann *Star*", "Bo: hm", "日本", "a_b", "\\", "x" * 70])
times = st.none() | st.integers(0, 40_000_000)


@st.composite
def heard(draw: DrawFn, text: str) -> Heard:
    """Some words and segments at any places of a text."""
    spans = [
        Span(*sorted(pair))
        for pair in draw(st.lists(st.tuples(*[st.integers(0, len(text))] * 2), max_size=3))
    ]
    sure = st.none() | st.floats(0, 1)
    words = tuple(Word(span, draw(times), draw(times), draw(sure)) for span in spans)
    segments = tuple(
        Segment(span, draw(times), draw(times), draw(sure), draw(st.none() | st.floats(-9, 0)), draw(sure))
        for span in spans
    )
    return Heard(text, words, segments)


@st.composite
def documents(draw: DrawFn) -> Document:
    turns = tuple(
        Turn(
            key,
            draw(texts),
            draw(st.none() | names),
            draw(times),
            draw(times),
            draw(st.sampled_from(["", "", "said twice"])),
            draw(st.sampled_from(Part)),
        )
        for key in draw(st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=6))
    )
    people = tuple(
        Speaker(
            name,
            draw(st.sampled_from(Role)),
            draw(lines),
            draw(lines),
            tuple(draw(st.lists(lines, max_size=2))),
        )
        for name in draw(st.lists(names, unique=True, max_size=3))
    )
    told = {turn.key: draw(heard(turn.text)) for turn in turns if draw(st.booleans())}
    moments = st.none() | st.datetimes(datetime(1990, 1, 1), timezones=st.just(UTC))
    return Document(
        transcript=Transcript(turns, people, draw(st.sampled_from(["en", "de-AT"])), draw(lines), told),
        standfirst=draw(lines),
        recorded_on=draw(st.none() | st.dates(date(1950, 1, 1))),
        published_at=draw(moments),
        changed_at=draw(moments),
        address=draw(st.sampled_from(["", "https://newsroom.example.org/interviews/on-bridges/"])),
        newsroom=draw(st.sampled_from(["", "The Bridge"])),
        filing=Filing(draw(lines), draw(st.none() | st.integers(1, 9999)), tuple(draw(st.lists(lines)))),
    )


def spoken_by(document: Document, *turns: Turn) -> Document:
    """The same document with other turns."""
    return replace(document, transcript=replace(document.transcript, turns=turns))
