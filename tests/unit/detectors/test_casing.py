"""Sentences that start in lower case."""

from __future__ import annotations

import pytest

from interviews.detectors.casing import LowerCaseStart
from tests.builders import a_transcript, after_fix, found_by, words_of

TALK = (
    ("Ada", "How did the harbour get its crane? It looks old."),
    ("Ben", "The town bought it from a yard. That yard closed down."),
    ("Ada", "And who runs it today?"),
    ("Ben", "My sister does. She has two apprentices."),
)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("what does it cost a year?", "what"),
        ("It pays its way. we are glad of that.", "we"),
        ("Is it safe? nobody was ever hurt.", "nobody"),
        ("“so it was a gamble?”", "so"),
    ],
)
def test_a_small_letter_at_a_start_is_found_and_made_big(text: str, word: str) -> None:
    transcript = a_transcript(*TALK, ("Ada", text))
    (finding,) = found_by(LowerCaseStart(), transcript)
    assert words_of(transcript, [finding]) == [word]
    fixed = after_fix(transcript, finding)
    assert fixed["5"].text == text.replace(word, word.capitalize(), 1)
    assert found_by(LowerCaseStart(), fixed) == ()


@pytest.mark.parametrize(
    "text",
    [
        "iOS was the odd one out.",
        "npm installs it in a minute.",
        "curl just works.",
        "We sell rope, tar etc. and a little paint.",
        "Mr. and Mrs. Lund. Rope vs. chain is the question.",
        "“Really?” he asked.",
        "It was... well, it was late.",
        "…and then the winch broke.",
        "We use sync.Map. sync.Map is safe.",
        "Choose: a) rope. b) chain.",
        "Well. haul away. haul away. haul away.",
        "1990 was a good year. 12 boats came.",
    ],
)
def test_brands_abbreviations_and_interruptions_are_fine(text: str) -> None:
    assert found_by(LowerCaseStart(), a_transcript(*TALK, ("Ada", text))) == ()


def test_a_transcript_in_lower_case_throughout_is_written_so() -> None:
    assert found_by(LowerCaseStart(), a_transcript(*((name, text.lower()) for name, text in TALK))) == ()


def test_who_was_interrupted_goes_on_in_lower_case() -> None:
    transcript = a_transcript(
        *TALK, ("Ben", "She runs it with —"), ("Ada", "Mm-hm."), ("Ben", "with great care.")
    )
    assert found_by(LowerCaseStart(), transcript) == ()


def test_a_seam_between_two_turns_is_not_flagged_again() -> None:
    transcript = a_transcript(
        *TALK,
        ("Ben", "In the end we sold the engine to a museum up north."),
        ("Ada", "to a museum up north. Which one was that?"),
    )
    assert found_by(LowerCaseStart(), transcript) == ()


def test_a_speaker_whose_name_is_written_small_may_be_addressed() -> None:
    transcript = a_transcript(*TALK, ("moss", "I agree."), ("Ada", "Fine. moss, what do you say?"))
    assert found_by(LowerCaseStart(), transcript) == ()


def test_german_and_russian_starts_are_found() -> None:
    german = a_transcript(
        *(("Eva", "Wem gehört der Kran? Der Stadt."),) * 3, ("Jan", "wir zahlen die Wartung."), language="de"
    )
    russian = a_transcript(
        *(("Ева", "Чей это кран? Он наш."),) * 3, ("Ян", "мы платим за него."), language="ru"
    )
    assert words_of(german, found_by(LowerCaseStart(), german)) == ["wir"]
    assert words_of(russian, found_by(LowerCaseStart(), russian)) == ["мы"]


def test_scripts_without_capitals_have_no_small_letters() -> None:
    transcript = a_transcript(("A", "我们走吧。他们来了。"), ("B", "हम चलें। वे आए।"), language="zh")
    assert found_by(LowerCaseStart(), transcript) == ()


def test_three_small_starts_in_a_short_interview_are_no_style_yet() -> None:
    turns = [("AB"[number % 2], f"We spoke of boat {number}. It was blue.") for number in range(6)]
    slips = [("A", "what did it cost?"), ("B", "Nothing. it was a gift."), ("A", "who gave it?")]
    assert len(found_by(LowerCaseStart(), a_transcript(*turns, *slips))) == 3


def test_a_short_interview_mostly_in_small_letters_has_its_style() -> None:
    turns = [
        ("A", "what did it cost?"),
        ("B", "It was a gift."),
        ("A", "who gave it?"),
        ("B", "my aunt did."),
    ]
    assert not found_by(LowerCaseStart(), a_transcript(*turns))


def test_no_is_a_sentence_and_no_abbreviation() -> None:
    turns = [("AB"[number % 2], f"We spoke of boat {number}. It was blue.") for number in range(20)]
    (finding,) = found_by(LowerCaseStart(), a_transcript(*turns, ("B", "No. they were all sold.")))
    assert "they" in finding.title
