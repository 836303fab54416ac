"""Lines that start with the line before."""

from __future__ import annotations

from interviews.detectors.captions import RollingCaptions
from interviews.detectors.duplicate_turns import NearDuplicateTurn
from interviews.detectors.fragments import TruncatedTurn
from tests.builders import a_transcript, found, settled, texts

LINES = (
    "so we went down",
    "so we went down to the quay",
    "down to the quay where the boat lay",
    "where the boat lay at last",
)


def test_every_word_is_kept_once() -> None:
    transcript = a_transcript(("Ada", "And then?"), *((None, line) for line in LINES))
    (finding,) = found(RollingCaptions(), transcript)
    assert finding.title == "Turns 2–5 are rolling captions"
    assert [passage.turn for passage in finding.passages] == ["2", "3", "4", "5"]
    assert finding.evidence == ("12 of 25 words stand a second time.",)
    assert texts(settled(transcript, finding)) == ["And then?", "so we went", "down to the quay", LINES[3]]


def test_a_caption_that_the_next_one_holds_is_set_aside() -> None:
    lines = (
        "so we all went",
        "so we all went down",
        "so we all went down there",
        "so we all went down there again",
    )
    transcript = a_transcript(*((None, line) for line in lines))
    (finding,) = found(RollingCaptions(), transcript)
    assert texts(settled(transcript, finding)) == [lines[3]]


def test_one_caption_that_grows_under_one_name_rolls_however_short() -> None:
    lines = ("And what did", "And what did they say", "And what did they say when you went?")
    transcript = a_transcript(("Ben", "I left."), *(("Ada", line) for line in lines), ("Ben", "Nothing."))
    (finding,) = found(RollingCaptions(), transcript)
    assert texts(settled(transcript, finding)) == ["I left.", lines[2], "Nothing."]
    assert not found(NearDuplicateTurn(), transcript)
    assert not found(TruncatedTurn(), transcript)
    assert not found(RollingCaptions(), a_transcript(*(("Ada", line) for line in lines[:2])))
    assert not found(RollingCaptions(), a_transcript(*zip(("Ada", "Ben", "Ada"), lines, strict=True)))
    assert not found(
        RollingCaptions(), a_transcript(*(("Ada", line[4:]) for line in ("And tea", *lines[1:])))
    )


def test_three_lines_and_lists_do_not_roll() -> None:
    assert not found(RollingCaptions(), a_transcript(*((None, line) for line in LINES[1:])))
    lists = [(None, f"we bought bread and salt and {what}") for what in ("tea", "wine", "oil", "rice")]
    assert not found(RollingCaptions(), a_transcript(*lists))
