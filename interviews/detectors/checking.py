"""The one way in: a transcript is checked by every detector that fits its language."""

from __future__ import annotations

from collections.abc import Iterable

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Detector, Finding
from interviews.detectors.incidents import Incident, incidents
from interviews.detectors.registry import DETECTORS
from interviews.transcript.turns import Transcript


def findings(transcript: Transcript, detectors: Iterable[Detector] = DETECTORS) -> tuple[Finding, ...]:
    """Everything found, in the order of the text; at one place in the order of the registry."""
    analysis = Analysis(transcript)
    found = [
        finding
        for detector in detectors
        if not detector.languages or analysis.language in detector.languages
        for finding in detector.find(analysis)
    ]
    found.sort(key=lambda finding: _place(transcript, finding))
    return tuple(found)


def check(transcript: Transcript) -> tuple[Incident, ...]:
    """Everything found, related findings together."""
    return incidents(transcript, findings(transcript))


def _place(transcript: Transcript, finding: Finding) -> tuple[int, int]:
    first = finding.passages[0]
    return transcript.place(first.turn), first.span.start
