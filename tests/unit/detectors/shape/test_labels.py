"""Two labels that are one person's, and two that are not."""

from __future__ import annotations

import pytest

from interviews.detectors.shape.labels import (
    has_broken_letters,
    is_initials_and_a_slip,
    names_of,
    unpadded,
    untitled,
    why_added,
    why_shortened,
)


@pytest.mark.parametrize(
    ("rare", "main", "broken"),
    [
        ("MiÅ¡ko", "Miško", True),
        ("Mi?ko", "Miško", True),
        ("MIŠKO", "Miško", False),
        ("Misko", "Miško", False),  # as people write who lack the letter
        ("Mi?ko Holm", "Miško", False),
        ("Jan?", "Jan", False),
        ("Š?", "Šo", False),
    ],
)
def test_letters_that_were_broken_are_told_from_other_names(rare: str, main: str, broken: bool) -> None:
    assert has_broken_letters(rare, main) is broken


@pytest.mark.parametrize(
    ("rare", "main", "why"),
    [
        ("Lund", "Gerda Lund", "it is a part of the name"),
        ("Gerda", "Gerda Maria Lund", "it is a part of the name"),
        ("Maria", "Gerda Maria Lund", ""),
        ("Dr Lund", "Gerda Lund", "it is a title with the surname"),
        ("Dr Gerda", "Gerda Lund", ""),
        ("GL", "Gerda Lund", "it is the initials"),
        ("gl", "Gerda Lund", ""),
        ("Lund Gerda", "Gerda Lund", "the names are in another order"),
        ("Gerda M Lund", "Gerda Lund", "only an initial differs"),
        ("Gerda Lu", "Gerda Lund", "the end of the name is cut off"),
        ("Gerda L", "Gerda Lund", "a name is shortened to its initial"),
        ("Ger Lund", "Gerda Lund", "a name is shortened to its initial"),
        ("Ge Lund", "Gerda Lund", ""),  # two letters are a name of their own
        ("G L", "Gerda Lund", ""),
        ("Ger Holm", "Gerda Lund", ""),
        ("Ida Lund", "Gerda Lund", ""),
        ("Ida Lu", "Gerda Lund", ""),
        ("Jo Ger Lund", "Jo Gerda Lund", "a name is shortened to its initial"),
        ("Ger Lund", "Jo Gerda Lund", ""),
    ],
)
def test_a_short_form_says_how_it_was_shortened(rare: str, main: str, why: str) -> None:
    a = names_of(rare)
    assert why_shortened(rare, a, untitled(a), untitled(names_of(main))) == why


@pytest.mark.parametrize(
    ("rare", "main", "why"),
    [
        ("Gerda (host)", "Gerda", "the part that the person has was added"),
        ("Gerda Lund, Moderatorin", "Gerda Lund", "the part that the person has was added"),
        ("Gerda Lund (BBC)", "Gerda Lund", "something was added to the name"),
        ("Gerda (Holm)", "Gerda", ""),
        ("Gerda 2", "Gerda", "a number was added"),
        ("Gerda 00:12:40", "Gerda", "a time was added"),
        ("Ida 2", "Gerda", ""),
        ("Guest 2", "Guest", ""),
        ("Speaker 1 (host)", "Speaker 1", ""),
        ("Boat 1 2", "Boat 1", ""),
        ("12", "Gerda", ""),
    ],
)
def test_what_was_put_behind_a_label_is_told(rare: str, main: str, why: str) -> None:
    assert why_added(rare, main) == why


@pytest.mark.parametrize(
    ("rare", "main", "is_slip"),
    [
        ("Qe", "Q", True),
        ("TRR", "TR", True),
        ("TTR", "TR", True),
        ("TmR", "TR", True),
        ("QQ", "Q", False),  # who doubles one letter may mean another
        ("TRX", "TR", False),
        ("TR", "TR", False),
        ("TRee", "TR", False),
        ("Tre", "Tr", False),
        ("ABCd", "ABC", True),
        ("ABCDe", "ABCD", False),
        ("42a", "42", False),
    ],
)
def test_initials_with_a_slip_are_told_from_other_initials(rare: str, main: str, is_slip: bool) -> None:
    assert is_initials_and_a_slip(rare, main) is is_slip


def test_names_are_read_whatever_their_order_and_numbers_as_they_count() -> None:
    assert names_of("Lund, Gerda") == names_of("GERDA LUND") == ("gerda", "lund")
    assert names_of("Anne-Marie O'Neill") == ("anne-marie", "o'neill")
    assert unpadded(names_of("Speaker_01")) == unpadded(names_of("Speaker 1"))
    assert unpadded(names_of("Speaker 10")) != unpadded(names_of("Speaker 1"))
