"""Quotes and brackets that are opened and not closed, or closed by another kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.marks import BRACKETS, MATES, QUOTES, Mark, looks_balanced, marks_of, unmatched
from interviews.text.sentences import sentences
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

_OPENING_APOSTROPHE = re.compile(r"(?<=[^\W\d_])‘(?=[^\W\d_])")
# A common word with a capital in the middle of a sentence: somebody else's words begin.
_QUOTE_START = re.compile(
    r"""
    (?<=[a-z,\-])\s
    (?P<word>
      (?: What|Who|How|Why|When|Where|Well|Oh|Okay|OK|Yeah|Yes|No|Hey|Hm+|Let's|So|You|We|They|This|That|The
        | It|It's|If|Is|Are|Do|Can|Just|Look|Sorry|Hi|And|But|There's|Here's|People|My|Wow|Alright )
      (?= [\s,.!?'] )
    )
    """,
    re.VERBOSE,
)
_END_INSIDE = re.compile(r"[!?…](?=,)")
_LAST_WORD = re.compile(r"([\w'’]+),?\s*$")
_LEANS = frozenset(
    "a an the this that these those my your his her its our their of in on at to for from with by as "
    "about into and or but if so is are was were be been am i'm it's that's we're you're they're i you "
    "we they he she who which what how not very really most more just can could would should will do "
    "does did have has had don't".split()
)


@dataclass(frozen=True)
class MismatchedMarks:
    """A mark without its mate: "(and it works.", "«We estimate …”", "Korea‘s".

    First fix: the mate is written where the sentence shows its place; else the mark is taken out.
    Let pass: apostrophes, feet and inches, smileys, numbered lists, quotes over several paragraphs, and
    program code.
    """

    kind = Kind.MISMATCHED_QUOTES_BRACKETS
    languages = frozenset[str]()
    # More marks than this in one turn, or more without a mate, are a list or a program, not speech.
    most: int = 400
    most_alone: int = 8

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        yield from self._apostrophes(analysis)
        for turn, (pairs, alone) in analysis.each(_mismatched, self.most, self.most_alone):
            for opened, closed in pairs:
                yield self._mixed(analysis, turn, opened, closed)
            for mark in alone:
                yield self._alone(analysis, turn, mark)

    def _apostrophes(self, analysis: Analysis) -> Iterator[Finding]:
        places = [(turn, match.start()) for turn, found in analysis.each(_apostrophes) for match in found]
        if not places:
            return
        mark = analysis.style.apostrophe
        turns = {turn.key: turn for turn, _ in places}
        passages = []
        for turn, at in places:
            words = analysis.words(turn)
            passages.append(Passage(turn.key, words[bisect_right(words, at, key=lambda word: word.end)].span))
        shown = analysis.transcript.words(passages[0])
        edits = tuple(
            SetText(key, turn.text, _OPENING_APOSTROPHE.sub(mark, turn.text)) for key, turn in turns.items()
        )
        where = f"in {len(places)} words" if len(places) > 1 else analysis.transcript.where(places[0][0].key)
        yield Finding(
            self.kind,
            tuple(passages),
            title=f"Opening quote used as an apostrophe, {where}",
            reason=f"“{shown}” is written with an opening quote where an apostrophe belongs.",
            confidence=0.95,
            fixes=(Fix(f"Write “{shown.replace('‘', mark)}”", edits),),
        )

    def _mixed(self, analysis: Analysis, turn: Turn, opened: Mark, closed: Mark) -> Finding:
        text = turn.text
        left, right = _pair_for(analysis, opened.char, closed.char)
        inside = text[opened.at + 1 : closed.at]
        matched = SetText(turn.key, text, text[: opened.at] + left + inside + right + text[closed.at + 1 :])
        removed = SetText(turn.key, text, text[: opened.at] + inside + text[closed.at + 1 :])
        fixes = (Fix(f"Write {left}…{right}", (matched,)), Fix("Take both marks out", (removed,)))
        return Finding(
            self.kind,
            (Passage(turn.key, Span(opened.at, closed.at + 1)),),
            title=f"{analysis.headline(turn.key)}: {opened.char} is closed by {closed.char}",
            reason=f"It opens with {opened.char} and closes with {closed.char}: two kinds of marks.",
            confidence=0.95,
            fixes=fixes if _holds_together(text, opened, closed) else fixes[::-1],
        )

    def _alone(self, analysis: Analysis, turn: Turn, mark: Mark) -> Finding:
        text = turn.text
        removed = Fix(
            f"Take the {mark.char} out", (SetText(turn.key, text, text[: mark.at] + text[mark.at + 1 :]),)
        )
        opens = mark.char in MATES and mark.looks != "close"
        if opens:
            end = _token_end(text, mark.at)
            passage = Passage(turn.key, Span(mark.at, end))
            reason = f"{mark.char} is opened before “{text[mark.at + 1 : end]}” and never closed."
        else:
            start = _token_start(text, mark.at)
            passage = Passage(turn.key, Span(start, mark.at + 1))
            reason = f"{mark.char} closes behind “{text[start : mark.at]}” and was never opened."
        fixes: tuple[Fix, ...] = (removed,)
        if opens and (end_of_it := _likely_end(turn.text, mark)):
            mate = MATES[mark.char]
            closed = SetText(turn.key, text, text[:end_of_it] + mate + text[end_of_it:])
            close = Fix(f"Close it behind “{_last_words(text, end_of_it)}”", (closed,))
            fixes = (close, removed) if _begins_a_quote(text, mark) else (removed, close)
        elif not opens and (start_of_it := _likely_start(text, mark)) is not None:
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


def _apostrophes(text: str) -> list[re.Match[str]]:
    return list(_OPENING_APOSTROPHE.finditer(text)) if "‘" in text else []


def _mismatched(text: str, most: int, most_alone: int) -> tuple[list[tuple[Mark, Mark]], list[Mark]] | None:
    """The mixed pairs and the marks without a mate; None where all is well, or nothing can be told."""
    if looks_balanced(text):
        return None
    marks = marks_of(text)
    if len(marks) > most:
        return None
    pairs, alone = unmatched(text, marks)
    return (pairs, alone) if 0 < len(pairs) + len(alone) <= most_alone else None


def _pair_for(analysis: Analysis, opened: str, closed: str) -> tuple[str, str]:
    """The two marks that were meant: brackets when one opened, else the quotes that are used here."""
    if opened in BRACKETS:
        return ("(", ")") if closed != BRACKETS[opened] else (opened, closed)
    return analysis.style.quotes


def _holds_together(text: str, opened: Mark, closed: Mark) -> bool:
    """Whether what stands between two marks is a quote or an aside: a whole, and what is around it goes on.

    Marks that fell into a sentence by accident cut it where it does not part: behind an article or a
    preposition, in front of the word that an article belongs to.
    """
    inside = text[opened.at + 1 : closed.at]
    before = _LAST_WORD.search(text, max(0, opened.at - 25), opened.at)
    last = _LAST_WORD.search(inside, max(0, len(inside) - 25))
    if opened.char in QUOTES or opened.char == '"':
        if _begins_a_quote(text, opened) or (inside[:1].isupper() and inside[-1:] in ".,!?…"):
            return True
        return len(inside.split()) <= 4 and (last is None or last[1].lower() not in _LEANS)
    if any(match is not None and match[1].lower() in _LEANS for match in (before, last)):
        return False
    behind = text[closed.at + 1 : closed.at + 2]
    return behind in (".", ",", ";", "") or inside[:1].isupper()


def _begins_a_quote(text: str, mark: Mark) -> bool:
    """Whether words that somebody said follow: a capital letter in the middle of a sentence."""
    if mark.char in BRACKETS:
        return False
    return text[mark.at + 1 : mark.at + 2].isupper() and text[: mark.at].rstrip()[-1:] not in (".", "!", "?")


def _likely_end(text: str, mark: Mark) -> int | None:
    """Where the quote or bracket ends: between "!", "?" or "…" and a comma, else behind the sentence."""
    for sentence in sentences(text):
        if sentence.end > mark.at + 1:
            inner = _END_INSIDE.search(text, mark.at, sentence.end)
            return inner.end() if inner else sentence.end
    return None


def _likely_start(text: str, mark: Mark) -> int | None:
    """Where a quote began whose opening mark is lost: at a capital in the middle of a sentence."""
    if mark.char in BRACKETS.values():
        return None
    starts = [match.start("word") for match in _QUOTE_START.finditer(text, max(0, mark.at - 200), mark.at)]
    return starts[-1] if starts else None


def _last_words(text: str, end: int) -> str:
    return " ".join(text[max(0, end - 40) : end].split()[-2:])


def _token_end(text: str, at: int) -> int:
    end = at + 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return end


def _token_start(text: str, at: int) -> int:
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at
