"""Names that a format tells in a place of their own are corrected like those that had to be learnt."""

from __future__ import annotations

import pytest

from interviews.formats.base import Reading, Use
from interviews.formats.naming import Labels
from interviews.formats.overruling import Overruled, overruled_in
from interviews.formats.reading import read_text

VOICES = """WEBVTT

00:00.000 --> 00:02.000
<v SPEAKER_00>Who built it?

00:02.000 --> 00:04.000
<v SPEAKER_01>My father did,
he had the time.</v>

00:04.000 --> 00:05.000
<v Music>(a song)</v>
"""
COLONS = """1
00:00:00,000 --> 00:00:02,000
SPEAKER_00: Who built it?

2
00:00:02,000 --> 00:00:04,000
SPEAKER_01: My father did, he had the time.

3
00:00:04,000 --> 00:00:05,000
Music: (a song)

4
00:00:05,000 --> 00:00:06,000
SPEAKER_00: When?

5
00:00:06,000 --> 00:00:07,000
SPEAKER_01: In winter.

6
00:00:07,000 --> 00:00:08,000
Music: (a song)
"""
SEGMENTS = (
    '{"segments": [{"start": 0, "end": 2, "text": "Who built it?", "speaker": "SPEAKER_00"},'
    '{"start": 2, "end": 4, "text": "My father did, he had the time.", "speaker": "SPEAKER_01"},'
    '{"start": 4, "end": 5, "text": "(a song)", "speaker": "Music"}]}'
)
TABLE = (
    "speaker,start,text\nSPEAKER_00,0:00,Who built it?\nSPEAKER_01,0:02,My father did.\nMusic,0:04,(a song)\n"
)
PAGE = (
    "<table><tr><th>Speaker<th>Text</tr><tr><td>SPEAKER_00<td>Who built it, and when was that?</tr>"
    "<tr><td>SPEAKER_01<td>My father did, he had the time.</tr><tr><td>Music<td>(a song)</tr></table>"
)
TALK = "SPEAKER_00: Who?\n\nSPEAKER_01: He.\n\nMusic: (a song)\n\n" * 2
ALL = {
    "voice tags": VOICES,
    "names before colons": COLONS,
    "fields of JSON": SEGMENTS,
    "a column": TABLE,
    "a page": PAGE,
    "a text": TALK,
}
SAID = Labels(no=frozenset({"music"}), names={"speaker_00": "Reporter", "speaker_01": "Mia Berg"})


def speakers(reading: Reading) -> list[str | None]:
    return list(dict.fromkeys(turn.speaker for turn in reading.transcript.dialogue))


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_names_can_be_taken_away_and_changed_wherever_they_stand(text: str) -> None:
    before = read_text(text)
    assert speakers(before) == ["SPEAKER_00", "SPEAKER_01", "Music"]
    assert {one.name: one.taken for one in before.labels if one.learnt} == {
        "SPEAKER_00": True,
        "SPEAKER_01": True,
        "Music": True,
    }
    after = read_text(text, labels=SAID)
    assert [name for name in speakers(after) if name] == ["Reporter", "Mia Berg"]
    assert "a song" in " ".join(turn.text for turn in after.transcript)
    assert after.unaccounted() == 0
    assert {speaker.name for speaker in after.transcript.speakers} == {"Reporter", "Mia Berg"}
    assert [one.key for one in after.labels if one.learnt] == [one.key for one in before.labels if one.learnt]


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_what_was_corrected_is_kept_with_the_file_and_read_again(text: str) -> None:
    after = read_text(text, labels=SAID)
    kept = Overruled.from_data(overruled_in(after).to_data())
    assert kept.labels == SAID
    assert kept.read(text.encode()).transcript == after.transcript


def test_a_name_that_names_nobody_belongs_to_the_format() -> None:
    after = read_text(VOICES, labels=SAID)
    uses = {after.text[one.start : one.end]: one.use for one in after.pieces}
    assert uses["SPEAKER_00"] is Use.LABEL
    assert uses["Music"] is Use.MARKUP


def test_a_name_before_a_colon_that_names_nobody_is_words_again() -> None:
    after = read_text(COLONS, labels=SAID)
    assert "Music: (a song)" in " ".join(turn.text for turn in after.transcript)


def test_two_labels_of_one_person_become_one_speaker() -> None:
    after = read_text(SEGMENTS, labels=Labels(names={"music": "SPEAKER_01"}))
    assert [turn.text for turn in after.transcript] == [
        "Who built it?",
        "My father did, he had the time. (a song)",
    ]


def test_without_any_name_left_silences_part_the_turns() -> None:
    nobody = frozenset({"speaker_00", "speaker_01", "music"})
    for text in (VOICES, SEGMENTS):
        assert read_text(text).gap is None
        after = read_text(text, labels=Labels(no=nobody))
        assert after.gap is not None
        assert speakers(after) == [None]


TIMED = {
    "webvtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nIt rained.\n\n00:05.000 --> 00:06.000\nWe left.",
    "srt": "1\n00:00:00,000 --> 00:00:02,000\nIt rained.\n\n2\n00:00:05,000 --> 00:00:06,000\nWe left.",
    "sbv": "0:00:00.000,0:00:02.000\nIt rained.\n\n0:00:05.000,0:00:06.000\nWe left.",
    "ttml": '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="0s" end="2s">It rained.</p>'
    '<p begin="5s" end="6s">We left.</p></div></body></tt>',
    "csv": "start,end,text\n0:00,0:02,It rained.\n0:05,0:06,We left.",
    "podcasting": '{"segments": [{"startTime": 0, "endTime": 2, "body": "It rained all day."},'
    ' {"startTime": 5, "endTime": 6, "body": "We left by boat."}]}',
    "whisper": '{"segments": [{"start": 0, "end": 2, "text": "It rained.", "seek": 0},'
    ' {"start": 5, "end": 6, "text": "We left.", "seek": 0}]}',
    "hugging-face": '{"text": "", "chunks": [{"timestamp": [0.0, 2.0], "text": "It rained."},'
    ' {"timestamp": [5.0, 6.0], "text": "We left."}]}',
}


@pytest.mark.parametrize(("format_id", "text"), TIMED.items(), ids=TIMED)
def test_the_silence_that_parts_turns_can_be_chosen_in_all_formats_with_times(
    format_id: str, text: str
) -> None:
    short, long = read_text(text), read_text(text, gap=5_000)
    assert (short.format_id, short.gap, long.gap) == (format_id, 2_000, 5_000)
    assert (len(short.transcript), len(long.transcript)) == (2, 1)
