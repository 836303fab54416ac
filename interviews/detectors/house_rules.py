"""What a newsroom itself wants looked at: a rule that an editor wrote, with its pattern and its message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind, Severity
from interviews.text.patterns import Hit, Pattern, read_pattern
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Passage
from interviews.transcript.turns import Turn

# A fix holds its turn before and after: in a turn of megabytes a hundred fixes would be gigabytes.
LONGEST_WITH_FIX = 50_000  # code points
_SHOWN = 80  # code points of words in a sentence


@dataclass(frozen=True)
class HouseRule:
    """A pattern, what to tell the editor where it fits, and what may stand there instead, if anything.

    ``id`` tells rules apart for as long as there are decisions on what they found.
    """

    id: str
    name: str
    pattern: str
    message: str
    severity: Severity = Severity.NOTICE
    replacement: str = ""
    case_sensitive: bool = False
    whole_words: bool = True

    def __post_init__(self) -> None:
        """Raises BadPattern or BadReplacement, each with a sentence for whoever wrote the rule."""
        self._pattern.check_replacement(self.replacement)

    @property
    def _pattern(self) -> Pattern:
        return read_pattern(self.pattern, case_sensitive=self.case_sensitive, whole_words=self.whole_words)

    def hits(self, text: str) -> Iterator[Hit]:
        """Where the rule fits; not where its replacement stands already."""
        for hit in self._pattern.hits(text):
            if not self.replacement or self.instead(hit) != hit.words:
                yield hit

    def instead(self, hit: Hit) -> str:
        """What may stand in the place of a hit; empty where the rule has no replacement.

        Unless capitals matter to the rule, it begins as the hit does: a sentence goes on starting with one.
        """
        written = hit.expanded(self.replacement)
        if not self.case_sensitive and hit.words[:1].isupper():
            return written[:1].upper() + written[1:]
        return written


@dataclass(frozen=True)
class HouseRuleDetector:
    """Looks for what one house rule describes, in all turns that stand, background included."""

    rule: HouseRule

    kind = Kind.HOUSE_RULE
    languages = frozenset[str]()

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for turn in analysis.standing:
            for hit in self.rule.hits(turn.text):
                yield Finding(
                    self.kind,
                    (Passage(turn.key, hit.span),),
                    title=self.rule.message,
                    reason=f"The house rule “{self.rule.name}” asks to look at “{_short(hit.words)}”.",
                    confidence=1.0,  # that it stands there; whether it matters the editor says
                    fixes=tuple(self._fixes(turn, hit)),
                    severity=self.rule.severity,
                    rule=self.rule.id,
                )

    def _fixes(self, turn: Turn, hit: Hit) -> Iterator[Fix]:
        instead = self.rule.instead(hit)
        if instead and len(turn.text) <= LONGEST_WITH_FIX:
            text = turn.text[: hit.span.start] + instead + turn.text[hit.span.end :]
            yield Fix(f"Replace with “{_short(instead)}”", (SetText(turn.key, turn.text, text),))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
