"""Quotes and brackets that are opened and not closed, or closed by another kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.letters.marks import (
    BRACKETS,
    MATES,
    QUOTES,
    Mark,
    looks_balanced,
    marks_of,
    unmatched,
)
from interviews.detectors.letters.quote_ends import (
    begins_a_quote,
    holds_together,
    last_words,
    likely_end,
    likely_start,
    token_end,
    token_start,
)
from interviews.detectors.letters.wrong_mates import (
    doubled_closings,
    turned_round,
    typed_with_ticks,
    wrongly_closed,
    wrongly_opened,
)
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

_OPENING_APOSTROPHE = re.compile(
    r"(?<=[^\W\d_])(?:‘(?=[^\W\d_])|[“”](?=(?:s|re|ll|ve|d|m)\b)|(?<=n)[“”](?=t\b))"
)


@dataclass(frozen=True)
class MismatchedMarks:
    """A mark without its mate: "(and it works.", "«We estimate …”", "Korea‘s".

    First fix: the mate is written where the sentence shows its place; else the mark is taken out.
    Let pass: apostrophes, feet and inches, smileys, numbered lists, quotes over several paragraphs or turns
    of a speaker, program code, marks inside a word, and transcripts that open quotes with backticks.
    """

    kind = Kind.MISMATCHED_QUOTES_BRACKETS
    languages = frozenset[str]()
    # More marks than this in one turn, or more without a mate, are a list or a program, not speech.
    most: int = 400
    most_alone: int = 8
    few_ticks: int = 2  # whoever opens more quotes with backticks writes them so

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        yield from self._apostrophes(analysis)
        found = analysis.each(_mismatched, self.most, self.most_alone)
        ticks = sum(opened.char[0] == "`" for _, (pairs, _) in found for opened, _ in pairs)
        going_on = _quotes_going_on(analysis, {turn.key: alone for turn, (_, alone) in found})
        for turn, (pairs, alone) in found:
            for opened, closed in pairs:
                if opened.char[0] != "`" or ticks <= self.few_ticks:
                    yield self._mixed(analysis, turn, opened, closed)
            for mark in alone:
                if (turn.key, mark.at) not in going_on:
                    yield self._alone(analysis, turn, mark)

    def _apostrophes(self, analysis: Analysis) -> Iterator[Finding]:
        places = [(turn, match.start()) for turn, found in analysis.each(_apostrophes) for match in found]
        if not places:
            return
        mark = analysis.style.apostrophe
        turns = {turn.key: turn for turn, _ in places}
        passages = []
        for turn, at in places:
            passages.append(Passage(turn.key, _letters_around(turn.text, at)))
        shown = analysis.transcript.words(passages[0])
        edits = tuple(
            SetText(key, turn.text, _OPENING_APOSTROPHE.sub(mark, turn.text)) for key, turn in turns.items()
        )
        meant = _OPENING_APOSTROPHE.sub(mark, shown)
        where = f"in {len(places)} words" if len(places) > 1 else analysis.transcript.where(places[0][0].key)
        yield Finding(
            self.kind,
            tuple(passages),
            title=f"Opening quote used as an apostrophe, {where}",
            reason=f"“{shown}” is written with an opening quote where an apostrophe belongs.",
            confidence=0.95,
            fixes=(Fix(f"Write “{meant}”", edits),),
        )

    def _mixed(self, analysis: Analysis, turn: Turn, opened: Mark, closed: Mark) -> Finding:
        text = turn.text
        left, right = _pair_for(analysis, opened.char, closed.char)
        inside = text[opened.end : closed.at]
        matched = SetText(turn.key, text, text[: opened.at] + left + inside + right + text[closed.end :])
        removed = SetText(turn.key, text, text[: opened.at] + inside + text[closed.end :])
        fixes = (Fix(f"Write {left}…{right}", (matched,)), Fix("Take both marks out", (removed,)))
        return Finding(
            self.kind,
            (Passage(turn.key, Span(opened.at, closed.end)),),
            title=f"{analysis.headline(turn.key)}: {opened.char} is closed by {closed.char}",
            reason=f"It opens with {opened.char} and closes with {closed.char}, which are no pair.",
            confidence=0.95,
            fixes=fixes if holds_together(text, opened, closed) else fixes[::-1],
        )

    def _alone(self, analysis: Analysis, turn: Turn, mark: Mark) -> Finding:
        text = turn.text
        removed = Fix(
            f"Take the {mark.char} out", (SetText(turn.key, text, text[: mark.at] + text[mark.at + 1 :]),)
        )
        opens = mark.char in MATES and mark.looks != "close"
        if opens:
            end = token_end(text, mark.at)
            passage = Passage(turn.key, Span(mark.at, end))
            reason = f"{mark.char} is opened before “{text[mark.at + 1 : end]}” and never closed."
        else:
            start = token_start(text, mark.at)
            passage = Passage(turn.key, Span(start, mark.at + 1))
            reason = f"{mark.char} closes behind “{text[start : mark.at]}” and was never opened."
        fixes: tuple[Fix, ...] = (removed,)
        if opens and (end_of_it := likely_end(turn.text, mark)):
            mate = MATES[mark.char]
            closed = SetText(turn.key, text, text[:end_of_it] + mate + text[end_of_it:])
            close = Fix(f"Close it behind “{last_words(text, end_of_it)}”", (closed,))
            fixes = (close, removed) if begins_a_quote(text, mark) else (removed, close)
        elif not opens and (start_of_it := likely_start(text, mark)) is not None:
            mate = next((key for key, value in QUOTES.items() if value == mark.char), mark.char)
            opened = SetText(turn.key, text, text[:start_of_it] + mate + text[start_of_it:])
            first = text[start_of_it : mark.at].split()[0]
            fixes = (Fix(f"Open it before “{first}”", (opened,)), removed)
        return Finding(
            self.kind,
            (passage,),
            title=f"{analysis.headline(turn.key)}: {mark.char} without its mate",
            reason=reason,
            confidence=0.9,
            fixes=fixes,
        )


def _quotes_going_on(analysis: Analysis, alone: Mapping[str, Sequence[Mark]]) -> set[tuple[str, int]]:
    """The marks of quotes that are opened in one turn and closed in the speaker's next."""
    turns, places, found = analysis.dialogue, analysis.turns.places, set()
    for key, marks in alone.items():
        place = places.get(key)
        if place is None or place + 1 == len(turns) or turns[place].speaker != turns[place + 1].speaker:
            continue
        for behind in alone.get(turns[place + 1].key, ())[:1]:
            opens, closes = marks and marks[-1].looks != "close", behind.looks == "close"
            if opens and closes and MATES.get(marks[-1].char) == behind.char:
                found |= {(key, marks[-1].at), (turns[place + 1].key, behind.at)}
    return found


