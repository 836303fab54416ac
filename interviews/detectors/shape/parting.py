"""Two who take leave of each other, and talk on."""

from __future__ import annotations

from dataclasses import dataclass

from interviews.detectors.shape.acts import ENOUGH
from interviews.detectors.shape.innocent import breaks_off
from interviews.detectors.shape.structure import SUBSTANCE, Ending, Structure, asks
from interviews.text.words import count_words

Group = tuple[Ending, ...]

# Who takes leave is answered in kind: a conversation ends with a pair of turns that do nothing else
# (Schegloff and Sacks, Opening up Closings, 1973). So words that prove little in one turn do in two.
LEAVES, ANSWERS = 30, 20  # words of the first and of the second of them
TAKEN = 3  # what the acts of both weigh together
SHORTLY = 30  # turns from it to the end of an interview that was continued
SURE = 0.85


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing and the one that ends the interview again; ``replies`` answer the earlier one at once."""

    earlier: Ending
    later: Ending
    sure: float
    replies: tuple[Ending, ...]


def talked_on(structure: Structure, first: Group, last: Group) -> Closing | None:
    """Leave that two take of each other, after which both say more, up to where the interview ends.

    A guest who has left says nothing more, and nobody says goodbye before a break.
    """
    for leaves in first:
        answers = structure.endings.get(leaves.place + 1)
        if answers is None or not _is_parting(leaves, answers):
            continue
        later = _ends(structure, last)
        if later is None or later.place - leaves.place > SHORTLY:
            continue
        between = structure.dialogue[answers.place + 1 : later.place]
        heard = [turn.speaker for turn in between if count_words(turn.text) >= SUBSTANCE]
        if {leaves.turn.speaker, answers.turn.speaker} <= set(heard):
            return Closing(leaves, later, SURE, (answers,))
    return None


def _is_parting(leaves: Ending, answers: Ending) -> bool:
    one, two = leaves.turn.speaker, answers.turn.speaker
    if one is None or two is None or one == two:
        return False
    if len(leaves.folded) > LEAVES or len(answers.folded) > ANSWERS:
        return False
    if breaks_off(leaves.folded) or asks(leaves.turn.text) or asks(answers.turn.text):
        return False
    return max(leaves.weight, answers.weight) >= ENOUGH and leaves.weight + answers.weight >= TAKEN


def _ends(structure: Structure, last: Group) -> Ending | None:
    """The turn that ends the interview: it does so plainly, or several do who thank each other at the end."""
    plain = next((ending for ending in last if ending.weight >= ENOUGH), None)
    if plain is None and last[-1].place == len(structure.dialogue) - 1:
        return last[0] if sum(ending.weight for ending in last) >= ENOUGH else None
    return plain
