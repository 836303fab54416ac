"""A passage is followed through the edits that come after it."""

from __future__ import annotations

from interviews.text.carrying import carried
from interviews.transcript.edits import Edit, MergeTurns, SetText, SplitTurn
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Transcript


def followed(passage: Passage, edit: Edit, before: Transcript) -> Passage:
    """Where a passage of ``before`` stands once the edit was applied to it.

    In a turn that is split it goes with the half in which it begins.
    """
    key, span = passage.turn, passage.span
    match edit:
        case SetText(turn, old, new) if turn == key:
            return Passage(key, carried(old, new, span))
        case SplitTurn(turn, between, other) if turn == key:
            end = len(before[key].text) - len(other.text)
            if span.start >= end:
                return Passage(other.key, span.shifted(-end))
            last = end - len(between)
            return Passage(key, Span(min(span.start, last), min(span.end, last)))
        case MergeTurns(turn, between, other) if other.key == key:
            return Passage(turn, span.shifted(len(before[turn].text) + len(between)))
        case _:
            return passage
