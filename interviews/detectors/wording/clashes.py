"""Small words that cannot follow each other: "the them", "would of", "came form", "trying find".

The pairs are of closed classes, where a grammar can list what is possible. All were looked up in 1.8 million
words of published interviews, where chance alone would put many of them hundreds of times: they stand there
at most twice each, as slips or as a speaker's restarts. Dialect ("we was") is nobody's slip and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from interviews.text.words import folded_words, word_spans
from interviews.transcript.spans import Span

# Whoever takes up either word again so soon has started anew: "in the the", "the is the".
_AGAIN = 4
_MENTIONED = ('"', "“", "'", "‘", "&", "/")
_I = ("I'", "I’")
_PARTICIPLE = re.compile(r"(?:ed|en|wn|one|ought|aught|had|made|said|told|come|got|put|lost|left)$")


class Clash(NamedTuple):
    """Two words that clash; what was meant, where only one thing can be."""

    span: Span
    meant: str
    why: str


def clashes(text: str) -> list[Clash] | None:
    """The clashes of a text that are no restarts."""
    said = folded_words(text)
    if _PAIRS.isdisjoint(pairwise(said)):
        return None
    places = [place for place, pair in enumerate(pairwise(said)) if pair in _PAIRS]
    return list(_clashes_at(text, said, places)) or None


def _clashes_at(text: str, said: Sequence[str], places: Sequence[int]) -> Iterator[Clash]:
    spans = word_spans(text)
    for place in places:
        (start, middle), (behind, end) = spans[place : place + 2]
        first, second = text[start:middle], text[behind:end]
        if text[middle:behind] != " " or not _is_plain(first) or not second.islower():
            continue
        if text[start - 1 : start] in _MENTIONED or text[end : end + 1] != " ":
            continue  # “I want an and.”
        pair = said[place], said[place + 1]
        following = said[place + 2] if place + 2 < len(said) else ""
        if following in _WHOLE.get(pair, ()) or _is_restart(said, place):
            continue
        if pair in _BEFORE_OF and following != "of":
            continue
        if pair[1] in _VERBS and following in _SUBJECTS:
            continue  # “the is there a way”: it starts anew as a question
        meant, why = _CLASHES[pair]
        if meant.endswith("have") and not _PARTICIPLE.search(following):
            continue  # “how you might of it”: something else is missing
        yield Clash(Span(start, end), meant.format(first=first, second=second), why)


def _is_plain(first: str) -> bool:
    """Small, or with the capital of a sentence's first word; "A" and "US" are names."""
    return first.islower() or (len(first) > 1 and first[1:].islower()) or first == "I" or first[:2] in _I


def _is_restart(said: Sequence[str], place: int) -> bool:
    behind = said[place + 2 : place + 2 + _AGAIN]
    before = said[max(0, place - _AGAIN) : place]
    return said[place] in (*behind, *before[-2:]) or said[place + 1] in (*behind, *before[-3:])


_ARTICLES = "a an the".split()
_POSSESSIVES = "my your our their its".split()
_DETERMINERS = (*_ARTICLES, *_POSSESSIVES)
_THE = ("the", *_POSSESSIVES)  # “it depends a little”
_MODALS = "would could should might must".split()
_OBJECTS = "them him us".split()
_SUBJECTS = frozenset("i you he she it we they there that this".split())
_VERBS = "is are was were been has had don't didn't aren't weren't can't won't".split()
_DID = "is was were has had been".split()
_WANTING = "trying able supposed ought unable going want wants wanted tried willing hoping".split()
_TO_DO = (
    "be become bring build create do find get give go have keep know learn make put say see solve start take "
    "tell think understand exert explain convince achieve avoid maintain ensure improve identify determine "
    "protect provide prevent persuade obtain acquire describe decide define deliver destroy develop discuss "
    "encourage establish expand express imagine include introduce involve obtain overcome pay prepare "
    "preserve prove pursue raise receive reduce remember remove replace require resolve retain reveal save "
    "sell send serve speak spend succeed suggest survive teach translate write"
).split()
_MORE = "more less rather other better fewer".split()
_ON_THE_WAY = (
    "came come comes coming went straight away back far apart suffer suffered up down out home "
    "heard taken learned got get gets getting"
).split()
_SOME_OF = "lot kind sort couple because instead front bunch lots".split()
_A_PART = "some lot kind couple lots plenty".split()
# Nouns that take an article wherever "of" stands behind them: "in topic of", "at end of".
_PLACED = "in at on to from".split()
_ONE_OF_ITS_KIND = (
    "middle end beginning world process context topic midst wake bottom edge heart rest".split()
)

