"""What an unknown word may have been, and how unlike a word it is.

Everything rests on the frequency list of ``vocabulary`` and is made once per language and process,
0.2 s for English.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from string import ascii_lowercase

from interviews.detectors.wording.ligatures import with_gaps, without_ligatures
from interviews.detectors.wording.mistyped import Slips
from interviews.detectors.wording.spaces import faded, torn
from interviews.detectors.wording.vocabulary import zipf_table
from interviews.detectors.wording.wrong_keys import WrongKeys

# Words at least this common (Zipf) may be what was meant: some 23,000 of English.
MEANT = 3.0
# Words that one writes so often that a slip is likelier than another word.
SLIPPED = 4.0
# How much rarer (Zipf) a slip of two letters is than its word, 2,000 times or more; of three letters more of
# what comes out is a word ("nad"). Of five letters and fewer only words that one writes all the time count.
_RARER, _RARER_SHORT = 3.3, 4.6
_SAFE_TO_SWAP, _OFTEN = 6, 5.3
# The share of the letters that the longest of several words may have; more between two small words.
_MOST, _MOST_OF_THREE = 0.7, 0.8
_VOWELS = frozenset("aeiouy")
# What a scan takes for what, both ways, written as the one with more strokes.
_SCANNED = (("w", "vv"), ("m", "rn"), ("n", "ri"), ("u", "ii"), ("d", "cl"), ("h", "li"))
_SCANNED_LETTERS = str.maketrans("ei105689|q", "cllosbbglg")
_DIGITS_AS_LETTERS = str.maketrans("0134578", "oieastb")
# The small words that join others; a word that others run into holds one of them.
_JOINTS = frozenset(
    "as at be by in is it my no of on or so to we am the and are but can for had has her him his how "
    "its may not our out was who you all been from have into that them then there they this those these "
    "about were when which will with would your we're it's that's i'm don't they're you're".split()
)
# Other short words; of the rest, any two or three letters stand in some list.
_SHORT = frozenset(
    "a do go he if me up us did get got let new now off one own put saw say see she too two use way why "
    "any just like more some than what very want kind".split()
)
# Words of two letters that run into one of every day, so common, and make no compound with it.
_TIED_BEHIND, _TIED_BEFORE, _TIED_TO = frozenset("my of to is we".split()), frozenset("of my to".split()), 5.3
_LONGEST = 16
# What a hyphen within a line divides: a piece so rare, of a word so common (Zipf).
_PIECE, _TORN = 3.6, 4.3
# Letters of a word that stands backwards; shorter ones are names that somebody turned round.
_BACKWARDS = 6
# As common (Zipf) is a word of which a ligature may be lost.
_SET_IN_PRINT = 3.3
# The same where a space stands for it, and how much rarer a piece is.
_WITH_GAP, _GAIN = 3.8, 2.0
# Letters of a word of which others are built.
_BUILT_OF = 5
# See ``oddness``: a word that is built of words is less odd.
_SAYABLE = 2.4
_ONE_DIGIT = re.compile(r"([a-z]+)\d([a-z]+)")


class Lexicon:
    """The known words of a language, looked up by what garbling leaves of them."""

    def __init__(self, language: str) -> None:
        self._zipf = zipf_table(language)

    @cached_property
    def _words(self) -> list[str]:
        """The words that may be meant, the most common first."""
        return [
            word for word, zipf in self._zipf.items() if zipf >= MEANT and len(word) > 2 and word.isalpha()
        ]

    def meant(self, token: str) -> tuple[str, str] | None:
        """The word that a token of letters and digits was, and what happened to it; None if unclear."""
        for index, key, what in (
            (self._scans, _scanned(token) if _looks_scanned(token) else "", "a scanner misread its letters"),
            (self._anagrams, _letters(token) if len(token) > 4 else "", "its letters are out of order"),
            (self._skeletons, token if _has_no_vowels(token) else "", "its vowels are missing"),
        ):
            if word := index.get(key):
                return word, what
        if len(token) >= _BACKWARDS and self._zipf.get(token[::-1], 0.0) >= MEANT:
            return token[::-1], "its letters stand in reverse"
        return None

    @cached_property
    def _without_ligatures(self) -> dict[str, str]:
        return without_ligatures(word for word in self._words if self._zipf[word] >= _SET_IN_PRINT)

    @cached_property
    def gaps(self) -> dict[str, str]:
        """Its common words with a space in place of a ligature, of a letter or of none, and the word."""
        return {pieces: word for pieces, (word, _) in self._apart.items()} | with_gaps(
            self._zipf, _WITH_GAP, _GAIN
        )

    @cached_property
    def pieces(self) -> frozenset[str]:
        """The pieces of such words that are listed as words."""
        return frozenset(rare for _, rare in self._apart.values())

    @cached_property
    def _apart(self) -> dict[str, tuple[str, str]]:
        return faded(self._zipf) | torn(self._zipf)

    @cached_property
    def wrong_keys(self) -> WrongKeys:
        """Its everyday words, for what hit several keys beside theirs."""
        return WrongKeys(word for word in self._words if self._zipf[word] >= SLIPPED)

    @cached_property
    def _scans(self) -> dict[str, str]:
        return _first_of((_scanned(word), word) for word in self._words if len(word) > 3)

    @cached_property
    def _anagrams(self) -> dict[str, str]:
        return _first_of((_letters(word), word) for word in self._words if len(word) > 4)

    @cached_property
    def _skeletons(self) -> dict[str, str]:
        pairs = ((_skeleton(word), word) for word in self._words if len(word) > 4)
        return _first_of((key, word) for key, word in pairs if len(key) > 3)

    @cached_property
    def slips(self) -> Slips:
        """What slips make of its words."""
        return Slips(self._zipf)

    @cached_property
    def swapped(self) -> dict[str, str]:
        """Listed words that are a common one with two neighbouring letters swapped: "teh", "thier".

        They are in the list because many mistype them; a word in its own right is not so much rarer. In 1.8
        million words of clean text 14 of 14 were slips.
        """
        found: dict[str, str] = {}
        for word in self._words:
            common = self._zipf[word]
            if common < SLIPPED:
                break
            if len(word) < _SAFE_TO_SWAP and common < _OFTEN:
                continue
            rarer = common - (_RARER_SHORT if len(word) == 3 else _RARER)
            for at in range(len(word) - 1):
                slip = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
                if slip not in found and 0 < self._zipf.get(slip, 0.0) <= rarer:
                    found[slip] = word
        return found

    def holds_word(self, token: str, shortest: int = 4, common: float = SLIPPED) -> bool:
        """Whether a common word of so many letters or more stands in it: "utreexo" was made up of words."""
        return any(
            self._zipf.get(token[start:end], 0.0) >= common
            for start in range(len(token) - shortest + 1)
            for end in range(start + shortest, len(token) + 1)
        )

    def with_its_ligature(self, token: str) -> str | None:
        """The word of which a ligature is lost; not of what is built of words ("unforgeable")."""
        whole = self._without_ligatures.get(token)
        if whole is None or self._zipf[whole] - self._zipf.get(token, 0.0) < _RARER:
            return None
        built = self.holds_word(token, _BUILT_OF, MEANT) and self.oddness(token) < _SAYABLE
        return None if built else whole

    def is_spelt_with_digits(self, token: str) -> bool:
        """Whether two known words stand in it once its digits are read as letters: "b0neskull" is a name."""
        letters = token.translate(_DIGITS_AS_LETTERS)
        return any(
            min(self._zipf.get(letters[:at], 0.0), self._zipf.get(letters[at:], 0.0)) >= MEANT
            for at in range(4, len(letters) - 3)
        )

    def with_a_letter_for_its_digit(self, token: str) -> str | None:
        """The word of every day into which a digit fell: "pod4cast", "th2ngs"; "peer2peer" is two."""
        match = _ONE_DIGIT.fullmatch(token)
        if match is None or len(token) <= _BUILT_OF:
            return None
        head, tail = match.groups()
        if min(self._zipf.get(head, 0.0), self._zipf.get(tail, 0.0)) >= MEANT:
            return None
        words = (head + letter + tail for letter in ("", *ascii_lowercase))
        known = [word for word in words if self._zipf.get(word, 0.0) >= SLIPPED]
        return max(known, key=self._zipf.__getitem__) if known else None

    def begins(self, token: str) -> bool:
        """Whether some word that may be meant goes on where the token stops."""
        at = bisect_right(self._sorted, token)
        return at < len(self._sorted) and self._sorted[at].startswith(token)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._words)

    def torn(self, token: str) -> str | None:
        """The word that a hyphen from the end of a line still divides: "impor-tant"."""
        head, _, tail = token.partition("-")
        whole = head + tail
        pieces = min(self._zipf.get(head, 0.0), self._zipf.get(tail, 0.0))
        common = self._zipf.get(whole, 0.0)
        if not whole.isalpha() or (
            self._zipf.get(head, 0.0) >= SLIPPED and self._zipf.get(tail, 0.0) >= MEANT
        ):
            return None
        return whole if (pieces < 2.5 and common >= 3.3) or (pieces < _PIECE and common >= _TORN) else None

    @cached_property
    def _letter_runs(self) -> tuple[dict[str, float], dict[str, float]]:
        threes: defaultdict[str, float] = defaultdict(float)
        twos: defaultdict[str, float] = defaultdict(float)
        for word in self._words:
            weight, padded = self._zipf[word] - 2, f"^^{word}$"
            for place in range(len(padded) - 2):
                threes[padded[place : place + 3]] += weight
                twos[padded[place : place + 2]] += weight
        return dict(threes), dict(twos)

    def oddness(self, token: str) -> float:
        """How unlike a word its letters follow each other: minus the mean log-likelihood of a letter.

        Measured on words that no list knows: jargon and names have 2–3, "dwnldng" 4.1, "fshhfahh" 4.3.
        """
        threes, twos = self._letter_runs
        padded, total = f"^^{token}$", 0.0
        for place in range(len(padded) - 2):
            seen = threes.get(padded[place : place + 3], 0.0) + 0.3
            total -= math.log(seen / (twos.get(padded[place : place + 2], 0.0) + 8))
        return total / (len(padded) - 2)

    def split(self, token: str) -> list[str] | None:
        """The words that run together in a token, with a small one among them; None if none do."""
        best: list[list[str] | None] = [[], *([None] * len(token))]
        for end in range(1, len(token) + 1):
            for start in range(max(0, end - _LONGEST), end):
                before, word = best[start], token[start:end]
                if before is None or not self._may_run_together(word):
                    continue
                here = best[end]
                if here is None or len(before) + 1 < len(here):
                    best[end] = [*before, word]
        words = best[-1]
        if words is None or len(words) < 2:
            return None
        if len(words) == 2:
            return words if self._are_two(*words) else None
        joined = any(word in _JOINTS for word in words[:-1])
        if not joined and not (words[-1] in _JOINTS and min(map(len, words[:-1])) > 3):
            return None
        # One long word and scraps are a long word that no list knows: "dysfunctional-i-ties".
        longest = max(map(len, words))
        most = _MOST_OF_THREE if words[0] in _JOINTS and words[-1] in _JOINTS else _MOST
        return words if longest <= most * len(token) and len(token) >= 3.2 * len(words) else None

    def _are_two(self, first: str, second: str) -> bool:
        """Whether two words alone run together: "canthink", "aroundmy"; no particles, as in "backout"."""
        if min(len(first), len(second)) > 2:
            both = min(self._zipf.get(first, 0.0), self._zipf.get(second, 0.0)) >= 4.8
            return both and second != "out" and not _JOINTS.isdisjoint((first, second))
        small, other = sorted((first, second), key=len)
        tied = small in _TIED_BEHIND if small == second else small in _TIED_BEFORE
        return tied and len(other) > 2 and self._zipf.get(other, 0.0) >= _TIED_TO

    def _may_run_together(self, word: str) -> bool:
        return word in _JOINTS or word in _SHORT or (len(word) > 3 and self._zipf.get(word, 0.0) >= MEANT)


@lru_cache(maxsize=4)
def lexicon(language: str) -> Lexicon:
    """The lexicon of a base language."""
    return Lexicon(language)


def _first_of(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, word in pairs:
        found.setdefault(key, word)
    return found


def _scanned(word: str) -> str:
    for clear, broken in _SCANNED:
        word = word.replace(clear, broken)
    return word.translate(_SCANNED_LETTERS)


def _looks_scanned(token: str) -> bool:
    """Whether it holds what scanners write: digits, or is long enough to be sure of mere strokes."""
    return not token.isalpha() or len(token) > 5


def _letters(word: str) -> str:
    """The first letter, and all letters in order of the alphabet."""
    return word[:1] + "".join(sorted(word))


def _skeleton(word: str) -> str:
    return word[:1] + "".join(letter for letter in word[1:] if letter not in _VOWELS)


def _has_no_vowels(token: str) -> bool:
    return _VOWELS.isdisjoint(token[1:])
