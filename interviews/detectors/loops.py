"""A word or phrase over and over: what a speech recogniser writes when it is caught in a loop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.overlaps import in_rows
from interviews.detectors.repetition import NEEDED, NEEDED_LONG, Repetition, is_loop, repetitions_in
from interviews.detectors.spoken_english import CHANTED
from interviews.text.words import Word, folded_words
from interviews.transcript.edits import SetAside, SetText
from interviews.transcript.spans import Span
from interviews.transcript.turns import Turn

_CLOSERS = "\"'”’»)]"


@dataclass(frozen=True)
class AsrLoop:
    """A word or phrase repeated over and over, within a turn or over several; one finding for the run.

    First fix: one of the copies is kept; none where the phrase also stands outside a loop that is a sentence
    of its own.
    Let pass: laughter, chanting, counting, and what people do say three or four times in a row.
    """

    kind = Kind.ASR_LOOP
    languages: frozenset[str] = frozenset()
    turns: int = 3  # equal turns in a row that make a loop
    turns_short: int = 6  # the same for turns of one or two words

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        yield from self._over_turns(analysis)
        for turn, runs in analysis.each_said(_loops):
            for run in runs:
                yield self._in_turn(analysis, turn, analysis.words(turn), run)

    def _in_turn(self, analysis: Analysis, turn: Turn, words: tuple[Word, ...], run: Repetition) -> Finding:
        first = Span(words[run.start].start, words[run.start + run.period - 1].end)
        whole = Span(first.start, words[run.end - 1].end)
        written = first.of(turn.text)
        again = Span(words[run.start + run.period].start, whole.end)
        keep = Fix(
            f"Keep one “{_short(written)}”",
            (SetText(turn.key, turn.text, _keep_one(turn.text, first, whole)),),
        )
        take = Fix(f"Take all {run.copies} out", (SetText(turn.key, turn.text, _take_out(turn.text, whole)),))
        alone = _stands_alone(turn.text, whole) and _stands_elsewhere(words, run)
        return Finding(
            self.kind,
            (turn.passage(whole.start, whole.end) if alone else turn.passage(again.start, again.end),),
            title=f"“{_short(written)}” {run.copies} times in a row in {analysis.transcript.where(turn.key)}",
            reason="Nobody says this so often in a row; speech recognisers do when they lose the thread.",
            confidence=0.97 if run.copies >= 2 * NEEDED.get(run.period, NEEDED_LONG) else 0.9,
            related=() if alone else (turn.passage(first.start, first.end),),
            evidence=(f"{run.end - run.start} words, of which {run.period} are different.",)
            if run.period > 1
            else (f"One word stands {run.copies} times.",),
            fixes=(take, keep) if alone else (keep, take),
        )

    def _over_turns(self, analysis: Analysis) -> Iterator[Finding]:
        dialogue = analysis.dialogue
        again = (
            place
            for place in analysis.turns.seams(_same_words)
            if dialogue[place].speaker == dialogue[place - 1].speaker
        )
        for row in in_rows(again):
            turns = dialogue[row[0] - 1 : row[-1] + 1]
            said = folded_words(turns[0].text)
            needed = self.turns if len(said) > 2 else self.turns_short
            if len(turns) >= needed and not all(word in CHANTED for word in said):
                yield self._of_turns(analysis, turns)

    def _of_turns(self, analysis: Analysis, turns: Sequence[Turn]) -> Finding:
        number = analysis.transcript.number
        first, last = number(turns[0].key), number(turns[-1].key)
        return Finding(
            self.kind,
            tuple(turn.passage() for turn in turns[1:]),
            title=f"Turns {first}–{last} all say “{_short(turns[0].text)}”",
            reason=f"{len(turns)} turns in a row have the same words, as a recogniser writes them in a loop.",
            confidence=0.95,
            related=(turns[0].passage(),),
            fixes=(
                Fix(
                    f"Keep turn {first}, set turns {first + 1}–{last} aside",
                    tuple(SetAside(turn.key, "said over and over") for turn in turns[1:]),
                ),
            ),
        )


def _loops(text: str) -> list[Repetition]:
    said = folded_words(text)
    return [run for run in repetitions_in(text) if is_loop(said, run)]


def _same_words(before: str, text: str) -> bool:
    return folded_words(before) == folded_words(text)


def _stands_alone(text: str, whole: Span) -> bool:
    """Whether the loop is a sentence of its own: an end of a sentence before it, and a new one after it."""
    before, after = text[: whole.start].rstrip(), text[whole.end :].lstrip(".,;:!?… ")
    return (not before or before[-1] in '.!?…:"”)]-—') and (
        not after.strip() or not after.lstrip()[0].islower()
    )


def _stands_elsewhere(words: Sequence[Word], run: Repetition) -> bool:
    """Whether the turn also says the phrase outside the loop, so that taking the loop out loses nothing."""
    copy = [word.folded for word in words[run.start : run.start + run.period]]
    outside = [word.folded for word in (*words[: run.start], *words[run.end :])]
    return any(outside[place : place + run.period] == copy for place in range(len(outside) - run.period + 1))


def _keep_one(text: str, first: Span, whole: Span) -> str:
    return text[: first.end] + text[whole.end :]


def _take_out(text: str, whole: Span) -> str:
    head, tail = text[: whole.start].rstrip(), text[whole.end :].lstrip(".,;:!?… ")
    if not head.strip() or not tail.strip():
        return head + tail if head.strip() else tail.lstrip()
    closes = tail[0] in _CLOSERS and tail[1:2].strip() == ""
    return head + (tail if tail[0].isspace() or closes else text[len(head) : whole.start] + tail)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
