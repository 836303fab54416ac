"""The one way in: a transcript is checked by every detector that fits its language."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Detector, Finding
from interviews.detectors.configuring import EVERYTHING, Configuration
from interviews.detectors.incidents import Incident, incidents
from interviews.detectors.keeping.kept import Kept
from interviews.detectors.recognised import Recognised
from interviews.detectors.registry import detectors as all_detectors
from interviews.transcript.turns import Transcript


class Checker:
    """Checks one version of a transcript after the other, and looks again only at what an edit can affect.

    It always finds what a check from nothing finds. It is for one thread at a time. With ``for_once`` it
    keeps less in memory, and each of its checks is one from nothing.
    """

    def __init__(self, *, for_once: bool = False) -> None:
        self._for_once = for_once
        self._kept = Kept(for_once=for_once)

    def findings(
        self,
        transcript: Transcript,
        detectors: Iterable[Detector] | None = None,
        *,
        configuration: Configuration = EVERYTHING,
    ) -> tuple[Finding, ...]:
        """See ``findings``."""
        # Whatever goes wrong half-way, the next check begins from nothing.
        kept, self._kept = self._kept, Kept(for_once=self._for_once)
        with _undisturbed():
            found = list(_found(transcript, kept, detectors, configuration))
            found.sort(key=lambda finding: _place(transcript, finding))
            if not self._for_once:
                self._kept = kept
            del kept  # before the collector is let in again, and goes over all of it
        return tuple(found)

    def check(
        self,
        transcript: Transcript,
        detectors: Iterable[Detector] | None = None,
        *,
        configuration: Configuration = EVERYTHING,
    ) -> tuple[Incident, ...]:
        """See ``check``."""
        return incidents(transcript, self.findings(transcript, detectors, configuration=configuration))


def findings(
    transcript: Transcript,
    detectors: Iterable[Detector] | None = None,
    *,
    configuration: Configuration = EVERYTHING,
) -> tuple[Finding, ...]:
    """Everything found, in the order of the text; at one place in the order of the detectors.

    By default all of the registry are asked, plug-ins too.
    """
    return Checker(for_once=True).findings(transcript, detectors, configuration=configuration)


def check(
    transcript: Transcript,
    detectors: Iterable[Detector] | None = None,
    *,
    configuration: Configuration = EVERYTHING,
) -> tuple[Incident, ...]:
    """Everything found, related findings together."""
    return Checker(for_once=True).check(transcript, detectors, configuration=configuration)


def _found(
    transcript: Transcript, kept: Kept, detectors: Iterable[Detector] | None, configuration: Configuration
) -> Iterator[Finding]:
    analysis, recognised = Analysis(transcript, kept), Recognised(transcript)
    for detector in all_detectors() if detectors is None else detectors:
        speaks_it = not detector.languages or analysis.language in detector.languages
        if speaks_it and configuration.wants(detector):
            for finding in detector.find(analysis):
                yield configuration.weighed(detector, recognised.sharpened(finding))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the collector of cycles: a check makes none, and each search for them goes over all there is.

    They were a twelfth of the time of 10,000 turns. With threads the first to end lets it run again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _place(transcript: Transcript, finding: Finding) -> tuple[int, int]:
    first = finding.passages[0]
    return transcript.place(first.turn), first.span.start
