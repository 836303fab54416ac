"""In which language a text is written, told by its script or by small words that no sentence does without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain, islice

from interviews.text.small_words import counted_words, small_words_of, told_by_words

UNTOLD = "en"  # where no language stands out
# Scripts by which a language is told, the one that is written most in each; Latin stands against them.
# https://www.unicode.org/Public/UCD/latest/ucd/Blocks.txt
_SCRIPTS = {
    language: re.compile(f"[{signs}]")
    for language, signs in {
        "": "A-Za-z\u00c0-\u024f",
        "ru": "\u0400-\u052f",
        "el": "\u0370-\u03ff\u1f00-\u1fff",
        "ar": "\u0620-\u064a\u066e-\u06d3",
        "he": "\u05d0-\u05ea",
        "hi": "\u0900-\u0963\u0971-\u097f",
        "th": "\u0e01-\u0e3a\u0e40-\u0e4e",
        "ko": "\u1100-\u11ff\uac00-\ud7a3",
        "ja": "\u3041-\u3096\u30a1-\u30fa",
        "zh": "\u3400-\u4dbf\u4e00-\u9fff",
    }.items()
}
# What no word of a language holds, where several share a script; the one that is written most in it first.
_FOREIGN = {
    script: {language: re.compile(signs, re.IGNORECASE) for language, signs in languages.items()}
    for script, languages in {
        "ru": {
            "ru": "[іїєґўјљњћђџѓќѕ]|ъ(?=[бвгджзйклмнпрстфхцчшщ])",
            "uk": "[ыэёъўјљњћђџѓќѕ]",
            "bg": "[ыэёіїєґўјљњћђџѓќѕ]",
            "be": "[ищъїєґјљњћђџѓќѕ]",
            "sr": "[йщъыьэюяёіїєґўѓќѕ]",
            "mk": "[йщъыьэюяёіїєґўћђ]",
        },
        "ar": {
            "ar": "[پچژگکیٹڈڑںےہھ]",
            "fa": "[ةىأإٹڈڑںےہھ]",
            "ur": "[ةىأإيكه]",
        },
    }.items()
}
_MOST_LETTERS = 10_000  # looked at
_FEWEST_LETTERS = 20
_MAJORITY = 0.6  # names and terms in Latin letters stand in any of them
_LEAST_KANA = 0.1  # of kana and Han; half of Japanese is kana, and Chinese quotes at most a word


def told_language(texts: Iterable[str]) -> str:
    """The base language of texts, such as "de"; ``UNTOLD`` where they are few or none stands out."""
    known = list(texts)
    return _told_by_script(known) or told_by_words(known) or UNTOLD


def _told_by_script(texts: Iterable[str]) -> str:
    """The language that is written in the script of most letters; empty for Latin, or where none has them."""
    some = "".join(islice(chain.from_iterable(texts), _MOST_LETTERS))
    if some.isascii():
        return ""
    letters = Counter({language: len(signs.findall(some)) for language, signs in _SCRIPTS.items()})
    total = letters.total()
    if letters["ja"] >= _LEAST_KANA * (letters["ja"] + letters["zh"]):
        letters["ja"] += letters.pop("zh")
    else:
        letters["zh"] += letters.pop("ja")
    (language, most), *_ = letters.most_common(1)
    if total < _FEWEST_LETTERS or most < _MAJORITY * total:
        return ""
    foreign = {one: len(signs.findall(some)) for one, signs in _FOREIGN.get(language, {}).items()}
    fewest = min(foreign.values(), default=0)
    likely = [one for one, count in foreign.items() if count == fewest] or [language]
    if len(likely) == 1:
        return likely[0]
    said = counted_words(texts)
    return max(likely, key=lambda one: small_words_of(one, said))
