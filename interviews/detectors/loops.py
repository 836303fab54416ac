"""A word or phrase over and over: what a speech recogniser writes when it is caught in a loop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.shape.loop_rows import LoopRow
from interviews.detectors.wording.looping import Loop, loops_in, stands_alone
from interviews.detectors.wording.spoken_english import JOINING
from interviews.text.words import Word
from interviews.transcript.edits import Edit, SetAside, SetText
from interviews.transcript.spans import Span
from interviews.transcript.turns import Turn

_CLOSERS = "\"'”’»)]"


@dataclass(frozen=True)
class AsrLoop:
    """A word or phrase repeated over and over, within a turn or over several; one finding for the run.

    Also where the phrase loses its head now and then ("we have a lot of have a lot of we have a lot of"),
    where a word is joined to itself by hyphens, where turns say it a different number of times, and where a
    line heard in silence ("Thank you.") is a whole turn six times running.

    First fix: one of the copies is kept; none where the phrase also stands outside a loop that is a sentence
    of its own.
    Let pass: laughter, chanting, counting, what people do say three or four times in a row, and what is said
    for effect, with other marks between the copies ("who did it. Who did it, who did it").
    """

    kind = Kind.ASR_LOOP
    languages: frozenset[str] = frozenset()

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        rows = analysis.loop_rows
        for row in rows.rows:
            yield self._of_turns(analysis, row)
        for turn, loops in analysis.each_said(_loops):
            if analysis.turns.places[turn.key] not in rows.places:
                for loop in loops:
                    yield self._in_turn(analysis, turn, loop)

    def _in_turn(self, analysis: Analysis, turn: Turn, loop: Loop) -> Finding:
        first, whole, again = loop.first, loop.whole, loop.again
        kept = _without_joint(analysis.words(turn), loop)
        written = kept.of(turn.text)
        where = analysis.transcript.where(turn.key)
        keep = Fix(
            f"Keep one “{_short(written)}”",
            (SetText(turn.key, turn.text, _keep_one(turn.text, kept, whole)),),
        )
        take = Fix(
            f"Take all {loop.copies} out", (SetText(turn.key, turn.text, _take_out(turn.text, whole)),)
        )
        alone = stands_alone(turn.text, whole) and _stands_elsewhere(analysis.words(turn), loop)
        return Finding(
            self.kind,
            (turn.passage(whole.start, whole.end) if alone else turn.passage(again.start, again.end),),
            title=f"“{_short(written)}” {loop.copies} times in a row in {where}",
            reason="Nobody says this so often in a row; speech recognisers do when they lose the thread.",
            confidence=0.97 if loop.sure else 0.9,
            related=() if alone else (turn.passage(first.start, first.end),),
            evidence=(f"{loop.words} words, of which {len(loop.phrase)} are different.",)
            if len(loop.phrase) > 1
            else (f"One word stands {loop.copies} times.",),
            fixes=(take, keep) if alone else (keep, take),
        )

    def _of_turns(self, analysis: Analysis, row: LoopRow) -> Finding:
        turns, number = analysis.dialogue[row.start : row.end], analysis.transcript.number
        begins = turns[0]
        first, last = number(begins.key), number(turns[-1].key)
        words = analysis.words(begins)
        once = Span(words[0].start, words[row.words - 1].end)
        passages = [turn.passage() for turn in turns[1:]]
        edits: list[Edit] = [SetAside(turn.key, "said over and over") for turn in turns[1:]]
        if row.words < len(words):
            passages.insert(0, begins.passage(words[row.words].start, words[-1].end))
            edits.insert(
                0, SetText(begins.key, begins.text, _keep_one(begins.text, once, Span(0, words[-1].end)))
            )
        return Finding(
            self.kind,
            tuple(passages),
            title=f"Turns {first}–{last} all say “{_short(once.of(begins.text))}”",
            reason=f"{len(turns)} turns in a row have the same words, as a recogniser writes them in a loop.",
            confidence=0.95,
            related=(begins.passage(once.start, once.end) if row.words < len(words) else begins.passage(),),
            fixes=(
                Fix(f"Keep one of turn {first}, set turns {first + 1}–{last} aside", tuple(edits))
                if row.words < len(words)
                else Fix(f"Keep turn {first}, set turns {first + 1}–{last} aside", tuple(edits)),
            ),
        )


def _loops(text: str) -> tuple[Loop, ...] | None:
    return loops_in(text) or None


def _stands_elsewhere(words: Sequence[Word], loop: Loop) -> bool:
    """Whether the turn also says the phrase outside the loop, so that taking the loop out loses nothing."""
    outside = tuple(word.folded for word in words if not word.span.overlaps(loop.whole))
    length = len(loop.phrase)
    return any(outside[place : place + length] == loop.phrase for place in range(len(outside) - length + 1))


def _without_joint(words: Sequence[Word], loop: Loop) -> Span:
    """The first copy; where the loop ends within another, without what joined them: "dig and dig."."""
    if loop.phrase[-1] not in JOINING or not loop.words % len(loop.phrase):
        return loop.first
    ends = [word.end for word in words if word.span.overlaps(loop.first)]
    return Span(loop.first.start, ends[-2])


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
