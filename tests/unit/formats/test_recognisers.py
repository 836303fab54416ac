"""Each recogniser's and player's JSON: an ordinary file, the nastiest known, and one that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from interviews.formats.base import ImportProblem, Reading, Use
from interviews.formats.json_values import unescaped
from interviews.formats.otranscribe import shown_by
from interviews.formats.reading import read, read_text
from interviews.formats.sniffing import sniff
from interviews.transcript.hearing import Heard

SAMPLES = Path(__file__).parents[2] / "samples"
FORMATS = (
    "assemblyai",
    "aws-transcribe",
    "deepgram",
    "dpe",
    "google-speech",
    "hugging-face",
    "json",
    "otranscribe",
    "podcasting",
    "rev",
    "whisper",
    "whisper-cpp",
    "whisperx",
)
GOOD = [
    path
    for name in FORMATS
    for path in sorted((SAMPLES / name).iterdir())
    if not path.name.startswith("malformed")
]


def named(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def sample(name: str) -> Reading:
    path = SAMPLES / name
    return read(path.read_bytes(), name=path.name)


def turns(reading: Reading) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in reading.transcript]


def times(reading: Reading) -> list[tuple[int | None, int | None]]:
    return [(turn.start, turn.end) for turn in reading.transcript]


def heard(reading: Reading, key: str) -> Heard:
    return reading.transcript.heard[key]


def words(reading: Reading, key: str) -> list[tuple[str, int | None, int | None, float | None]]:
    told = heard(reading, key)
    return [(word.span.of(told.text), word.start, word.end, word.confidence) for word in told.words]


@pytest.mark.parametrize("path", GOOD, ids=named)
def test_a_file_is_known_by_its_structure_and_by_no_other(path: Path) -> None:
    choices = sniff(path.read_text(encoding="utf-8"), path.name)
    assert choices[0].reader.id == path.parent.name
    assert choices[0].why
    sure = [one.reader.id for one in choices if one.fit >= 0.9]
    assert sure in ([path.parent.name], [])


@pytest.mark.parametrize("path", GOOD, ids=named)
def test_every_character_is_in_a_turn_a_label_a_time_or_markup(path: Path) -> None:
    reading = read(path.read_bytes(), name=path.name)
    assert reading.unaccounted() == 0
    spelt = shown_by if path.parent.name == "otranscribe" else unescaped
    held = {turn.key: "" for turn in reading.transcript}
    end = 0
    for piece in reading.pieces:
        assert end <= piece.start < piece.end
        end = piece.end
        if piece.use is Use.TURN:
            held[piece.turn or ""] += spelt(reading.text[piece.start : piece.end])
    for turn in reading.transcript:
        assert "".join(turn.text.split()) == "".join(held[turn.key].split())
    assert [int(key) for key in sorted(held, key=int)] == list(range(1, len(held) + 1))


@pytest.mark.parametrize("path", GOOD, ids=named)
def test_what_was_heard_counts_in_the_text_that_was_read(path: Path) -> None:
    transcript = read(path.read_bytes(), name=path.name).transcript
    for key, told in transcript.heard.items():
        assert told.text == transcript[key].text
        for span in (*(word.span for word in told.words), *(one.span for one in told.segments)):
            assert span.of(told.text).strip() == span.of(told.text) != ""


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("assemblyai/malformed.json", "AssemblyAI could not transcribe"),
        ("aws-transcribe/malformed.json", "Amazon Transcribe had not finished"),
        ("deepgram/malformed.json", "There is nothing to read here"),
        ("dpe/malformed.json", "There is nothing to read here"),
        ("google-speech/malformed.json", "There is nothing to read here"),
        ("hugging-face/malformed.json", "There is nothing to read here"),
        ("json/malformed.json", "no list in it holds texts"),
        ("otranscribe/malformed.otr", "holds no “text”"),
        ("podcasting/malformed.json", "nested more than 64 levels deep"),
        ("rev/malformed.json", "There is nothing to read here"),
        ("whisper/malformed.json", "The JSON breaks off in line 1"),
        ("whisper-cpp/malformed.json", "There is nothing to read here"),
        ("whisperx/malformed.json", "in line 1, nothing can end with this “}”"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(name: str, sentence: str) -> None:
    with pytest.raises(ImportProblem) as problem:
        sample(name)
    assert sentence in str(problem.value)


def test_whisper_tells_times_and_doubts_of_segments_and_words() -> None:
    reading = sample("whisper/ordinary.json")
    assert turns(reading) == [
        (
            None,
            "Good morning from the harbour office. The dredger came in at four, and nobody was on the quay.",
        ),
        (None, "We had expected it on Tuesday."),
    ]
    assert times(reading) == [(0, 7450), (12_000, 14_350)]
    assert words(reading, "2")[1] == ("had", 12_400, 12_750, 0.9)
    segment = heard(reading, "1").segments[1]
    assert segment.span.of(heard(reading, "1").text) == "The dredger came in at four,"
    assert (segment.log_probability, segment.no_speech) == (-0.21, 0.02)


def test_whispers_odd_numbers_are_no_times_and_no_doubts() -> None:
    reading = sample("whisper/nasty.json")
    assert turns(reading) == [(None, "She said “no” 🙂\n\nand left. Then it rained.")]
    assert reading.transcript.language == "de"
    assert words(reading, "1") == [
        ("She", 0, 400, 0.91),
        ("said", None, None, None),
        ("“no”", 900, 1200, None),
    ]
    first, second = heard(reading, "1").segments
    assert (first.log_probability, first.no_speech) == (None, None)
    assert (second.start, second.end, second.no_speech) == (None, None, 0.1)
    assert "Line 5 names “text” a second time in one place; the last one counts." in reading.notes
    assert any("1 word of a word list does not stand in the text" in note for note in reading.notes)
    assert any("nobody can see it: 2 characters, first in line 5" in note for note in reading.notes)


def test_words_that_whisper_lists_apart_are_found_in_their_segments() -> None:
    reading = sample("whisper/words_apart.json")
    assert [word for word, *_ in words(reading, "1")] == ["Good", "morning", "It", "rained"]


def test_a_word_that_is_said_again_has_its_own_time() -> None:
    said = [{"word": " no", "start": float(second), "end": second + 0.5} for second in range(3)]
    segment = {"start": 0, "end": 3, "text": " no no no", "no_speech_prob": 0.1, "words": said}
    told = heard(read_text(json.dumps({"segments": [segment]})), "1")
    assert [(word.span.start, word.start) for word in told.words] == [(0, 0), (3, 1000), (6, 2000)]


def test_faster_whispers_bare_list_is_read() -> None:
    assert words(sample("whisper/faster.json"), "1")[1] == ("morning.", 500, 1100, 0.4)


def test_whisper_cpps_tokens_make_words_as_sure_as_the_least_sure_of_them() -> None:
    reading = sample("whisper-cpp/ordinary.json")
    assert turns(reading) == [(None, "The dredger left."), (None, "Nobody saw it.")]
    assert words(reading, "1") == [
        ("The", 0, 200, 0.9),
        ("dredger", 200, 900, 0.4),
        ("left.", 900, 1600, 0.9),
    ]
    assert times(reading) == [(0, 2000), (5000, 6500)]
    assert turns(sample("whisper-cpp/nasty.json"))[0][1].startswith("漢字です。")


def test_whisperx_names_who_speaks() -> None:
    reading = sample("whisperx/ordinary.json")
    assert turns(reading) == [
        ("SPEAKER_00", "What did the tide leave behind?"),
        ("SPEAKER_01", "Mostly rope, and one boot."),
    ]
    assert times(reading) == [(500, 2800), (4000, 6100)]
    assert words(reading, "2")[0] == ("Mostly", 4000, 4300, 0.8)


def test_a_segment_in_which_two_people_speak_is_parted() -> None:
    reading = sample("whisperx/nasty.json")
    assert turns(reading) == [
        ("SPEAKER_00", "Did you keep it?"),
        ("SPEAKER_01", "I did. Why?"),
        (None, "Nobody knows."),
    ]
    assert words(reading, "1")[1] == ("you", None, None, None)
    assert times(reading)[0] == (0, 1500)


def test_hugging_faces_last_chunk_may_have_no_end() -> None:
    reading = sample("hugging-face/nasty.json")
    assert turns(reading) == [(None, "雨が降っていました。 Hm.")]
    assert [(one.start, one.end) for one in heard(reading, "1").segments] == [
        (0, 3160),
        (3200, None),
        (None, None),
    ]


def test_hugging_faces_chunks_of_words_are_words() -> None:
    reading = sample("hugging-face/words.json")
    assert turns(reading) == [(None, "We don't sell bread.")]
    assert words(reading, "1")[2] == ("'t", 400, 500, None)


@pytest.mark.parametrize("name", ["ordinary", "nasty"])
def test_amazons_items_become_text_with_its_marks(name: str) -> None:
    reading = sample(f"aws-transcribe/{name}.json")
    said = [turn for turn in turns(reading) if turn[0]]
    assert said == [("spk_0", "Who built it?"), ("spk_1", "My aunt, alone.")]
    key = next(turn.key for turn in reading.transcript if turn.speaker == "spk_0")
    assert words(reading, key)[2] == ("it", 620, 800, 0.41)


@pytest.mark.parametrize("name", ["aws-transcribe", "google-speech"])
def test_people_on_channels_of_their_own_speak_in_the_order_of_their_times(name: str) -> None:
    transcript = sample(f"{name}/channels.json").transcript
    speakers = [turn.speaker for turn in transcript]
    starts = [turn.start or 0 for turn in transcript]
    assert starts == sorted(starts)
    assert speakers[:3] == [speakers[0], speakers[1], speakers[0]]
    assert [turn.key for turn in transcript][:3] == ["1", "3", "2"]


def test_google_tells_who_speaks_in_its_last_result() -> None:
    reading = sample("google-speech/ordinary.json")
    assert turns(reading) == [("Speaker 1", "Where was the mill?"), ("Speaker 2", "Behind the church.")]
    assert words(reading, "2")[0] == ("Behind", 2400, 2700, 0.91)
    assert reading.transcript.language == "en-US"


def test_googles_second_version_tells_it_with_each_word() -> None:
    reading = sample("google-speech/nasty.json")
    assert turns(reading) == [("Speaker 1", "Where?"), ("Speaker 2", "Behind it.")]
    assert words(reading, "2") == [("Behind", 2500, None, None), ("it.", None, None, None)]


def test_deepgrams_paragraphs_are_turns() -> None:
    reading = sample("deepgram/ordinary.json")
    assert turns(reading) == [
        ("Speaker 0", "Is it far?"),
        ("Speaker 1", "Not for a bird. It is for us."),
    ]
    assert words(reading, "2")[-1] == ("us.", 4200, 4500, 0.97)


def test_deepgrams_channels_and_bare_words_are_read() -> None:
    assert turns(sample("deepgram/nasty.json")) == [("Channel 1", "Hello there."), ("Channel 2", "Hi.")]
    assert turns(sample("deepgram/words.json")) == [("Speaker 0", "Is it far?"), ("Speaker 1", "Yes.")]


def test_assemblyais_times_are_milliseconds() -> None:
    reading = sample("assemblyai/ordinary.json")
    assert turns(reading) == [
        ("Speaker A", "How deep is the lake?"),
        ("Speaker B", "Nobody has measured it."),
    ]
    assert times(reading) == [(250, 2150), (3000, 4500)]
    assert turns(sample("assemblyai/nasty.json")) == [(None, "How deep is it? Deep.")]


def test_revs_elements_become_text_and_its_numbers_names() -> None:
    reading = sample("rev/ordinary.json")
    assert turns(reading) == [("Ines Maro", "Who sings?"), ("Tom Vale", "Everyone, mostly. Badly.")]
    assert words(reading, "2")[0] == ("Everyone", 1000, 1500, 0.85)
    assert turns(sample("rev/nasty.json")) == [
        ("Speaker 1", "Who sings?"),
        ("Tom Vale", "<unknown>. All"),
        ("Speaker 7", "Hm"),
    ]


def test_a_podcasts_speaker_may_be_named_only_where_it_changes() -> None:
    reading = sample("podcasting/ordinary.json")
    assert turns(reading) == [
        ("Ines Maro", "Who sings here?"),
        ("Tom Vale", "Everyone, or mostly. Badly, too."),
    ]
    assert times(reading) == [(500, 2250), (2500, 5000)]


def test_a_podcasts_segments_may_be_words() -> None:
    reading = sample("podcasting/nasty.json")
    assert turns(reading) == [("Ines", "Who sings here?"), ("Tom", "Everyone does badly."), (None, "So")]
    assert words(reading, "1")[:2] == [("Who", 500, 700, None), ("sings", 700, 900, None)]


def test_the_bbcs_words_go_to_the_paragraph_that_they_start_in() -> None:
    reading = sample("dpe/ordinary.json")
    assert turns(reading) == [("Ines", "Whose boat is that?"), ("Tom", "Mine. I built it.")]
    assert turns(sample("dpe/nasty.json")) == [("Ines", "Whose boat, then?"), ("Tom", "Mine & hers.")]


def test_the_bbcs_recogniser_tells_who_speaks_in_a_list_of_its_own() -> None:
    reading = sample("dpe/kaldi.json")
    assert turns(reading) == [("S0", "Whose boat?"), ("S12", "Mine.")]
    assert words(reading, "1")[0] == ("Whose", 100, 400, 0.68)
    assert turns(sample("dpe/long_block.json")) == [("Ines", "Whose boat?")]


def test_otranscribes_page_is_read_as_the_text_that_it_shows() -> None:
    reading = sample("otranscribe/ordinary.otr")
    assert turns(reading) == [
        ("Ines", "Whose boat is that?"),
        ("Tom", "Mine. I built it, & named it."),
        ("Ines", "When?"),
    ]
    assert [turn.start for turn in reading.transcript] == [3250, None, 63_200]


def test_a_question_about_otranscribes_text_names_the_line_of_the_file() -> None:
    page = "<p>Ann: Why?</p><p>Bo: So.</p><p>Ann: And?</p><p>Bo: No.</p>"
    source = '{"media-time": 1,\n"text": ' + json.dumps(page) + "}"
    assert [question.line for question in read_text(source).questions] == [2]


def test_otranscribes_comments_and_broken_tags_lose_no_words() -> None:
    text = " ".join(turn.text for turn in sample("otranscribe/nasty.otr").transcript)
    assert "pasted" not in text
    assert "Ines: Whose boat <that>?" in text
    assert "Mine 🙂 &nosuch; A." in text


def test_json_of_other_programs_is_read_by_its_longest_list_of_texts() -> None:
    reading = sample("json/ordinary.json")
    assert turns(reading) == [("Ines", "Whose boat is that?"), ("Tom", "Mine. I built it.")]
    assert times(reading) == [(1200, 2800), (3100, 5000)]


def test_where_nobody_is_named_another_silence_parts_the_turns() -> None:
    text = (SAMPLES / "whisper" / "ordinary.json").read_text(encoding="utf-8")
    choice = sniff(text)[0].reader
    assert len(read_text(text).transcript) == 2
    assert len(choice.read_joined(text, gap=10_000).transcript) == 1  # type: ignore[attr-defined]


def test_a_name_longer_than_can_be_stored_is_refused() -> None:
    text = json.dumps({"segments": [{"speaker": "x" * 201, "body": "Yes."}]})
    with pytest.raises(ImportProblem, match="201 characters"):
        read_text(text)
