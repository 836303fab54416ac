"""The same line under two speakers: one microphone heard both, or a label went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.duplicates import quoted
from interviews.detectors.kinds import Kind
from interviews.detectors.structure import asks
from interviews.transcript.edits import SetAside


@dataclass(frozen=True)
class EchoedTurn:
    """A line of five or more words that stands under two speakers within a few turns.

    Who asks back ("Chicken soup for the soul?") or reads out in quotes repeats on purpose.

    First fix: the later turn is set aside.
    Let pass: who asks back, who reads out in quotes, and short lines ("Thank you." "Thank you.").
    """

    kind = Kind.ECHOED_TURN
    languages: frozenset[str] = frozenset()
    alike: float = 0.9

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for pair in analysis.duplicates.echoes:
            earlier, later = analysis.dialogue[pair.earlier], analysis.dialogue[pair.later]
            if pair.alike < self.alike or quoted(later.text) or quoted(earlier.text):
                continue
            if asks(later.text) or asks(earlier.text):
                continue
            first, second = analysis.transcript.where(earlier.key), analysis.transcript.where(later.key)
            yield Finding(
                self.kind,
                (later.passage(),),
                title=f"{analysis.headline(later.key)} says the words of {first} under another name",
                reason=f"{earlier.speaker} and {later.speaker} say the same line within "
                f"{pair.later - pair.earlier + 1} turns: a label may be wrong, or one microphone heard both.",
                confidence=0.8,
                related=(earlier.passage(),),
                evidence=(f"{round(pair.alike * 100)} per cent of the words are the same.",),
                fixes=(
                    Fix(f"Set {second} aside", (SetAside(later.key, "said twice"),)),
                    Fix(f"Set {first} aside", (SetAside(earlier.key, "said twice"),)),
                ),
            )
