"""What the archive knows of an interview's words: fingerprints are kept with each check, and looked up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Count, F, Max, Sum, Window
from django.db.models.functions import RowNumber

from interviews.detectors.archive import LEAST, Elsewhere
from interviews.models import ArchivePrint, Interview, Turn
from interviews.text.winnowing import fingerprints
from interviews.text.words import count_words
from interviews.transcript import turns as pure

# Of all turns that have a print the oldest so many are read. Where every one of 1,000 interviews has the same
# intro and sign-off, a look-up takes a quarter of the time that reading all of them takes.
HOLDERS_READ = 8
TURNS_READ = 20_000  # those that share most; a database takes only so many numbers in one question
# In three others a passage is boilerplate, and more of them tell an editor nothing new.
OTHERS_OF_A_TURN = 3
INTERVIEWS_READ = 40
PRINTS_ASKED = 500  # numbers in one question

Pairs = dict[int, list[tuple[int, int]]]  # other interview: pairs of an own turn and a turn there (rows)


@dataclass(slots=True)
class Archived:
    """What a process knows of an interview's turns and prints from its last check.

    It is what the database holds while ``key`` is the interview's ``check_key``: whoever writes prints
    empties that. ``stamp`` tells whether earlier interviews are those of the last look-up.
    """

    key: str = ""
    turns: dict[str, int] = field(default_factory=dict)  # key to row, those that were joined to others too
    prints: dict[int, frozenset[int]] = field(default_factory=dict)
    stamp: dict[str, Any] = field(default_factory=dict)
    holders: dict[int, list[int]] = field(default_factory=dict)  # print to turns of other interviews
    pairs: Pairs = field(default_factory=dict)
    found: tuple[Elsewhere, ...] = ()

    @property
    def own(self) -> frozenset[int]:
        """The prints of all its turns."""
        return frozenset[int]().union(*self.prints.values())


def elsewhere(
    *, interview: Interview, transcript: pure.Transcript, known: Archived | None = None
) -> tuple[Elsewhere, ...]:
    """The turns of earlier interviews that share words with this one's longer turns, drafts included.

    Brings the interview's own prints up to date first. Four queries, and two more where there is something
    to read; one, and as many more for prints that changed, where ``known`` tells of the last check. More than
    ``PRINTS_ASKED`` prints are asked for in more.
    Which interview is earlier is a matter of import: of two copies the later one is the copy.
    """
    known = Archived() if known is None else known
    if not known.key or known.key != interview.check_key:
        _read_own(interview, known)
    elif new := [turn.key for turn in transcript if turn.key not in known.turns]:
        known.turns |= interview.turns.filter(key__in=new).values_list("key", "pk")
    known.key = ""
    changed = _keep_prints(interview, transcript, known)
    stamp = _stamp(interview)
    if stamp != known.stamp:
        known.holders = _holders(known, known.own)
    elif changed:
        known.holders = {number: known.holders[number] for number in known.holders.keys() - changed}
        known.holders |= _holders(known, changed & known.own)
    pairs = _look_up(interview, known) if known.holders else {}
    if stamp != known.stamp or list(pairs.items()) != list(known.pairs.items()):
        known.found = _read(pairs, {pk: key for key, pk in known.turns.items()})
    known.stamp, known.pairs = stamp, pairs
    return known.found


def also_in(turn: Turn) -> list[Turn]:
    """In each of the earlier interviews that share most with this turn the one that does. One query."""
    best: dict[int, Turn] = {}
    for there in (
        Turn.objects.in_place()
        .filter(prints__number__in=turn.prints.values("number"), interview__lt=turn.interview_id)
        .annotate(shared=Count("prints"))
        .order_by("-shared", "pk")
        .select_related("interview")[: 2 * OTHERS_OF_A_TURN]
    ):
        best.setdefault(there.interview_id, there)
    return list(best.values())[:OTHERS_OF_A_TURN]


def _read_own(interview: Interview, known: Archived) -> None:
    known.turns = dict(interview.turns.values_list("key", "pk"))
    prints: dict[int, set[int]] = defaultdict(set)
    for turn, number in ArchivePrint.objects.filter(turn__interview=interview).values_list("turn", "number"):
        prints[turn].add(number)
    known.prints = {turn: frozenset(numbers) for turn, numbers in prints.items()}
    known.stamp = {}


def _keep_prints(interview: Interview, transcript: pure.Transcript, known: Archived) -> set[int]:
    """Write the prints of turns whose own differ, and give back which ones came or went."""
    wanted = {
        known.turns[turn.key]: fingerprints(turn.text)
        for turn in transcript.dialogue
        if count_words(turn.text) >= LEAST
    }
    # Two sets are compared one number after the other even where they are one object.
    differ = [
        turn
        for turn, numbers in wanted.items()
        if (before := known.prints.get(turn)) is not numbers and before != numbers
    ]
    gone = [turn for turn in differ if turn in known.prints] + list(known.prints.keys() - wanted.keys())
    come = [turn for turn in differ if wanted[turn]]
    changed = set[int]().union(*(known.prints[turn] for turn in gone), *(wanted[turn] for turn in come))
    if changed:
        with transaction.atomic():
            # Until the check is done, no other process may rely on what it knows.
            Interview.objects.filter(pk=interview.pk).update(check_key="")
            ArchivePrint.objects.filter(turn__in=gone).delete()
            # Another check of the same interview may write the same ones at this moment.
            ArchivePrint.objects.bulk_create(
                [
                    ArchivePrint(turn_id=turn, number=number)
                    for turn in come
                    for number in sorted(wanted[turn])
                ],
                ignore_conflicts=True,
            )
    known.prints = wanted
    return changed


def _stamp(interview: Interview) -> dict[str, Any]:
    """What is other whenever an earlier interview was changed, checked, renamed, or is gone."""
    return Interview.objects.filter(pk__lt=interview.pk).aggregate(
        many=Count("pk"), last=Max("changed_at"), versions=Sum("version"), checked=Sum("checked_version")
    )


def _holders(known: Archived, numbers: Collection[int]) -> dict[int, list[int]]:
    """Which turns of other interviews have these prints.

    They are asked for by their numbers, some at a time: of a query for all that an interview has PostgreSQL
    makes a join without an index as long as it has no statistics of the tables, which takes minutes.
    """
    age = Window(RowNumber(), partition_by=F("number"), order_by=F("turn").asc())
    wanted = sorted(numbers)
    oldest: list[tuple[int, int]] = []
    for first in range(0, len(wanted), PRINTS_ASKED):
        some = ArchivePrint.objects.filter(number__in=wanted[first : first + PRINTS_ASKED])
        oldest += some.annotate(age=age).filter(age__lte=HOLDERS_READ).values_list("number", "turn_id")
    own = set(known.turns.values())
    holders: dict[int, list[int]] = defaultdict(list)
    for number, turn in oldest:
        if turn not in own:
            holders[number].append(turn)
    return dict(holders)


def _look_up(interview: Interview, known: Archived) -> Pairs:
    """For each other interview worth reading the pairs of an own turn and a turn there."""
    # A join in the query of the holders would be made for every holder, thousands for an intro.
    all_holders = Counter(there for turns in known.holders.values() for there in turns)
    near = [there for there, _ in all_holders.most_common(TURNS_READ)]
    earlier = Turn.objects.filter(pk__in=near, interview__lt=interview.pk)
    interviews = dict(earlier.values_list("pk", "interview_id"))
    shared: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)  # (own turn, interview): turns there
    weight: Counter[int] = Counter()
    for turn, numbers in known.prints.items():
        for number in numbers & known.holders.keys():
            for there in known.holders[number]:
                if there in interviews:
                    shared[turn, interviews[there]][there] += 1
                    weight[interviews[there]] += 1
    others: dict[int, list[int]] = defaultdict(list)
    for turn, other in shared:
        others[turn].append(other)
    # Of many that have an intro, the ones that share other turns as well: one interview explains them all.
    chosen = {
        other
        for found in others.values()
        for other in sorted(found, key=lambda one: (-weight[one], one))[:OTHERS_OF_A_TURN]
    }
    pairs: Pairs = defaultdict(list)
    for other in sorted(chosen, key=lambda one: (-weight[one], one))[:INTERVIEWS_READ]:
        for turn, found in others.items():
            if other in found:
                counted = shared[turn, other]
                pairs[other].append((turn, min(counted, key=lambda there: (-counted[there], there))))
    return pairs


def _read(pairs: Mapping[int, Iterable[tuple[int, int]]], keys: Mapping[int, str]) -> tuple[Elsewhere, ...]:
    """The words of the turns that were found, with the numbers that people count them by."""
    if not pairs:
        return ()
    said = (
        Turn.objects.in_place()
        .filter(interview__in=pairs, part=pure.Part.DIALOGUE.value)
        .values_list("interview_id", "interview__title", "pk", "text")
    )
    numbers: Counter[int] = Counter()
    known = {}
    for other, title, pk, text in said:
        numbers[other] += 1
        known[pk] = (other, title, numbers[other], text)
    return tuple(
        Elsewhere(keys[turn], *known[there])
        for found in pairs.values()
        for turn, there in found
        if there in known
    )
