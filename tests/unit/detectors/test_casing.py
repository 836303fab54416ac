"""Sentences that start in lower case."""

from __future__ import annotations

import pytest

from interviews.detectors.casing import LowerCaseStart
from tests.builders import a_transcript, found, settled, words_of

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
    (finding,) = found(LowerCaseStart(), transcript)
    assert words_of(transcript, [finding]) == [word]
    fixed = settled(transcript, finding)
    assert fixed["5"].text == text.replace(word, word.capitalize(), 1)
    assert found(LowerCaseStart(), fixed) == []


@pytest.mark.parametrize(
    "text",
    [
        "iOS was the odd one out.",
        "npm installs it in a minute.",
        "curl just works.",
        "mp3 was what they sent us.",
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
    assert found(LowerCaseStart(), a_transcript(*TALK, ("Ada", text))) == []


def test_a_transcript_in_lower_case_throughout_is_written_so() -> None:
    assert found(LowerCaseStart(), a_transcript(*((name, text.lower()) for name, text in TALK))) == []


def test_who_was_interrupted_goes_on_in_lower_case() -> None:
    transcript = a_transcript(
        *TALK, ("Ben", "She runs it with —"), ("Ada", "Mm-hm."), ("Ben", "with great care.")
    )
    assert found(LowerCaseStart(), transcript) == []


def test_who_goes_on_with_the_sentence_of_another_turn_does_not_begin_one() -> None:
    cut = ("Ada", "And that was the year when we took in the first"), ("Ben", "dogs from the valley.")
    assert found(LowerCaseStart(), a_transcript(*TALK, *cut, *TALK)) == []
    ended = ("Ada", "And that was the year when we took them in."), cut[1]
    assert len(found(LowerCaseStart(), a_transcript(*TALK, *ended, *TALK))) == 1


def test_a_seam_between_two_turns_is_not_flagged_again() -> None:
    transcript = a_transcript(
        *TALK,
        ("Ben", "In the end we sold the engine to a museum up north."),
        ("Ada", "to a museum up north. Which one was that?"),
    )
    assert found(LowerCaseStart(), transcript) == []


def test_a_speaker_whose_name_is_written_small_may_be_addressed() -> None:
    transcript = a_transcript(*TALK, ("moss", "I agree."), ("Ada", "Fine. moss, what do you say?"))
    assert found(LowerCaseStart(), transcript) == []


def test_german_and_russian_starts_are_found() -> None:
    german = a_transcript(
        *(("Eva", "Wem gehört der Kran? Der Stadt."),) * 3, ("Jan", "wir zahlen die Wartung."), language="de"
    )
    russian = a_transcript(
        *(("Ева", "Чей это кран? Он наш."),) * 3, ("Ян", "мы платим за него."), language="ru"
    )
    assert words_of(german, found(LowerCaseStart(), german)) == ["wir"]
    assert words_of(russian, found(LowerCaseStart(), russian)) == ["мы"]


def test_scripts_without_capitals_have_no_small_letters() -> None:
    transcript = a_transcript(("A", "我们走吧。他们来了。"), ("B", "हम चलें। वे आए।"), language="zh")
    assert found(LowerCaseStart(), transcript) == []


def test_three_small_starts_in_a_short_interview_are_no_style_yet() -> None:
    turns = [("AB"[number % 2], f"We spoke of boat {number}. It was blue.") for number in range(6)]
    slips = [("A", "what did it cost?"), ("B", "Nothing. it was a gift."), ("A", "who gave it?")]
    assert len(found(LowerCaseStart(), a_transcript(*turns, *slips))) == 3


def test_a_short_interview_mostly_in_small_letters_has_its_style() -> None:
    turns = [
        ("A", "what did it cost?"),
        ("B", "It was a gift."),
        ("A", "who gave it?"),
        ("B", "my aunt did."),
    ]
    assert not found(LowerCaseStart(), a_transcript(*turns))


def test_no_is_a_sentence_and_no_abbreviation() -> None:
    turns = [("AB"[number % 2], f"We spoke of boat {number}. It was blue.") for number in range(20)]
    (finding,) = found(LowerCaseStart(), a_transcript(*turns, ("B", "No. they were all sold.")))
    assert "they" in finding.title


def test_behind_a_full_stop_in_quotes_the_habit_of_the_transcript_decides() -> None:
    capital = tuple(("Ben", f"They said “Boat {n} is late.” We had to wait.") for n in range(13))
    slip = ("Ben", "They said “It is here.” and we went down to it.")
    slipped = a_transcript(*capital, slip)
    assert words_of(slipped, found(LowerCaseStart(), slipped)) == ["and"]
    assert not found(LowerCaseStart(), a_transcript(*TALK, slip, slip))
    asked = ("Ben", "“Is it here?” he asked.")
    assert not found(LowerCaseStart(), a_transcript(*capital, asked))


def test_a_line_of_a_program_is_no_sentence() -> None:
    assert not found(LowerCaseStart(), a_transcript(*TALK, ("Ben", "It is short.\nvoid hoist(int load)")))
    assert found(LowerCaseStart(), a_transcript(*TALK, ("Ben", "It is short. they (both) hoist.")))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It was I. we all knew.", ["we"]),
        ("It was Mr. b. who knew.", []),
        ("It was plan B. we all knew.", []),
        ("It was number 7. we all knew.", ["we"]),
        ("It was the co. that knew.", []),
        ("It is late. a boat is due.", ["a"]),
        ("It is late. b is due.", []),
        ("It is late. sort of In real life.", []),
        ("It is late. sort of like them. In real life.", ["sort"]),
        ("Is it the (?) boat. It is.", []),
        ("They had no idea (no idea!) that we came.", []),
        ("They had no idea. (No idea.) that we came.", ["that"]),
        ("They saw it!!! we all knew.", ["we"]),
    ],
)
def test_what_ends_a_sentence_and_what_does_not(text: str, shown: list[str]) -> None:
    transcript = a_transcript(*TALK, ("Ben", text))
    assert words_of(transcript, found(LowerCaseStart(), transcript)) == shown


