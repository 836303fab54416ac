"""A sentence of one turn that stands in another turn too: it was moved, and its old place was not deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.sentences import without
from interviews.detectors.shape.copies import LONG_SENTENCE
from interviews.detectors.shape.innocent import is_sponsor_read
from interviews.text.sentences import sentences
from interviews.text.words import folded_words
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Span

# "Number one, a device that …": who reads out a list to choose from reads it out again.
_QUOTES = frozenset('"“”«»„')
_ITEM = frozenset("number option question item answer choice clue statement headline".split())


@dataclass(frozen=True)
class SentenceElsewhere:
    """A sentence of twelve or more words that one speaker says word for word in two turns.

    Whoever cuts an interview moves sentences, and forgets the old place; a clip is dropped twice. In 1.8
    million words one such sentence is innocent, beside teasers: an item of a quiz that is read out again.

    First fix: the later one is taken out.
    Let pass: a teaser at the start, what is read out in quotes, a sponsor, a refrain (the third time), a seam
    of two chunks, two turns that take leave, and what stands in turns that are copies themselves.
    """

    kind = Kind.DUPLICATE_SENTENCE
    languages: frozenset[str] = frozenset()
    sure: float = 0.85

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        found: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        for earlier, later in self._pairs(analysis):
            one, two = (analysis.dialogue[place].text for place in (earlier, later))
            for said in _long_sentences(one).keys() & _long_sentences(two).keys():
                found.setdefault(said, []).append((earlier, later))
        twice = [(pairs[0][1], pairs[0][0], said) for said, pairs in found.items() if len(pairs) == 1]
        for later, earlier, said in sorted(twice):
            yield self._finding(analysis, earlier, later, said)

    def _pairs(self, analysis: Analysis) -> Iterator[tuple[int, int]]:
        teasers = analysis.duplicates.teaser_turns
        for earlier, later in analysis.copies.with_a_sentence:
            one, two = analysis.dialogue[earlier], analysis.dialogue[later]
            if one.speaker is None or one.speaker != two.speaker or earlier < teasers:
                continue
            if {earlier, later} & (analysis.copied | analysis.loop_rows.places | analysis.overlaps.rolling):
                continue
            if {earlier, later} <= analysis.leave_taking.endings:
                continue
            if later - earlier > 1 or later not in analysis.overlaps.exact:
                yield earlier, later

    def _finding(self, analysis: Analysis, earlier: int, later: int, said: tuple[str, ...]) -> Finding:
        one, two = analysis.dialogue[earlier], analysis.dialogue[later]
        first, second = _long_sentences(one.text)[said], _long_sentences(two.text)[said]
        where, again = analysis.transcript.where(one.key), analysis.transcript.where(two.key)
        return Finding(
            self.kind,
            (two.passage(second.start, second.end),),
            title=f"A sentence of {where} stands again in {again}",
            reason=f"{analysis.headline(two.key)} has a sentence of {where}, word for word: it may have been "
            "moved and left where it was.",
            confidence=self.sure,
            related=(one.passage(first.start, first.end),),
            evidence=(f"{len(said)} words are the same.",),
            fixes=tuple(
                Fix(f"Take it out of {name}", (SetText(turn.key, turn.text, without(turn.text, span)),))
                for name, turn, span in ((again, two, second), (where, one, first))
            ),
        )


@lru_cache(maxsize=1024)  # every check compares the same turns
def _long_sentences(text: str) -> dict[tuple[str, ...], Span]:
    """The sentences of a text that nobody says again by chance, by their folded words."""
    found = {}
    for span in sentences(text):
        said = folded_words(span.of(text))
        if len(said) < LONG_SENTENCE or said[0] in _ITEM:
            continue
        if not _QUOTES.intersection(span.of(text)) and not is_sponsor_read(said):
            found[said] = span
    return found
