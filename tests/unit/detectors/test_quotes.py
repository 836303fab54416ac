"""Quotes and brackets without their mates."""

from __future__ import annotations

import pytest

from interviews.detectors.letters.marks import looks_balanced
from interviews.detectors.quotes import MismatchedMarks
from tests.builders import a_transcript, found, settled, words_of


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("He said «we sail at noon”, and left.", "«we sail at noon”"),
        ("The winch (the small one] broke.", "(the small one]"),
        ("She called it {the old lady).", "{the old lady)"),
        ('We named it "Aurora», of course.', '"Aurora»'),
        ("We took (the long way round.", "(the"),
        ("We took the long way) round.", "way)"),
        ('And he goes "Never again. So we left.', '"Never'),
        ("They wrote „so nicht», in the end.", "„so nicht»"),
        ("He said \"we sail at noon.' Then he left.", "\"we sail at noon.'"),
        ('He said "we sail at noon.&quot; Then he left.', '"we sail at noon.&quot;'),
        ('He said `"we sail", and left "now", `soon".', '`soon"'),
        ("He said ``we sail'', and left.", "``we sail''"),
        ("The winch (the small one> broke.", "(the small one>"),
        ('We call it "the game"", and play it.', '"the game""'),
        ("He said ”we sail at noon” and left.", "”we sail at noon”"),
    ],
)
def test_a_mark_without_its_mate_is_found(text: str, passage: str) -> None:
    transcript = a_transcript(("Ada", text))
    assert words_of(transcript, found(MismatchedMarks(), transcript)) == [passage]


@pytest.mark.parametrize(
    "text",
    [
        'He said "we sail at noon", and left.',
        "He said “we ‘might’ sail”, and left (late).",
        "Sie sagte „wir fahren“ und ging; er rief „nein”.",
        "Il a dit «on part» et voilà.",
        "That's the Joneses' boat, it's rock 'n' roll.",
        'The mast is 5\'10" and the screen 27" wide.',
        'A 27" screen is enough.',
        "That was fun :) and sad :-( at once.",
        "We can a) wait or b) sail.",
        "Values in [0, 1) are fine.",
        "We did 1.a), 1.b) and never got to 2.c).",
        "“We sailed at noon.\n\n“We came back at dusk.”",
        '"We sailed at noon.\n"We came back at dusk."',
        "Run `make` and `make test`, and don't worry.",
        "That is thin(k and no bracket.",
        "彼は「行こう」と言った。",
    ],
)
def test_matched_marks_inches_smileys_and_points_are_fine(text: str) -> None:
    assert found(MismatchedMarks(), a_transcript(("Ada", text))) == []


def test_of_several_quotes_the_one_too_many_is_shown() -> None:
    transcript = a_transcript(("Ada", 'She said "yes", he said "no", and I said "maybe to both.'))
    assert words_of(transcript, found(MismatchedMarks(), transcript)) == ['"maybe']


def test_a_mixed_pair_becomes_the_quotes_that_are_used_here() -> None:
    transcript = a_transcript(("Ada", "He said: «We sail at noon.” Then he left."), ("Ben", "“Noon” it was."))
    (finding,) = found(MismatchedMarks(), transcript)
    fixed = settled(transcript, finding)
    assert fixed["1"].text == "He said: “We sail at noon.” Then he left."
    assert found(MismatchedMarks(), fixed) == []


def test_marks_around_words_that_are_no_quote_are_taken_out() -> None:
    transcript = a_transcript(("Ada", "We went to the {danger of it) all the same."))
    (finding,) = found(MismatchedMarks(), transcript)
    assert settled(transcript, finding)["1"].text == "We went to the danger of it all the same."


def test_a_quote_that_somebody_says_is_closed_behind_its_sentence() -> None:
    transcript = a_transcript(("Ada", 'And he goes "Never again. So we left.'))
    (finding,) = found(MismatchedMarks(), transcript)
    assert settled(transcript, finding)["1"].text == 'And he goes "Never again." So we left.'


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("And he goes, What now?” Then we left.", "And he goes, “What now?” Then we left."),
        ("And he goes, What now?» Then we left.", "And he goes, «What now?» Then we left."),
        ('And he goes, What now?" Then we left.', 'And he goes, "What now?" Then we left.'),
    ],
)
def test_a_quote_is_opened_where_somebody_begins_to_speak(text: str, opened: str) -> None:
    transcript = a_transcript(("Ada", text))
    (finding,) = found(MismatchedMarks(), transcript)
    assert settled(transcript, finding)["1"].text == opened


