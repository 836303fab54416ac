"""What slips make of common words."""

from __future__ import annotations

import pytest

from interviews.detectors.wording.lexicon import lexicon

SLIPS = lexicon("en").slips


@pytest.mark.parametrize(
    ("token", "known", "word", "what"),
    [
        ("amazig", 0.0, "amazing", "a letter is missing"),
        ("diferently", 0.0, "differently", "a letter is missing"),
        ("woud", 2.1, "would", "a letter is missing"),
        ("abbout", 0.0, "about", "a letter is doubled"),
        ("almoat", 0.0, "almost", "a neighbouring key was hit"),
        ("peiple", 0.0, "people", "a neighbouring key was hit"),
        ("descrfibed", 0.0, "described", "a letter is too many"),
        ("hwen", 0.0, "when", "two letters are swapped"),
        ("iwthout", 0.0, "without", "two letters are swapped"),
        ("thse", 0.0, "", "a letter is too many"),  # "the", "these" or "those"
    ],
)
def test_a_slip_of_a_letter_leads_back_to_its_word(token: str, known: float, word: str, what: str) -> None:
    assert SLIPS.of_a_letter(token, known) == (word, what)


@pytest.mark.parametrize(
    ("token", "known"),
    [
        ("refactors", 0.0),
        ("platforn", 0.0),  # the last letter changes with the form of a word
        ("peoplr", 0.0),
        ("failer", 0.0),
        ("smoooth", 0.0),  # drawn out
        ("lout", 2.1),
        ("abut", 2.5),
        ("xpub", 0.0),
        ("teh", 0.0),  # too short to tell
    ],
)
def test_other_words_are_no_slips(token: str, known: float) -> None:
    assert SLIPS.of_a_letter(token, known) is None


@pytest.mark.parametrize(
    ("token", "word"), [("yjrot", "their"), ("eptl", "work"), ("harbour", None), ("qsp", None)]
)
def test_hands_beside_their_place_type_another_word(token: str, word: str | None) -> None:
    assert SLIPS.of_a_hand(token) == word


@pytest.mark.parametrize(
    ("token", "word"),
    [("disdistributed", "distributed"), ("workinging", "working"), ("rerendering", None), ("banana", None)],
)
def test_a_piece_that_stands_twice_is_taken_out(token: str, word: str | None) -> None:
    assert SLIPS.of_a_tongue(token) == word


@pytest.mark.parametrize(
    ("token", "answer"),
    [
        ("reviewwithing", ("reviewing", True)),
        ("thwithink", ("think", True)),
        ("kwaterchen", ("kitchen", True)),
        ("wpeopleter", ("", False)),  # "winter": of so few letters it proves nothing
        ("colleaguesed", ("", True)),
        ("dressed", ("", False)),
        ("goroutines", ("", False)),
        ("distributedly", ("", False)),
    ],
)
def test_a_program_replaced_a_word_inside_another(token: str, answer: tuple[str, bool]) -> None:
    assert SLIPS.of_a_program(token) == answer
