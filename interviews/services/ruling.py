"""Editors write house rules, see what they would find, and switch them on and off."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from interviews.detectors.house_rules import HouseRule as PureRule
from interviews.models import HouseRule, Interview, Turn
from interviews.models.interview import InterviewQuerySet
from interviews.services.errors import StaleRule
from interviews.text.patterns import BadPattern, BadReplacement, Hit

WRITTEN = ("name", "pattern", "whole_words", "case_sensitive", "message", "replacement", "severity")
_FINDING = ("pattern", "whole_words", "case_sensitive")  # what decides where a rule fits

# A trial is looked at while somebody waits: a million words of archive take less than a second.
SECONDS = 3.0
SHOWN = 50  # hits with their context
_AROUND = 60  # code points of context on either side

logger = logging.getLogger(__name__)


def rules_in_force() -> tuple[PureRule, ...]:
    """The enabled house rules. One that cannot be read any more is left out and told of in the log."""
    rules = []
    for rule in HouseRule.objects.enabled():
        try:
            rules.append(rule.pure())
        except (BadPattern, BadReplacement) as bad:
            logger.warning("The house rule “%s” is left out. %s", rule.name, bad)
    return tuple(rules)


def make_rule(*, values: Mapping[str, Any], by: User) -> HouseRule:
    """A new rule, switched off until somebody has seen what it finds."""
    known = {name: values[name] for name in WRITTEN}
    return HouseRule.objects.create(**known, made_by=by, changed_by=by)


def change_rule(*, rule: HouseRule, values: Mapping[str, Any], seen_version: int, by: User) -> HouseRule:
    """Write a rule anew; where it fits elsewhere than before, it is off until its hits were seen again.

    Raises StaleRule when somebody else changed it in between; nothing is written then.
    """
    known = {name: values[name] for name in WRITTEN}
    with transaction.atomic():
        before = HouseRule.objects.select_for_update().get(pk=rule.pk)
        if any(getattr(before, name) != known[name] for name in _FINDING):
            known["enabled"] = False
        rule = _write(before, known, seen_version, by)
        if before.enabled:
            _have_drafts_checked_again()
        return rule


def switch_rule(*, rule: HouseRule, on: bool, seen_version: int, by: User) -> HouseRule:
    """Check interviews by this rule, or no longer; its flags that were settled stay.

    Raises StaleRule when it is not the rule that was seen.
    """
    with transaction.atomic():
        rule = _write(rule, {"enabled": on}, seen_version, by)
        _have_drafts_checked_again()
        return rule


def _write(rule: HouseRule, values: Mapping[str, Any], seen_version: int, by: User) -> HouseRule:
    written = HouseRule.objects.filter(pk=rule.pk, version=seen_version).update(
        **values, version=F("version") + 1, changed_by=by, changed_at=timezone.now()
    )
    rule = HouseRule.objects.get(pk=rule.pk)
    if not written:
        raise StaleRule(rule)
    return rule


def _have_drafts_checked_again() -> None:
    """Each is, as soon as it is opened. What readers have already is not reopened by a new rule."""
    Interview.objects.exclude(status=Interview.Status.PUBLISHED).update(checked_version=0)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place in the archive where a rule fits, with the words around it."""

    interview: int
    title: str
    turn: str
    before: str
    hit: Hit
    instead: str
    after: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule finds in the archive: the first hits, and how many there are.

    ``searched`` of ``archive`` interviews were looked through, the newest first, before time was up.
    """

    shown: tuple[Sighting, ...]
    hits: int
    interviews: int
    searched: int
    archive: int

    @property
    def is_whole(self) -> bool:
        return self.searched == self.archive


def try_rule(*, rule: PureRule, among: InterviewQuerySet, seconds: float = SECONDS) -> Trial:
    """Look for a rule's hits in what stands of these interviews, the newest first, for so long at most.

    Reads the archive once and keeps no more of it than what is shown.
    """
    titles = dict(among.values_list("pk", "title"))
    rows = (
        Turn.objects.in_place()
        .filter(interview__in=among.order_by().values("pk"), aside="")
        .order_by("-interview_id", "position")
        .values_list("interview_id", "key", "text")
    )
    until = monotonic() + seconds
    shown: list[Sighting] = []
    found: Counter[int] = Counter()
    begun: set[int] = set()
    in_time = True
    for interview, key, text in rows.iterator(chunk_size=2000):
        if monotonic() > until:
            in_time = False
            break
        begun.add(interview)
        for hit in rule.hits(text):
            found[interview] += 1
            if len(shown) < SHOWN:
                shown.append(_sighting(rule, interview, titles.get(interview, ""), key, text, hit))
    searched = len(titles) if in_time else max(0, len(begun) - 1)
    return Trial(tuple(shown), found.total(), len(found), searched, len(titles))


def _sighting(rule: PureRule, interview: int, title: str, key: str, text: str, hit: Hit) -> Sighting:
    start, end = hit.span.start, hit.span.end
    before, after = text[:start], text[end:]
    if len(before) > _AROUND:
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]} …"
    return Sighting(interview, title, key, before, hit, rule.instead(hit), after)