def test_a_stray_bracket_is_taken_out() -> None:
    transcript = a_transcript(("Ada", "We took (the long way round."))
    (finding,) = found(MismatchedMarks(), transcript)
    assert settled(transcript, finding)["1"].text == "We took the long way round."


def test_opening_quotes_used_as_apostrophes_are_one_finding() -> None:
    transcript = a_transcript(("Ada", "Korea‘s ships and China‘s ships."), background=("The town‘s quay.",))
    (finding,) = found(MismatchedMarks(), transcript)
    assert [transcript.words(passage) for passage in finding.passages] == ["town‘s", "Korea‘s", "China‘s"]
    fixed = settled(transcript, finding)
    assert [turn.text for turn in fixed] == ["The town’s quay.", "Korea’s ships and China’s ships."]
    assert found(MismatchedMarks(), fixed) == []


@pytest.mark.parametrize(
    ("text", "balanced"),
    [
        ("“a” “b”", True),
        ("“a", False),
        ("„a“ „b”", True),
        ("„a“ “b”", True),
        ("„a „b“", False),
        ('"a"', True),
        ('"a', False),
        ("(a) [b] {c} «d»", True),
        *((f"a {mark}b", False) for mark in "([{«»}])"),
    ],
)
def test_a_quick_look_tells_whether_all_that_opens_closes(text: str, balanced: bool) -> None:
    assert looks_balanced(text) is balanced


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ('"One" and "two, he said.', '"two,'),
        ('One" and "two", he said.', 'One"'),
        ('He said "one and "two" and "three".', '"one'),
        ('He said "one" and two" and "three".', 'two"'),
        ('"One" and "two" and "three', '"three'),
    ],
)
def test_of_an_odd_number_of_straight_quotes_the_one_that_does_not_fit_is_alone(
    text: str, alone: str
) -> None:
    transcript = a_transcript(("Ada", text))
    (finding,) = found(MismatchedMarks(), transcript)
    assert words_of(transcript, [finding]) == [alone]


def test_a_quote_may_go_on_in_the_next_turn_of_its_speaker() -> None:
    on = (("Ada", 'He said "we sail at noon.'), ("Ada", 'And then we come back." That was all.'))
    assert found(MismatchedMarks(), a_transcript(*on)) == []
    other = (on[0], ("Ben", on[1][1]))
    assert len(found(MismatchedMarks(), a_transcript(*other))) == 2


def test_whoever_opens_quotes_with_backticks_writes_them_so() -> None:
    turns = [("Ada", f"He said ``we sail at {hour}'', and left.") for hour in ("noon", "one", "two")]
    assert found(MismatchedMarks(), a_transcript(*turns)) == []
    assert len(found(MismatchedMarks(), a_transcript(*turns[:2]))) == 2


def test_a_closing_mark_that_is_doubled_is_written_once() -> None:
    transcript = a_transcript(("Ada", 'We call it "the game"", and play it.'))
    (finding,) = found(MismatchedMarks(), transcript)
    assert settled(transcript, finding)["1"].text == 'We call it "the game", and play it.'


def test_a_double_quote_for_an_apostrophe_is_written_as_one() -> None:
    transcript = a_transcript(("Ada", "So how“s it going? I don't know."))
    (finding,) = found(MismatchedMarks(), transcript)
    assert words_of(transcript, [finding]) == ["how“s"]
    assert settled(transcript, finding)["1"].text == "So how's it going? I don't know."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("He said ”how are you“ and left.", "”how are you“"),
        ("It is “that this’ is not.", "“that this’"),
    ],
)
def test_marks_turned_round_and_an_apostrophe_behind_a_word_without_genitive(text: str, shown: str) -> None:
    transcript = a_transcript(("Ada", text))
    assert words_of(transcript, found(MismatchedMarks(), transcript)) == [shown]


@pytest.mark.parametrize(
    "text",
    [
        'I\'m 5\'11", and "I had" to bend.',
        "ï»¿Yeah, I had it.",
        "Er sagte „nein“ und ”ja” dazu.",
        "“Yes,” he said. “No.”",
    ],
)
def test_inches_the_mark_of_a_file_and_quotes_of_other_languages_are_fine(text: str) -> None:
    assert found(MismatchedMarks(), a_transcript(("Ada", text))) == []
