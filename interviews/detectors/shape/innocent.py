"""Repeats that belong where they are: what a detector of duplicates lets pass."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

# One of these makes a sponsor read; of what may also come up in talk it takes two.
_SPONSOR_PHRASES = (
    ("brought", "to", "you"),
    ("sponsored", "by"),
    ("our", "sponsor"),
    ("our", "sponsors"),
    ("today's", "sponsor"),
    ("supported", "by"),
    ("support", "for", "this"),
    ("support", "for", "the", "show"),
    ("support", "comes", "from"),
    ("promo", "code"),
    ("use", "the", "code"),
    ("percent", "off"),
    ("our", "partner", "today"),
    ("our", "partner", "this"),
    ("our", "partner", "for"),
    ("today's", "partner"),
    ("our", "friends", "at"),
    ("word", "from", "our"),
    ("message", "from", "our"),
    ("präsentiert", "von"),
    ("unterstützt", "von"),
    ("notre", "partenaire"),
    ("sponsorisé", "par"),
    ("nuestro", "patrocinador"),
    ("patrocinado", "por"),
)
_SPONSOR_CUES = frozenset(
    (
        "sponsor",
        "sponsors",
        "sponsored",
        "sponsorship",
        "coupon",
        "discount",
        "checkout",
        "promo",
        "trial",
        "subscription",
    )
)
_SPONSOR_LONGEST = 150  # words
# "Head over to fernhill dot com": where to buy counts as much as what is offered.
_ADDRESS_ENDS = frozenset("com org net io dev co app shop store example".split())
_SENT_THERE = frozenset("visit head go find try sign check get order".split())
_ADDRESS_REACH = 6  # words from being sent there to the end of the address
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
_PARTING = re.compile(
    r"""\b(?:
      (?: find | follow | reach | contact | connect\ with | in\ touch\ with | hold\ of )
      \ (?: you | him | her | them | it )
    | where\ (?: can | do | should | would )
      \ (?: people | folks | listeners | readers | viewers | they | we | i )
    | (?: learn | read | find\ out | know )\ more\ about
    | (?: final | last | closing | parting )\ (?: words? | thoughts? | remarks? | comments? | shout )
    | anything\ (?: else | you'd\ like\ to\ (?:add|plug|leave) | you\ want\ to\ (?:add|plug|leave) )
    | before\ (?: we | i | you )\ (?: go | let | wrap | close | finish | end | say )
    )\b""",
    re.VERBOSE,
)
_PARTING_REACH = 40  # words
_THANKS = frozenset({"thanks", "thank"})
_GREETINGS = frozenset(("hi", "hello", "hey", "welcome", "howdy", "greetings", "hallo", "hola"))
_GREETING_REACH = 4  # words in which a greeting stands when a turn greets
_QUOTED = re.compile(r"[\"“«„][^\"“”«»„]{20,}[\"”»“]")
_QUOTES = '"“”«»„'


def asks_in_leaving(words: Sequence[str]) -> bool:
    """Whether a question (folded words) is one with which people part: "Where can listeners find you?"."""
    return _PARTING.search(" ".join(words[-_PARTING_REACH:])) is not None


def is_sponsor_read(words: Sequence[str]) -> bool:
    """Whether a turn (folded words) reads out a sponsor: said again word for word, by design."""
    if len(words) > _SPONSOR_LONGEST:
        return False
    if any(_has(words, phrase) for phrase in _SPONSOR_PHRASES):
        return True
    return len(_SPONSOR_CUES.intersection(words)) + _sends_to_an_address(words) > 1


def _sends_to_an_address(words: Sequence[str]) -> bool:
    if _ADDRESS_ENDS.isdisjoint(words):
        return False
    ends = (place for place, word in enumerate(words) if word in _ADDRESS_ENDS)
    return any(not _SENT_THERE.isdisjoint(words[max(0, end - _ADDRESS_REACH) : end]) for end in ends)


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


def reads_out(text: str) -> bool:
    """Whether a good part of the text is a quotation: who calls something back frames another's words."""
    read = sum(len(quotation) for quotation in _QUOTED.findall(text))
    return read > 0.3 * len(text)


def is_verse(text: str) -> bool:
    """Whether the text is a quotation in several lines: a song has a refrain."""
    return "\n" in text.strip() and quoted(text)


def quoted(text: str) -> bool:
    """Whether the text stands in quotes as a whole: somebody reads it out."""
    bare = text.strip()
    return bool(bare) and bare[0] in _QUOTES and bare[-1] in _QUOTES
