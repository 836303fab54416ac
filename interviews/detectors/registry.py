"""The detectors, in the order in which their findings are shown at one place."""

from __future__ import annotations

from interviews.detectors.base import Detector
from interviews.detectors.casing import LowerCaseStart
from interviews.detectors.closings import RepeatedClosing
from interviews.detectors.encoding import Mojibake
from interviews.detectors.fragments import OrphanFragment, TruncatedTurn
from interviews.detectors.grammar import BrokenGrammar
from interviews.detectors.metadata import MisplacedMetadata
from interviews.detectors.questions import RepeatedQuestion
from interviews.detectors.quotes import MismatchedMarks
from interviews.detectors.speakers import MissingSpeaker, SpeakerDrift

DETECTORS: tuple[Detector, ...] = (
    RepeatedClosing(),
    RepeatedQuestion(),
    OrphanFragment(),
    MissingSpeaker(),
    TruncatedTurn(),
    Mojibake(),
    MisplacedMetadata(),
    SpeakerDrift(),
    BrokenGrammar(),
    MismatchedMarks(),
    LowerCaseStart(),
)
