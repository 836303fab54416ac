"""Several turns that stand twice in order, and the teaser at the start that is meant to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.shape.copies import Run
from interviews.transcript.edits import SetAside
from interviews.transcript.spans import Passage


@dataclass(frozen=True)
class DuplicateBlock:
    """Two or more consecutive turns recur in order: pasted or emitted twice. One finding for the block.

    Of the last one a beginning of three words is enough: what was pasted may end within a turn.

    First fix: the later block is set aside.
    Let pass: a cold open, a sponsor read, courtesies, one turn over and over (a loop), and a leave taken
    twice (a repeated closing).
    """

    kind = Kind.DUPLICATE_BLOCK
    languages: frozenset[str] = frozenset()

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for run in analysis.duplicates.blocks:
            first, second = _earlier(analysis, run), _later(analysis, run)
            one, two = _stretch(analysis, first), _stretch(analysis, second)
            exact = run.alike > 0.995
            yield Finding(
                self.kind,
                second,
                title=f"{two} repeat {one[0].lower()}{one[1:]}" + ("" if exact else " with small changes"),
                reason=f"{run.length} turns in a row stand a second time in the same order"
                + (", word for word." if exact else ", with small changes."),
                confidence=0.98 if run.length > 2 or run.alike > 0.9 else 0.9,
                related=first,
                evidence=() if exact else (f"{round(run.alike * 100)} per cent of the words are the same.",),
                fixes=(
                    _aside(f"Set {two[0].lower()}{two[1:]} aside", second),
                    _aside(f"Set {one[0].lower()}{one[1:]} aside", first),
                ),
            )


@dataclass(frozen=True)
class ColdOpen:
    """A teaser before the interview begins quotes a later passage.

    First fix: both are kept.
    Let pass: what is quoted only a few turns later: that is a copy.
    """

    kind = Kind.COLD_OPEN
    languages: frozenset[str] = frozenset()

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for run in analysis.duplicates.teasers:
            first, second = _earlier(analysis, run), _later(analysis, run)
            one, two = _stretch(analysis, first), _stretch(analysis, second)
            yield Finding(
                self.kind,
                second,
                title=f"{one} {'quotes' if run.length == 1 else 'quote'} {two[0].lower()}{two[1:]}",
                reason="What stands before the beginning is said again well inside, as a teaser is.",
                confidence=0.8,
                related=first,
                evidence=(f"{round(run.alike * 100)} per cent of the words are the same.",),
                fixes=(Fix("Keep both", ()), _aside(f"Set {one[0].lower()}{one[1:]} aside", first)),
            )


def _earlier(analysis: Analysis, run: Run) -> tuple[Passage, ...]:
    """The earlier copy; of copies that overlap, only what stands before the later one begins."""
    length = min(run.length, run.later - run.earlier)
    return tuple(turn.passage() for turn in analysis.dialogue[run.earlier : run.earlier + length])


def _later(analysis: Analysis, run: Run) -> tuple[Passage, ...]:
    return tuple(turn.passage() for turn in analysis.dialogue[run.later : run.later + run.length])


def _stretch(analysis: Analysis, passages: tuple[Passage, ...]) -> str:
    if len(passages) == 1:
        return analysis.headline(passages[0].turn)
    number = analysis.transcript.number
    return f"Turns {number(passages[0].turn)}–{number(passages[-1].turn)}"


def _aside(label: str, passages: tuple[Passage, ...]) -> Fix:
    return Fix(label, tuple(SetAside(passage.turn, "said twice") for passage in passages))
