"""A space that stands where it should not: within a word, or a letter too early or too late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interviews.detectors.wording.broken_words import Broken
from interviews.transcript.spans import Span

# A piece of a word that was broken is rarer than this (Zipf), and the whole at least so common.
PIECE = 2.6
_WHOLE = 3.0
# Pieces that are listed themselves ("hea ting"), of a word so common and so much commoner than the rarer of
# them: in 1.8 million words of clean text no two of them stand side by side.
_LISTED_PIECE, _OTHER_PIECE, _LISTED_WHOLE, _LISTED_GAIN = 3.6, 4.5, 3.5, 1.0
# Both words that come out when a space moves by a letter are at least so common; together they are likelier
# than what stands there by at least this: in 1.8 million words of clean text 10 of 10 were slips.
_BOTH = 4.3
_LIKELIER = 4.5
# A letter that a scan lost, with a space in its place ("ev r", "wi h"): of an everyday word, between pieces
# rarer than this, one letter alone aside. No two of them stand side by side in the same text.
_FADED, _FADED_PIECE = 4.8, 4.4
_ALONE = frozenset("ai")
# What a space does, by how many letters are lost with it.
_INSTEAD = (
    "a space stands within it",
    "a space stands for one of its letters",
    "a space stands for letters that are set as one sign",
)


def space_amiss(
    text: str,
    said: Sequence[str],
    spans: Sequence[tuple[int, int]],
    place: int,
    zipf: Mapping[str, float],
    swapped: Mapping[str, str],
    gaps: Mapping[str, str],
) -> Broken | None:
    """What a space did to the rare word at this place: "im portant", "th ewater", and "te hwater" for both.

    ``swapped`` holds words with two letters swapped, and what they were; ``gaps`` words with a space in place
    of letters that are set as one sign (``with_gaps``), of one letter (``faded``), or of none (``torn``).
    """
    for first in (place - 1, place):
        if first < 0 or first + 1 >= len(said):
            continue
        pair = said[first : first + 2]
        broken = _mended(pair, zipf, swapped, gaps)
        if broken is None:
            continue
        (start, middle), (behind, end) = spans[first : first + 2]
        if text[middle:behind] == " " and text[behind:end].islower():
            meant, what = broken
            return Broken(Span(start, end), meant.capitalize() if text[start].isupper() else meant, what)
    return None


def may_stand_amiss(
    said: Sequence[str],
    place: int,
    zipf: Mapping[str, float],
    swapped: Mapping[str, str],
    gaps: Mapping[str, str],
) -> bool:
    """Whether ``space_amiss`` may find something at this place: what the words alone tell."""
    pairs = (said[first : first + 2] for first in (place - 1, place) if 0 <= first < len(said) - 1)
    return any(_mended(pair, zipf, swapped, gaps) for pair in pairs)


def torn(words: Mapping[str, float]) -> dict[str, tuple[str, str]]:
    """Common words with a space within whose pieces are listed too: the word, and the rarer of its pieces.

    ``words`` are the Zipf frequencies, from the most common down.
    """
    found: dict[str, tuple[str, str]] = {}
    for word, common in words.items():
        if common < _LISTED_WHOLE:
            break
        for cut in range(2, len(word) - 1) if word.isalpha() else ():
            one, two = word[:cut], word[cut:]
            # Of all pieces hardly any is listed and rare: most fall at one look.
            if not PIECE <= (first := words.get(one, 0.0)) < _OTHER_PIECE:
                continue
            if not PIECE <= (second := words.get(two, 0.0)) < _OTHER_PIECE:
                continue
            if min(first, second) < min(_LISTED_PIECE, common - _LISTED_GAIN):
                found[f"{one} {two}"] = word, one if first <= second else two
    return found


def faded(words: Mapping[str, float]) -> dict[str, tuple[str, str]]:
    """Everyday words with a space for a letter: the word, and the rarer of the pieces that have two letters.

    What may be two words of about the same frequency is left out.
    """
    found: dict[str, tuple[str, str]] = {}
    unclear: set[str] = set()
    for word, common in words.items():
        if common < _FADED:
            break
        for cut in range(1, len(word) - 1) if len(word) > 3 and word.isalpha() else ():
            pieces = word[:cut], word[cut + 1 :]
            longer = [piece for piece in pieces if len(piece) > 1]
            often = [words.get(piece, 0.0) for piece in longer]
            if max(often) >= _FADED_PIECE or not _ALONE.isdisjoint(pieces):
                continue
            gap = " ".join(pieces)
            if gap in found and words[found[gap][0]] < common + _LISTED_GAIN:
                unclear.add(gap)
            found.setdefault(gap, (word, longer[often.index(min(often))]))
    return {gap: told for gap, told in found.items() if gap not in unclear}


def _mended(
    pair: Sequence[str], zipf: Mapping[str, float], swapped: Mapping[str, str], gaps: Mapping[str, str]
) -> tuple[str, str] | None:
    """The word or the two words that were meant, and what happened."""
    first, second = pair
    together = first + second
    if not together.isalpha():
        return None
    if zipf.get(together, 0.0) >= _WHOLE and _is_torn(pair, together, zipf):
        return together, _INSTEAD[0]
    if whole := gaps.get(f"{first} {second}"):
        return whole, _INSTEAD[min(2, len(whole) - len(together))]
    if second[:1] == second[1:2] and min(zipf.get(first, 0.0), zipf.get(second[1:], 0.0)) >= _BOTH:
        return None  # "a tthing": a letter is doubled
    for cut in (len(first) - 1, len(first) + 1):
        word, other = together[:cut], together[cut:]
        word, other = swapped.get(word, word), swapped.get(other, other)
        # Nearly every pair falls at the first of these.
        if zipf.get(word, 0.0) < _BOTH or zipf.get(other, 0.0) < _BOTH:
            continue
        if _is_likelier((word, other), pair, zipf):
            return f"{word} {other}", "the space stands a letter off"
    return None


def _is_torn(pieces: Sequence[str], together: str, zipf: Mapping[str, float]) -> bool:
    rarest = min(zipf.get(piece, 0.0) for piece in pieces)
    return rarest < 2.0 or (rarest < PIECE and zipf[together] - rarest >= 1.0)


def _is_likelier(pair: Sequence[str], written: Sequence[str], zipf: Mapping[str, float]) -> bool:
    if any(len(word) == 1 and word not in _ALONE for word in pair):
        return False
    return sum(zipf[word] for word in pair) - sum(zipf.get(word, 0.0) for word in written) >= _LIKELIER
