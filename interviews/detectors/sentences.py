"""A sentence that stands twice within one turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Span
from interviews.transcript.turns import Turn


@dataclass(frozen=True)
class DuplicateSentence:
    """A sentence of six or more words twice within one turn, word for word.

    Right behind each other is a fault from six words on. With other sentences between, a speaker may well
    come back to a short refrain, so it has to be longer.
    """

    kind = Kind.DUPLICATE_SENTENCE
    languages: frozenset[str] = frozenset()
    shortest: int = 6
    shortest_apart: int = 6
    refrain: int = 2  # copies; a sentence that stands more often is a refrain or a loop

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for turn in analysis.dialogue:
            if len(turn.text) < 40:
                continue
            spans = analysis.sentences(turn)
            if len(spans) > 1:
                yield from self._in_turn(analysis, turn, spans)

    def _in_turn(self, analysis: Analysis, turn: Turn, spans: tuple[Span, ...]) -> Iterator[Finding]:
        words = iter(analysis.words(turn))
        word = next(words, None)
        seen: dict[tuple[str, ...], list[int]] = {}
        for number, span in enumerate(spans):
            folded = []
            while word is not None and word.start < span.end:
                folded.append(word.folded)
                word = next(words, None)
            if len(folded) >= self.shortest:
                seen.setdefault(tuple(folded), []).append(number)
        for folded_words, numbers in seen.items():
            if len(numbers) == self.refrain:
                yield self._finding(analysis, turn, spans, numbers, len(folded_words))

    def _finding(
        self, analysis: Analysis, turn: Turn, spans: tuple[Span, ...], numbers: list[int], words: int
    ) -> Finding:
        first, second = spans[numbers[0]], spans[numbers[1]]
        between = numbers[1] - numbers[0] - 1
        where = analysis.transcript.where(turn.key)
        return Finding(
            self.kind,
            (turn.passage(second.start, second.end),),
            title=f"A sentence stands twice in {where}",
            reason="The same sentence stands twice in a row."
            if not between
            else f"The same sentence stands again after {between} other {'sentence' if between == 1 else 'sentences'}.",
            confidence=0.95 if not between else 0.85,
            related=(turn.passage(first.start, first.end),),
            evidence=(f"All {words} words are the same.",),
            fixes=(
                Fix("Take the second one out", (SetText(turn.key, turn.text, without(turn.text, second)),)),
                Fix("Take the first one out", (SetText(turn.key, turn.text, without(turn.text, first)),)),
            ),
        )


def without(text: str, span: Span) -> str:
    """The text without a stretch, and without the white space that would be left over."""
    head, tail = text[: span.start], text[span.end :]
    if not tail.strip():
        return head.rstrip() + tail[len(tail.rstrip()) :]
    if not head.strip():
        return tail.lstrip()
    return head + tail.lstrip() if head[-1].isspace() else head + tail
