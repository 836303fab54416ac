"""The detectors, in the order in which their findings are shown at one place."""

from __future__ import annotations

from interviews.detectors.base import Detector
from interviews.detectors.closings import RepeatedClosing
from interviews.detectors.questions import RepeatedQuestion

DETECTORS: tuple[Detector, ...] = (
    RepeatedClosing(),
    RepeatedQuestion(),
)
