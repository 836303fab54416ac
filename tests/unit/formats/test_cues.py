"""How cues become turns."""

from __future__ import annotations

from interviews.formats.base import JoinsCues
from interviews.formats.cues import GAP, LONG, LONGEST, Said, joined
from interviews.formats.reading import read, read_text
from interviews.formats.registry import reader


def turns(*said: Said, gap: int = GAP) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in joined(said, gap=gap).turns]


def test_what_one_person_says_is_a_turn_however_long_the_silence() -> None:
    first, second = Said("So we", 0, 1000, "Ann"), Said("went.", 60_000, 61_000, "Ann")
    made = joined((first, second))
    assert [(turn.text, turn.start, turn.end) for turn in made.turns] == [("So we went.", 0, 61_000)]
    spans = [segment.span.of("So we went.") for segment in made.heard["1"].segments]
    assert spans == ["So we", "went."]


def test_where_nobody_is_named_a_turn_ends_at_a_silence_between_sentences() -> None:
    said = (Said("We left.", 0, 1000), Said("It rained", 3001, 4000), Said("all day.", 7000, 8000))
    assert turns(*said) == [(None, "We left."), (None, "It rained all day.")]
    assert turns(*said, gap=2001) == [(None, "We left. It rained all day.")]


def test_without_full_stops_the_silence_alone_decides() -> None:
    assert turns(Said("we left", 0, 1000), Said("it rained", 4000, 5000)) == [
        (None, "we left"),
        (None, "it rained"),
    ]


def test_cues_that_lie_over_one_another_have_no_silence_between_them() -> None:
    said = (Said("We left.", 0, 9000), Said("Yes.", 1000, 2000), Said("Then rain.", 9500, 9900))
    assert turns(*said) == [(None, "We left. Yes. Then rain.")]


def test_a_breathless_text_is_cut_at_a_sentence_and_at_last_anywhere() -> None:
    sentence = "And so it went on and on." + " x" * 40
    said = [Said(sentence + ".", n * 1000, n * 1000 + 1000) for n in range(40)]
    assert all(LONG < len(turn.text) < LONG + 200 for turn in joined(said).turns[:-1])
    bare = [Said("and so it went", n * 1000, n * 1000 + 1000) for n in range(400)]
    assert all(LONGEST - 100 < len(turn.text) <= LONGEST for turn in joined(bare).turns[:-1])


def test_a_note_is_a_turn_by_itself_and_ends_none() -> None:
    made = joined((Said("One", 0, 1, "Ann"), Said("Checked.", aside="a note"), Said("two.", 1, 2, "Ann")))
    assert [(turn.key, turn.text, turn.aside) for turn in made.turns] == [
        ("1", "One two.", ""),
        ("2", "Checked.", "a note"),
    ]
    assert made.keys == ("1", "2", "1")


def test_lines_of_japanese_are_put_together_without_a_space() -> None:
    assert turns(Said("日本の", 0, 1), Said("橋。", 1, 2)) == [(None, "日本の橋。")]
    assert turns(Said("서울", 0, 1), Said("다리", 1, 2)) == [(None, "서울 다리")]


def test_a_reader_of_captions_can_be_asked_for_another_silence() -> None:
    vtt = reader("webvtt")
    assert isinstance(vtt, JoinsCues)
    text = "WEBVTT\n\n00:00.000 --> 00:01.000\nWe left.\n\n00:04.000 --> 00:05.000\nIt rained."
    assert [turn.text for turn in vtt.read_joined(text, gap=5000).transcript] == ["We left. It rained."]
    assert (vtt.read(text).gap, len(vtt.read(text).transcript)) == (GAP, 2)
    assert not isinstance(reader("plain"), JoinsCues)
    assert len(read_text(text, gap=5000).transcript) == len(read(text.encode(), gap=5000).transcript) == 1
    assert read_text("Ann: So.\nBo: No.\nAnn: Yes.\nBo: No.", gap=5000).gap is None
