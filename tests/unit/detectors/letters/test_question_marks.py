"""Question marks that stand for letters and signs."""

from __future__ import annotations

import pytest

from interviews.detectors.casing import LowerCaseStart
from interviews.detectors.encoding import Mojibake
from interviews.detectors.letters.question_marks import (
    has_lost_letters,
    is_no_question,
    lost_letters,
    with_its_letters,
)
from tests.builders import a_transcript, found, settled


def lost(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in lost_letters(text, language)]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("My r?sum? was long.", "My résumé was long."),
        ("It was the pi?ce de r?sistance, he said.", "It was the pièce de résistance, he said."),
        ("We sat in the caf? and ate.", "We sat in the café and ate."),
        ("We sat in the caf?, all of us.", "We sat in the café, all of us."),
        ("(Fran?ois did it.)", "(François did it.)"),
        ("It was d?j? vu to us.", "It was déjà vu to us."),
        ("It was de?nitely late.", "It was definitely late."),  # two letters that are set as one sign
        ("We had ?lan and luck.", "We had élan and luck."),  # no capital was lost
        ("We met at the caf?’s door.", "We met at the café’s door."),
    ],
)
def test_a_letter_that_became_a_question_mark_is_put_back(broken: str, whole: str) -> None:
    transcript = a_transcript(("Ada", broken), ("Ben", "That’s fine."))
    assert settled(transcript, found(Mojibake(), transcript)[0])["1"].text == whole


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("It cost ?40 then.", "en", ["?40"]),
        ("It was 35? in the shade.", "en", ["35?"]),
        ("We went ? and it was cold.", "en", ["?"]),
        ("In Kxyz?rqu it rained.", "en", ["Kxyz?rqu"]),
        ("It is x?qz, qx?z, KX?qzq.", "en", []),  # too little is left of them
        ("In Zw?rqu it rained.", "en", ["Zw?rqu"]),
        ("Did he go to the caf? Yes, with my r?sum?.", "en", ["r?sum?"]),
        ("Wir gingen ?ber die Br?cke.", "de", ["?ber", "Br?cke"]),
        ("?ber die Br?cke gingen wir.", "de", ["?ber", "Br?cke"]),
        ("Eine Wirtschaftsf?rderungsgesellschaft.", "de", ["Wirtschaftsf?rderungsgesellschaft"]),
        ("C'?tait l’?cole de l'?t? et d’Andr?, oui.", "fr", ["?tait", "?cole", "?t?", "Andr?"]),
    ],
)
def test_signs_and_letters_that_are_lost_are_shown(text: str, language: str, shown: list[str]) -> None:
    assert lost(text, language) == shown


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Did he go to the caf? Yes, to the caf?", "en"),
        ("Did you see it?to be sure?", "en"),
        ("Was it in 1935? or 1936? I know it.", "en"),
        ("See boats.example/list?page=2 or watch?v=4KVx for it.", "en"),
        ("Right?, he said. What? no.", "en"),
        ("On y va ? oui, on y va.", "fr"),
        ("Who knew Stu? he did.", "en"),  # no "stuff"
        ("Who called, Bri? she did.", "en"),  # no "Britt"
        ("Did you see the men?on Sunday we saw them.", "en"),  # no "mention"
        ("Who was it ?me or him?", "en"),  # no "time"
        ("You didn’t? we’ve all seen it. The boss?’s own? he’d know.", "en"),
        ("Look under kqwzxvjkqwzxvjkqwzxvjkqwzxvj?kqwzxv for it.", "en"),
    ],
)
def test_questions_and_addresses_keep_their_marks(text: str, language: str) -> None:
    assert lost(text, language) == []


def test_what_stands_behind_a_lost_letter_is_no_start() -> None:
    transcript = a_transcript(
        ("Ada", "My r?sum? was long. It was 35? in the shade."), ("Ben", "That’s fine.")
    )
    assert found(LowerCaseStart(), transcript) == []


@pytest.mark.parametrize(
    ("text", "no_question"),
    [
        ("My r?sum? was long", True),
        ("Caf? owners", True),
        ("35? in the shade", True),
        ("En mai, en juin, avant l'?t? aussi", True),
        ("It rained for a long while then; it was 35? in the shade", True),
        ("Was it long? was it", False),
        ("? was it", False),
    ],
)
def test_a_question_mark_is_looked_at_where_it_stands(text: str, no_question: bool) -> None:
    at = text.rindex("?") + 2
    assert is_no_question(text, at, "en") == no_question


def test_a_long_word_gets_its_letter_too() -> None:
    long = "Wirtschaftsf?rderungsgesellschaft"
    assert with_its_letters(long, "de") == long.replace("?", "ö")


def test_a_word_at_the_end_must_gain_by_its_letter() -> None:
    assert with_its_letters("caf?", "en") == "café"
    assert with_its_letters("man?", "en") is None  # "mané" is rarer than "man"
    assert with_its_letters("cuar?n", "en") is None  # "cuarón" is too rare to be sure of
    assert has_lost_letters("zbartq?qzrkx", "en")
    assert not has_lost_letters("z?qzrkx", "en")
    assert not has_lost_letters("so?we", "en")
    assert not has_lost_letters(f"{'a' * 30}?b", "en")
