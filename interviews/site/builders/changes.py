"""The page that tells every change since the source, word by word and grouped by reason.

How much of it readers get is the newsroom's choice (CHANGES_PUBLIC): all of it, how many changes there are of
each sort, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from interviews.differences import diff_html
from interviews.models.publication import Publication
from interviews.site.artefacts import Planned, Site
from interviews.site.changing import DONE, EXPLAINED, HEADINGS, place, reason
from interviews.site.pages import Page
from interviews.text.grouping import Group, by_looks
from interviews.transcript.changes import Sort


@dataclass(frozen=True, slots=True)
class Changed:
    """One turn that is not as it came in."""

    where: str
    speaker: str
    said: str
    reason: str
    html: SafeString

    @property
    def place(self) -> str:
        """Where it is, and whose turn that is."""
        where = capfirst(self.where)
        return f"{where}, {self.speaker}" if self.speaker else where


@dataclass(frozen=True, slots=True)
class Reason:
    """All changes for one reason; ``count`` of them, though readers may not be shown which."""

    group: Group
    count: int
    changes: tuple[Changed, ...]

    @property
    def heading(self) -> str:
        return str(HEADINGS[self.group])

    @property
    def explained(self) -> str:
        return str(EXPLAINED[self.group])


def build(site: Site, publication: Publication) -> Iterator[Planned]:
    """Nothing where the newsroom keeps its changes to itself."""
    shown = settings.CHANGES_PUBLIC
    if shown == "none":
        return

    def render() -> bytes:
        reasons = grouped(as_read(publication), word_by_word=shown == "all")
        return site.html("public/changes.html", {"page": Page.of(publication), "reasons": reasons})

    made_of = f"{publication.identity} {shown}"
    yield Planned(reverse("interviews:changes", args=[publication.slug]), made_of, render)


def as_read(publication: Publication) -> list[dict[str, Any]]:
    """The changes with the names that readers read on the page instead of the labels behind them."""
    text = publication.text
    told = []
    for change in publication.changes:
        named = {"speaker": text.called(change["speaker"])}
        if change["sort"] == Sort.SPEAKER:
            before, after = text.called(change["before"]), text.called(change["after"])
            if before != after:  # two labels of one person are told apart as they are
                named |= {"before": before, "after": after}
        told.append({**change, **named})
    return told


def grouped(changes: list[dict[str, Any]], *, word_by_word: bool) -> list[Reason]:
    """The changes by reason, in the order of the groups."""
    order = list(Group)
    by_group = sorted(changes, key=lambda change: order.index(_group(change)))
    reasons = []
    for group, together in groupby(by_group, key=_group):
        found = list(together)
        told = tuple(_told(change, group) for change in found) if word_by_word else ()
        reasons.append(Reason(group, len(found), told))
    return reasons


def _group(change: dict[str, Any]) -> Group:
    known = change.get("group")  # what was published before there were groups has none
    return Group(known) if known else by_looks(Sort(change["sort"]), change["before"], change["after"])


def _told(change: dict[str, Any], group: Group) -> Changed:
    # The reason is written for the desk; of what stood twice the group says all that readers need.
    why = "" if group is Group.DUPLICATE else reason(change["reason"])
    html = diff_html(change["before"], change["after"])
    return Changed(place(change["where"]), change["speaker"], str(DONE[Sort(change["sort"])]), why, html)
