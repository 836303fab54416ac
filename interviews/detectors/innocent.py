"""Repeats that belong where they are: what a detector of duplicates lets pass."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_SPONSOR_WORDS = frozenset("sponsor sponsors sponsored sponsoring sponsorship advertisement".split())
_SPONSOR_PHRASES = (
    ("brought", "to", "you"),
    ("promo", "code"),
    ("use", "the", "code"),
    ("coupon", "code"),
    ("percent", "off"),
    ("free", "trial"),
    ("support", "for", "this"),
    ("our", "friends", "at"),
)
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
_GREETINGS = frozenset("hi hello hey welcome howdy greetings hallo hola".split())
_GREETING_REACH = 4  # words in which a greeting stands when a turn greets


def is_sponsor_read(words: Sequence[str]) -> bool:
    """Whether a turn (folded words) reads out a sponsor: said again word for word, by design."""
    if not _SPONSOR_WORDS.isdisjoint(words):
        return True
    return any(
        phrase in zip(*(words[i:] for i in range(len(phrase))), strict=False) for phrase in _SPONSOR_PHRASES
    )


def greets(words: Sequence[str]) -> bool:
    """Whether a turn (folded words) opens with a greeting."""
    return not _GREETINGS.isdisjoint(words[:_GREETING_REACH])


def breaks_off(words: Sequence[str]) -> bool:
    """Whether a turn (folded words) announces a break or asks for last thoughts: the end is still to come."""
    pairs = set(pairwise(words))
    return not pairs.isdisjoint(_PAUSES) or not pairs.isdisjoint(_MORE)