def _apostrophes(text: str) -> list[re.Match[str]]:
    return list(_OPENING_APOSTROPHE.finditer(text)) if "‘" in text or "“" in text or "”" in text else []


def _letters_around(text: str, at: int) -> Span:
    start, end = at, at + 1
    while start and text[start - 1].isalpha():
        start -= 1
    while text[end : end + 1].isalpha():
        end += 1
    return Span(start, end)


def _mismatched(text: str, most: int, most_alone: int) -> tuple[list[tuple[Mark, Mark]], list[Mark]] | None:
    """The mixed pairs and the marks without a mate; None where all is well, or nothing can be told."""
    ticked = [*typed_with_ticks(text), *turned_round(text)]
    if looks_balanced(text):
        return (ticked, []) if ticked else None
    marks = marks_of(text)
    if len(marks) > most:
        return None
    doubled = doubled_closings(text)
    whole = [*doubled, *ticked]
    taken = {at for opened, closed in whole for at in (opened.at, *range(closed.at, closed.end))}
    pairs, left = unmatched(text, [mark for mark in marks if mark.at not in taken])
    alone = []
    for mark in left:
        if opened_at := wrongly_opened(text, mark):
            pairs.append((opened_at, mark))
        elif mark.looks != "close" and (closed_at := wrongly_closed(text, mark)):
            pairs.append((mark, closed_at))
        elif not _in_a_word(text, mark):
            alone.append(mark)
    pairs += [*doubled, *(pair for pair in ticked if all(pair[0].at != other.at for other, _ in pairs))]
    return (pairs, alone) if 0 < len(pairs) + len(alone) <= most_alone else None


def _in_a_word(text: str, mark: Mark) -> bool:
    """Whether a mark stands between letters: a garbled word, and no quote."""
    return text[mark.at - 1 : mark.at].isalpha() and text[mark.end : mark.end + 1].isalpha()


def _pair_for(analysis: Analysis, opened: str, closed: str) -> tuple[str, str]:
    """The two marks that were meant: brackets when one opened, else the quotes that are used here."""
    if opened in BRACKETS:
        return ("(", ")") if closed != BRACKETS[opened] else (opened, closed)
    return analysis.style.quotes
