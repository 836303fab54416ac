"""The language of a text is told by its small words, and only where one stands out."""

from __future__ import annotations

import pytest

from interviews.text.telling import UNTOLD, told_language
from tests.unit.detectors.test_languages import SAMPLES


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_six_turns_are_enough(language: str) -> None:
    assert told_language(SAMPLES[language][2]) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "it",
            "Il mare non è più quello di una volta. Mi ricordo che mio padre lo guardava per ore e mi "
            "diceva che si capisce il tempo dalle onde.",
        ),
        (
            "nl",
            "Ik heb dat schip zelf gebouwd, en het is niet gezonken. We waren op zee toen de storm kwam, "
            "en de motor deed het niet.",
        ),
        (
            "pt",
            "O meu pai não sabia ler, mas ele contava uma história todas as noites. É por isso que eu "
            "escrevo, e não me arrependo do que fiz.",
        ),
        (
            "en",
            "I was on the boat when it happened, and we did not know what to do. They told us to wait in "
            "the cabin for an hour.",
        ),
    ],
)
def test_each_language_that_is_known_is_told(language: str, text: str) -> None:
    assert told_language([text]) == language


@pytest.mark.parametrize(
    "texts",
    [
        ["Ja, das ist der Grund."],  # too few words
        ["Вы тридцать лет пишете письма за тех, кто не умеет писать. О чём просят чаще всего? " * 3],
        ["What did you think when you saw the house?", "Das war nicht mehr das Haus, in dem ich mit ihr war."]
        * 4,  # two languages in turns
        [],
    ],
)
def test_where_none_stands_out_none_is_told(texts: list[str]) -> None:
    assert told_language(texts) == UNTOLD
