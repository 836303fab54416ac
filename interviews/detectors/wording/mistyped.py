"""What a hand, an eye or a program makes of a common word: one letter off, keys beside, a piece twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from interviews.detectors.wording.wrong_keys import NEAR

# A word that one writes so often that a slip is likelier than another word.
COMMON = 4.0
# A word that is no slip itself.
_KNOWN = 3.5
# How much rarer (Zipf) a slip is than its word, by its letters: the shorter, the more of what comes out is a
# name or an abbreviation. Looked at in 1.8 million words of clean text: what was no slip there ("nerded",
# "linkerd") had another letter or one too many.
_SHORTEST = 4
_RARER = {4: 5.2, 5: 4.5, 6: 4.5}
_RARER_LONG = 4.0
_RARER_OTHER = 0.8
_EVERY_DAY, _RARER_EVERY_DAY, _MISTYPED_OFTEN = 5.7, 3.7, 2.3
# Where two words may be meant, the one that is so much more common (Zipf) is.
_CLEARLY = 2.0
_LONG = 7
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# Keys that a hand beside its place hits: the same row, one to the left or to the right.
_SHIFTED = tuple(
    str.maketrans(
        {row[at]: row[at + by] for row in _ROWS for at in range(len(row)) if 0 <= at + by < len(row)}
    )
    for by in (-1, 1)
)
# Letters that keyboards of other countries have in each other's place: of Germany, and of France.
_OTHER_KEYBOARDS = tuple(str.maketrans(here, there) for here, there in (("yz", "zy"), ("aqzw", "qawz")))
_HANGS = re.compile(r"([a-z]+?)([bcdfgjkpqtvwx])\2{3,}([a-z]+)")
_PREFIXES = ("re", "co")  # doubled by grammar: "rerendering"
_LONGEST_STUTTER = 4
# What a program put in place of a shorter word inside others; and what no plural takes.
_SHORTEST_REPLACEMENT = 5
_REPLACED = (
    "a in is it he me us on or an at as to up so no we my by his her the and one man men ass not but for old "
    "ill"
).split()
_VERBAL = ("ed", "ing")


_MISSING, _DOUBLED, _SWAPPED = "a letter is missing", "a letter is doubled", "two letters are swapped"
_NO_KEY: frozenset[str] = frozenset()


class Slips:
    """The common words of a language, looked up by what slips make of them."""

    def __init__(self, zipf: Mapping[str, float]) -> None:
        self._zipf = zipf

    @cached_property
    def _one_dropped(self) -> dict[str, list[str]]:
        """What is left of each common word without one of its letters."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word, zipf in self._zipf.items():
            if zipf < COMMON:
                break  # the table runs from the most common down
            if len(word) >= _SHORTEST and word.isalpha():
                for shorter in {word[:at] + word[at + 1 :] for at in range(len(word))}:
                    found[shorter].append(word)
        return dict(found)

    def of_a_letter(self, token: str, known: float) -> tuple[str, str] | None:
        """The common word that a token is one slip away from ("" if it may be several), and what happened.

        ``known`` is how common the token itself is: what many mistype is in the lists.
        """
        if len(token) < _SHORTEST:
            return None
        found: dict[str, str] = {}
        shorter = {token[:at] + token[at + 1 :] for at in range(len(token))}
        near = {word for key in shorter & self._one_dropped.keys() for word in self._one_dropped[key]}
        for word in (*near, *shorter, *self._one_dropped.get(token, ())):
            if self._zipf.get(word, 0.0) - known < _RARER_EVERY_DAY:
                continue
            if (what := _what_happened(token, word)) and self._is_rarer(token, known, word, what):
                found[word] = what
        if not found:
            return None
        first, *others = sorted(found, key=lambda word: -self._zipf[word])
        clear = all(self._zipf[first] - self._zipf[other] >= _CLEARLY for other in others)
        return (first if clear else "", found[first])

    def _is_rarer(self, token: str, known: float, word: str, what: str) -> bool:
        common = self._zipf.get(word, 0.0)
        if what == _MISSING and common >= _EVERY_DAY and known < _MISTYPED_OFTEN:
            return common - known >= _RARER_EVERY_DAY
        needed = _RARER.get(len(token), _RARER_LONG)
        # Another letter or one too many makes other words more often than one that is missing or doubled.
        if what not in (_MISSING, _DOUBLED, _SWAPPED):
            return common - known >= needed + _RARER_OTHER
        inner = token[0] == word[0] and token[-1] == word[-1]
        return common - known >= (needed if inner else needed + _RARER_OTHER)

    def of_a_hand(self, token: str) -> str | None:
        """The word that was typed with the hands one key to the side: "yjrot" for "their"."""
        if len(token) < _SHORTEST:
            return None
        moved = (token.translate(shift) for shift in _SHIFTED)
        return next((word for word in moved if self._zipf.get(word, 0.0) >= COMMON), None)

    def of_a_hanging_key(self, token: str) -> str | None:
        """The word in which a letter stands four times and more that no voice draws out: "outttttput"."""
        match = _HANGS.fullmatch(token)
        if match is None:
            return None
        head, key, tail = match.groups()
        words = (f"{head}{key}{tail}", f"{head}{key}{key}{tail}")
        return next((word for word in words if self._zipf.get(word, 0.0) >= COMMON), None)

    def of_another_keyboard(self, token: str) -> str | None:
        """The word that was typed on a keyboard of another country: "reallz", "qccomplish"."""
        if len(token) <= _SHORTEST:
            return None
        typed = (token.translate(keyboard) for keyboard in _OTHER_KEYBOARDS)
        return next((word for word in typed if word != token and self._zipf.get(word, 0.0) >= COMMON), None)

    def of_a_tongue(self, token: str) -> str | None:
        """The word of which a piece stands twice: "disdistributed"."""
        for size in range(2, _LONGEST_STUTTER + 1):
            for at in range(len(token) - 2 * size + 1):
                piece = token[at : at + size]
                word = token[:at] + token[at + size :]
                if token.startswith(piece, at + size) and self._zipf.get(word, 0.0) >= _KNOWN:
                    return None if at == 0 and piece in _PREFIXES else word
        return None

    def of_a_program(self, token: str) -> tuple[str, bool]:
        """The word in which a shorter one was replaced ("reviewwithing", for "in"), and whether one was.

        A plural that is bent like a verb ("colleaguesed") was one too; what stood there nobody can tell.
        """
        for start in range(1, len(token) - _SHORTEST_REPLACEMENT):
            for end in range(start + _SHORTEST_REPLACEMENT, len(token)):
                new = token[start:end]
                if self._zipf.get(new, 0.0) < COMMON:
                    continue
                if found := self._replaced(token[:start], new, token[end:]):
                    return (found[0] if len(found) == 1 else "", True)
        return "", any(self._is_bent_plural(token, ending) for ending in _VERBAL)

    def _replaced(self, head: str, new: str, tail: str) -> list[str]:
        """The words that stood there. A short one proves nothing ("go-routine-s" was no "goats"), unless what
        replaced is the longer form of what it replaced.
        """
        known = {small: head + small + tail for small in _REPLACED}
        known = {small: word for small, word in known.items() if self._zipf.get(word, 0.0) >= _KNOWN}
        longer = [word for small, word in known.items() if small in new]
        return longer or [word for word in known.values() if len(word) >= _LONG]

    def _is_bent_plural(self, token: str, ending: str) -> bool:
        noun = token.removesuffix(ending)
        plural = noun != token and noun.endswith("s") and not noun.endswith("ss") and len(noun) > 5
        return plural and min(self._zipf.get(noun, 0.0), self._zipf.get(noun[:-1], 0.0)) >= _KNOWN


