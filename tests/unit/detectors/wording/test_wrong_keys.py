"""Keys beside the right ones."""

from __future__ import annotations

import pytest

from interviews.detectors.wording.lexicon import lexicon
from interviews.detectors.wording.noise import judge
from interviews.detectors.wording.wrong_keys import NEAR, WrongKeys


def test_the_keys_around_a_letter_are_those_that_a_finger_reaches() -> None:
    assert NEAR["s"] == frozenset("awedxz")
    assert NEAR["p"] == frozenset("ol")


@pytest.mark.parametrize(
    ("token", "word"),
    [
        ("mrntiomed", "mentioned"),
        ("nrgstive", "negative"),
        ("nextioned", None),  # a letter that no finger hit
        ("mentiomed", None),  # one key alone is looked at elsewhere
        ("nrntiomrd", None),  # four keys
        ("negstivr", "negative"),
        ("mrad", None),
    ],
)
def test_a_word_is_known_with_two_or_three_keys_beside_theirs(token: str, word: str | None) -> None:
    assert WrongKeys(["mentioned", "negative", "need"]).meant(token) == word


def test_of_two_words_nobody_knows_which_was_meant() -> None:
    assert WrongKeys(["bending", "vending"]).meant("gendung") is None
    assert WrongKeys(["bending"]).meant("gendung") == "bending"


@pytest.mark.parametrize(
    ("token", "word"),
    [
        ("mrntiomed", "mentioned"),
        ("reallz", "really"),  # a German keyboard
        ("hozever", "however"),  # a French one
        ("outttttput", "output"),
        ("ylirassecen", "necessarily"),  # letters in reverse
        ("technolo4gies", "technologies"),
        ("th2ngs", "things"),
        ("arourid", "around"),  # scanned
        ("chanqe", "change"),
    ],
)
def test_a_word_that_a_hand_or_a_machine_broke_is_known(token: str, word: str) -> None:
    verdict = judge(token, lexicon("en"), 0.0)
    assert verdict is not None
    assert (verdict.weight, verdict.meant) == (1, word)


@pytest.mark.parametrize("token", ["regtest", "peer2peer", "web3", "yesss", "nagol"])
def test_names_numbers_and_drawn_out_words_are_let_pass(token: str) -> None:
    verdict = judge(token, lexicon("en"), 0.0)
    assert verdict is None or verdict.weight < 1
