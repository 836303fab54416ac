"""How much a word by itself looks like noise."""

from __future__ import annotations

import pytest

from interviews.detectors.wording.lexicon import lexicon
from interviews.detectors.wording.noise import judge

LEX = lexicon("en")


@pytest.mark.parametrize(
    ("word", "zipf", "weight", "meant"),
    [
        ("dwnldng", 0.0, 1, "downloading"),
        ("thngs", 1.2, 1, "things"),
        ("hrbr", 0.0, 1, "harbor"),
        ("thingsthatwere", 0.0, 1, "things that were"),
        ("impor-tant", 0.0, 1, "important"),
        ("to-gether", 0.0, 1, "together"),
        ("fshhfahh", 0.0, 1, ""),
        ("fshhfa", 0.0, 1, ""),
        ("yjrot", 0.0, 1, "their"),
        ("disdistributed", 0.0, 1, "distributed"),
        ("reviewwithing", 0.0, 1, "reviewing"),
        ("hgfe", 0.0, 0.5, ""),
        ("rrierp", 0.0, 1, ""),  # all of one row of the keyboard
        ("utreexo", 0.0, 0.5, ""),  # holds a word
        ("b0neskull", 0.0, None, ""),
        ("tabaco", 0.0, None, ""),
        ("hahxhahx", 0.0, 0.5, ""),  # a laugh is written twice over
        ("as5dfe", 0.0, 1, ""),
        ("ab5cd", 0.0, 1, ""),
        ("ab5c", 0.0, 0.5, ""),
        ("thn", 1.2, None, ""),
        ("as4dfe", 0.0, 0.5, ""),
        ("ab4c", 0.0, 0.5, ""),
        ("thim7", 0.0, 0.5, ""),
        ("b2", 0.0, None, ""),
        ("sha512", 0.0, 0.5, ""),
        ("12px", 0.0, None, ""),
        ("1990s", 0.0, None, ""),
        ("grünßtz", 0.0, None, ""),
        ("snake_case_xqz", 0.0, None, ""),
    ],
)
def test_a_word_is_judged_by_its_letters(word: str, zipf: float, weight: float | None, meant: str) -> None:
    verdict = judge(word, LEX, zipf)
    assert (verdict.weight if verdict else None, verdict.meant if verdict else "") == (weight, meant)


def test_a_slip_of_one_letter_is_told_as_one() -> None:
    verdict = judge("platfrm", LEX, 0.0)
    assert verdict is not None
    assert verdict.meant == "platform"


def test_an_endless_word_is_not_looked_at() -> None:
    assert judge("fshhfahh" * 6, LEX, 0.0) is None
