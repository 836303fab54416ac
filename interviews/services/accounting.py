"""An honest account of what was done to an interview, for readers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from interviews.detectors.kinds import Kind
from interviews.models import Flag, Interview
from interviews.site.noting import BY_HAND, GIVEN, RENAMED, TOLD, Counted, note
from interviews.text.grouping import Group, by_looks
from interviews.transcript.applying import apply_all
from interviews.transcript.changes import Sort, TurnChange, changes
from interviews.transcript.turns import Transcript

_GROUPS: dict[Kind, Group] = {
    **dict.fromkeys(
        (
            Kind.EXACT_DUPLICATE_TURN,
            Kind.NEAR_DUPLICATE_TURN,
            Kind.DUPLICATE_BLOCK,
            Kind.DUPLICATE_SENTENCE,
            Kind.DOUBLED_PHRASE,
            Kind.REPEATED_CLOSING,
            Kind.REPEATED_QUESTION,
            Kind.ASR_LOOP,
            Kind.WINDOW_OVERLAP,
            Kind.ECHOED_TURN,
            Kind.ROLLING_CAPTIONS,
            Kind.COLD_OPEN,
            Kind.ARCHIVE_DUPLICATE,
        ),
        Group.DUPLICATE,
    ),
    **dict.fromkeys(
        (Kind.ORPHAN_FRAGMENT, Kind.TRUNCATED_TURN, Kind.MISPLACED_METADATA, Kind.PHANTOM_PHRASE),
        Group.FRAGMENT,
    ),
    **dict.fromkeys(
        (Kind.MOJIBAKE, Kind.GARBLED_WORDS, Kind.MISMATCHED_QUOTES_BRACKETS, Kind.LOWER_CASE_START),
        Group.SPELLING,
    ),
}


@dataclass(frozen=True, slots=True)
class Account:
    """What was done since the source: turn by turn as data, and counted, as ``site.noting`` tells it."""

    changes: list[dict[str, Any]]
    edited: list[Counted]

    @property
    def note(self) -> str:
        """The same in a sentence; empty where nothing was done."""
        return note(self.edited)


def account(interview: Interview, transcript: Transcript) -> Account:
    """What was done to the interview, whose transcript is given. Three queries.

    A fix counts as long as its flag is settled by it and, like work by hand, where a turn still differs from
    the source: what was brought back later needs no telling.
    """
    records = list(interview.records.touching_text().order_by("-number"))
    source = apply_all(transcript, (edit for record in records for edit in record.inverses))
    made = changes(source, transcript)
    in_force = set(interview.records.in_force().values_list("number", flat=True))
    fixed = dict(interview.flags.filter(state=Flag.State.FIXED).values_list("pk", "kind"))
    differing = {change.turn for change in made}
    counts: Counter[str] = Counter()
    by_hand: set[str] = set()
    why: defaultdict[str, set[Group | None]] = defaultdict(set)
    for record in reversed(records):
        if record.number not in in_force:
            continue
        kind = fixed.get(record.flag_id or 0)
        for key in record.turns:
            why[key].add(_GROUPS.get(Kind(kind)) if kind in _GROUPS else None)
        if kind in TOLD and not differing.isdisjoint(record.turns):
            also = [fixed[pk] for pk in set(_also_fixed(record.settlements, record.flag_id)) if pk in fixed]
            counts.update(one for one in (kind, *also) if one in TOLD)
        elif kind not in TOLD:
            by_hand |= record.turns
    counts += _by_hand([change for change in made if change.turn in by_hand], source, transcript)
    told = [{**change.to_data(), "group": _group(change, why[change.turn])} for change in made]
    return Account(told, [list(one) for one in counts.items()])


def _by_hand(made: Collection[TurnChange], source: Transcript, now: Transcript) -> Counter[str]:
    """Work by hand. A label that became another wherever it stood is one thing, however many its turns."""
    names = {(change.before, change.after) for change in made if change.sort is Sort.SPEAKER}
    throughout = {
        (before, after)
        for before, after in names
        if all(
            now[turn.key].speaker == after for turn in source if turn.speaker == before and turn.key in now
        )
    }
    counts: Counter[str] = Counter()
    counts[BY_HAND] = len({change.turn for change in made if change.sort is not Sort.SPEAKER})
    counts[RENAMED] = len(throughout)
    counts[GIVEN] = sum(
        change.sort is Sort.SPEAKER and (change.before, change.after) not in throughout for change in made
    )
    return +counts


def _group(change: TurnChange, why: Collection[Group | None]) -> str:
    """Why a turn is otherwise. Where a person changed it by hand, too, what the change looks like counts."""
    looks = by_looks(change.sort, change.before, change.after)
    of_words = change.sort in {Sort.WORDS, Sort.SET_ASIDE}
    known = {group for group in why if group is not None}
    return (min(known) if of_words and known and None not in why else looks).value


def _also_fixed(settlements: list[list[Any]], but: int | None) -> list[int]:
    return [pk for pk, _, after in settlements if after == "fixed" and pk != but]
