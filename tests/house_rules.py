"""A house rule for tests, and what it finds in an interview."""

from __future__ import annotations

from django.contrib.auth.models import User

from interviews.models import Flag, HouseRule, Interview
from interviews.services.checking import check_interview
from interviews.services.ruling import make_rule, switch_rule

BRIDGES = {
    "name": "Bridges",
    "pattern": r"bridge(s?)",
    "whole_words": True,
    "case_sensitive": False,
    "message": "We write “crossing”",
    "replacement": r"crossing\1",
    "severity": "notice",
}


def a_rule(*, on: bool = True, by: User | None = None, **values: object) -> HouseRule:
    """A house rule made as an editor makes one."""
    alice = by or User.objects.get_or_create(username="rita")[0]
    rule = make_rule(values={**BRIDGES, **values}, by=alice)
    return switch_rule(rule=rule, on=True, seen_version=1, by=alice) if on else rule


def checked(interview: Interview) -> Interview:
    """The interview as it is once somebody has opened it."""
    interview.refresh_from_db()
    if interview.needs_check:
        check_interview(interview)
    return interview


def of_rule(interview: Interview) -> list[Flag]:
    return list(checked(interview).flags.filter(kind="house_rule"))
