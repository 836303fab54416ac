"""Question marks that stand for letters that could not be written: "r?sum?", "caf?", "about ?40".

A program that must write a letter which its encoding has not writes a question mark for it. A question ends
with one; in a word, at its head, or behind one with the sentence going on, it was a letter, if some letter
with a mark makes it a common word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from interviews.detectors.wording.broken_words import around
from interviews.detectors.wording.ligatures import LIGATURES
from interviews.detectors.wording.vocabulary import zipf_table

# One search for all of it: most texts hold a question mark, and few of these.
_UNLIKE_A_QUESTION = re.compile(r"\?(?:\w|(?=,| [a-z]|['’]\w))")
_WORD = re.compile(r"(?=\??[^\W\d_])[^\W\d_]*(?:\?[^\W\d_]*){1,2}")
_GOES_ON = re.compile(r",| [a-z]|['’]\w")
# What is joined to a word is none of it: "l’?cole", "the caf?’s door".
_JOINED = re.compile(r"[\s'’]")
_EDGE = "\"“”'‘’()[].,;:!…"
# Letters with a mark, and those that printers set as one sign ("de?nitely").
_LETTERS = (*"éèêëàâäáãåæöôóòøœüûùúïîíñçßÉÖÜÄÅØ", *LIGATURES)
_SIGN_LOST = re.compile(r"(?<!\S)\?\d[\d.,]*(?!\S*[?=/])")
# Behind a number with the sentence going on it was a sign too: "35? in the shade".
_SIGN_BEHIND = re.compile(
    r"\b\d[\d.,]*\?(?= (?:in|for|per|at|on|to|by|below|above|less|more|off|each|with|of)\b)"
)
_DASH_LOST = re.compile(r"(?<=[^\W_] )\?(?= [a-z])")
# Zipf frequencies: of a word that may be meant, of what is a word by itself, and what it must gain where the
# question mark stands at its end.
_MEANT, _WORD_ITSELF, _GAIN, _EVERY_DAY = 2.0, 3.0, 0.5, 4.5
_LONGEST = 33  # letters of the longest common word with a mark, "Wirtschaftsförderungsgesellschaft"


def lost_letters(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where words and signs stand that have lost a letter to a question mark."""
    if not _UNLIKE_A_QUESTION.search(text):
        return
    end = 0
    for match in re.finditer(r"\?", text):
        if match.start() < end:
            continue
        start, end = _piece(text, *match.span())
        token = text[start:end]
        start += len(token) - len(token.lstrip(_EDGE))
        word = token.strip(_EDGE)
        goes_on = _GOES_ON.match(text, start + len(word)) is not None
        if word.endswith("?") and word.count("?") == 1 and not goes_on:
            continue
        if has_lost_letters(word, language):
            yield start, start + len(word)
    signs = [_SIGN_LOST, _SIGN_BEHIND]
    if language != "fr":  # French puts a space before its own
        signs.append(_DASH_LOST)
    for pattern in signs:
        for match in pattern.finditer(text):
            yield match.span()


def _piece(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch around a place up to white space or an apostrophe."""
    first, last = around(text, start, end)
    head, tail = _JOINED.split(text[first:start])[-1], _JOINED.split(text[end:last])[0]
    return start - len(head), end + len(tail)


def is_no_question(text: str, at: int, language: str) -> bool:
    """Whether the question mark in front of a place stands for a letter or a sign."""
    before = text[max(0, at - _LONGEST) : at].rstrip()
    token = _JOINED.split(before)[-1]
    start = len(before) - len(token) + max(0, at - _LONGEST)
    return has_lost_letters(token, language) or _SIGN_BEHIND.match(text, start) is not None


@lru_cache(maxsize=1024)
def has_lost_letters(word: str, language: str) -> bool:
    """Whether a word with question marks has lost letters to them."""
    if len(word) > _LONGEST or not _WORD.fullmatch(word):
        return False
    if with_its_letters(word, language):
        return True
    zipf = zipf_table(language)
    head, _, tail = word.partition("?")
    # Nobody can tell which letter it was; of two words a space is missing.
    unknown = max(zipf.get(head.lower(), 0.0), zipf.get(tail, 0.0)) < _MEANT
    return bool(zipf) and head[-1:].islower() and tail.islower() and unknown


@lru_cache(maxsize=1024)
def with_its_letters(word: str, language: str) -> str | None:
    """The common word that it becomes with letters in place of its question marks; None if there is none."""
    if len(word) > _LONGEST or not _WORD.fullmatch(word):
        return None
    zipf = zipf_table(language)
    pieces = word.split("?")
    best, common = None, 0.0
    for letters in product(_LETTERS, repeat=len(pieces) - 1):
        whole = "".join(piece + letter for piece, letter in zip(pieces, (*letters, ""), strict=True))
        known = zipf.get(whole.lower(), 0.0)
        if known > common and (whole.islower() or whole.istitle()):
            best, common = whole, known
    bare = "".join(pieces).lower()
    if common < _MEANT or (word.endswith("?") and len(pieces) == 2 and not _gains(bare, common, zipf)):
        return None
    words = [piece.lower() for piece in pieces if piece]
    if all(len(word) > 1 and zipf.get(word, 0.0) >= max(_EVERY_DAY, common) for word in words):
        return None  # "so?we": two words
    return best


def _gains(bare: str, common: float, zipf: dict[str, float]) -> bool:
    alone = zipf.get(bare, 0.0)
    return alone < _WORD_ITSELF and common >= alone + _GAIN
