"""Repeats that belong where they are: what a detector of duplicates lets pass."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_SPONSOR_WORDS = frozenset(
    "sponsor sponsors sponsored sponsoring sponsorship advertisement promo coupon discount checkout partners".split()
)
_SPONSOR_PHRASES = (
    ("brought", "to", "you"),
    ("use", "the", "code"),
    ("use", "code"),
    ("percent", "off"),
    ("free", "trial"),
    ("sign", "up"),
    ("support", "for", "this"),
    ("supported", "by"),
    ("our", "friends", "at"),
    ("head", "to"),
    ("go", "to"),
    ("dot", "com"),
)
_SPONSOR_OPENING = 12  # words in which a sponsor read says that it is one
_SPONSOR_CUES = 2  # cues that make a read elsewhere
_PAUSES = frozenset(
    {
        ("come", "back"),
        ("right", "back"),
        ("a", "break"),
        ("the", "break"),
        ("before", "we"),
        ("closing", "thoughts"),
    }
)
_MORE = frozenset(
    {
        ("closing", "remarks"),
        ("closing", "words"),
        ("final", "thoughts"),
        ("last", "words"),
        ("anything", "else"),
    }
)
_THANKS = frozenset({"thanks", "thank"})
_GREETINGS = frozenset("hi hello hey welcome howdy greetings hallo hola".split())
_GREETING_REACH = 4  # words in which a greeting stands when a turn greets


def is_sponsor_read(words: Sequence[str]) -> bool:
    """Whether a turn (folded words) reads out a sponsor: said again word for word, by design."""
    opening = words[:_SPONSOR_OPENING]
    if (
        not _SPONSOR_WORDS.isdisjoint(opening)
        or _has(opening, _SPONSOR_PHRASES[0])
        or _has(opening, ("support", "for"))
    ):
        return True
    cues = len(_SPONSOR_WORDS.intersection(words)) + sum(_has(words, phrase) for phrase in _SPONSOR_PHRASES)
    return cues >= _SPONSOR_CUES and len(words) <= 120


def is_courtesy(words: Sequence[str]) -> bool:
    """Whether a short turn (folded words) thanks: polite people thank in the same words all day."""
    return len(words) <= 12 and not _THANKS.isdisjoint(words)


def _has(words: Sequence[str], phrase: tuple[str, ...]) -> bool:
    return phrase[0] in words and phrase in zip(*(words[i:] for i in range(len(phrase))), strict=False)


def greets(words: Sequence[str]) -> bool:
    """Whether a turn (folded words) opens with a greeting."""
    return not _GREETINGS.isdisjoint(words[:_GREETING_REACH])


def breaks_off(words: Sequence[str]) -> bool:
    """Whether a turn (folded words) announces a break or asks for last thoughts: the end is still to come."""
    pairs = set(pairwise(words))
    return not pairs.isdisjoint(_PAUSES) or not pairs.isdisjoint(_MORE)
