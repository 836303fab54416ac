"""How detection does in this newsroom: what was found, and what editors made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from django.conf import settings
from django.db.models import Count, Q

from interviews.detectors.configuring import OFF, WEIGHTS
from interviews.detectors.kinds import KINDS, Kind, Severity
from interviews.models import Flag, HouseRule

# Precision first: an editor who meets three false alarms stops looking. With forty decisions a rate is known
# to within 0.15 (half of a 95 % interval at a rate of a half); with fewer, luck would demote sound rules.
LEAST_DECISIONS = 40
LEAST_ACCEPTANCE = 0.5

_COUNTED = {
    # A decision has its time; what was set aside already when the file was read was settled by nobody.
    "fixed": Count("pk", filter=Q(state=Flag.State.FIXED, settled_at__isnull=False)),
    "dismissed": Count("pk", filter=Q(state=Flag.State.DISMISSED)),
    "gone": Count("pk", filter=Q(state=Flag.State.GONE) | Q(state=Flag.State.FIXED, settled_at=None)),
    "open": Count("pk", filter=Q(state=Flag.State.OPEN)),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """Flags counted by what became of them."""

    fixed: int = 0
    dismissed: int = 0
    gone: int = 0
    open: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Tally)))

    @property
    def found(self) -> int:
        return self.fixed + self.dismissed + self.gone + self.open

    @property
    def decisions(self) -> int:
        return self.fixed + self.dismissed

    @property
    def acceptance(self) -> float | None:
        """The share of decisions that were fixes; None before the first."""
        return self.fixed / self.decisions if self.decisions else None

    @property
    def percent(self) -> int | None:
        """Acceptance as people read it; rounded down, so that what looks like a half is one."""
        return 100 * self.fixed // self.decisions if self.decisions else None


@dataclass(frozen=True, slots=True)
class Line:
    """One kind or one house rule, with how much it weighs now (None: switched off) and its tally.

    ``id`` is the kind, or the number of the rule.
    """

    id: str
    name: str
    severity: Severity | None
    tally: Tally
    rule: HouseRule | None = None

    @property
    def suggestion(self) -> str:
        """A sentence where editors dismiss more than they fix; else empty. Nowhere else is this decided."""
        rate = self.tally.acceptance
        enough = self.tally.decisions >= LEAST_DECISIONS
        if self.severity is None or rate is None or rate >= LEAST_ACCEPTANCE or not enough:
            return ""
        step = "switching it off" if self.severity is Severity.NOTICE else "lowering it to notice"
        return (
            f"“{self.name}” was no problem in {self.tally.dismissed} of {self.tally.decisions} decisions; "
            f"we suggest {step}."
        )


@dataclass(frozen=True, slots=True)
class Statistics:
    """A line for each kind, in the order of the vocabulary, and one for each house rule, by name."""

    kinds: tuple[Line, ...]
    rules: tuple[Line, ...]

    @property
    def total(self) -> Tally:
        return sum((line.tally for line in self.kinds), Tally())

    @property
    def suggestions(self) -> list[str]:
        return [line.suggestion for line in (*self.kinds, *self.rules) if line.suggestion]


def statistics() -> Statistics:
    """All flags counted: two queries, however many there are."""
    rows = Flag.objects.order_by().values("kind", "house_rule").annotate(**_COUNTED)
    counted = [
        (kind, rule, Tally(*counts))
        for kind, rule, *counts in rows.values_list("kind", "house_rule", *_COUNTED)
    ]
    # A plug-in's or a retired detector's kinds have flags and no entry in the vocabulary.
    kinds = dict.fromkeys([*(kind.value for kind in KINDS), *sorted(kind for kind, _, _ in counted)])
    return Statistics(
        kinds=tuple(
            Line(
                name,
                KINDS[Kind(name)].label if name in KINDS else name,
                _weight(name),
                _sum(tally for kind, _, tally in counted if kind == name),
            )
            for name in kinds
        ),
        rules=tuple(
            Line(
                str(rule.pk),
                rule.name,
                Severity(rule.severity) if rule.enabled else None,
                _sum(tally for _, pk, tally in counted if pk == rule.pk),
                rule,
            )
            for rule in HouseRule.objects.select_related("made_by")
        ),
    )


def _sum(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


def _weight(kind: str) -> Severity | None:
    default = KINDS[Kind(kind)].severity if kind in KINDS else Severity.NOTICE
    weight = settings.DETECTORS.get(kind, default)
    if weight == OFF:
        return None
    return Severity(weight) if weight in WEIGHTS else default
