"""Letters that were read as others, and bytes that were lost."""

from __future__ import annotations

import pytest

from interviews.detectors.encoding import Mojibake
from interviews.detectors.letters.misread import read_again
from interviews.detectors.wording.vocabulary import zipf_table
from tests.builders import a_transcript, found, settled, words_of

ENGLISH = "don’t that’s it’s cliché résumé São Kraków naïve déjà Zoë Müller Peña voilà señor".split()
SPANISH = "años niño mañana está corazón según también pequeño".split()
GERMAN = "über schön Mädchen größer Übung prüft".split()
FRENCH = "été l’homme où garçon être très".split()
WORDS = [
    *(("en", word) for word in ENGLISH),
    *(("es", word) for word in SPANISH),
    *(("de", word) for word in GERMAN),
    *(("fr", word) for word in FRENCH),
]
READINGS = [
    *(("cp1252", "mac_roman"), ("mac_roman", "cp1252"), ("cp1252", "cp1250"), ("cp1252", "cp1251")),
    *(("cp1252", "cp437"), ("cp1252", "cp850"), ("cp850", "cp1252"), ("cp1252", "cp1253")),
]


@pytest.mark.parametrize(("meant", "read"), READINGS)
def test_a_word_is_read_again_in_the_encoding_it_was_written_in(meant: str, read: str) -> None:
    misread = []
    for language, word in WORDS:
        try:
            token = word.encode(meant).decode(read)
        except UnicodeError:
            continue
        if token != word and not any("\x80" <= letter <= "\x9f" for letter in token):
            misread.append((read_again(token, language), word))
    right = [again == word for again, word in misread]
    assert len(right) >= 5
    assert sum(right) / len(right) >= 0.85


@pytest.mark.parametrize(
    ("language", "broken", "whole"),
    [
        ("en", "It was thatÕs, itís all dÈj‡ vu.", "It was that’s, it’s all déjà vu."),
        ("en", "He lived in S„o Paulo, then in Krakуw.", "He lived in São Paulo, then in Kraków."),
        ("es", "Llevo dos ańos con él.", "Llevo dos años con él."),
        ("ru", "Ïðèâåò всем.", "Привет всем."),
    ],
)
def test_single_letters_give_it_away(language: str, broken: str, whole: str) -> None:
    transcript = a_transcript(("Ada", broken), ("Ben", "That’s fine."), language=language)
    assert settled(transcript, found(Mojibake(), transcript)[0])["1"].text == whole


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "pl", "cs", "tr", "sv"])
def test_no_word_of_a_language_is_taken_for_another(language: str) -> None:
    for own in ("pl", "cs", "tr", "hu", "es", language):
        words = [word for word, zipf in zipf_table(own).items() if zipf > 4 and not word.isascii()]
        wrong = [word for word in words if read_again(word, language) and word != "ańos"]
        assert len(wrong) <= len(words) / 1000


@pytest.mark.parametrize(
    "sound",
    "μm TGFβ α-helix µTorrent πr² 20°C x² IoT® Ňaňa Nguyễn Đoković Şahin Ángel’s L’Oréal API-шный".split(),
)
def test_signs_and_names_are_sound(sound: str) -> None:
    for language in ("en", "fr", "de"):
        assert read_again(sound, language) is None


@pytest.mark.parametrize(
    ("broken", "shown", "whole"),
    [
        ("She lived in KrakÃw then.", "KrakÃw", "She lived in Kraków then."),
        ("I still haveÂ\xa0all of it.", "Â\xa0", "I still have all of it."),
        ("Thatâ€s something.", "Thatâ€s", "That’s something."),
        ("A Â hour later.", "Â", None),
        ("She met Ãxtlpq there.", None, None),
        ("SÃO PAULO", None, None),
    ],
)
def test_where_the_last_byte_was_lost_a_known_word_fills_it(
    broken: str, shown: str | None, whole: str | None
) -> None:
    transcript = a_transcript(("Ada", broken), ("Ben", "That’s fine."))
    findings = found(Mojibake(), transcript)
    assert words_of(transcript, findings) == ([shown] if shown else [])
    assert (settled(transcript, findings[0])["1"].text if findings and findings[0].fixes else None) == whole
