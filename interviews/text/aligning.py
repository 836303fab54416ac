"""Where the words that a recogniser heard stand in the text of today.

Turns were corrected, split, joined and moved since they were read. Each turn is compared, word by word, with
what was heard under its own key; what is left over on both sides, as after a split or a join, is then found
by three words in a row. Within a turn nothing ever stands in another order than it was heard in.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, groupby
from typing import TypeVar

from interviews.text.refinding import LeftOver, Run, equal_runs
from interviews.text.words import Word as Token
from interviews.text.words import words as tokens_of
from interviews.transcript.hearing import Heard, Segment, Word
from interviews.transcript.spans import Span
from interviews.transcript.turns import Transcript, Turn

_ENOUGH = 0.2  # of a segment's words; fewer are words that stand in any text

_Told = TypeVar("_Told", Word, Segment)


def aligned(transcript: Transcript) -> Mapping[str, tuple[Word, ...]]:
    """The recognised words of each turn, with spans in its text of today (code points), in order.

    Words that were changed or taken out are not among them. A turn of which nothing was heard is missing.
    Linear, save for what lies between the first and the last change of a turn.
    """
    return _Alignment(transcript).words()


def aligned_segments(transcript: Transcript) -> Mapping[str, tuple[Segment, ...]]:
    """The recognised segments of each turn, likewise.

    A segment that was parted stands in both turns; its start is told in the first, its end in the last.
    """
    return _Alignment(transcript).segments()


class _Known:
    """What was heard of one turn, as words to compare."""

    def __init__(self, key: str, heard: Heard) -> None:
        self.key = key
        self.heard = heard

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokens_of(self.heard.text)

    @cached_property
    def folded(self) -> list[str]:
        return [token.folded for token in self.tokens]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    def touched(self, span: Span) -> tuple[int, int]:
        """Which tokens a span touches: the first, and the one behind the last."""
        return bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)

    def near(self, told: Sequence[_Told], first: int, last: int) -> Iterator[_Told]:
        """Of words or segments in order, those that touch the tokens from ``first`` to ``last``."""
        begin, end = self.tokens[first].start, self.tokens[last].end
        place = bisect_right(told, begin, key=lambda one: one.span.end)
        while place < len(told) and told[place].span.start < end:
            yield told[place]
            place += 1


class _Here:
    """The words of one turn that were heard in one place: where each of those tokens stands today."""

    def __init__(self, turn: Turn, known: _Known, runs: Iterable[Run]) -> None:
        self.text, self.known = turn.text, known
        self.today = tokens_of(turn.text)
        self.at = {run.old + step: run.new + step for run in runs for step in range(run.length)}
        self.first, self.last = min(self.at), max(self.at)

    def words(self) -> Iterator[Word]:
        for word in self.known.near(self.known.heard.words, self.first, self.last):
            first, end = self.known.touched(word.span)
            new = self.at.get(first)
            if new is None or first == end:
                continue
            if all(self.at.get(first + step) == new + step for step in range(1, end - first)):
                yield replace(word, span=Span(self._start(word.span, first), self._end(word.span, end - 1)))

    def segments(self) -> Iterator[Segment]:
        """Those of which enough words stand here, unless most of what stands between these is other words."""
        for segment in self.known.near(self.known.heard.segments, self.first, self.last):
            first, end = self.known.touched(segment.span)
            here = [token for token in range(first, end) if token in self.at]
            if len(here) <= (end - first) * _ENOUGH or 2 * len(here) <= self.at[here[-1]] - self.at[here[0]]:
                continue
            yield replace(
                segment,
                span=Span(self._start(segment.span, here[0]), self._end(segment.span, here[-1])),
                start=segment.start if here[0] == first else None,
                end=segment.end if here[-1] == end - 1 else None,
            )

    def _start(self, span: Span, token: int) -> int:
        """Where the span begins today: with the marks before its first word, where they still stand there."""
        old, new = self.known.tokens[token], self.today[self.at[token]]
        if span.start > old.start:  # in the middle of a word
            return new.start + min(span.start - old.start, new.end - new.start)
        before = self.known.tokens[token - 1].end if token else 0
        lead = self.known.heard.text[max(span.start, before) : old.start].lstrip()
        return new.start - len(lead) if self.text.endswith(lead, 0, new.start) else new.start

    def _end(self, span: Span, token: int) -> int:
        old, new = self.known.tokens[token], self.today[self.at[token]]
        if span.end < old.end:
            return max(new.start, new.end - (old.end - span.end))
        behind = self.known.tokens[token + 1].start if token + 1 < len(self.known.tokens) else span.end
        tail = self.known.heard.text[old.end : min(span.end, behind)].rstrip()
        return new.end + len(tail) if self.text.startswith(tail, new.end) else new.end


class _Alignment:
    def __init__(self, transcript: Transcript) -> None:
        self.transcript = transcript
        self.known = [_Known(key, told) for key, told in _in_order(transcript.heard)]
        self.rank = {known.key: rank for rank, known in enumerate(self.known)}

    def words(self) -> dict[str, tuple[Word, ...]]:
        return self._told(lambda heard: heard.words, _Here.words)

    def segments(self) -> dict[str, tuple[Segment, ...]]:
        return self._told(lambda heard: heard.segments, _Here.segments)

    def _told(
        self, whole: Callable[[Heard], Sequence[_Told]], part: Callable[[_Here], Iterator[_Told]]
    ) -> dict[str, tuple[_Told, ...]]:
        told = {}
        for turn in self.transcript:
            known = self._unchanged(turn)
            found = tuple(whole(known.heard)) if known else tuple(_apart(self._here(turn, part)))
            if found:
                told[turn.key] = found
        return told

    def _here(self, turn: Turn, part: Callable[[_Here], Iterator[_Told]]) -> Iterator[_Told]:
        for rank, runs in groupby(self._runs.get(turn.key, ()), key=lambda run: run.rank):
            yield from part(_Here(turn, self.known[rank], runs))

    def _unchanged(self, turn: Turn) -> _Known | None:
        rank = self.rank.get(turn.key)
        known = None if rank is None else self.known[rank]
        return known if known and known.heard.text == turn.text else None

    @cached_property
    def _runs(self) -> dict[str, list[Run]]:
        """What was heard where, for each turn that changed since or is new; in the order of its text."""
        if not self.known:
            return {}
        changed = [turn for turn in self.transcript if not self._unchanged(turn)]
        runs: dict[str, list[Run]] = {}
        for turn in changed:
            rank = self.rank.get(turn.key)
            runs[turn.key] = (
                [] if rank is None else list(equal_runs(self.known[rank].folded, _folded(turn), rank))
            )
        whole = {self.rank[turn.key] for turn in self.transcript if self._unchanged(turn)}
        left = LeftOver([known.folded for known in self.known], runs, whole)
        for turn in self.transcript:
            if turn.key in runs:
                runs[turn.key] = left.completed(_folded(turn), runs[turn.key])
            else:
                left.pass_by(self.rank[turn.key])
        return runs


def _in_order(heard: Mapping[str, Heard]) -> list[tuple[str, Heard]]:
    """What was heard in the order of its times, where all of it has times; else as it was told."""
    told = list(heard.items())
    starts = [_start(one) for _, one in told]
    if any(start is None for start in starts):
        return told
    return [told[place] for place in sorted(range(len(told)), key=lambda place: starts[place] or 0)]


def _start(heard: Heard) -> int | None:
    told: Iterator[Word | Segment] = chain(heard.words, heard.segments)
    return next((one.start for one in told if one.start is not None), None)


def _folded(turn: Turn) -> list[str]:
    return [token.folded for token in tokens_of(turn.text)]


def _apart(told: Iterable[_Told]) -> Iterator[_Told]:
    """Without overlaps: marks that stand between two count once."""
    end = 0
    for one in told:
        start = max(one.span.start, end)
        end = max(one.span.end, start)
        yield replace(one, span=Span(start, end))
