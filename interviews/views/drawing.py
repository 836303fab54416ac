"""What a page has to draw anew: no more turns cross the wire than look different now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from interviews.transcript.ordering import longest_rise
from interviews.views.screens import Screen
from interviews.views.shown import ShownTurn


@dataclass(frozen=True, slots=True)
class Placed:
    """A turn that stands somewhere else now, or is new: behind which turn, or "" for the start."""

    turn: ShownTurn
    behind: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """Turns that look different, turns to be put behind another one in this order, and keys that are gone.

    The numbers that people see are not among the looks: the page counts them.
    """

    changed: tuple[ShownTurn, ...]
    placed: tuple[Placed, ...]
    gone: tuple[str, ...]


def drawing(before: Screen, now: Screen, odd: Collection[str] = ()) -> Drawing:
    """What differs between two states; ``odd`` are turns that the page shows otherwise than either does."""
    were = {turn.row.key: turn.signature for turn in before.turns}
    changed = {
        turn.row.key for turn in now.turns if turn.row.key in odd or were.get(turn.row.key) != turn.signature
    }
    return drawing_since([row.key for row in before.rows], changed, now)


def drawing_since(order: Sequence[str], changed: Collection[str], now: Screen) -> Drawing:
    """What to draw for a page that shows turns in that order, of which those look different now."""
    place = {key: number for number, key in enumerate(order)}
    known = [row.key for row in now.rows if row.key in place]
    stayed = {known[number] for number in longest_rise([place[key] for key in known])}
    looks, placed, behind = [], [], ""
    for turn in now.turns:
        key = turn.row.key
        if key in place and key in changed:
            looks.append(turn)
        if key not in stayed:
            placed.append(Placed(turn, behind, key not in place))
        behind = key
    left = {row.key for row in now.rows}
    return Drawing(tuple(looks), tuple(placed), tuple(key for key in order if key not in left))
