"""Small words too many, missing or misheard, so that the grammar breaks: "to support for the offensive"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind, Severity
from interviews.detectors.wording.clashes import Clash, clashes
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

# Words that are noun and verb: the noun takes the preposition, the verb takes its object without it
# (“support for the offensive”, “to support the offensive”). “To support for the offensive” mixes the two.
_MIXED = (
    "support for|demand for|request for|desire for|attack on|influence on|damage to|access to|visit to|"
    "approach to|review of|control of|discuss about|contact with"
)
_TO_VERB = re.compile(
    rf"to (?P<verb>{_MIXED}) (?P<object>the|our|their|his|her|its|my|your|this|these|those) (?P<noun>\w+)"
)
_WORD_BEFORE = re.compile(r"([\w’'-]+),?\s+$")
# Behind these "to" is a preposition and a noun may follow: "thanks to support for the plan".
_TAKES_TO = frozenset(
    "thanks due addition access opposed comes came come down leads led contributing contributed "
    "attributed compared according owing committed commitment relates related back next up prior "
    "similar respect regard regards subject return returned turned turning turn amounts amounted key "
    "answer response reaction approach limited led open devoted dedicated switch switched went goes go "
    "moved move from linked tied given gives point pointed points refers referring refer resort added "
    "adding adds close closer not and or also essential equal used exposed".split()
)
# "to demand for the first time": what follows is a time or a manner and no object.
_NO_OBJECT = frozenset(
    "first second third last next same most moment time sake purpose purposes rest whole duration day "
    "days week weeks month months year years future past side ground way spot basis other benefit".split()
)


@dataclass(frozen=True)
class BrokenGrammar:
    """Small words that clash ("the them", "would of", "trying find"); "to support for the offensive".

    First fix: the words that were meant, where only one thing can be; the preposition is taken out.
    Let pass: restarts, also those of recognisers that hear no speakers; words that are spoken of, and what
    clashes twice; dialect; "thanks to support for …",
    where "to" is a preposition, and a time behind it: "to demand for the first time".
    """

    kind = Kind.GARBLED_WORDS
    languages = frozenset({"en"})

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for turn, matches in analysis.each(_mixed):
            for match in matches:
                yield self._finding(analysis, turn, match)
        found = analysis.each(clashes)
        # Whoever says it twice means it: "The should is relative".
        times = Counter(clash.span.of(turn.text).lower() for turn, clashing in found for clash in clashing)
        places = analysis.turns.places
        for turn, clashing in found:
            if places.get(turn.key) in analysis.copied:
                continue
            for clash in clashing:
                once = times[clash.span.of(turn.text).lower()] == 1
                if clash.meant or (once and analysis.style.labelled):
                    yield self._clash(analysis, turn, clash)

    def _clash(self, analysis: Analysis, turn: Turn, clash: Clash) -> Finding:
        shown = clash.span.of(turn.text)
        after = turn.text[: clash.span.start] + clash.meant + turn.text[clash.span.end :]
        return Finding(
            self.kind,
            (Passage(turn.key, clash.span),),
            title=f"{analysis.headline(turn.key)}: “{shown}”",
            reason=f"“{shown}”: {clash.why}.",
            confidence=0.6,  # an estimate: none was planted; the 11 in clean text are slips
            fixes=(Fix(f"Write “{clash.meant}”", (SetText(turn.key, turn.text, after),)),)
            if clash.meant
            else (),
            severity=Severity.NOTICE,
        )

    def _finding(self, analysis: Analysis, turn: Turn, match: re.Match[str]) -> Finding:
        verb, small = match["verb"].split()
        end = match.end("verb")
        after = turn.text[: end - len(small) - 1] + turn.text[end:]
        return Finding(
            self.kind,
            (Passage(turn.key, Span(match.start(), end)),),
            title=f"{analysis.headline(turn.key)}: “to {verb} {small}”",
            reason=f"One can “{verb} something” or speak of “{verb} {small} something”, "
            f"but “to {verb} {small} {match['object']} {match['noun']}” mixes the two.",
            confidence=0.7,
            fixes=(Fix(f"Write “to {verb} {match['object']}”", (SetText(turn.key, turn.text, after),)),),
            severity=Severity.NOTICE,
        )


def _mixed(text: str) -> list[re.Match[str]]:
    found = []
    for match in _TO_VERB.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
        if before and before[1].lower() not in _TAKES_TO and match["noun"].lower() not in _NO_OBJECT:
            found.append(match)
    return found
