"""What a detector is and what it says: one small protocol, and the finding that it yields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Protocol

from interviews.detectors.analysis import Analysis
from interviews.detectors.kinds import Kind, Severity
from interviews.text.folding import fold
from interviews.transcript.codec import edit_from_data, edit_to_data
from interviews.transcript.edits import Edit
from interviews.transcript.spans import Passage
from interviews.transcript.turns import Transcript


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to settle a finding: what the key will do, in the words of its button, and the edits.

    ``keeps`` names kinds of related findings that this fix decides to leave as they are.
    """

    label: str
    edits: tuple[Edit, ...]
    keeps: frozenset[Kind] = frozenset()

    def to_data(self) -> dict[str, Any]:
        return {
            "label": self.label,
            "edits": [edit_to_data(edit) for edit in self.edits],
            "keeps": sorted(self.keeps),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Fix:
        return cls(
            data["label"],
            tuple(edit_from_data(edit) for edit in data["edits"]),
            frozenset(Kind(kind) for kind in data["keeps"]),
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a detector found.

    ``passages`` are the finding's own, in order, at least one; of two copies the later one.
    ``related`` are what they are compared with, such as the earlier copy. ``title`` is the headline
    of its card; ``reason`` says in plain words why. ``evidence`` holds measured facts, a sentence
    each. ``confidence`` runs from 0 to 1 and is calibrated on the development corpus. The first fix
    is the one that Enter takes. ``rule`` tells findings of one kind apart by what asked for them, such
    as one of several house rules; it is empty where the kind says it all.
    """

    kind: Kind
    passages: tuple[Passage, ...]
    title: str
    reason: str
    confidence: float
    fixes: tuple[Fix, ...] = ()
    related: tuple[Passage, ...] = ()
    evidence: tuple[str, ...] = ()
    severity: Severity | None = None  # None: the default of the kind
    rule: str = ""

    @property
    def weight(self) -> Severity:
        return self.severity or self.kind.info.severity


class Detector(Protocol):
    """Looks for one kind of passage. Pure: the same analysis gives the same findings, in order.

    ``languages`` are the base languages (BCP 47) on which the rules rest; empty for any.
    """

    @property
    def kind(self) -> Kind: ...

    @property
    def languages(self) -> frozenset[str]: ...

    def find(self, analysis: Analysis) -> Iterator[Finding]: ...


def fingerprint(transcript: Transcript, finding: Finding) -> str:
    """What makes a finding the same finding later: its kind, its rule and the words that it is about.

    Positions, speakers, case, punctuation and spacing do not count, so moving or splitting elsewhere,
    renaming and importing again keep it; other words change it. 32 hexadecimal digits.
    """
    # A lower-case start is about case, and a bad quote about punctuation: fold would hide the change.
    words = tuple(transcript.words(passage) for passage in (*finding.passages, *finding.related))
    about = f"{finding.kind.value} {finding.rule}" if finding.rule else finding.kind.value
    return _fingerprint(about, words, folded=finding.kind.family == "duplicate")


@lru_cache(maxsize=4096)  # after an edit nearly all findings are those of before
def _fingerprint(about: str, words: tuple[str, ...], *, folded: bool) -> str:
    if folded:
        words = tuple(fold(text) for text in words)
    told = "\x1f".join((about, *(" ".join(text.split()) for text in words)))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
