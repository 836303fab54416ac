"""What the archive knows of an interview's words: fingerprints are kept with each check, and looked up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from django.db import transaction
from django.db.models import Count, F, Window
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


def elsewhere(*, interview: Interview, transcript: pure.Transcript) -> tuple[Elsewhere, ...]:
    """The turns of earlier interviews that share words with this one's longer turns, drafts included.

    Brings the interview's own prints up to date first. Three queries, and two more where there is something
    to read. Which interview is earlier is a matter of import: of two copies the later one is the copy.
    """
    rows = dict(interview.turns.values_list("key", "pk"))
    own = _keep_prints(interview, transcript, rows)
    found = _look_up(interview, own) if own else {}
    return _read(found, {pk: key for key, pk in rows.items()})


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


def _keep_prints(
    interview: Interview, transcript: pure.Transcript, rows: Mapping[str, int]
) -> dict[int, set[int]]:
    """Write what differs, and give back which turns have which print."""
    wanted = {
        (rows[turn.key], number)
        for turn in transcript.dialogue
        if count_words(turn.text) >= LEAST
        for number in fingerprints(turn.text)
    }
    stored = set(ArchivePrint.objects.filter(turn__interview=interview).values_list("turn_id", "number"))
    gone = {turn for turn, _ in stored - wanted}
    missing = {one for one in wanted if one not in stored or one[0] in gone}
    if gone or missing:
        with transaction.atomic():
            ArchivePrint.objects.filter(turn__in=gone).delete()
            # Another check of the same interview may write the same ones at this moment.
            ArchivePrint.objects.bulk_create(
                [ArchivePrint(turn_id=turn, number=number) for turn, number in sorted(missing)],
                ignore_conflicts=True,
            )
    own: dict[int, set[int]] = defaultdict(set)
    for turn, number in wanted:
        own[number].add(turn)
    return own


def _look_up(interview: Interview, own: Mapping[int, Collection[int]]) -> dict[int, list[tuple[int, int]]]:
    """For each other interview worth reading the pairs of an own turn and a turn there (rows)."""
    asked = ArchivePrint.objects.filter(turn__interview=interview).values("number")
    age = Window(RowNumber(), partition_by=F("number"), order_by=F("turn").asc())
    oldest = ArchivePrint.objects.filter(number__in=asked).annotate(age=age).filter(age__lte=HOLDERS_READ)
    rows = [row for row in oldest.values_list("number", "turn_id") if row[1] not in own.get(row[0], ())]
    if not rows:
        return {}
    # A join in the query above would be made for every holder, thousands for an intro.
    near = [there for there, _ in Counter(there for _, there in rows).most_common(TURNS_READ)]
    earlier = Turn.objects.filter(pk__in=near, interview__lt=interview.pk)
    interviews = dict(earlier.values_list("pk", "interview_id"))
    shared: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)  # (own turn, interview): turns there
    weight: Counter[int] = Counter()
    for number, there in rows:
        if there in interviews:
            for turn in own.get(number, ()):
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
    pairs: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for other in sorted(chosen, key=lambda one: (-weight[one], one))[:INTERVIEWS_READ]:
        for turn, found in others.items():
            if other in found:
                counted = shared[turn, other]
                pairs[other].append((turn, min(counted, key=lambda there: (-counted[there], there))))
    return pairs


def _read(pairs: Mapping[int, list[tuple[int, int]]], keys: Mapping[int, str]) -> tuple[Elsewhere, ...]:
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
