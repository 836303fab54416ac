"""A word or a phrase said twice in a row: "we saw the the river"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.wording.repetition import Repetition
from interviews.detectors.wording.slips import slips_in
from interviews.detectors.wording.spoken_english import FUNCTION_WORDS
from interviews.detectors.wording.stumbles import Stumbles, between_copies
from interviews.text.words import Word
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Span
from interviews.transcript.turns import Turn


@dataclass(frozen=True)
class DoubledPhrase:
    """A word or a phrase stands twice in a row where speech does not double it.

    Whoever stumbles ("I I think") doubles words by the dozen where a transcript keeps it. How often this
    transcript and this speaker do so otherwise, as long and with the same mark between, decides: from some
    rate on only phrases are told from it, from a higher one only those of four words and more; where all
    stumble so often that is a style, and is said once for the whole.
    A word doubled over the end of a line is whoever's who joined the lines, and is told always.
    Outside English only phrases are looked at, because many languages double words on purpose.

    First fix: one of the two is kept.
    Let pass: "had had", "very very", "no no", numbers, names said twice, a series ("bigger and bigger and"),
    two clauses that meet ("what he did did surprise me", "those we lose, we lose at once"), and the stutter
    of a transcript that keeps it.
    """

    kind = Kind.DOUBLED_PHRASE
    languages: frozenset[str] = frozenset()
    longest: int = 20  # words: what is pasted twice within a sentence; whole sentences are another kind
    shortest_elsewhere: int = 3  # words of a phrase in a language whose doublings are not known here
    # Stumbles per 10,000 words of this manner (see ``Stumbles``), the doubling itself left out, from which on
    # it may be one more. Chosen on half of the development corpus: of words alone two in three that stand
    # under the first are slips; phrases are restarted less often, so fewer of the others hide them.
    stutter: float = 4.5
    stutter_in_phrases: float = 8.0
    verbatim: float = 25.0
    told_apart: int = 4  # words of a phrase that is no stutter
    sure: float = 0.73  # of 72 findings of one word on the development corpus 74 % are right
    sure_of_phrase: float = 0.92  # of 74 of more words 96 %, those excused left out

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        found = list(self._doublings(analysis))
        if not found:
            return
        stumbles = Stumbles(analysis.turns)
        slips = [slip for slip in found if slip[2].period < self.told_apart]
        if stumbles.rate >= self.verbatim and slips:
            yield self._style(analysis, slips)
        for turn, said, run in found:
            if analysis.turns.places[turn.key] in analysis.loop_rows.places:
                continue
            if stumbles.rate_beside(turn, said, run) < self._bearable(turn, said, run):
                yield self._finding(analysis, turn, said, run)

    def _bearable(self, turn: Turn, said: tuple[Word, ...], run: Repetition) -> float:
        """The rate of stumbles up to which this doubling is told from one."""
        if "\n" in turn.text[said[run.period - 1].end : said[run.period].start]:
            return inf  # nobody stumbles over the end of a line: whoever joined the lines had the word twice
        if run.period >= self.told_apart:
            return self.verbatim if between_copies(turn.text, said, run) else inf
        return self.stutter_in_phrases if run.period > 1 else self.stutter

    def _doublings(self, analysis: Analysis) -> Iterator[tuple[Turn, tuple[Word, ...], Repetition]]:
        shortest = 1 if analysis.language == "en" else self.shortest_elsewhere
        for turn, slips in analysis.each_said(slips_in, shortest, self.longest):
            for said, run in slips:
                yield turn, said, run

    def _finding(self, analysis: Analysis, turn: Turn, words: tuple[Word, ...], run: Repetition) -> Finding:
        first, again = first_copy(words, run), later_copies(words, run)
        written = first.of(turn.text)
        return Finding(
            self.kind,
            (turn.passage(again.start, again.end),),
            title=f"“{_short(written)}” stands twice in {analysis.transcript.where(turn.key)}",
            reason=f"“{_short(written)}” is said twice in a row, where speech does not double it.",
            confidence=self.sure_of_phrase if run.period > 1 else self.sure,
            related=(turn.passage(first.start, first.end),),
            fixes=(Fix(f"Keep one “{_short(written)}”", (keep_first(turn, first, again),)),),
        )

    def _style(self, analysis: Analysis, found: list[tuple[Turn, tuple[Word, ...], Repetition]]) -> Finding:
        # Small words show the habit best; what else is doubled first may be a slip.
        turn, words, run = next((slip for slip in found if slip[1][0].folded in FUNCTION_WORDS), found[0])
        first, again = first_copy(words, run), later_copies(words, run)
        rate = round(10_000 * len(found) / analysis.spoken_words)
        return Finding(
            self.kind,
            (turn.passage(again.start, again.end),),
            title="This transcript keeps every stutter",
            reason=f"{len(found)} words or phrases are doubled: too many for slips, so it is verbatim.",
            confidence=0.9,
            related=(turn.passage(first.start, first.end),),
            evidence=(f"{rate} doublings per 10,000 words; edited interviews have fewer than ten.",),
            fixes=(Fix("Keep the stutter", ()), Fix("Keep one of each", tuple(_keep_one_of_each(found)))),
        )


def first_copy(words: tuple[Word, ...], run: Repetition) -> Span:
    """Where the words stand the first time."""
    return Span(words[run.start].start, words[run.start + run.period - 1].end)


def later_copies(words: tuple[Word, ...], run: Repetition) -> Span:
    """Where they stand again, whole copies only."""
    return Span(words[run.start + run.period].start, words[run.start + run.copies * run.period - 1].end)


def keep_first(turn: Turn, first: Span, again: Span) -> SetText:
    """The edit that takes the later copies out, with what parts them from the first one."""
    return SetText(turn.key, turn.text, turn.text[: first.end] + turn.text[again.end :])


def _keep_one_of_each(found: list[tuple[Turn, tuple[Word, ...], Repetition]]) -> Iterator[SetText]:
    texts: dict[str, tuple[Turn, str]] = {}
    for turn, said, run in reversed(found):
        text = texts[turn.key][1] if turn.key in texts else turn.text
        first, again = first_copy(said, run), later_copies(said, run)
        texts[turn.key] = (turn, text[: first.end] + text[again.end :])
    for turn, text in reversed(texts.values()):
        yield SetText(turn.key, turn.text, text)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
