"""Detectors that other packages bring, found by the entry point group ``newsroom.detectors``.

A plug-in is a detector, or a class that makes one without arguments. It reports existing kinds:
``house_rule`` is the one for what only this newsroom minds. Its entry point's name is its id, by which it
is switched off or weighed. Whatever a plug-in does wrong is told in a sentence, and the check goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Detector, Finding
from interviews.detectors.kinds import KINDS, Kind
from interviews.transcript.spans import Passage
from interviews.transcript.turns import Transcript

GROUP = "newsroom.detectors"

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class PlugIn:
    """A detector from elsewhere, kept from breaking a check. Its findings bear its name as their rule."""

    name: str
    detector: Detector

    @property
    def kind(self) -> Kind:
        return self.detector.kind

    @property
    def languages(self) -> frozenset[str]:
        return self.detector.languages

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        """What the plug-in finds; nothing of it, and a line in the log, where it fails or makes no sense."""
        try:
            found = tuple(self.detector.find(analysis))
            for finding in found:
                _sound(analysis.transcript, finding)
        except Exception as error:
            _warn(_sentence(self.name, f"failed while it looked: {_told(error)}"))
            return
        for finding in found:
            yield replace(finding, rule=" ".join(("plug-in", self.name, finding.rule)).rstrip())


@dataclass(frozen=True, slots=True)
class PlugIns:
    """What could be loaded, in the order of names, and a sentence for each that could not."""

    loaded: tuple[PlugIn, ...] = ()
    broken: tuple[str, ...] = ()


@cache
def plug_ins() -> PlugIns:
    """Those that are installed, loaded once in a process."""
    return load(entry_points(group=GROUP))


def load(points: Iterable[EntryPoint]) -> PlugIns:
    """The detectors behind entry points. Raises nothing: what is broken is told."""
    loaded: dict[str, PlugIn] = {}
    broken = []
    for point in sorted(points, key=lambda point: point.name):
        try:
            if point.name in loaded:
                raise TypeError("another one has the same name")
            loaded[point.name] = PlugIn(point.name, _detector(point))
        except Exception as error:
            broken.append(_sentence(point.name, f"cannot be used: {_told(error)}"))
    return PlugIns(tuple(loaded.values()), tuple(broken))


def _detector(point: EntryPoint) -> Detector:
    if point.name in KINDS:
        raise TypeError("its name is that of a kind")
    made: Any = point.load()
    if isinstance(made, type):
        made = made()
    if not isinstance(getattr(made, "kind", None), Kind):
        raise TypeError("its “kind” must be a Kind")
    if not isinstance(getattr(made, "languages", None), frozenset):
        raise TypeError("its “languages” must be a frozenset of language tags, empty for any")
    if not callable(getattr(made, "find", None)):
        raise TypeError("it must have a method “find”")
    detector: Detector = made
    return detector


def _sound(transcript: Transcript, finding: Finding) -> None:
    """Raises TypeError or ValueError for what is no finding about this transcript."""
    if not isinstance(finding, Finding) or not isinstance(finding.kind, Kind):
        raise TypeError("what it found is not a Finding with a Kind")
    if not finding.passages:
        raise ValueError("a finding names no passage")
    for passage in (*finding.passages, *finding.related):
        if not _stands(transcript, passage):
            raise ValueError(f"there is no {passage}")
    if not 0 <= finding.confidence <= 1:
        raise ValueError(f"a confidence runs from 0 to 1, not to {finding.confidence}")


def _stands(transcript: Transcript, passage: Passage) -> bool:
    return passage.turn in transcript and passage.span.end <= len(transcript[passage.turn].text)


@lru_cache(maxsize=256)  # once is enough where a thousand transcripts are checked
def _warn(sentence: str) -> None:
    logger.warning("%s", sentence)


def _sentence(name: str, what: str) -> str:
    return f"The plug-in “{name}” {what}."


def _told(error: Exception) -> str:
    return f"{str(error).rstrip('.') or 'no reason given'} ({type(error).__name__})"
