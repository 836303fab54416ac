"""What a publisher is asked about words that readers have otherwise, and what came back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString

from interviews.differences import diff_html
from interviews.models import CorrectionKind
from interviews.services.correcting import Stated
from interviews.transcript.changes import TurnChange

ASKED_ONE_BY_ONE = 100  # turns with fields of their own; a browser may send no more than 500 fields
ABOVE = "above"  # the statement of the turn above covers this one, too
ALL, PAGE = "all", "page"  # the names of the fields that are about no single turn


@dataclass(frozen=True, slots=True)
class Fields:
    """The three fields of one statement, as they were sent."""

    name: str
    kind: str
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A turn, title, standfirst or name that readers have otherwise: what differs, and fields to say why."""

    where: str
    speaker: str
    told: tuple[tuple[str, SafeString], ...]
    fields: Fields | None


@dataclass(frozen=True, slots=True)
class Questions:
    """All that is asked before a page goes out again."""

    turns: tuple[Asked, ...]
    for_all: Fields
    for_page: Fields
    kinds: tuple[tuple[str, str], ...]
    above: str = ABOVE


def questions(owing: Sequence[TurnChange], sent: Mapping[str, str]) -> Questions:
    """The changed turns with what was answered so far."""
    turns: list[Asked] = []
    for key, changes in _by_turn(owing):
        own = fields(key, sent) if len(turns) < ASKED_ONE_BY_ONE else None
        told = tuple((change.sort.said, diff_html(change.before, change.after)) for change in changes)
        turns.append(Asked(changes[0].where, changes[0].speaker, told, own))
    kinds = tuple((kind.value, str(kind.label)) for kind in CorrectionKind)
    return Questions(tuple(turns), fields(ALL, sent), fields(PAGE, sent), kinds)


def stated(owing: Sequence[TurnChange], sent: Mapping[str, str]) -> list[Stated]:
    """The statements that were sent; turns that nothing was said of have none."""
    said: list[Stated] = []
    general: list[str] = []
    last: Stated | None = None
    for key, _ in _by_turn(owing):
        own = fields(key, sent)
        if own.kind == ABOVE and last is not None:
            said.remove(last)
            last = Stated(last.kind, last.wrong, last.right, (*last.turns, key))
            said.append(last)
        elif own.kind and own.kind != ABOVE:
            last = Stated(own.kind, own.wrong, own.right, (key,))
            said.append(last)
        else:
            general.append(key)
    for_all, for_page = fields(ALL, sent), fields(PAGE, sent)
    if for_all.kind and general:
        said.append(Stated(for_all.kind, for_all.wrong, for_all.right, tuple(general)))
    if for_page.kind:
        said.append(Stated(for_page.kind, for_page.wrong, for_page.right))
    return said


def fields(name: str, sent: Mapping[str, str]) -> Fields:
    """What was sent of the statement with that name."""
    return Fields(name, *(sent.get(f"{one}-{name}", "").strip() for one in ("kind", "wrong", "right")))


def _by_turn(owing: Sequence[TurnChange]) -> Iterator[tuple[str, list[TurnChange]]]:
    order = {change.turn: place for place, change in reversed(list(enumerate(owing)))}
    together = sorted(owing, key=lambda change: order[change.turn])
    for key, changes in groupby(together, key=lambda change: change.turn):
        yield key, list(changes)
