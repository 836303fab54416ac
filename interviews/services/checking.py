"""An interview is checked, and its flags follow what was found. Decisions stick."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from secrets import token_hex

from django.conf import settings
from django.db import transaction

from interviews.detectors.archive import ArchiveDuplicate
from interviews.detectors.base import Finding, fingerprint
from interviews.detectors.configuring import Configuration
from interviews.detectors.house_rules import HouseRuleDetector
from interviews.detectors.incidents import Incident
from interviews.detectors.registry import detectors, signature
from interviews.models import EditRecord, Flag, Interview
from interviews.models.flag import passage_to_data
from interviews.services.archiving import elsewhere
from interviews.services.following import follow
from interviews.services.remembering import Remembered, remembered
from interviews.services.ruling import rules_in_force
from interviews.services.storing import lock
from interviews.transcript.turns import Transcript

TRIES = 5  # somebody else's change between reading and writing means looking again

_WRITTEN = [
    "turn",
    "start",
    "severity",
    "confidence",
    "fingerprint",
    "title",
    "reason",
    "evidence",
    "passages",
    "related",
    "quote",
    "fixes",
    "state",
    "has_parts",
    "head",
    "house_rule",
]

_COLUMNS = {"turn": "turn_id", "head": "head_id", "house_rule": "house_rule_id"}


def check_interview(interview: Interview) -> None:
    """Look at the whole interview and bring its flags up to date.

    The looking is done outside the transaction, so nobody waits for it. What is no longer found counts as
    fixed by the edit that touched it since the last check, so that undoing the edit opens the flag again.
    """
    with remembered(interview.pk) as known:
        for _ in range(TRIES):
            if _check(interview, known):
                return


def _check(interview: Interview, known: Remembered) -> bool:
    """Check the interview as it stands now; False where somebody changed something meanwhile."""
    interview.refresh_from_db()
    transcript = interview.transcript(heard=True)
    rules, weights = rules_in_force(), settings.DETECTORS
    by = signature(weights)
    archive = elsewhere(interview=interview, transcript=transcript, known=known.archived)
    found = known.checker.check(
        transcript,
        (*detectors(), *map(HouseRuleDetector, rules), ArchiveDuplicate(archive)),
        configuration=Configuration(weights=weights),
    )
    key = token_hex(16)
    with transaction.atomic():
        locked = lock(interview.pk)
        if locked.version != interview.version or rules_in_force() != rules:
            return False
        rows = known.archived.turns
        left = _reconcile(locked, transcript, found, rows, {one.id: int(one.id) for one in rules})
        done = list(locked.records.since(locked.checked_version)) if left and locked.checked_version else []
        # Looked at anew because the rules are others: what is gone was taken away by no edit.
        _end([flag for flag in left if flag.is_open], done if locked.checked_by == by else [])
        follow([flag for flag in left if flag.is_settled], transcript, done, rows)
        checked = {"checked_version": locked.version, "checked_by": by, "check_key": key}
        Interview.objects.filter(pk=interview.pk).update(**checked)
    for name, value in checked.items():
        setattr(interview, name, value)
    known.archived.key = key
    return True


def _reconcile(
    interview: Interview,
    transcript: Transcript,
    found: Sequence[Incident],
    rows: Mapping[str, int],
    house_rules: Mapping[str, int],
) -> list[Flag]:
    """Match findings to flags by what they are about; create and refresh flags accordingly.

    ``rows`` maps the keys of the interview's turns to their rows. Gives the flags that nothing is found for.
    """
    known = _Known(interview.flags.all(), {pk: key for key, pk in rows.items()})
    flags: list[tuple[Flag, Flag | None]] = []  # a flag and its head
    were: dict[int, tuple[object, ...]] = {}  # how each looked, so that only what changed is written
    all_findings = [finding for incident in found for finding in (incident.head, *incident.parts)]
    about = {id(finding): fingerprint(transcript, finding) for finding in all_findings}
    matched = known.match(all_findings, about)

    for incident in found:
        head: Flag | None = None
        for finding in (incident.head, *incident.parts):
            flag = matched.get(id(finding)) or Flag(interview=interview)
            were[id(flag)] = _looks(flag)
            flag.fingerprint = about[id(finding)]
            _fill(flag, transcript, finding)
            flag.house_rule_id = house_rules.get(finding.rule)
            flag.turn_id = rows[finding.passages[0].turn]
            flag.has_parts = finding is incident.head and bool(incident.parts)
            flags.append((flag, head))
            head = head or flag

    Flag.objects.bulk_create([flag for flag, _ in flags if flag.pk is None])
    for flag, head in flags:
        flag.head = head
    changed = [flag for flag, _ in flags if _looks(flag) != were[id(flag)]]
    Flag.objects.bulk_update(changed, _WRITTEN, batch_size=200)
    return known.left()


def _fill(flag: Flag, transcript: Transcript, finding: Finding) -> None:
    first = finding.passages[0]
    flag.kind = finding.kind.value
    flag.family = finding.kind.family.value
    flag.severity = finding.weight.value
    flag.confidence = finding.confidence
    flag.start = first.span.start
    flag.title = finding.title[:300]
    flag.reason = finding.reason
    flag.evidence = list(finding.evidence)
    flag.passages = [passage_to_data(passage, transcript) for passage in finding.passages]
    flag.related = [passage_to_data(passage, transcript) for passage in finding.related]
    flag.quote = " … ".join(transcript.words(passage) for passage in finding.passages)[:2000]
    flag.fixes = [fix.to_data() for fix in finding.fixes]
    if all(transcript[passage.turn].aside for passage in finding.passages):
        if flag.state == Flag.State.OPEN:
            flag.state = Flag.State.FIXED
            flag.note = flag.note or "Set aside when the file was read."
    elif flag.state in (Flag.State.FIXED, Flag.State.GONE):
        flag.state = Flag.State.OPEN  # the fault stands in the text again


def _looks(flag: Flag) -> tuple[object, ...]:
    return tuple(getattr(flag, _COLUMNS.get(name, name)) for name in _WRITTEN)


class _Known:
    """The flags of before, given out one finding each: same words first, then the same place."""

    def __init__(self, flags: Iterable[Flag], keys: Mapping[int, str]) -> None:
        self._keys = keys
        self._by_words: dict[str, list[Flag]] = defaultdict(list)
        self._by_place: dict[tuple[str, str], list[Flag]] = defaultdict(list)
        self._free: dict[int, Flag] = {}
        for flag in flags:
            self._by_words[flag.fingerprint].append(flag)
            self._by_place[flag.kind, keys[flag.turn_id]].append(flag)
            self._free[flag.pk] = flag

    def match(self, findings: Sequence[Finding], about: Mapping[int, str]) -> dict[int, Flag]:
        """From the id of a finding object to its flag; ``about`` has the fingerprint of each."""
        matched: dict[int, Flag] = {}
        for finding in findings:
            first = finding.passages[0]
            same = [flag for flag in self._by_words[about[id(finding)]] if flag.pk in self._free]
            if same:
                nearest = min(
                    same,
                    key=lambda flag: (
                        self._keys[flag.turn_id] != first.turn,
                        flag.state == Flag.State.GONE,
                        abs(flag.start - first.span.start),
                    ),
                )
                matched[id(finding)] = self._free.pop(nearest.pk)
        for finding in findings:
            # The words were touched and the fault is still there: the same open flag goes on.
            if id(finding) in matched:
                continue
            place = self._by_place[finding.kind.value, finding.passages[0].turn]
            still_open = [flag for flag in place if flag.pk in self._free and flag.is_open]
            if still_open:
                matched[id(finding)] = self._free.pop(still_open[0].pk)
        return matched

    def left(self) -> list[Flag]:
        return list(self._free.values())


def _end(ended: Sequence[Flag], done: Sequence[EditRecord]) -> None:
    """What is no longer found: fixed by the edit that took it away, or simply gone."""
    for flag in ended:
        keys = {passage.turn for passage in (*flag.own_passages, *flag.related_passages)}
        cause = next((record for record in done if record.turns & keys), None)
        if cause is not None and cause.undoes_id is None:
            flag.state, flag.settled_by_id, flag.settled_at = Flag.State.FIXED, cause.author_id, cause.made_at
            flag.note = cause.label
            cause.settlements.append([flag.pk, Flag.State.OPEN.value, Flag.State.FIXED.value])
        else:
            flag.state = Flag.State.GONE
        flag.head = None
        flag.has_parts = False
    Flag.objects.bulk_update(ended, ["state", "settled_by", "settled_at", "note", "head", "has_parts"])
    EditRecord.objects.bulk_update(done, ["settlements"])
