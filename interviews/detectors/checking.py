"""The one way in: a transcript is checked by every detector that fits its language."""

from __future__ import annotations

from collections.abc import Iterable

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Detector, Finding
from interviews.detectors.configuring import EVERYTHING, Configuration
from interviews.detectors.incidents import Incident, incidents
from interviews.detectors.registry import detectors as all_detectors
from interviews.transcript.turns import Transcript


def findings(
    transcript: Transcript,
    detectors: Iterable[Detector] | None = None,
    *,
    configuration: Configuration = EVERYTHING,
) -> tuple[Finding, ...]:
    """Everything found, in the order of the text; at one place in the order of the detectors.

    By default all of the registry are asked, plug-ins too.
    """
    analysis = Analysis(transcript)
    found = [
        configuration.weighed(detector, finding)
        for detector in (all_detectors() if detectors is None else detectors)
        if not detector.languages or analysis.language in detector.languages
        if configuration.wants(detector)
        for finding in detector.find(analysis)
    ]
    found.sort(key=lambda finding: _place(transcript, finding))
    return tuple(found)


def check(
    transcript: Transcript,
    detectors: Iterable[Detector] | None = None,
    *,
    configuration: Configuration = EVERYTHING,
) -> tuple[Incident, ...]:
    """Everything found, related findings together."""
    return incidents(transcript, findings(transcript, detectors, configuration=configuration))


def _place(transcript: Transcript, finding: Finding) -> tuple[int, int]:
    first = finding.passages[0]
    return transcript.place(first.turn), first.span.start
