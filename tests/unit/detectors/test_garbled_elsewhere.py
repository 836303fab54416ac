"""Words broken visibly are found in any language."""

from __future__ import annotations

import pytest

from interviews.detectors.garbled_elsewhere import GarbledElsewhere
from tests.builders import a_transcript, found, settled, texts, words_of


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Wir haben die B r ü c k e gesehen.", "B r ü c k e"),
        ("fr", "Nous avons vu le m a r c h é hier.", "m a r c h é"),
        ("ru", "Мы видели р е к у утром.", "р е к у"),
        ("de", "Die Gesell- schaft ist seit Jahren müde.", "Gesell- schaft"),
        ("es", "Era una maña7na de invierno.", "maña7na"),
        ("fr", "Il a pris la voi%ure de nuit.", "voi%ure"),
    ],
)
def test_a_broken_word_is_found(language: str, text: str, words: str) -> None:
    transcript = a_transcript(("A", text), language=language)
    assert words_of(transcript, found(GarbledElsewhere(), transcript)) == [words]


def test_letters_apart_come_together_again() -> None:
    transcript = a_transcript(("A", "Nous avons vu le m a r c h é hier."), language="fr")
    (finding,) = found(GarbledElsewhere(), transcript)
    after = settled(transcript, finding)
    assert texts(after) == ["Nous avons vu le marché hier."]
    assert not found(GarbledElsewhere(), after)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Von A bis Z, und dann H2O, CO2 und mp3-Dateien."),
        ("de", "Das Vor- und Nachspiel, die Ein- und Ausgabe."),
        ("fr", "Il y a à boire, et le G8 à Évian."),
        ("de", "Siehe https://beispiel.example/a1b2c3d4 dazu."),
        ("ja", "は い そ う で す"),
        ("en", "We saw the b r i d g e."),  # judged with its words elsewhere
    ],
)
def test_sound_words_are_left_alone(language: str, text: str) -> None:
    assert not found(GarbledElsewhere(), a_transcript(("A", text), language=language))


def broken(text: str, language: str = "de") -> list[str]:
    transcript = a_transcript(("Eva", text), language=language)
    return words_of(transcript, found(GarbledElsewhere(), transcript))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Wir sahen H a u s und Hof.", ["H a u s"]),
        ("Wir sahen x q z v und Hof.", []),
        ("Wir sahen x q z v k und Hof.", ["x q z v k"]),
        ("Wir sahen H a u s und dann B o o t.", ["H a u s", "B o o t"]),
        ("Der Ha7fen war leer.", ["Ha7fen"]),
        ("Der Ha7f war leer.", []),
        ("Der H7f war leer.", []),
        ("Der HA7FEN war leer.", []),
        ("Der Ha7fen war der Ha7fen.", []),
        ("Der Ha7fen/Kai war leer.", []),
        ("Der Haf@en war leer.", ["Haf@en"]),
    ],
)
def test_what_is_broken_is_shown_and_names_with_digits_are_not(text: str, shown: list[str]) -> None:
    assert broken(text) == shown
