"""Turns without a speaker where the others have one: a piece of a sentence, or somebody's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from interviews.detectors.remains.phantom_phrases import is_phantom
from interviews.detectors.remains.residue import is_residue
from interviews.detectors.shape.style import ends_open, is_stage_note
from interviews.text.words import Word, words
from interviews.transcript.turns import Turn

# Where this share of the turns has a label, a turn without one is missing something.
LABELLED_SHARE = 0.8
# A lost letter: with one letter before it the first word is this common (Zipf) and ten times more than
# without.
COMMON = 4.5
GAIN = 1.0

# A sentence that begins with one of these leans on something before it.
_LEANING = frozenset("or and but because which than nor whereas whose whom".split())
# A paragraph that somebody put in brackets as a whole: a scene, a picture that is described.
_BRACKETED = re.compile(r"\s*(?:\[[^\[\]]+\]|\([^()]+\))[.]?\s*")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def unlabelled_turns(
    turns: Sequence[Turn], *, labelled: float, language: str, zipf: Callable[[str], float]
) -> dict[str, str]:
    """Of turns without a label those that miss a speaker: the key and why it is a fragment, "" if it is none.

    The reason completes "It …". Lines that nobody said and stage notes need no speaker. Empty where
    ``labelled``, the share of turns with a label, says that labels are not this transcript's style.
    """
    if labelled < LABELLED_SHARE:
        return {}
    return {
        turn.key: _why_fragment(turn.text, language, zipf)
        for turn in turns
        if not (
            is_residue(turn.text)
            or is_stage_note(turn.text)
            or is_phantom(turn.text)
            or _BRACKETED.fullmatch(turn.text)
        )
    }


def is_lost_question(turns: Sequence[Turn], place: int) -> bool:
    """Whether a whole question stands between two turns of one speaker: "And who paid?" lost its name."""
    text = turns[place].text.rstrip('"”’») ')
    if not text.endswith(("?", "？")) or not text[:1].isupper() or not 0 < place < len(turns) - 1:
        return False
    before, after = turns[place - 1], turns[place + 1]
    return before.speaker == after.speaker is not None and not ends_open(before.text)


def _why_fragment(text: str, language: str, zipf: Callable[[str], float]) -> str:
    said = words(text)
    if not said:
        return ""
    first = said[0]
    if first.written[0].islower():
        return f"starts mid-sentence with “{first.written}”"
    if language == "en":
        if whole := _without_its_first_letter(first, zipf):
            return f"starts with “{first.written}”, which looks like “{whole}” without its first letter"
        if first.folded in _LEANING:
            return f"starts with “{first.written}”, which leans on a sentence that is not there"
    if ends_open(text):
        return "breaks off"
    return ""


def _without_its_first_letter(first: Word, zipf: Callable[[str], float]) -> str:
    if first.folded in ("i", "a"):
        return ""
    least = COMMON if len(first.folded) == 1 else max(COMMON, zipf(first.folded) + GAIN)
    wholes = [letter + first.folded for letter in _ALPHABET if zipf(letter + first.folded) >= least]
    return max(wholes, key=zipf, default="")