def _what_happened(token: str, word: str) -> str:
    """How the one word becomes the other by one slip of a hand; empty where it does not.

    Other forms of a word differ in their last letter, and names in their first: there a letter may be
    missing, but none is too many or another.
    """
    at = next(
        (at for at, (x, y) in enumerate(zip(token, word, strict=False)) if x != y), min(len(token), len(word))
    )
    if len(word) > len(token):
        return _MISSING
    inner = 0 < at < len(token) - 1
    if len(word) < len(token):
        beside = {token[at - 1 : at], token[at + 1 : at + 2]}
        if not inner:
            return ""
        if token[at] == token[at - 1]:
            return "" if token[at] == token[at - 2 : at - 1] else _DOUBLED  # "smoooth" is drawn out
        near = not beside.isdisjoint(NEAR.get(token[at], _NO_KEY))
        return "a letter is too many" if near or (len(token) >= _LONG and at < len(token) - 2) else ""
    if token[at + 1 :] == word[at + 1 :]:
        return (
            "a neighbouring key was hit"
            if word[at] in NEAR.get(token[at], ()) and at < len(token) - 1
            else ""
        )
    swapped = token[at : at + 2] == word[at : at + 2][::-1] and token[at + 2 :] == word[at + 2 :]
    return _SWAPPED if swapped else ""