# What the two words were, by pair: {first} and {second} as they are written; empty where nobody can tell.
_RULES: tuple[tuple[Sequence[str], Sequence[str], str, str], ...] = (
    (_ARTICLES, ("of", "or", "than", "because"), "", "no noun follows the article"),
    (_POSSESSIVES, ("of", "than", "because", "if"), "", "no noun follows"),
    (_DETERMINERS, _OBJECTS, "", "no noun follows"),
    ((*_ARTICLES[1:], *_POSSESSIVES), _VERBS, "", "no noun stands between them"),  # "x by a is x"
    (_DETERMINERS, ("from", "with", "into", "at", "by"), "", "no noun follows"),
    (("this",), ("were",), "", "no noun follows"),
    (_MODALS, ("of",), "{first} have", "“of” is heard for “have”"),
    ((*_MODALS, "can", "will"), _DID, "", "the verb must be “be” or “have”"),
    (("should", "might", "must"), ("to",), "", "no “to” follows"),
    (("to",), ("been", "than", "has"), "", "no such word follows “to”"),
    (("is", "are", "was"), ("was", "were", "has"), "", "one of the verbs is too many"),
    (("are", "am"), ("have", "be", "are"), "", "one of the verbs is too many"),
    (("has", "had", "have"), ("be",), "{first} been", "the verb must be “been”"),
    (("has", "had"), ("have", "can"), "", "one of the verbs is too many"),
    (("if", "because"), ("is", "are", "was", "has"), "", "nobody is named who does it"),
    (("as",), ("been",), "has been", "a letter is missing"),
    (
        ("have", "has", "had", "i've", "we've", "you've", "they've"),
        ("bean",),
        "{first} been",
        "the verb was meant",
    ),
    (("i've", "we've", "you've", "they've"), ("go",), "{first} got", "a letter is missing"),
    (("too",), _TO_DO, "to {second}", "it stands for “to”"),
    (("too",), ("able",), "to be able", "it stands for “to”"),
    (("very",), ("of", "the", "a", "to"), "", "no such word follows “very”"),
    (_MORE, ("then",), "{first} than", "things are compared with “than”"),
    (("and", "but"), ("than",), "{first} then", "“than” compares, “then” goes on"),
    (_ON_THE_WAY, ("form",), "{first} from", "two letters are swapped"),
    (_SOME_OF, ("off",), "{first} of", "a letter is doubled"),
    (("every",), ("since",), "ever since", "a letter is too many"),
    (("your",), ("not", "gonna", "supposed"), "you're {second}", "“your” is heard for “you're”"),
    (("there",), ("own",), "their own", "“there” is heard for “their”"),
    (("i",), ("thing", "thick", "thin"), "{first} think", "the verb was meant"),
    (("i",), ("new",), "{first} knew", "the verb was meant"),
    (_WANTING, _TO_DO, "{first} to {second}", "“to” is missing"),
    (_A_PART, _THE, "{first} of {second}", "“of” is missing"),
    (("lot",), ("people", "things", "folks"), "{first} of {second}", "“of” is missing"),
    (("according", "belongs"), _THE, "{first} to {second}", "“to” is missing"),
    (("depends", "depending", "relying", "relies"), _THE, "{first} on {second}", "“on” is missing"),
    (("consists", "consisting"), _THE, "{first} of {second}", "“of” is missing"),
    (_PLACED, _ONE_OF_ITS_KIND, "{first} the {second}", "“the” is missing"),
    (("interested",), _THE, "{first} in {second}", "“in” is missing"),
)
_CLASHES: dict[tuple[str, str], tuple[str, str]] = {
    (first, second): (meant, why)
    for left, right, meant, why in reversed(_RULES)
    for first, second in product(left, right)
    if first != second
}
_PAIRS = frozenset(_CLASHES)
# These are wrong only with "of" behind them.
_BEFORE_OF = frozenset(product(_PLACED, _ONE_OF_ITS_KIND))
# With these behind them the pairs are right: "in of itself", "would of course", "your or my".
_WHOLE: dict[tuple[str, str], frozenset[str]] = {
    **dict.fromkeys(product(_MODALS, ("of",)), frozenset(("course", "all"))),
    ("lot", "off"): frozenset(("of",)),
}
