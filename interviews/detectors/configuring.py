"""What a newsroom wants looked for, and how much it weighs there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from interviews.detectors.base import Detector, Finding
from interviews.detectors.kinds import KINDS, Severity
from interviews.detectors.plugins import PlugIn, plug_ins

OFF = "off"
WEIGHTS = (OFF, *(severity.value for severity in reversed(Severity)))


@dataclass(frozen=True)
class Configuration:
    """Names are those of kinds and of plug-ins; a name that nothing has changes nothing.

    ``only``: nothing else is looked for, unless it is empty. ``skip``: not looked for. ``weights``: a name's
    severity instead of its kind's default, or "off". A plug-in's own name goes before that of its kind.
    """

    only: frozenset[str] = frozenset()
    skip: frozenset[str] = frozenset()
    weights: Mapping[str, str] = field(default_factory=dict)

    def wants(self, detector: Detector) -> bool:
        """Whether this detector is asked at all."""
        names = _names(detector)
        if self.only and self.only.isdisjoint(names):
            return False
        return self.skip.isdisjoint(names) and self._weight(detector) != OFF

    def weighed(self, detector: Detector, finding: Finding) -> Finding:
        """The finding as heavy as this newsroom takes it.

        What its detector holds to be lighter than others of its kind never becomes heavier than that.
        """
        weight = self._weight(detector) if self.weights else None
        if weight is None or weight not in WEIGHTS or weight == OFF:
            return finding
        severity = Severity(weight)
        if finding.weight.rank > finding.kind.info.severity.rank:
            severity = max(severity, finding.weight, key=lambda one: one.rank)
        return replace(finding, severity=severity)

    def _weight(self, detector: Detector) -> str | None:
        return next((self.weights[name] for name in _names(detector) if name in self.weights), None)


EVERYTHING = Configuration()


def unknown_names(names: Iterable[str]) -> list[str]:
    """A sentence for each name that neither a kind nor a plug-in has, with the nearest that there is."""
    known = [*(kind.value for kind in KINDS), *(plug_in.name for plug_in in plug_ins().loaded)]
    return [_unknown(name, known) for name in names if name not in known]


def unknown_weights(weights: Mapping[str, object]) -> list[str]:
    """A sentence for each weight that is neither a severity nor "off"."""
    return [
        f"“{name}” can be {', '.join(WEIGHTS[:-1])} or {WEIGHTS[-1]}, not “{weight}”."
        for name, weight in weights.items()
        if weight not in WEIGHTS
    ]


def _unknown(name: str, known: list[str]) -> str:
    near = get_close_matches(name.lower().replace("-", "_"), known, n=1)
    return f"There is no kind “{name}”." + (f" Did you mean “{near[0]}”?" if near else "")


def _names(detector: Detector) -> tuple[str, ...]:
    kind = detector.kind.value
    return (detector.name, kind) if isinstance(detector, PlugIn) else (kind,)
