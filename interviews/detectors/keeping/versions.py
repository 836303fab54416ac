"""Where two versions of a row of turns differ: found column by column, without a look at each turn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from operator import ne

from interviews.transcript.turns import Turn


@dataclass(frozen=True, slots=True)
class Rows:
    """Turns in a row, a list for each of their columns."""

    keys: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    speakers: list[str | None] = field(default_factory=list)

    @classmethod
    def of(cls, turns: Iterable[Turn]) -> Rows:
        turns = tuple(turns)
        return cls(
            [turn.key for turn in turns], [turn.text for turn in turns], [turn.speaker for turn in turns]
        )

    def said(self, place: int) -> tuple[str, str]:
        """Key and text of one turn."""
        return self.keys[place], self.texts[place]

    def before(self, place: int) -> str | None:
        """The key of the turn before; None for the first one."""
        return self.keys[place - 1] if place else None

    def all_said(self) -> dict[str, str]:
        """Key to text, in order."""
        return dict(zip(self.keys, self.texts, strict=True))


@dataclass(frozen=True, slots=True)
class Change:
    """What is another in the later one of two versions. Places are those of the later one, from 0.

    ``gone`` are the keys and texts that no longer stand so, ``come`` those that newly do: where a text was
    changed, the key is in both. ``left`` are the keys that stand no more. ``fresh`` are the places of turns
    with another text or speaker, or behind another turn than before; where other turns are the last ones,
    the place behind them too. ``joined`` are the places of turns that have another text, or stand behind
    another turn or text, than before.
    """

    gone: Sequence[tuple[str, str]]
    come: Sequence[tuple[str, str]]
    left: Collection[str]
    fresh: Sequence[int]
    joined: Sequence[int]
    in_order: bool  # whether the same turns stand in the same order


def change(old: Rows, new: Rows) -> Change:
    """What became of the old rows.

    The time, but for comparisons of whole columns, is that of what differs and, where turns stand in another
    order, of what lies between the first and the last of these.
    """
    front, back = _in_common(old.keys, new.keys)
    ahead, behind = len(old.keys) - back, len(new.keys) - back
    was = {key: place for place, key in enumerate(old.keys[front:ahead], front)}
    texts: list[tuple[int, int]] = []  # the place before, and now
    speakers: set[int] = set()
    behind_another: set[int] = set()
    for one, two, many in ((0, 0, front), (ahead, behind, back)):
        same_turns = slice(one, one + many), slice(two, two + many)
        texts += [(one + at, two + at) for at in _differing(old.texts, new.texts, *same_turns)]
        speakers.update(two + at for at in _differing(old.speakers, new.speakers, *same_turns))
    come = []
    for place in range(front, behind):
        then = was.pop(new.keys[place], None)
        if then is None:
            come.append(place)
        elif old.texts[then] != new.texts[place]:
            texts.append((then, place))
        if then is None or old.speakers[then] != new.speakers[place]:
            speakers.add(place)
        if then is None or old.before(then) != new.before(place):
            behind_another.add(place)
    in_order = front == ahead == behind
    if not in_order:
        behind_another.add(behind)
    come += [place for _, place in texts]
    joined = {*behind_another, *come, *(place + 1 for place in come)}
    return Change(
        gone=[
            *((key, old.texts[place]) for key, place in was.items()),
            *(old.said(place) for place, _ in texts),
        ],
        come=[new.said(place) for place in come],
        left=was.keys(),
        fresh=sorted({*behind_another, *come, *speakers}),
        joined=sorted(place for place in joined if place < len(new.keys)),
        in_order=in_order,
    )


def _in_common(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many items at the front are the same, and how many at the end; no item stands twice in a list."""
    if old == new:
        return len(new), 0
    most = min(len(old), len(new))
    front = next(compress(count(), map(ne, old, new)), most)
    back = next(compress(count(), map(ne, reversed(old), reversed(new))), most)
    return front, back


def _differing(old: Sequence[object], new: Sequence[object], ours: slice, theirs: slice) -> Iterator[int]:
    """At which of so many items one of two columns has something else, counted from where both begin."""
    return compress(count(), map(ne, old[ours], new[theirs]))
