"""The interview closes, goes on, and closes again: text was continued past its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind, Severity
from interviews.detectors.leave_taking import Closing
from interviews.transcript.edits import SetAside

_REASON = "closing said twice"


@dataclass(frozen=True)
class RepeatedClosing:
    """A turn that ends the interview after another one has ended it, with an exchange between them.

    First fix: the first closing, and the reply to it, are set aside; in an incident also the fragment that
    dangles after it.
    Let pass: thanks for an answer, thanks at the start, thanks before a break, leave taken over several turns
    in a row, and the farewell of one guest of several.
    """

    kind = Kind.REPEATED_CLOSING
    languages = frozenset({"en"})
    certain: float = 0.8  # below, the two share acts but hardly a word: it is a warning

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for closing in analysis.leave_taking.closings:
            yield self._finding(analysis, closing)

    def _finding(self, analysis: Analysis, closing: Closing) -> Finding:
        transcript = analysis.transcript
        earlier, later = closing.earlier.turn, closing.later.turn
        first, second = transcript.where(earlier.key), transcript.where(later.key)
        one, two = transcript.numbers[earlier.key], transcript.numbers[later.key]
        acts = sorted(closing.earlier.acts & closing.later.acts)
        reply = " and the reply" if closing.replies else ""
        edits = (earlier.key, *(ending.turn.key for ending in closing.replies))
        return Finding(
            self.kind,
            (later.passage(),),
            title=f"The interview closes twice, at turns {one} and {two}",
            reason=f"{analysis.headline(earlier.key)} closes the interview. "
            f"{two - one - 1} more turns follow, and {second} closes it again.",
            confidence=closing.sure,
            severity=None if closing.sure >= self.certain else Severity.WARNING,
            related=(earlier.passage(),),
            evidence=tuple(f"Each of the two {act}." for act in acts),
            fixes=(
                Fix(
                    f"Remove the first closing, {first}{reply}",
                    tuple(SetAside(key, _REASON) for key in edits),
                ),
                Fix(f"Remove the second closing, {second}", (SetAside(later.key, _REASON),)),
            ),
        )
