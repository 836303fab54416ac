"""The interview closes, goes on, and closes again: text was continued past its end."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind, Severity
from interviews.detectors.shape.acts import LANGUAGES, Act
from interviews.detectors.shape.parting import Closing
from interviews.transcript.edits import SetAside

_REASON = "closing said twice"


@dataclass(frozen=True)
class RepeatedClosing:
    """A turn that ends the interview after another one has ended it, with an exchange between them.

    Or after two who took leave of each other in two short turns, in whatever words, and both talked on.

    First fix: the first closing, and the reply to it, are set aside; in an incident also the fragment that
    dangles after it.
    Let pass: thanks for an answer, thanks at the start, thanks before a break, leave taken over several turns
    in a row, and the farewell of one guest of several.
    """

    kind = Kind.REPEATED_CLOSING
    languages = LANGUAGES
    certain: float = 0.8  # below, the two share acts but hardly a word: it is a warning

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for closing in analysis.leave_taking.closings:
            yield self._finding(analysis, closing)

    def _finding(self, analysis: Analysis, closing: Closing) -> Finding:
        transcript = analysis.transcript
        earlier, later = closing.earlier.turn, closing.later.turn
        first, second = transcript.where(earlier.key), transcript.where(later.key)
        one, two = transcript.number(earlier.key), transcript.number(later.key)
        acts = closing.earlier.acts & closing.later.acts
        reply = " and the reply" if closing.replies else ""
        edits = (earlier.key, *(ending.turn.key for ending in closing.replies))
        return Finding(
            self.kind,
            (later.passage(),),
            title=f"The interview closes twice, at turns {one} and {two}",
            reason=f"{analysis.headline(earlier.key)} closes the interview. "
            f"It goes on for {two - one - 1} more turns, and {second} closes it again.",
            confidence=closing.sure,
            severity=None if closing.sure >= self.certain else Severity.WARNING,
            related=(earlier.passage(),),
            evidence=(f"Each of them {_listed(acts)}.",) if acts else (),
            fixes=(
                Fix(
                    f"Remove the first closing, {first}{reply}",
                    tuple(SetAside(key, _REASON) for key in edits),
                ),
                Fix(f"Remove the second closing, {second}", (SetAside(later.key, _REASON),)),
            ),
        )


def _listed(acts: Collection[Act]) -> str:
    """What both closings do, as the end of a sentence; plain thanks are not told beside thanks for coming."""
    told = [act for act in Act if act in acts and not (act is Act.PLAIN_THANKS and Act.THANKING in acts)]
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
