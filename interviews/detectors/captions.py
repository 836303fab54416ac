"""Rolling captions: each line starts with the line before, as live captions are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.shape.overlaps import Roll
from interviews.detectors.wording.grown import grown_lines
from interviews.transcript.edits import Edit, SetAside, SetText
from interviews.transcript.spans import Span


@dataclass(frozen=True)
class RollingCaptions:
    """Each of several turns in a row starts with the one before. One finding for the run.

    Four turns with four words and more in common, as a scrolling caption shows them; or three of one speaker
    each of which is all of the one before and more, as one caption grows ("And what did", "And what did they
    say"), or three lines of one turn. A list said in full each time ("one", "one, two", "one, two, three")
    begins shorter.

    First fix: each turn keeps only what the next one does not repeat.
    Let pass: lists said in full each time.
    """

    kind = Kind.ROLLING_CAPTIONS
    languages: frozenset[str] = frozenset()

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for roll in analysis.overlaps.rolls:
            turns = analysis.dialogue[roll.start : roll.end]
            number = analysis.transcript.number
            first, last = number(turns[0].key), number(turns[-1].key)
            twice = sum(analysis.overlaps.at(place).length for place in range(roll.start + 1, roll.end))
            total = sum(len(analysis.copies.folded[place]) for place in range(roll.start, roll.end))
            yield Finding(
                self.kind,
                tuple(turn.passage() for turn in turns),
                title=f"Turns {first}–{last} are rolling captions",
                reason="Each of them starts with words of the one before, as scrolling captions do.",
                confidence=0.95,
                evidence=(f"{twice} of {total} words stand a second time.",),
                fixes=(Fix("Keep every word once", tuple(self._once(analysis, roll))),),
            )
        for turn, spans in analysis.each_said(_grown):
            for span in spans:
                once = turn.text[: span.start] + turn.text[span.end :]
                yield Finding(
                    self.kind,
                    (turn.passage(span.start, span.end),),
                    title=f"{analysis.headline(turn.key)} holds rolling captions",
                    reason="Each line starts with all of the line before, as a caption grows.",
                    confidence=0.95,
                    fixes=(Fix("Keep every word once", (SetText(turn.key, turn.text, once),)),),
                )

    def _once(self, analysis: Analysis, roll: Roll) -> Iterator[Edit]:
        """Each turn without what the next one repeats: set aside where that is all of it."""
        for place in range(roll.start, roll.end - 1):
            turn, overlap = analysis.dialogue[place], analysis.overlaps.at(place + 1)
            said = analysis.words(turn)
            if overlap.before == len(said):
                yield SetAside(turn.key, "repeated in the next caption")
            else:
                kept = turn.text[: said[-overlap.before].start].rstrip()
                yield SetText(turn.key, turn.text, kept)


def _grown(text: str) -> tuple[Span, ...] | None:
    return tuple(grown_lines(text)) or None
