"""What a recogniser told sharpens a finding and names itself; it finds nothing and hides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from interviews.detectors.base import Finding
from interviews.detectors.checking import Checker, findings
from interviews.detectors.kinds import Kind
from interviews.transcript.applying import apply
from interviews.transcript.edits import MergeTurns, SetText, SplitTurn
from interviews.transcript.hearing import Heard, Segment, Word
from interviews.transcript.spans import Span
from interviews.transcript.turns import Transcript, Turn
from tests.builders import a_transcript

TALK = a_transcript(
    ("Ann", "Thank you for coming. What did you find behind the mill that morning?"),
    ("Bo", "We found the fshhfahh gate open, and nobody there at all that day."),
    ("Ann", "Thanks for watching!"),
    ("Ann", "And then, who closed it?"),
    ("Bo", "It was my my mother who closed it, and she never told us why she did so."),
    ("Ann", "That must have been hard for all of you in that house."),
    ("Bo", "we are going to see we are going to see we are going to see we are going to see it."),
    ("Ann", "I see. And after that?"),
    ("Bo", "Nothing. We went home and said nothing about it for many years after."),
)


def heard(
    transcript: Transcript,
    *,
    sure: float | None = 0.95,
    step: int = 400,
    no_speech: float | None = 0.01,
    log: float | None = -0.2,
) -> Transcript:
    """The transcript with every word heard, ``step`` milliseconds each."""
    told, clock = {}, 0
    for turn in transcript:
        start, words, at = clock, [], 0
        for part in turn.text.split():
            at = turn.text.index(part, at)
            words.append(Word(Span(at, at + len(part)), clock, clock + step - 20, sure))
            at, clock = at + len(part), clock + step
        segment = Segment(Span(0, len(turn.text)), start, clock, None, log, no_speech)
        told[turn.key] = Heard(turn.text, tuple(words), (segment,))
    return replace(transcript, heard=told)


def one(transcript: Transcript, kind: Kind) -> Finding:
    (finding,) = (finding for finding in findings(transcript) if finding.kind is kind)
    return finding


def bare(found: Sequence[Finding]) -> list[Finding]:
    """The findings without what the recogniser may change."""
    return [replace(finding, confidence=0.0, reason="") for finding in found]


def test_a_recogniser_that_was_sure_changes_nothing() -> None:
    assert findings(heard(TALK)) == findings(TALK)


def test_without_a_recogniser_everything_is_as_it_was() -> None:
    assert findings(replace(TALK, heard={})) == findings(TALK)


@pytest.mark.parametrize(
    "told",
    [
        heard(TALK, sure=0.1),
        heard(TALK, sure=None, log=-2.0),
        heard(TALK, no_speech=0.99),
        heard(TALK, step=20),
        heard(TALK, step=0),
        heard(TALK, sure=None, no_speech=None, log=None),
    ],
    ids=["doubt", "failed", "silence", "haste", "no length", "times alone"],
)
def test_the_same_passages_are_found_and_none_less_surely(told: Transcript) -> None:
    plain, sharp = findings(TALK), findings(told)
    assert bare(sharp) == bare(plain)
    for before, after in zip(plain, sharp, strict=True):
        assert after.confidence >= before.confidence
        assert after.reason.startswith(before.reason)
        assert (after.confidence > before.confidence) == (after.reason != before.reason)


def test_words_that_the_recogniser_doubted_are_garbled_more_surely() -> None:
    plain, sharp = one(TALK, Kind.GARBLED_WORDS), one(heard(TALK, sure=0.31), Kind.GARBLED_WORDS)
    assert sharp.reason == f"{plain.reason} The recogniser was 31 % sure of this word."
    assert sharp.confidence == pytest.approx(1 - (1 - plain.confidence) / 2)


def test_a_stretch_that_failed_says_so_where_words_have_no_numbers() -> None:
    sharp = one(heard(TALK, sure=None, log=-1.3), Kind.GARBLED_WORDS)
    assert sharp.reason.endswith("doubted what it wrote here (mean log probability −1.3).")


def test_a_phantom_in_silence_is_surer() -> None:
    sharp = one(heard(TALK, no_speech=0.87), Kind.PHANTOM_PHRASE)
    assert "held it for 87 % likely that nobody spoke here" in sharp.reason


def test_a_loop_that_nobody_has_the_time_to_say_is_surer() -> None:
    sharp = one(heard(TALK, step=30), Kind.ASR_LOOP)
    assert "Its 20 words have 0.6 s in the recording" in sharp.reason
    assert "in the recording" not in one(heard(TALK), Kind.ASR_LOOP).reason


SAID = "We had walked along the northern wall until the light was gone."
TWICE = a_transcript(
    ("Ann", "Where did you go when the harbour was closed?"),
    ("Bo", SAID),
    ("Ann", "And who was with you?"),
    ("Bo", SAID),
    ("Ann", "What happened then?"),
    ("Bo", "Nothing that I would tell."),
)


def test_two_copies_with_the_same_time_were_said_once() -> None:
    told = heard(TWICE)
    again = replace(told, heard={**told.heard, "4": told.heard["2"]})
    reason = one(again, Kind.EXACT_DUPLICATE_TURN).reason
    assert "Both have the same time in the recording." in reason


@pytest.mark.parametrize(("begins", "is_told"), [(0, True), (4100, True), (4300, False)])
def test_a_copy_shorter_than_the_other_has_its_time_when_half_of_it_has(begins: int, is_told: bool) -> None:
    told = heard(TWICE)
    first = told.heard["2"]
    start, end = first.words[0].start, first.words[-1].end
    assert start is not None
    assert end == start + 4780
    words = tuple(
        replace(word, start=start + begins + 100 * place, end=start + begins + 100 * (place + 1))
        for place, word in enumerate(first.words)
    )
    again = replace(told, heard={**told.heard, "4": replace(first, words=words)})
    reason = one(again, Kind.EXACT_DUPLICATE_TURN).reason
    assert ("Both have the same time in the recording." in reason) is is_told
    assert "time runs back by" in reason
    assert one(told, Kind.EXACT_DUPLICATE_TURN) == one(TWICE, Kind.EXACT_DUPLICATE_TURN)


def test_a_time_that_runs_back_within_a_turn_speaks_for_a_copy() -> None:
    sentence = "We had walked along the northern wall until dark."
    twice = a_transcript(("Ann", "Where were you?"), ("Bo", f"{sentence} {sentence} That is all."))
    told = heard(twice)
    words = told.heard["2"].words
    back = tuple(
        replace(word, start=(word.start or 0) - 3600, end=(word.end or 0) - 3600) if 9 <= place < 18 else word
        for place, word in enumerate(words)
    )
    rewound = replace(told, heard={**told.heard, "2": replace(told.heard["2"], words=back)})
    assert "runs back by 3.2 s" in one(rewound, Kind.DUPLICATE_SENTENCE).reason
    assert "runs back" not in one(told, Kind.DUPLICATE_SENTENCE).reason


def test_what_stands_twice_in_one_segment_has_no_times_to_compare() -> None:
    told = heard(TALK)
    alone = {key: replace(one, words=()) for key, one in told.heard.items()}
    assert findings(replace(told, heard=alone)) == findings(TALK)


def test_the_numbers_go_with_the_words_through_edits() -> None:
    told = heard(TALK, sure=0.31)
    text = told["2"].text
    at = text.index("the fshhfahh")
    other = Turn("new", text[at:], "Bo")
    split = apply(told, SplitTurn("2", " ", other, None, None, "2"))
    assert "31 % sure" in one(split, Kind.GARBLED_WORDS).reason
    edited = apply(told, SetText("2", text, f"Well, {text}"))
    assert "31 % sure" in one(edited, Kind.GARBLED_WORDS).reason
    joined = apply(told, MergeTurns("1", " ", told["2"], None, None, "1"))
    assert "31 % sure" in one(joined, Kind.GARBLED_WORDS).reason


def test_a_word_that_somebody_typed_is_none_of_the_recognisers() -> None:
    told = heard(TALK, sure=0.31)
    typed = apply(told, SetText("2", told["2"].text, told["2"].text.replace("fshhfahh", "gfshhfuhh")))
    assert "sure" not in one(typed, Kind.GARBLED_WORDS).reason


def test_a_checker_that_goes_on_tells_the_same_as_one_that_begins() -> None:
    told = heard(TALK, sure=0.31, no_speech=0.9)
    checker = Checker()
    checker.findings(told)
    edited = apply(told, SetText("9", told["9"].text, "Nothing. We went xqvzt home."))
    assert checker.findings(edited) == findings(edited)
