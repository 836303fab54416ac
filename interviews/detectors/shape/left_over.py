"""Pieces of sentences that stand as turns of their own, whoever is named over them.

Copying, cutting and pasting leave them, and so does a page that puts something between the halves of an
answer. By itself a small letter at the start is a slip of a key. It is a piece where one of these comes to
it: the same words stand in the middle of a sentence elsewhere, they complete a turn that broke off before,
they break off too, or they begin with a word that no sentence begins with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from interviews.detectors.remains.phantom_phrases import is_phantom
from interviews.detectors.remains.residue import is_residue
from interviews.detectors.shape.style import INTERRUPTED, ends_open
from interviews.text.words import count_words
from interviews.transcript.turns import Turn

LONGEST = 60  # words; whoever says more says something of its own
# So many words in a row do not recur by chance; fewer are a piece only where little else can be meant.
RECUR = 4
# A back-channel is shorter: "Mm-hm. Oh, really?" Behind one a speaker goes on.
BACK_CHANNEL = 6
# Turns, from the last but one back, in which the first half of a sentence is looked for.
REACH = 2

# Nobody begins a sentence with these, "of course" and its like aside.
_NEVER_FIRST = frozenset("of than whose into nor whom".split())
_FIRST_AFTER_ALL = ("of course", "of all", "into the bargain")
# Of two or three words in lower case these say that something stood before them.
_LEANS = _NEVER_FIRST | frozenset(
    "and or but on in at to for with from by as could would should will can may might must has have had is "
    "are was were be been und oder mit von bei zu auf et ou de avec y o con por".split()
)
# What a page writes with a capital at the start of a paragraph although it stood within a sentence.
_CAPITALISED = tuple(
    f"{word} " for word in "Of To Than Whose Into With From By For At On Because Which".split()
)
# Whole by themselves, however small they start.
_ANSWER = re.compile(
    r"(?:no|nope|yes|yeah|yep|ok|okay|right|sure|well|oh|and you|you|i|it|we|they|he|she|there)\b",
    re.IGNORECASE,
)
_SENTENCE_OVER = re.compile(r"[.!?…][\"”’»)]?\s")
# At which places of the dialogue a text's words stand within a sentence, in order.
Elsewhere = Callable[[str], Sequence[int]]


class Midway(NamedTuple):
    """What begins like the middle of a sentence: its words, in lower case or not, and whether it stops."""

    words: int
    small: bool
    stops: bool


class LeftOver(NamedTuple):
    """Why a turn is a piece, to complete "It …", and the key of the turn that it goes on, if one does."""

    why: str
    goes_on: str = ""


def begins_midway(text: str) -> Midway | None:
    """What a text is that may begin in the middle of a sentence, by its first letter or word alone."""
    small = text[:1].islower()
    if not small and not text.startswith(_CAPITALISED):
        return None
    many = count_words(text)
    if not 1 < many <= LONGEST or is_residue(text) or is_phantom(text):
        return None
    return Midway(many, small, ends_open(text))


def left_over(
    turns: Sequence[Turn],
    pieces: Mapping[int, Midway],
    where: Callable[[str], str],
    elsewhere: Elsewhere,
    *,
    marks: bool,
    labelled: bool,
) -> dict[str, LeftOver]:
    """Which of the turns that begin midway are pieces, by their keys.

    ``pieces`` holds them by their places, ``where`` names the turn of a key ("turn 17"), ``elsewhere`` tells
    at which places words stand within a sentence. ``marks`` says that the turns here end in full stops,
    so that an end without one tells something; ``labelled`` that most of them have a speaker.
    """
    found: dict[str, LeftOver] = {}
    for place, piece in pieces.items():
        if place and piece.small and _goes_on(turns[place - 1], turns[place], labelled=labelled):
            continue
        if why := _why(turns, place, piece, where, elsewhere, marks=marks, labelled=labelled):
            found[turns[place].key] = why
    return found


def _goes_on(before: Turn, turn: Turn, *, labelled: bool) -> bool:
    """Whether a turn is the second half of the one before; a line that nobody says has none."""
    is_said = before.speaker is not None or turn.speaker is None or not labelled
    return is_said and ends_open(before.text) and not is_residue(before.text)


def _why(
    turns: Sequence[Turn],
    place: int,
    piece: Midway,
    where: Callable[[str], str],
    elsewhere: Elsewhere,
    *,
    marks: bool,
    labelled: bool,
) -> LeftOver | None:
    turn = turns[place]
    first = turn.text.split(maxsplit=1)[0]
    starts = f"starts mid-sentence with “{first}”" if piece.small else f"starts with “{first}”"
    if (
        marks
        and piece.small
        and not _ANSWER.match(turn.text)
        and (half := _first_half(turns, place)) is not None
    ):
        return LeftOver(f"{starts} and goes on where {where(turns[half].key)} breaks off", turns[half].key)
    # In the turns beside it the words are an echo.
    others = elsewhere(turn.text) if _would_recur(turns, place, piece, labelled=labelled) else ()
    if (other := next((other for other in others if abs(other - place) > 1), None)) is not None:
        return LeftOver(
            f"{starts}; the same words stand in the middle of a sentence in {where(turns[other].key)}"
        )
    if not piece.small or _SENTENCE_OVER.search(turn.text) or _is_taken_up(turns, place):
        return None
    if marks and piece.stops and piece.words >= RECUR:
        return LeftOver(f"{starts} and breaks off")
    if first in _NEVER_FIRST and not turn.text.startswith(_FIRST_AFTER_ALL):
        return LeftOver(starts)
    return None


def _is_taken_up(turns: Sequence[Turn], place: int) -> bool:
    """Whether the speaker may go on where a dash, an ellipsis or another voice came between."""
    earlier = turns[max(0, place - 2) : place]
    own = next((turn for turn in reversed(earlier) if turn.speaker == turns[place].speaker), None)
    return own is not None and (ends_open(own.text) or own.text.rstrip().endswith(INTERRUPTED))


def _first_half(turns: Sequence[Turn], place: int) -> int | None:
    """The place of the turn that breaks off and may go on here, with at least one turn between."""
    turn = turns[place]
    for earlier in range(place - 2, max(-1, place - 2 - REACH), -1):
        half = turns[earlier]
        if (turn.speaker is None or half.speaker == turn.speaker) and ends_open(half.text):
            between = turns[earlier + 1 : place]
            parts = all(count_words(one.text) >= BACK_CHANNEL or is_residue(one.text) for one in between)
            return earlier if parts and count_words(half.text) >= BACK_CHANNEL else None
    return None


def _would_recur(turns: Sequence[Turn], place: int, piece: Midway, *, labelled: bool) -> bool:
    """Whether it tells anything that these words stand elsewhere: of one sentence, and no answer."""
    turn, text = turns[place], turns[place].text
    if _SENTENCE_OVER.search(text) or (piece.words < 2 * RECUR and _ANSWER.match(text)):
        return False
    if not piece.small:
        return piece.words >= (RECUR if turn.speaker is None and labelled else 2 * RECUR)
    if piece.words >= RECUR:
        return True
    return (
        text.split(maxsplit=1)[0] in _LEANS
        or (place > 0 and turn.speaker is not None and turns[place - 1].speaker == turn.speaker)
        or (place + 1 < len(turns) and turn.speaker is not None and turns[place + 1].speaker == turn.speaker)
    )
