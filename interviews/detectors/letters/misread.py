"""Texts in an encoding of one byte a letter that were read in another such: "thatÕs", "ańos", "clichй".

Each letter becomes one other letter, so that nothing looks broken by itself. Three things give it away: a
letter or sign where no word has one ("S„o", "Krakуw"), a letter in an apostrophe's place ("itís"), and
a word that no list knows and that, read again, is a common one ("ańos").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.detectors.wording.vocabulary import zipf_table

# What the text was written in, and what it was read as; the likelier first.
_READINGS = (
    ("cp1252", "mac_roman"),
    ("mac_roman", "cp1252"),
    ("cp1252", "cp1250"),
    ("cp1252", "cp1251"),
    ("cp1252", "cp437"),
    ("cp1252", "cp850"),
    ("cp850", "cp1252"),
    ("cp1252", "cp1253"),
    ("cp1251", "cp1252"),
    ("koi8-r", "cp1252"),
)
_CYRILLIC_READINGS = frozenset({"cp1251", "koi8-r"})
# As common as this (Zipf) in its language a word may be meant where no list knows what stands there; where
# one does ("ańos" is on the web, 10,000 times rarer than "años"), a word so much more common.
KNOWN = 2.0
GAIN = 3.0
KNOWN_SHORT = 4.5  # three small letters are a word of some other language too often
WELL_KNOWN = 3.0
# "it's", "don't"; of possessives any word has some.
CONTRACTED = 4.8
# French and Italian articles stand alone so often; "d" and "l" of other languages do not.
ELIDED = 6.2
ELIDED_WORD = 4.5
SHORTEST_WITH_SZ = 5
SHORTEST, LONGEST = 3, 60
_APOSTROPHE = re.compile(
    r"(?i:(?P<base>[a-z]{1,20})(?P<mark>[^\x00-\x7f])(?P<end>t|s|re|ve|ll|d|m))"
    r"|(?i:(?P<article>[cdjlmnst]|qu|jusqu|lorsqu|dell|nell))(?P<elided>[^\x00-\x7f])(?P<word>[^\W\d_]{3,20})"
)
# No word has these between its letters; dashes and dots may stand there.
_NEVER_INSIDE = frozenset("†‡„‚ˆ˜‰¤÷±≤≥√⌠⌡∞ⁿ²³º¹ª¢£¥§¶¬¦¿¡›‹Ω∂∑∏π∫")
MIXED = re.compile(r"[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]")
_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕԁһѵэАВЕКМНОРСТХІЈЅУЭαοενρτυικχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdhveABEKMHOPCTXIJSYEaoevptuikxABEZHIKMNOPTYX",
)
# UTF-8 read as an encoding of East Asia: two or three bytes become one or two of its characters, in the
# middle of our words. What people write of both ("Tシャツ") is no UTF-8 when it is read again.
_EAST_ASIAN = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uff61-\uff9f]")
_LATIN = re.compile(r"[A-Za-z]")
_OF_EAST_ASIA = frozenset(("ja", "ko", "zh"))
_EAST_ASIAN_READINGS = ("cp932", "gb18030", "cp949", "big5hkscs")
_LETTERS = re.compile(r"[^\W\d_]+(?:[-–—’'][^\W\d_]+)*")
_ALL_HIGH = re.compile(r"[À-ÿ]{4,40}")
_CYRILLIC_WORD = re.compile(r"[А-Яа-яЁё][а-яё]+")
_ANY_OF_OURS = re.compile("[A-Za-zÀ-ÿ]")
_CAPITAL_INSIDE = re.compile(r"[a-zß-öø-ÿ][À-ÖØ-ÞŒŠŽŸ]")
_MARKS = frozenset("‘’“”„–—…€£°·«»\xa0")
# The letters that Western languages write with a mark.
_WESTERN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœšžßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠŽ’")


@lru_cache(maxsize=4096)
def read_again(token: str, language: str) -> str | None:
    """What a token was before its letters were read as others; None where it is sound, or nobody can tell."""
    if not SHORTEST <= len(token) <= LONGEST or not _ANY_OF_OURS.search(token):
        return None
    if _ALL_HIGH.fullmatch(token) and len(set(token)) > 2:
        return next((again for again in _candidates(token) if _CYRILLIC_WORD.fullmatch(again)), None)
    zipf = zipf_table(language)
    known = zipf.get(token.casefold(), 0.0)
    if known >= WELL_KNOWN:
        return None
    candidates = [again for again in _candidates(token) if _is_western(token, again)]
    if language != "de" or len(token) < SHORTEST_WITH_SZ:
        candidates = [again for again in candidates if "ß" not in again]
    if not candidates:
        return None
    if match := _APOSTROPHE.fullmatch(token):
        place = match.start("mark" if match["mark"] else "elided")
        for again in candidates:
            if again[place] == "’" and _may_be_elided(match, zipf):
                return again
    candidates = [again for again in candidates if "’" not in again or _is_odd(token)]
    if not candidates:
        return None
    best = max(candidates, key=lambda again: (_common(again, zipf), sum(map(str.islower, again))))
    least = KNOWN_SHORT if len(token) == SHORTEST and token.islower() else KNOWN
    if _common(best, zipf) >= max(known and known + GAIN, least):
        return best
    if _is_odd(token) and not known and not in_one_alphabet(token, language):
        return next((again for again in candidates if _LETTERS.fullmatch(again)), None)
    return None


def in_one_alphabet(token: str, language: str) -> str | None:
    """The common word that a token of two alphabets is in ours: "bаnk" with a Cyrillic "а"."""
    if token.isascii() or not MIXED.search(token):
        return None
    whole = token.translate(_LOOK_ALIKES)
    return whole if whole.isascii() and _common(whole, zipf_table(language)) >= WELL_KNOWN else None


@lru_cache(maxsize=1024)
def read_from_east_asian(token: str, language: str) -> str | None:
    """The same of a token that was read as Japanese, Chinese or Korean: "that窶冱", "caf茅".

    A token without a letter of ours is a word of theirs: "책" is a book.
    """
    if language in _OF_EAST_ASIA or not (_EAST_ASIAN.search(token) and _LATIN.search(token)):
        return None
    for encoding in _EAST_ASIAN_READINGS:
        try:
            again = token.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if all(
            character in _WESTERN or character in _MARKS for character in again if not character.isascii()
        ):
            return again
    return None


def _candidates(token: str) -> Iterator[str]:
    for meant, read in _READINGS:
        try:
            again = token.encode(read).decode(meant)
        except UnicodeError:
            continue
        if again != token:
            yield again


def _is_western(token: str, again: str) -> bool:
    """Whether each letter that is another now is one that Western languages write, and in its place."""
    if _CAPITAL_INSIDE.search(again) or (
        token[0] in _WESTERN and token[1:] == again[1:] and token[0].isupper() != again[0].isupper()
    ):
        return False  # a capital with the wrong accent is a slip: "Ètait"
    return all(new in _WESTERN for old, new in zip(token, again, strict=True) if old != new)


def _common(again: str, zipf: dict[str, float]) -> float:
    return zipf.get(again.casefold().replace("’", "'"), 0.0)


def _may_be_elided(match: re.Match[str], zipf: dict[str, float]) -> bool:
    if match["elided"]:
        return (
            zipf.get(match["word"].casefold(), 0.0) >= ELIDED_WORD
            and zipf.get(match["article"].casefold(), 0.0) >= ELIDED
        )
    base, end = match["base"].casefold(), match["end"].casefold()
    capital = match["mark"].isupper() and not match["base"].isupper()
    return zipf.get(f"{base}'{end}", 0.0) >= CONTRACTED or (capital and zipf.get(base, 0.0) >= KNOWN)


def _is_odd(token: str) -> bool:
    """Whether a letter stands where no word has it: of another alphabet, a capital inside, a sign."""
    plain = sum(character.isascii() and character.isalpha() for character in token)
    if plain < 3:
        return False
    for before, character, after in zip(token, token[1:], (*token[2:], ""), strict=False):
        if character.isascii() or not (before.isascii() and before.isalpha()):
            continue
        if character in _NEVER_INSIDE and after[:1].isalpha():
            return True
        if "\u0400" <= character <= "\u04ff" or (
            "\u00c0" <= character < "\u0180" and _is_capital_inside(before, character)
        ):
            return True
    return False


def _is_capital_inside(before: str, character: str) -> bool:
    return character.isupper() and before.islower()
