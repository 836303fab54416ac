"""A sentence that stands twice within one turn."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.wording.looping import loops_in
from interviews.detectors.wording.misheard import sounds_like
from interviews.detectors.wording.repetition import Repetition, recurs, repetitions_in
from interviews.detectors.wording.slips import SENTENCE, lost_its_stop
from interviews.text.folding import fold
from interviews.text.sentences import sentences
from interviews.text.words import folded_words, word_spans, words
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Span
from interviews.transcript.turns import Turn

_STAGE_NOTE = re.compile(r"\s*[\[(][^\[\]()]{1,40}[\])]\s*")


@dataclass(frozen=True)
class DuplicateSentence:
    """A sentence of six or more words twice within one turn, word for word; at once also with a word
    contracted or written out, or misheard ("witch" for "which"), and from ten words on with a small word
    lost.

    Twice in a row, or with other sentences between; also where no mark ends it, if it is long or begins with
    a capital both times; and a sentence that is the end of another one, which was shortened and left. Six
    innocent ones in 1.8 million words, all with sentences between.

    First fix: the second one is taken out.
    Let pass: a refrain (the third time), short sentences, what people stumble over where no mark ends it, and
    what somebody is quoted with twice, as a story has it, unless at once, and what a page pulls out of the
    text in large letters (a paragraph behind ">").
    """

    kind = Kind.DUPLICATE_SENTENCE
    languages: frozenset[str] = frozenset()
    shortest: int = 6
    shortest_apart: int = 6
    shortest_unmarked: int = 14  # without a mark people stumble over up to a dozen words
    shortest_near: int = 10  # said again at once with a small word lost or added
    refrain: int = 2  # copies; a sentence that stands more often is a refrain or a loop
    sure: float = 0.97  # twice in a row; all 118 on the development corpus are right
    sure_apart: float = 0.85  # with sentences between: 32 of 36

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for turn, pairs in analysis.each_said(_twice, self):
            for first, second, between in pairs:
                yield self._finding(analysis, turn, first, second, between)

    def pairs(self, text: str) -> list[tuple[Span, Span, int]]:
        """What stands twice in a text: where, and how many sentences stand between."""
        if not recurs(text):
            return []
        said = word_spans(text)
        pairs = list(self._sentences(text, said))
        for run in repetitions_in(text):
            if run.copies == 2 and (run.period >= self.shortest_unmarked or _lost_its_stop(text, run)):
                middle = run.start + run.period
                first = Span(said[run.start][0], said[middle - 1][1])
                second = Span(said[middle][0], said[middle + run.period - 1][1])
                if not any(second.overlaps(known) or first.overlaps(known) for _, known, _ in pairs):
                    pairs.append((first, second, 0))
        if pairs and ">" in text:
            pairs = [
                pair for pair in pairs if not (_is_pulled_out(text, pair[0]) or _is_pulled_out(text, pair[1]))
            ]
        loops = loops_in(text) if pairs else ()
        return [pair for pair in pairs if not any(loop.whole.overlaps(pair[1]) for loop in loops)]

    def _sentences(self, text: str, said: Sequence[tuple[int, int]]) -> Iterator[tuple[Span, Span, int]]:
        seen: dict[tuple[str, ...], list[int]] = {}
        ends: dict[tuple[str, ...], tuple[int, tuple[str, ...], int]] = {}  # by the last words
        before: tuple[str, ...] = ()
        bare: list[Span] = []
        told, starts = folded_words(text), [start for start, _ in said]
        at = 0
        for number, span in enumerate(sentences(text)):
            span = _without_note(text, span)
            bare.append(span)
            first = bisect_left(starts, span.start, at)
            at = bisect_left(starts, span.end, first)
            folded = told[first:at]
            if len(folded) >= self.shortest:
                seen.setdefault(folded, []).append(number)
            if len(folded) >= self.shortest and self._varies(before, folded):
                yield bare[number - 1], span, 0
            if len(folded) >= self.shortest_near:
                end = folded[-self.shortest_near :]
                other, longer, last = ends.setdefault(end, (number, folded, at))
                is_end = len(folded) < len(longer) and longer[-len(folded) :] == folded
                if is_end and not _ends_quote(text, span):
                    start = starts[last - len(folded)]
                    yield Span(start, bare[other].end), span, number - other - 1
            before = folded
        for sentence, numbers in seen.items():
            if len(numbers) == self.refrain:
                between = numbers[1] - numbers[0] - 1
                one, two = bare[numbers[0]], bare[numbers[1]]
                if not between or (len(sentence) >= self.shortest_apart and not _ends_quote(text, two)):
                    yield one, two, between

    def _varies(self, first: Sequence[str], second: Sequence[str]) -> bool:
        """Whether two sentences in a row are one, heard or written a little otherwise the second time."""
        if first == second or abs(len(first) - len(second)) > 2:
            return False
        if 3 * len(set(first).intersection(second)) < len(first):  # so many are never contracted
            return False
        if sounds_like(first, second):
            return True
        return len(second) >= self.shortest_near and _drops_small_words(first, second)

    def _finding(self, analysis: Analysis, turn: Turn, first: Span, second: Span, between: int) -> Finding:
        sentence = "sentence" if between == 1 else "sentences"
        return Finding(
            self.kind,
            (turn.passage(second.start, second.end),),
            title=f"A sentence stands twice in {analysis.transcript.where(turn.key)}",
            reason=f"The same sentence stands again after {between} other {sentence}."
            if between
            else "The same sentence stands twice in a row.",
            confidence=self.sure_apart if between else self.sure,
            related=(turn.passage(first.start, first.end),),
            evidence=(
                "The words are the same; case, punctuation and spaces do not count."
                if fold(first.of(turn.text)) == fold(second.of(turn.text))
                else "Only a word differs, in how it is heard or written.",
            ),
            fixes=(
                Fix("Take the second one out", (SetText(turn.key, turn.text, without(turn.text, second)),)),
                Fix("Take the first one out", (SetText(turn.key, turn.text, without(turn.text, first)),)),
            ),
        )


def _twice(text: str, detector: DuplicateSentence) -> list[tuple[Span, Span, int]]:
    return detector.pairs(text)


def _is_pulled_out(text: str, span: Span) -> bool:
    """Whether the paragraph in which a sentence stands is a quote in markdown."""
    return text[: span.end].rpartition("\n")[2].lstrip().startswith(">")


def _lost_its_stop(text: str, run: Repetition) -> bool:
    return run.period >= SENTENCE and lost_its_stop(text, words(text), run)


def _ends_quote(text: str, span: Span) -> bool:
    return text[span.end - 1] in '"”»“'


def _without_note(text: str, span: Span) -> Span:
    """The sentence without a stage note before it: "[laughter] So it went."."""
    note = _STAGE_NOTE.match(text, span.start, span.end)
    return Span(note.end(), span.end) if note and note.end() < span.end else span


def _drops_small_words(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether one sentence is the other without a word or two of up to four letters."""
    longer, shorter = (first, second) if len(first) > len(second) else (second, first)
    if not 1 <= len(longer) - len(shorter) <= 2:
        return False
    lost: list[str] = []
    at = 0
    for word in longer:
        if at < len(shorter) and shorter[at] == word:
            at += 1
        else:
            lost.append(word)
    return at == len(shorter) and all(len(word) <= 4 for word in lost)


def without(text: str, span: Span) -> str:
    """The text without a stretch, and without the white space that would be left over."""
    head, tail = text[: span.start], text[span.end :]
    if not tail.strip():
        return head.rstrip() + tail[len(tail.rstrip()) :]
    if not head.strip():
        return tail.lstrip()
    # Of the gaps on both sides the one behind stays: a paragraph still begins where it began.
    return head.rstrip() + tail if tail[0].isspace() else head + tail
