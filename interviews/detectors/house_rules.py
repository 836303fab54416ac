"""What a newsroom itself wants looked at: a rule that an editor wrote, with its pattern and its message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind, Severity
from interviews.text.patterns import Hit, Pattern, read_pattern
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Passage
from interviews.transcript.turns import Turn

# A fix holds its turn before and after: in a turn of megabytes a hundred fixes would be gigabytes.
LONGEST_WITH_FIX = 50_000  # code points of a turn
LONGEST_WITH_ALL = 1_000_000  # code points of all turns that one fix is about
# A rule that fits more places than this in one interview describes how it is written: one flag for all.
MOST_FLAGS = 100
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
    """Looks for what one house rule describes, in all turns that stand, background included.

    Where that is in too many places, one finding stands for all.
    """

    rule: HouseRule

    kind = Kind.HOUSE_RULE
    languages = frozenset[str]()

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        hits = analysis.each(_hits, self.rule)
        if sum(len(found) for _, found in hits) > MOST_FLAGS:
            yield self._one_for_all(hits)
            return
        for turn, found in hits:
            for hit in found:
                reason = f"The house rule “{self.rule.name}” asks to look at “{_short(hit.words)}”."
                label = f"Replace with “{_short(self.rule.instead(hit))}”"
                yield self._finding(turn, hit, reason, self._fixes([(turn, (hit,))], label))

    def _one_for_all(self, hits: Sequence[tuple[Turn, Sequence[Hit]]]) -> Finding:
        turn, (first, *_) = hits[0]
        count = sum(len(found) for _, found in hits)
        reason = (
            f"The house rule “{self.rule.name}” asks to look at {count} places in {len(hits)} turns, "
            f"of which this is the first: too many to be settled one by one."
        )
        return self._finding(turn, first, reason, self._fixes(hits, f"Replace all {count}"))

    def _finding(self, turn: Turn, hit: Hit, reason: str, fixes: tuple[Fix, ...]) -> Finding:
        return Finding(
            self.kind,
            (Passage(turn.key, hit.span),),
            title=self.rule.message,
            reason=reason,
            confidence=1.0,  # that it stands there; whether it matters the editor says
            fixes=fixes,
            severity=self.rule.severity,
            rule=self.rule.id,
        )

    def _fixes(self, hits: Sequence[tuple[Turn, Sequence[Hit]]], label: str) -> tuple[Fix, ...]:
        """The replacement in all these places, where the rule has one for each."""
        size = sum(len(turn.text) for turn, _ in hits)
        fits = size <= (LONGEST_WITH_FIX if len(hits) == 1 else LONGEST_WITH_ALL)
        if not fits or not all(self.rule.instead(hit) for _, found in hits for hit in found):
            return ()
        edits = tuple(SetText(turn.key, turn.text, self._replaced(turn.text, found)) for turn, found in hits)
        return (Fix(label, edits),)

    def _replaced(self, text: str, hits: Sequence[Hit]) -> str:
        for hit in reversed(hits):
            text = text[: hit.span.start] + self.rule.instead(hit) + text[hit.span.end :]
        return text


def _hits(text: str, rule: HouseRule) -> tuple[Hit, ...]:
    return tuple(rule.hits(text))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
