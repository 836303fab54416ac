"""Captions that are written: cut to what a screen shows, harmless, and read by others and by us again."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
import srt  # type: ignore[import-untyped]
import webvtt
from hypothesis import example, given
from hypothesis import strategies as st

from interviews.formats.cutting import LONGEST, captions
from interviews.formats.exporting import export
from interviews.formats.fitting import WIDTH, width
from interviews.formats.lines import Hidden
from interviews.formats.reading import read, read_text
from interviews.formats.registry import reader
from interviews.formats.writing import Document, ExportProblem, TimesMissing
from interviews.transcript.applying import apply
from interviews.transcript.edits import SetText
from interviews.transcript.hearing import Heard, Segment, Word
from interviews.transcript.spans import Span
from interviews.transcript.turns import Transcript, Turn
from tests.builders import a_transcript, timed
from tests.unit.formats.strategies import lines

NASTY = (
    "--> 00:00:01.000 --> 00:00:09.000",
    "<v Bo>hello</v>",
    "</v><c.unnamed>",
    "NOTE nothing",
    "STYLE ::cue { color: red }",
    "WEBVTT",
    "1984",
    "a\n\n2\n00:00:05,000 --> 00:00:06,000\nsaid by nobody",
    "&lt;b&gt; &amp;amp;",
    "<i>x</i> {\\an8} {b}",
    "Bo: hello",
    "- No.",
    ">> ANN: So",
    "<script>alert(1)</script>",
    "]]></p><p>",
    '" onload="x',
)
CAPTIONS = ("webvtt", "srt", "ttml")


def written(transcript: Transcript, format_id: str) -> str:
    return export(Document(transcript), format_id).decode()


def an_hour(*turns: tuple[str | None, str]) -> Transcript:
    """Turns of ten seconds, one behind the other."""
    times = [(n * 10_000, n * 10_000 + 9_000) for n in range(len(turns))]
    return timed(a_transcript(*turns), *times)


def runs(transcript: Transcript) -> list[tuple[str | None, str, int | None]]:
    """Who says what from when, without white space; all in one where nobody is named."""
    seen = [(turn, "".join(Hidden(turn.text).seen.split())) for turn in transcript.dialogue]
    return [
        (name, "".join(text for _, text in said), said[0][0].start)
        for name, group in groupby([told for told in seen if told[1]], key=lambda told: told[0].speaker)
        for said in [list(group)]
    ]


def test_a_caption_has_two_lines_of_42_characters_and_seven_seconds() -> None:
    text = "We had been told that the bridge would open in March, and it did not. " * 12
    shown = captions(timed(a_transcript(("Ann", text)), (0, 60_000)), label="WebVTT")
    assert all(len(one.lines) <= 2 and all(width(line) <= WIDTH for line in one.lines) for one in shown)
    assert all(0 < one.end - one.start <= LONGEST for one in shown)
    assert all(one.end <= other.start for one, other in pairwise(shown))
    assert " ".join(line for one in shown for line in one.lines) == text.strip()
    assert all(one.lines[-1].endswith((",", ".")) for one in shown)


def test_lines_are_as_even_as_can_be_and_wide_letters_count_twice() -> None:
    (one,) = captions(
        timed(a_transcript((None, "The ferry that my father built went down in March.")), (0, 3000)),
        label="x",
    )
    assert one.lines == ("The ferry that my father", "built went down in March.")
    japanese = captions(
        timed(a_transcript((None, "橋は三月に開くと言われていました。" * 4)), (0, 20_000)), label="x"
    )
    assert all(width(line) <= WIDTH for caption in japanese for line in caption.lines)
    assert japanese[0].lines[0].startswith("橋は")


def test_captions_stand_where_the_words_were_heard() -> None:
    text = "One two three. Four five six."
    words = (Word(Span(0, 3), 0, 400), Word(Span(8, 14), 900, 1500), Word(Span(15, 19), 8000, 8300))
    transcript = Transcript((Turn("1", text, "Ann", 0, 9000),), heard={"1": Heard(text, words)})
    shown = captions(transcript, label="WebVTT")
    assert [(one.lines, one.start, one.end) for one in shown] == [
        (("One two three.",), 0, 1500),
        (("Four five six.",), 8000, 9000),
    ]


def test_captions_stand_there_still_when_a_word_before_them_was_mended() -> None:
    text = "One two tree. Four five six."
    segments = (Segment(Span(0, 13), 0, 1500), Segment(Span(14, 28), 8000, 9000))
    transcript = Transcript((Turn("1", text, "Ann", 0, 9000),), heard={"1": Heard(text, (), segments)})
    mended = apply(transcript, SetText("1", text, "One two and three. Four five six."))
    assert [one.start for one in captions(mended, label="WebVTT")] == [0, 8000]


def test_people_who_speak_at_once_have_captions_one_behind_the_other() -> None:
    transcript = timed(
        a_transcript(("Ann", "I think so."), ("Bo", "No."), ("Ann", "Yes.")),
        (0, 9000),
        (2000, 3000),
        (2000, 4000),
    )
    shown = captions(transcript, label="WebVTT")
    assert [(one.start, one.end) for one in shown] == [(0, 2000), (2000, 3000), (3000, 4000)]


def test_an_end_that_nobody_knows_is_when_the_words_can_have_been_said() -> None:
    transcript = timed(a_transcript(("Ann", "I think so."), ("Bo", "No.")), (0, None), (60_000, None))
    assert [(one.start, one.end) for one in captions(transcript, label="x")] == [(0, 1200), (60_000, 60_400)]


def test_times_that_are_missing_or_run_backwards_are_told() -> None:
    transcript = timed(a_transcript(("Ann", "So."), ("Bo", "No.")), (0, 1000), (None, None))
    for format_id in CAPTIONS:
        with pytest.raises(TimesMissing, match=r"^1 of 2 turns have no time, and "):
            written(transcript, format_id)
    backwards = timed(
        a_transcript(("Ann", "So."), ("Bo", "No."), ("Ann", "Yes.")),
        (60_000, 61_000),
        (1000, 2000),
        (62_000, 63_000),
    )
    with pytest.raises(
        ExportProblem, match=r"^The times run backwards at turn 2, and WebVTT needs them to rise\."
    ):
        written(backwards, "webvtt")
    assert b"00:01:01.000 --> 00:01:02.000\n<v Bo>" in export(Document(backwards), "webvtt", estimate=True)


@pytest.mark.parametrize("words", NASTY)
@pytest.mark.parametrize("place", ["text", "name", "title"])
def test_nothing_breaks_out_of_webvtt(words: str, place: str) -> None:
    name = words if place == "name" else "Ann"
    text = words if place == "text" else "Why?"
    transcript = replace(
        an_hour((name, text), ("Bo", "So."), (name, text)), title=words if place == "title" else ""
    )
    data = written(transcript, "webvtt")
    read_by_others = webvtt.from_string(data)
    assert len(read_by_others) == data.count(" --> ") == len(captions(transcript, label="x"))
    assert read_by_others[-1].start == data.rsplit(" --> ", 1)[0].rsplit("\n", 1)[1]
    assert data.partition("\n")[2].count("<v ") == len(read_by_others)
    assert runs(read_text(data).transcript) == [
        (" ".join((told or "").split()), said, start) for told, said, start in runs(transcript)
    ]


@pytest.mark.parametrize("words", NASTY)
def test_nothing_breaks_out_of_srt(words: str) -> None:
    transcript = an_hour(("Ann", words), ("Bo", "So."), ("Ann", words), ("Bo", words))
    data = written(transcript, "srt")
    others = list(srt.parse(data))
    assert len(others) == data.count("-->") == len(captions(transcript, label="x"))
    assert [one.index for one in others] == list(range(1, len(others) + 1))
    assert runs(read_text(data).transcript) == runs(transcript)


@pytest.mark.parametrize("words", NASTY)
@pytest.mark.parametrize("place", ["text", "name", "title"])
def test_nothing_breaks_out_of_ttml(words: str, place: str) -> None:
    name = words if place == "name" else "Ann"
    text = words if place == "text" else "Why?"
    transcript = replace(an_hour((name, text), ("Bo", "So.")), title=words if place == "title" else "")
    root = ElementTree.fromstring(written(transcript, "ttml"))  # noqa: S314 - written here
    names = {"tt": "http://www.w3.org/ns/ttml", "m": "http://www.w3.org/ns/ttml#metadata"}
    shown = root.findall("tt:body/tt:div/tt:p", names)
    assert len(shown) == len(captions(transcript, label="x"))
    assert {child.tag for one in shown for child in one} <= {"{http://www.w3.org/ns/ttml}br"}
    agents = {
        one.get("{http://www.w3.org/XML/1998/namespace}id") for one in root.iterfind(".//m:agent", names)
    }
    assert {one.get("{http://www.w3.org/ns/ttml#metadata}agent") for one in shown} == agents
    assert all(one.get("begin", "") < one.get("end", "") for one in shown)
    assert " ".join(root.findtext(".//m:name", "", names).split()) == " ".join(name.split())
    assert runs(read_text(written(transcript, "ttml")).transcript)[0][1] == "".join(text.split())


def test_others_read_who_says_what_and_when_in_webvtt() -> None:
    data = written(an_hour(("Ann & Co", "Why did you go?"), ("Bo", "I had to.")), "webvtt")
    assert [(one.voice, one.text, one.start, one.end) for one in webvtt.from_string(data).captions] == [
        ("Ann &amp; Co", "Why did you go?", "00:00:00.000", "00:00:07.000"),
        ("Bo", "I had to.", "00:00:10.000", "00:00:17.000"),
    ]


def test_others_read_srt_with_a_name_wherever_it_changes() -> None:
    told = [
        ("Ann", "Why?"),
        ("Ann", "Why did you go?"),
        ("Bo", "I had to."),
        (None, "A bell."),
        ("Bo", "Late."),
    ]
    data = written(an_hour(*told), "srt")
    assert [one.content for one in srt.parse(data)] == [
        "Ann: Why?",
        "Why did you go?",
        "Bo: I had to.",
        "- A bell.",
        "Bo: Late.",
    ]
    assert [one.start.total_seconds() for one in srt.parse(data)] == [0, 10, 20, 30, 40]


_NAMES = st.sampled_from([None, "Ann Lee", "Bo", "Cy & <Co>", "日本"])
_PLAIN_NAMES = st.sampled_from(["Ann Lee", "Bo", "DR. CY", None])


def transcripts(
    names: st.SearchStrategy[str | None], *first: tuple[str | None, str]
) -> st.SearchStrategy[Transcript]:
    said = st.lists(st.tuples(names, lines), min_size=1, max_size=5)
    return said.map(lambda turns: an_hour(*first, *first, *turns, *turns))


def xml(transcript: Transcript) -> Transcript:
    """Without the characters that XML cannot hold."""
    turns = (replace(turn, text=turn.text.replace("\ufffe", "").replace("\uffff", "")) for turn in transcript)
    return replace(transcript, turns=tuple(turns))


@given(transcripts(_NAMES))
@example(an_hour((None, "NOTE x")))  # right below its times
def test_webvtt_that_is_written_is_read_again(transcript: Transcript) -> None:
    if runs(transcript):
        again = reader("webvtt").read(written(transcript, "webvtt"))
        assert runs(again.transcript) == runs(transcript)
        assert again.unaccounted() == 0


# Whoever is named once only, in a file without a field for names, could be any word with a colon.
@given(transcripts(_PLAIN_NAMES, ("Ann Lee", "Why?"), ("Bo", "So."), ("DR. CY", "Indeed.")))
def test_srt_that_is_written_is_read_again(transcript: Transcript) -> None:
    if runs(transcript):
        again = reader("srt").read(written(transcript, "srt"))
        assert runs(again.transcript) == runs(transcript)
        assert again.unaccounted() == 0


@given(transcripts(_NAMES))
def test_ttml_that_is_written_is_read_again(transcript: Transcript) -> None:
    if runs(xml(transcript)):
        again = reader("ttml").read(written(transcript, "ttml"))
        assert runs(again.transcript) == runs(xml(transcript))
        assert again.unaccounted() == 0


def test_title_and_language_come_back() -> None:
    transcript = replace(an_hour(("Ann", "Warum?"), ("Bo", "Darum.")), title="Ein Gespräch", language="de-AT")
    for format_id in ("webvtt", "ttml"):
        again = read(export(Document(transcript), format_id)).transcript
        assert (again.title, again.language) == ("Ein Gespräch", "de-AT")


CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "raw"


@pytest.mark.skipif(not any(CORPUS.glob("*.vtt")), reason="the development corpus is not here")
def test_every_word_of_real_captions_is_read_as_others_read_it_and_comes_back() -> None:
    for path in sorted(CORPUS.glob("*.vtt")):
        data = path.read_bytes()
        others = "".join("".join(one.text.split()) for one in webvtt.from_string(data.decode()).captions)
        reading = read(data)
        assert reading.unaccounted() == 0
        for transcript in (
            reading.transcript,
            read(export(Document(reading.transcript), "webvtt")).transcript,
            read(export(Document(reading.transcript), "srt")).transcript,
            read(export(Document(reading.transcript), "ttml")).transcript,
        ):
            assert "".join("".join(turn.text.split()) for turn in transcript.dialogue) == others
