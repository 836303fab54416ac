"""What an unknown word may have been."""

from __future__ import annotations

import pytest

from interviews.detectors.wording.lexicon import lexicon

LEX = lexicon("en")


@pytest.mark.parametrize(
    ("token", "word"),
    [
        ("1i5tening", "listening"),
        ("rnodern", "modern"),
        ("watnnig", "wanting"),
        ("dwnldng", "downloading"),
        ("tngs", "tongues"),
        ("xqzvk", None),
        ("cat", None),
    ],
)
def test_a_word_is_known_by_its_strokes_its_letters_or_its_consonants(token: str, word: str | None) -> None:
    meant = LEX.meant(token)
    assert (meant[0] if meant else None) == word


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("thingsthatwere", "things that were"),
        ("ofthe", None),
        ("canthink", "can think"),
        ("thereinforcementis", "the reinforcement is"),
        ("thereinforcementgo", None),  # no small word on both sides
        ("thinkcan", "think can"),
        ("riverboat", None),
        ("wewentto", None),
        ("wewentthere", "we went there"),
        ("dysfunctionalities", None),
        ("xqzvthe", None),
        ("aroundmy", "around my"),
        ("fanout", None),  # a verb and its particle make a noun
        ("ofpeople", "of people"),
        ("beready", None),
    ],
)
def test_words_that_run_together_have_a_small_one_among_them(token: str, words: str | None) -> None:
    parts = LEX.split(token)
    assert (" ".join(parts) if parts else None) == words


def test_a_piece_begins_a_word_and_noise_does_not() -> None:
    assert LEX.begins("apprentic")
    assert not LEX.begins("apprentix")
    assert not LEX.begins("zzzz")


@pytest.mark.parametrize(
    ("token", "word"),
    [("impor-tant", "important"), ("river-boat", None), ("xqz-vk", None), ("impor-t4nt", None)],
)
def test_a_torn_word_has_pieces_that_are_none(token: str, word: str | None) -> None:
    assert LEX.torn(token) == word


def test_noise_is_odder_than_names_and_words() -> None:
    assert LEX.oddness("fshhfahh") > 3.72 > LEX.oddness("utreekso") > LEX.oddness("harbouring")
    assert lexicon("tlh").meant("dwnldng") is None


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("teh", "the"),
        ("thier", "their"),
        ("becuase", "because"),
        ("univeristy", "university"),
        ("nad", None),  # of three letters
        ("form", None),
        ("ahs", None),
        ("hodl", None),  # nobody writes "hold" all the time
        ("veer", None),
        ("xqzvk", None),
    ],
)
def test_a_listed_slip_is_known_by_how_much_rarer_it_is(slip: str, word: str | None) -> None:
    assert LEX.swapped.get(slip) == word


def test_a_name_may_be_spelt_with_digits() -> None:
    assert LEX.is_spelt_with_digits("b0neskull")
    assert not LEX.is_spelt_with_digits("zrigget3d")
    assert not LEX.is_spelt_with_digits("understa7ding")


def test_a_made_up_name_holds_a_word() -> None:
    assert LEX.holds_word("utreexo")
    assert not LEX.holds_word("fshhfahh")
