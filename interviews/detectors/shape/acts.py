"""What people do with words at the end of an interview: thank, take leave, wrap up, wish well.

Hosts end in many ways and some never say "thank", so a closing is not one phrase: it is a turn whose
last words do one such thing plainly, or several of them together.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import StrEnum
from functools import cache

from interviews.detectors.shape import closing_phrases, closing_phrases_elsewhere
from interviews.detectors.shape.closing_phrases import by_first_word


class Act(StrEnum):
    """One thing that people do when they end."""

    THANKING = "thanks somebody for coming"
    PLEASURE = "says what a pleasure it was"
    LEAVING = "takes leave"
    WRAPPING = "says that the time is up"
    WISHING = "wishes well or looks ahead"
    AUDIENCE = "turns to the audience"
    PLAIN_THANKS = "thanks"


_WEIGHTS = {
    Act.THANKING: 2,
    Act.PLEASURE: 2,
    Act.LEAVING: 2,
    Act.WRAPPING: 2,
    Act.WISHING: 1,
    Act.AUDIENCE: 1,
    Act.PLAIN_THANKS: 1,
}
ENOUGH = 2  # what the weights of a turn's acts add up to when it can end an interview
_PHRASES = {"en": closing_phrases.ENGLISH, **closing_phrases_elsewhere.BY_LANGUAGE}
LANGUAGES = frozenset(_PHRASES)  # in which an end is recognised
_TAIL = 60  # words: an end stands in the last words of a turn, however long the turn is
_AHEAD = 16  # words that the longest phrase may take


@cache
def _by_first_word(language: str) -> dict[str, tuple[tuple[Act, re.Pattern[str]], ...]]:
    table: dict[str, tuple[tuple[Act, re.Pattern[str]], ...]] = {}
    for name, phrases in _PHRASES.get(language, {}).items():
        for word, pattern in by_first_word(phrases).items():
            table[word] = (*table.get(word, ()), (Act[name], pattern))
    return table


def closing_acts(words: Sequence[str], language: str = "en") -> dict[Act, int]:
    """The acts of ending in the last words of a turn (folded words), each with how many words from it on."""
    tail = words[-_TAIL:]
    found: dict[Act, int] = {}
    starts = _by_first_word(language)
    if starts.keys().isdisjoint(tail):
        return found
    for place, word in enumerate(tail):
        for act, pattern in starts.get(word, ()):
            if act not in found and pattern.match(" ".join(tail[place : place + _AHEAD])):
                found[act] = len(tail) - place
    return found


def weight_of(acts: Collection[Act]) -> int:
    """How much the acts together sound like an end. Thanking somebody for coming counts once."""
    counted = set(acts) - {Act.PLAIN_THANKS} if Act.THANKING in acts else acts
    return sum(_WEIGHTS[act] for act in counted)
