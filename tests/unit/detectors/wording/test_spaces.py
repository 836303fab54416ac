"""What a space that stands amiss did to two words, where it is known how common the words are."""

from __future__ import annotations

import pytest

from interviews.detectors.wording.spaces import faded, space_amiss, torn
from interviews.text.words import folded_words, word_spans

COMMON = {"the": 7.0, "water": 5.5, "important": 5.5, "a": 7.0, "in": 7.0, "boat": 5.5, "inboat": 0.0}
RARE = {"im": 2.4, "portant": 0.0, "th": 2.5, "ewater": 0.0, "thew": 0.0, "htew": 0.0, "ater": 0.0}


def mended(text: str, place: int, **zipf: float) -> tuple[str, str] | None:
    """The words that were meant and how they are said to have been broken."""
    said, spans = folded_words(text), word_spans(text)
    broken = space_amiss(text, said, spans, place, COMMON | RARE | zipf, {"teh": "the", "hte": "the"}, {})
    if broken is None:
        return None
    return broken.meant, text[broken.span.start : broken.span.end]


@pytest.mark.parametrize("place", [1, 2])
@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("im portant", "important"),
        ("th ewater", "the water"),
        ("thew ater", "the water"),
        ("te hwater", "the water"),
        ("htew ater", "the water"),
    ],
)
def test_a_space_amiss_is_found_from_either_of_its_words(broken: str, whole: str, place: int) -> None:
    assert mended(f"was {broken} there", place) == (whole, broken)
    assert mended(broken, place - 1) == (whole, broken)


def test_the_capital_of_a_sentence_stays() -> None:
    assert mended("Th ewater", 0) == ("The water", "Th ewater")


@pytest.mark.parametrize(
    "text",
    [
        "in boat",  # both are words, and what they make is none
        "th, ewater",
        "th  ewater",
        "th Ewater",
        "th 7water",
        "the wwater",  # a letter is doubled
        "aboa t",  # no word has only a t
        "quay xyzzy",
    ],
)
def test_what_no_space_did_is_left(text: str) -> None:
    assert mended(text, 0) is None
    assert mended(text, 1) is None


def test_two_words_that_are_common_enough_stay_two() -> None:
    assert mended("th ewater", 0, th=5.0, ewater=5.0) is None
    assert mended("im portant", 0, im=5.0, portant=5.0) is None


def test_a_piece_that_nobody_writes_counts_as_nothing() -> None:
    assert mended("he rboat", 0, he=3.5, her=4.45, boat=4.45) == ("her boat", "he rboat")


@pytest.mark.parametrize(
    ("text", "zipf"),
    [
        ("some thing", {"some": 6.0, "thing": 5.9, "something": 6.0}),
        ("by pass", {"by": 7.0, "pass": 2.3, "bypass": 3.1}),
        ("a tthing", {"tthing": 0.0, "at": 6.5, "thing": 6.0}),
        ("bw ater", {"bw": 1.5, "b": 5.0}),
    ],
    ids=["two common words", "hardly rarer than the whole", "a letter is doubled", "no letter stands alone"],
)
def test_words_that_may_stand_so_stay(text: str, zipf: dict[str, float]) -> None:
    assert mended(text, 0, **zipf) is None


def test_an_article_may_be_what_a_space_was_moved_from() -> None:
    assert mended("ab oat", 0, ab=1.5, oat=2.0) == ("a boat", "ab oat")


def test_pieces_that_are_listed_words_make_a_word_where_it_is_far_commoner_than_they_are() -> None:
    words = {"the": 7.0, "heating": 4.2, "data": 5.5, "database": 4.5, "base": 5.0, "ting": 3.4, "hea": 2.65}
    assert torn(words) == {"hea ting": ("heating", "hea")}
    assert torn(words | {"hea": 3.3}) == {}  # not ten times rarer than the word
    assert torn(words | {"hea": 2.5}) == {}  # rare enough to be looked at anyway
    assert torn(words | {"ting": 4.6}) == {}  # a word that people say
    assert torn({"heatings": 3.4, "tings": 2.7, "hea": 2.65}) == {}


def test_a_space_stands_for_one_letter_of_an_everyday_word() -> None:
    words = {"with": 6.8, "ever": 5.7, "wi": 4.1, "ev": 3.7, "r": 5.4, "h": 5.1, "er": 4.5}
    assert faded(words) == {"wi h": ("with", "wi"), "w th": ("with", "th"), "ev r": ("ever", "ev")}
    assert faded({"wither": 4.7}) == {}  # nobody writes it every day
    assert "ev r" not in faded(words | {"ev": 4.4})  # a word that people write
    assert "a y" not in faded({"away": 5.8})
    assert "bo k" not in faded({"book": 5.5, "bonk": 4.8})
    assert faded({"book": 5.9, "bonk": 4.8})["bo k"] == ("book", "bo")  # ten times as common as the other


def test_what_may_be_two_words_with_a_letter_lost_is_neither() -> None:
    words = {"hand": 5.4, "hard": 5.3}
    assert faded(words) == {"h nd": ("hand", "nd"), "h rd": ("hard", "rd")}


@pytest.mark.parametrize(
    ("gap", "whole", "what"),
    [
        ("hea ting", "heating", "a space stands within it"),
        ("wi h", "with", "a space stands for one of its letters"),
        ("re ected", "reflected", "a space stands for letters that are set as one sign"),
    ],
)
def test_what_a_space_stands_for_is_told(gap: str, whole: str, what: str) -> None:
    text = f"the {gap} stopped"
    listed = dict.fromkeys(gap.split(), 2.65)
    broken = space_amiss(text, folded_words(text), word_spans(text), 1, listed, {}, {gap: whole})
    assert broken is not None
    assert (broken.meant, broken.what) == (whole, what)


@pytest.mark.parametrize(
    ("together", "rarest", "is_one"),
    [
        (3.0, 1.9, True),
        (2.9, 1.9, False),
        (3.0, 2.0, True),
        (2.9, 2.0, False),
        (3.5, 2.5, True),
        (3.4, 2.5, False),
    ],
)
def test_how_common_a_torn_word_and_how_rare_its_pieces_are(
    together: float, rarest: float, *, is_one: bool
) -> None:
    broken = mended("quay xyzzy", 0, quay=5.0, xyzzy=rarest, quayxyzzy=together)
    assert (broken is not None) is is_one
