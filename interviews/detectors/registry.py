"""The detectors, in the order in which their findings are shown at one place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import blake2b

from interviews.detectors.base import Detector
from interviews.detectors.captions import RollingCaptions
from interviews.detectors.casing import LowerCaseStart
from interviews.detectors.closings import RepeatedClosing
from interviews.detectors.dictated import DictatedMarks
from interviews.detectors.doubled import DoubledPhrase
from interviews.detectors.duplicate_blocks import ColdOpen, DuplicateBlock
from interviews.detectors.duplicate_turns import ExactDuplicateTurn, NearDuplicateTurn
from interviews.detectors.echoes import EchoedTurn
from interviews.detectors.encoding import Mojibake
from interviews.detectors.fragments import OrphanFragment, TruncatedTurn
from interviews.detectors.garbled import GarbledWords
from interviews.detectors.garbled_elsewhere import GarbledElsewhere
from interviews.detectors.grammar import BrokenGrammar
from interviews.detectors.loops import AsrLoop
from interviews.detectors.metadata import MisplacedMetadata
from interviews.detectors.phantoms import PhantomPhrase
from interviews.detectors.plugins import plug_ins
from interviews.detectors.questions import RepeatedQuestion
from interviews.detectors.quotes import MismatchedMarks
from interviews.detectors.seams import WindowOverlap
from interviews.detectors.sentences import DuplicateSentence
from interviews.detectors.sentences_elsewhere import SentenceElsewhere
from interviews.detectors.speakers import MissingSpeaker, SpeakerDrift
from interviews.detectors.times import TimeFault

# Raised with every change of the rules that finds something else than before: what was checked by other rules
# is checked again. Thresholds that are fields of a detector tell it by themselves.
VERSION = 6

DETECTORS: tuple[Detector, ...] = (
    RepeatedClosing(),
    DuplicateBlock(),
    RollingCaptions(),
    AsrLoop(),
    ExactDuplicateTurn(),
    NearDuplicateTurn(),
    EchoedTurn(),
    DuplicateSentence(),
    SentenceElsewhere(),
    WindowOverlap(),
    RepeatedQuestion(),
    DoubledPhrase(),
    ColdOpen(),
    OrphanFragment(),
    MissingSpeaker(),
    TruncatedTurn(),
    PhantomPhrase(),
    Mojibake(),
    MisplacedMetadata(),
    SpeakerDrift(),
    GarbledWords(),
    GarbledElsewhere(),
    BrokenGrammar(),
    DictatedMarks(),
    MismatchedMarks(),
    LowerCaseStart(),
    TimeFault(),
)


def detectors() -> tuple[Detector, ...]:
    """Those above, then what plug-ins bring."""
    return (*DETECTORS, *plug_ins().loaded)


def signature(weights: Mapping[str, str]) -> str:
    """What decides what a check finds, the house rules aside: the rules, the plug-ins, a newsroom's weights.

    32 hexadecimal digits.
    """
    names = [plug_in.name for plug_in in plug_ins().loaded]
    told = f"{_rules()} {names} {sorted(weights.items())}"
    return blake2b(told.encode(), digest_size=16).hexdigest()


@cache
def _rules() -> str:
    return f"{VERSION} {DETECTORS}"
