"""Findings that belong together: one incident, shown as one card with its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interviews.detectors.base import Finding
from interviews.transcript.turns import Transcript


@dataclass(frozen=True, slots=True)
class Incident:
    """A head and its parts. The head's fixes settle the whole; each part has fixes of its own."""

    head: Finding
    parts: tuple[Finding, ...] = ()


def incidents(transcript: Transcript, findings: Sequence[Finding]) -> tuple[Incident, ...]:
    """The findings grouped; each is in exactly one incident."""
    return tuple(Incident(finding) for finding in findings)
