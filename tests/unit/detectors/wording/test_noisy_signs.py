"""Signs strewn between the letters of a word."""

from __future__ import annotations

import pytest

from interviews.detectors.garbled import GarbledWords
from interviews.detectors.wording.noisy_signs import meant, noisy_signs
from interviews.detectors.wording.vocabulary import zipf_table
from tests.builders import a_transcript, found, settled


def seen(text: str, language: str = "en") -> list[tuple[str, str]]:
    table = zipf_table(language)
    return [(word.span.of(text), word.meant) for word in noisy_signs(text, lambda word: table.get(word, 0.0))]


@pytest.mark.parametrize(
    ("text", "shown", "meant"),
    [
        (r"We let p_eo_p\le in.", r"p_eo_p\le", "people"),
        (r"The (cha\~nnel) froze.", r"cha\~nnel", "channel"),
        ("The wa|t/er rose.", "wa|t/er", "water"),
        ("It is not rea&lly so.", "rea&lly", "really"),
        ("That is di!erent.", "di!erent", "different"),  # a sign for two letters that are set as one
    ],
)
def test_signs_are_taken_out_of_a_word_of_every_day(text: str, shown: str, meant: str) -> None:
    assert seen(text) == [(shown, meant)]


def test_a_noisy_word_is_one_finding_with_its_repair() -> None:
    transcript = a_transcript(("Ada", r"We let p%eo_p\le in, all of them."), ("Ben", "That’s fine."))
    (finding,) = found(GarbledWords(), transcript)
    assert settled(transcript, finding)["1"].text == "We let people in, all of them."


@pytest.mark.parametrize(
    "text",
    [
        "Use and/or here, his/her boat, read/write/run.",
        "Call get_the_people and read_only, or e_mail it.",
        "See https://pe.example/o_p/le and ~/pe/op/le, or C:\\pe\\ople.",
        "He is at AT&T, R&D and Q&A; x=people, f(pe_o_ple).",
        "**Chris: I**ndeed.",
        "Der Hafen/die Stadt.",
    ],
)
def test_code_addresses_and_pairs_keep_their_signs(text: str) -> None:
    assert seen(text) == []


def test_a_word_is_of_every_day_and_its_pieces_are_none() -> None:
    known = {"harbour": 4.0, "har": 3.5, "bour": 3.5, "diffuse": 4.0}.get
    assert meant("har|bour", lambda word: known(word, 0.0)) == "harbour"
    assert meant("har|bour", lambda word: 0.1 + known(word, 0.0)) is None  # two words
    assert meant("har|bour", lambda word: known(word, 0.0) - 0.1) is None
    assert meant("di|use", lambda word: known(word, 0.0)) == "diffuse"
    assert meant("di|use", lambda word: known(word, 0.0) - 0.1) is None


def test_two_noisy_words_beside_each_other_are_two() -> None:
    assert [shown for shown, _ in seen("The wa|t/er p_eo_p\\le saw.")] == ["wa|t/er", "p_eo_p\\le"]