def test_three_small_starts_of_few_are_no_style_yet_and_many_are() -> None:
    small = ("Ben", "It is late. we go.")
    plain = [("Ben", "It is late. We go.")] * 6
    assert len(found(LowerCaseStart(), a_transcript(*plain, *[small] * 3))) == 3
    assert not found(LowerCaseStart(), a_transcript(*plain, *[small] * 4))


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("This will be twenty years. ago we moved.", False),  # it is the full stop that is wrong
        ("This will be twenty years. harvest was early.", True),  # other sentences begin so
        ("This will be twenty years. they’d moved.", True),  # so does any other transcript's
    ],
    ids=["begins none", "begins others", "begins many"],
)
def test_in_a_long_transcript_a_word_that_begins_no_other_sentence_is_no_beginning(
    fault: str, told: bool
) -> None:
    sentences = [f"Harvest was late in year {number}. The rain came then." for number in range(150)]
    long = a_transcript(*(("Ben", text) for text in (*sentences, fault)))
    short = a_transcript(*(("Ben", text) for text in (*sentences[:50], fault)))
    assert bool(found(LowerCaseStart(), long)) is told
    assert found(LowerCaseStart(), short)


def test_a_small_letter_in_what_nobody_said_is_no_fault_of_its_own() -> None:
    note = ("Ben", "TV tape 2 starts here. Battery!! ring the desk")
    assert found(LowerCaseStart(), a_transcript(*TALK, note)) == []
    assert len(found(LowerCaseStart(), a_transcript(*TALK, ("Ben", "The tape starts! ring the desk.")))) == 1


def test_behind_a_question_or_in_a_new_paragraph_any_word_begins() -> None:
    long = tuple(("Ada", f"We went to port {number}. It was late. They slept.") for number in range(120))
    for text, word in (
        ("Which models? participation models?", "participation"),
        ("That was the boat.\n\nhaving two of them helps.", "having"),
        ("It was the dogs. having two of them helps.", ""),
    ):
        transcript = a_transcript(*long, ("Ben", text))
        assert words_of(transcript, found(LowerCaseStart(), transcript)) == ([word] if word else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We took the `boat`s. let me see.", ["let"]),
        ("That is how it's. let me see.", ["let"]),
        ("yeah, yeah, yeah.", ["yeah"]),
        ("We left. boats, boats, boats, boats, boats, boats, boats, boats.", []),
        ("We left. senator Meredith: What do you say?", ["senator"]),
    ],
)
def test_a_start_is_a_start_where_no_initial_and_no_loop_stands(text: str, words: list[str]) -> None:
    transcript = a_transcript(
        ("Ada", "It rained. We stayed."), ("Ben", text), ("Ada", "We did. It was late.")
    )
    assert words_of(transcript, found(LowerCaseStart(), transcript)) == words
