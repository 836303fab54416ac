"""The language of a text is told by its script or its small words, and only where one stands out."""

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


@pytest.mark.parametrize("language", ["ru", "ar", "hi", "ja", "ko"])
def test_six_turns_in_another_script_are_enough(language: str) -> None:
    assert told_language(SAMPLES[language][2]) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Ви тридцять років пишете листи. Про що просять найчастіше? Про прощення, і ще про гроші."),
        (
            "ru",
            "Газета «Київ» писала об этом тридцать лет назад, а потом о ней забыли все, кто её читал." * 2,
        ),
        ("el", "Πότε αρχίσατε να γράφετε γράμματα; Όταν ήμουν δέκα χρονών, για τη γιαγιά μου."),
        ("he", "מתי התחלת לכתוב מכתבים? כשהייתי בן עשר, בשביל סבתא שלי."),
        ("th", "คุณเริ่มเขียนจดหมายเมื่อไหร่ ตอนอายุสิบขวบ เขียนให้คุณยาย"),
        ("ja", "東京大学医学部附属病院、内科部長の話です。開院当時のことは覚えています。"),
        ("zh", "我们的店叫「の」,开了三十年。最初只有我和我父亲,后来女儿也来了。"),
        (
            "ru",
            "Мы писали на Python и Django, а потом всё переписали на Rust, и стало тихо, надёжно и быстро.",
        ),
    ],
)
def test_a_script_tells_its_language_whatever_stands_between(language: str, text: str) -> None:
    assert told_language([text]) == language


@pytest.mark.parametrize(
    "texts",
    [
        ["Ja, das ist der Grund."],  # too few words
        ["Редакция."],  # too few letters
        ["She read it aloud in Moscow.", "Она прочла это вслух в Москве."] * 4,  # no script has most letters
        ["What did you think when you saw the house?", "Das war nicht mehr das Haus, in dem ich mit ihr war."]
        * 4,  # two languages in turns
        [],
    ],
)
def test_where_none_stands_out_none_is_told(texts: list[str]) -> None:
    assert told_language(texts) == UNTOLD
