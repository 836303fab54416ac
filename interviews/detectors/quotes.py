"""Quotes and brackets that are opened and not closed, or closed by another kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.text.sentences import sentences
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

_MARKS = re.compile(r"[\"“”„«»()\[\]{}]")
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_QUOTES = {"“": "”", "„": "“", "«": "»"}
_MATES = {**_BRACKETS, **_QUOTES, '"': '"'}
_CLOSERS = frozenset(")]}”»")
_SMILEY = re.compile(r"[:;=8][-^'o]?[()\[\]{}]+|[()]{1,2}[-^']?[:;](?!\w)")
# "a)" and "1)" at the head of a point; half-open intervals "[0, 1)".
_POINT = re.compile(r"(?:(?<=\s)|^)(?:[a-zA-Z]|\d{1,2}|[ivx]{1,4})\)")
_INTERVAL = re.compile(r"[\[(]\s?-?[\w.∞]{1,12}\s?,\s?-?[\w.∞]{1,12}\s?[\])]")
_OPENING_APOSTROPHE = re.compile(r"(?<=[^\W\d_])‘(?=[^\W\d_])")
# What comes before words that somebody else said.
_SAYS = re.compile(
    r"(?:[,:]|--|\b(?:like|said|says|say|saying|asked|ask|goes|went|called|was|is|that|think|thinking))\s*$"
)


@dataclass(frozen=True)
class _Mark:
    """A mark and where it stands; ``looks`` is "open", "close" or "" when its neighbours do not tell."""

    at: int
    char: str
    looks: str


@dataclass(frozen=True)
class MismatchedMarks:
    """A mark without its mate: "(and it works.", "«We estimate …”", "Korea‘s"."""

    kind = Kind.MISMATCHED_QUOTES_BRACKETS
    languages = frozenset[str]()
    # More marks than this in one turn are a list or a program, not speech.
    most: int = 400

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        yield from self._apostrophes(analysis)
        for turn in analysis.standing:
            if _looks_balanced(turn.text):
                continue
            marks = _marks(turn.text)
            if len(marks) > self.most:
                continue
            pairs, alone = _unmatched(turn.text, marks)
            for opened, closed in pairs:
                yield self._mixed(analysis, turn, opened, closed)
            for mark in alone:
                yield self._alone(analysis, turn, mark)

    def _apostrophes(self, analysis: Analysis) -> Iterator[Finding]:
        places = [
            (turn, match.start())
            for turn in analysis.standing
            if "‘" in turn.text
            for match in _OPENING_APOSTROPHE.finditer(turn.text)
        ]
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

    def _mixed(self, analysis: Analysis, turn: Turn, opened: _Mark, closed: _Mark) -> Finding:
        text = turn.text
        left, right = _pair_for(analysis, opened.char, closed.char)
        inside = text[opened.at + 1 : closed.at]
        matched = text[: opened.at] + left + inside + right + text[closed.at + 1 :]
        removed = text[: opened.at] + inside + text[closed.at + 1 :]
        return Finding(
            self.kind,
            (Passage(turn.key, Span(opened.at, closed.at + 1)),),
            title=f"{analysis.headline(turn.key)}: {opened.char} is closed by {closed.char}",
            reason=f"It opens with {opened.char} and closes with {closed.char}: two kinds of marks.",
            confidence=0.95,
            fixes=(
                Fix(f"Write {left}…{right}", (SetText(turn.key, text, matched),)),
                Fix("Take both marks out", (SetText(turn.key, text, removed),)),
            ),
        )

    def _alone(self, analysis: Analysis, turn: Turn, mark: _Mark) -> Finding:
        text = turn.text
        removed = Fix(
            f"Take the {mark.char} out", (SetText(turn.key, text, text[: mark.at] + text[mark.at + 1 :]),)
        )
        opens = mark.char in _MATES and mark.looks != "close"
        if opens:
            end = _token_end(text, mark.at)
            passage = Passage(turn.key, Span(mark.at, end))
            reason = f"{mark.char} is opened before “{text[mark.at + 1 : end]}” and never closed."
        else:
            start = _token_start(text, mark.at)
            passage = Passage(turn.key, Span(start, mark.at + 1))
            reason = f"{mark.char} closes behind “{text[start : mark.at]}” and was never opened."
        fixes: tuple[Fix, ...] = (removed,)
        if mate := _closed_at_the_sentence(turn, mark) if opens else None:
            close = Fix(f"Close it behind the sentence with {_MATES[mark.char]}", (mate,))
            fixes = (close, removed) if _begins_a_quote(text, mark) else (removed, close)
        return Finding(
            self.kind,
            (passage,),
            title=f"{analysis.headline(turn.key)}: {mark.char} without its mate",
            reason=reason,
            confidence=0.9,
            fixes=fixes,
        )


def _looks_balanced(text: str) -> bool:
    """A quick look: as many marks of each kind opened as closed. Most texts hold none at all."""
    low, high, up = text.count("„"), text.count("“"), text.count("”")
    # „…“ and „…” are both written; beside them “…” may be.
    quotes = low <= high + up and (low + high + up) % 2 == 0 if low else high == up
    return (
        quotes
        and text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
        and text.count("«") == text.count("»")
        and text.count("[") == text.count("]")
        and text.count("{") == text.count("}")
    )


def _marks(text: str) -> list[_Mark]:
    """The marks of a text in order, without smileys, numbered points, intervals and inches."""
    skipped: set[int] = set()
    for pattern in (_SMILEY, _POINT, _INTERVAL):
        for match in pattern.finditer(text):
            skipped.update(range(*match.span()))
    return [
        _Mark(match.start(), match[0], _looks(text, match.start()))
        for match in _MARKS.finditer(text)
        if match.start() not in skipped
    ]


def _looks(text: str, at: int) -> str:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    opens = (not before or before.isspace() or before in "([{-–—“«/") and bool(after) and not after.isspace()
    closes = (
        (not after or after.isspace() or after in ".,;:!?)]}-–—…'’”»/")
        and bool(before)
        and not before.isspace()
    )
    if opens == closes:
        return ""
    return "open" if opens else "close"


def _unmatched(text: str, marks: Sequence[_Mark]) -> tuple[list[tuple[_Mark, _Mark]], list[_Mark]]:
    """The mixed pairs and the marks that stand alone."""
    straight = [mark for mark in marks if mark.char == '"']
    open_marks: list[_Mark] = []
    alone: list[_Mark] = []
    dangling = _dangling(straight) if len(straight) % 2 else None
    for mark in marks:
        if mark.char == '"':
            if mark is dangling:
                (open_marks if mark.looks != "close" else alone).append(mark)
            continue
        mate = next((opened for opened in reversed(open_marks) if _closes(opened.char, mark.char)), None)
        if mate is not None:
            open_marks.remove(mate)
        elif mark.char in _CLOSERS:
            alone.append(mark)
        elif not _reopens(text, mark, open_marks):
            open_marks.append(mark)
    return _paired(text, sorted((*open_marks, *alone), key=lambda mark: mark.at))


def _closes(opened: str, closed: str) -> bool:
    """Whether the second mark is a mate of the first; German closes „ with “ or ”."""
    return closed == _MATES.get(opened) or (opened == "„" and closed == "”")


def _reopens(text: str, mark: _Mark, open_marks: Sequence[_Mark]) -> bool:
    """A quote over several paragraphs opens each of them and closes the last."""
    again = any(mark.char == opened.char for opened in open_marks)
    return again and mark.char in _QUOTES and text[: mark.at].rstrip(" ").endswith("\n")


def _paired(text: str, left: Sequence[_Mark]) -> tuple[list[tuple[_Mark, _Mark]], list[_Mark]]:
    """Of the marks without a mate, an opening one and the closing one right behind it are a mixed pair."""
    pairs: list[tuple[_Mark, _Mark]] = []
    alone: list[_Mark] = []
    for mark in left:
        closes = mark.char in _CLOSERS or mark.looks == "close"
        before = alone[-1] if alone else None
        if closes and before is not None and before.char in _MATES and before.looks != "close":
            pairs.append((alone.pop(), mark))
        else:
            alone.append(mark)
    return pairs, [mark for mark in alone if not _innocent(text, mark)]


def _innocent(text: str, mark: _Mark) -> bool:
    """Inches and seconds: 27", 5'10"."""
    return mark.char == '"' and text[mark.at - 1 : mark.at].isdigit() and mark.looks == "close"


def _dangling(straight: Sequence[_Mark]) -> _Mark:
    """Which one of an odd number of straight quotes is too many.

    The one without which the rest best alternate between opening and closing; of equals the one that
    leaves the shortest quotes. Linear: what stands before it counts as it is, what stands behind shifts.
    """
    wrong_after = [0] * (len(straight) + 1)
    length_after = [0] * (len(straight) + 1)
    for index in range(len(straight) - 1, 0, -1):
        expected = "open" if index % 2 else "close"  # with one gone before it
        wrong_after[index] = wrong_after[index + 1] + (straight[index].looks not in ("", expected))
        gap = straight[index].at - straight[index - 1].at if expected == "close" else 0
        length_after[index] = length_after[index + 1] + gap
    best, chosen, wrong_before, length_before = (1 << 60, 0), straight[0], 0, 0
    for index, mark in enumerate(straight):
        # The quote that spans the mark, if it is inside one, is closed by the next.
        spans = 0
        if index % 2 and index + 1 < len(straight):
            spans = straight[index + 1].at - straight[index - 1].at
        behind = length_after[index + 2] if index % 2 else length_after[index + 1]
        cost = (wrong_before + wrong_after[index + 1], length_before + spans + behind)
        if cost < best:
            best, chosen = cost, mark
        expected = "close" if index % 2 else "open"
        wrong_before += mark.looks not in ("", expected)
        length_before += mark.at - straight[index - 1].at if expected == "close" else 0
    return chosen


def _pair_for(analysis: Analysis, opened: str, closed: str) -> tuple[str, str]:
    """The two marks that were meant: brackets when one opened, else the quotes that are used here."""
    if opened in _BRACKETS:
        return ("(", ")") if closed != _BRACKETS[opened] else (opened, closed)
    return analysis.style.quotes


def _begins_a_quote(text: str, mark: _Mark) -> bool:
    """Whether words that somebody said follow: a capital letter behind "said", "like" or a comma."""
    if mark.char in _BRACKETS:
        return False
    return text[mark.at + 1 : mark.at + 2].isupper() and bool(
        _SAYS.search(text, max(0, mark.at - 20), mark.at)
    )


def _closed_at_the_sentence(turn: Turn, mark: _Mark) -> SetText | None:
    for sentence in sentences(turn.text):
        if sentence.end > mark.at + 1:
            closed = turn.text[: sentence.end] + _MATES[mark.char] + turn.text[sentence.end :]
            return SetText(turn.key, turn.text, closed)
    return None


def _token_end(text: str, at: int) -> int:
    end = at + 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return end


def _token_start(text: str, at: int) -> int:
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at
