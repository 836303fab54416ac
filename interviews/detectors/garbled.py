"""Words that nobody said: noise of characters, torn and glued words, letters out of order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.broken_words import Broken, around, broken_words, signs_inside
from interviews.detectors.kinds import Kind, Severity
from interviews.detectors.lexicon import lexicon
from interviews.detectors.noise import UNKNOWN, Verdict, judge
from interviews.text.words import Word
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

# What makes the characters around a word an address, a path or a program.
_CODE = re.compile(r"[/\\_@=<>{}\[\]`]|://|%[0-9A-F]{2}|\w\(|\w\.\w|\w:\w")
_CUT_OFF = re.compile(r"\s*(?:--|[—–…]|\.\.|-(?!\w)|$)")


@dataclass(frozen=True)
class _Odd:
    """A word that looks like noise: 1 is enough for a flag, 0.5 needs another one beside it."""

    span: Span
    weight: float
    meant: str = ""
    what: str = ""
    slip: bool = False


@dataclass(frozen=True)
class GarbledWords:
    """Noise where words were: "1i5tcning", "t h i n g s", "trans- cript", "thingsthatwas", "fshhfahh".

    First fix: the word that was meant is written, where it is known; else it is only shown.
    Let pass: names, jargon and any word that recurs, code, addresses, foreign words, words that the speaker
    broke off.
    """

    kind = Kind.GARBLED_WORDS
    languages = frozenset({"en"})
    # Rarer than this (Zipf), a word may be a piece of one that was broken apart.
    piece: float = 2.0
    whole: float = 3.0
    # Words beside noise that are rarer than this are noise too.
    rare_short: float = 4.1
    rare_long: float = 2.7
    sure: float = 0.92  # of 152 findings on the development corpus 93 % are right

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        zipf = analysis.vocabulary.zipf
        suspects = self._suspects(analysis)
        broken = [
            (turn, _Odd(word.span, 1, word.meant, word.what))
            for turn in analysis.standing
            for word in (*broken_words(turn.text, zipf), *_with_signs(turn.text))
        ]
        # What is written so twice is a name: LaTeX, AirBnB.
        times = Counter(word.span.of(turn.text) for turn, word in broken)
        by_turn: dict[str, list[_Odd]] = {}
        for turn, word in broken:
            if times[word.span.of(turn.text)] == 1:
                by_turn.setdefault(turn.key, []).append(word)
        for turn in analysis.standing:
            words = analysis.words(turn)
            odd = [*by_turn.get(turn.key, ()), *self._strange(analysis, turn, words, suspects)]
            for run in self._runs(turn, odd) if odd else ():
                yield self._finding(analysis, turn, self._with_neighbours(analysis, run, words))

    def _suspects(self, analysis: Analysis) -> dict[str, Verdict | None]:
        """The words that stand here once and that hardly any list knows, with what to think of them."""
        counts, zipf = analysis.vocabulary.counts, analysis.vocabulary.zipf
        lex = lexicon(analysis.language)
        found: dict[str, Verdict | None] = {}
        for folded, count in counts.items():
            if count > 1 or len(folded) < 3 or (known := zipf(folded)) >= self.piece or folded.isdigit():
                continue
            if f"{folded}s" in counts or (folded.endswith("s") and folded[:-1] in counts):
                continue
            found[folded] = judge(folded, lex, known) if known < UNKNOWN else None
        return found

    def _strange(
        self, analysis: Analysis, turn: Turn, words: Sequence[Word], suspects: dict[str, Verdict | None]
    ) -> Iterator[_Odd]:
        for place, word in enumerate(words):
            if word.folded not in suspects or word.written[0].isupper() or _is_code(turn.text, word):
                continue
            if apart := self._broken_apart(analysis, turn, words, place):
                yield apart
            elif (verdict := suspects[word.folded]) and not _is_cut_off(turn.text, word):
                yield _Odd(word.span, *verdict)

    def _broken_apart(self, analysis: Analysis, turn: Turn, words: Sequence[Word], place: int) -> _Odd | None:
        """A piece of a word and the rest of it beside it: "im portant"."""
        for first, second in ((place - 1, place), (place, place + 1)):
            if first < 0 or second >= len(words):
                continue
            head, tail = words[first], words[second]
            whole = head.written + tail.folded
            together = turn.text[head.end : tail.start] == " " and tail.written.islower() and whole.isalpha()
            if together and analysis.vocabulary.zipf(whole.lower()) >= self.whole:
                return _Odd(Span(head.start, tail.end), 1, whole, "a space stands within it")
        return None

    def _runs(self, turn: Turn, odd: Sequence[_Odd]) -> Iterator[list[_Odd]]:
        """Odd words that stand together, at most one other word between two of them, and weigh enough."""
        run: list[_Odd] = []
        for item in sorted(odd, key=lambda item: item.span):
            if run and item.span.start < run[-1].span.end:
                continue
            if run and len(turn.text[run[-1].span.end : item.span.start].split()) > 1:
                if sum(other.weight for other in run) >= 1:
                    yield run
                run = []
            run.append(item)
        if sum(other.weight for other in run) >= 1:
            yield run

    def _with_neighbours(self, analysis: Analysis, run: list[_Odd], words: Sequence[Word]) -> list[_Odd]:
        """Noise hits neighbours too: rare short words right beside it belong to it."""
        if all(item.meant for item in run):
            return run
        first = bisect_right(words, run[0].span.start, key=lambda word: word.end)
        last = bisect_left(words, run[-1].span.end, key=lambda word: word.start)
        begin, end = first, last
        while begin > max(0, first - 3) and self._is_rare(analysis, words[begin - 1]):
            begin -= 1
        while end < min(len(words), last + 3) and self._is_rare(analysis, words[end]):
            end += 1
        before = [_Odd(word.span, 0, what="it stands in the noise") for word in words[begin:first]]
        behind = [_Odd(word.span, 0, what="it stands in the noise") for word in words[last:end]]
        return [*before, *run, *behind]

    def _is_rare(self, analysis: Analysis, word: Word) -> bool:
        zipf = analysis.vocabulary.zipf(word.folded)
        if analysis.vocabulary.counts[word.folded] > 2 or word.folded.isdigit():
            return False
        return zipf < (self.rare_short if len(word.folded) < 5 else self.rare_long)

    def _finding(self, analysis: Analysis, turn: Turn, run: Sequence[_Odd]) -> Finding:
        text = turn.text
        span = Span(run[0].span.start, run[-1].span.end)
        shown = span.of(text)
        fixes: tuple[Fix, ...] = ()
        if all(item.meant for item in run):
            after, last = "", 0
            for item in run:
                after += text[last : item.span.start] + item.meant
                last = item.span.end
            after += text[last:]
            meant = after[span.start : len(after) - (len(text) - span.end)]
            fixes = (Fix(f"Write “{meant}”", (SetText(turn.key, text, after),)),)
            reason = f"“{shown}” was probably “{meant}”: {run[0].what}."
        else:
            reason = f"“{shown}” is no word: {max(run, key=lambda item: item.weight).what}."
        return Finding(
            self.kind,
            (Passage(turn.key, span),),
            title=f"{analysis.headline(turn.key)}: “{shown}”",
            reason=reason,
            confidence=self.sure,
            severity=Severity.NOTICE if all(item.slip for item in run) else None,
            fixes=fixes,
        )


def _is_code(text: str, word: Word) -> bool:
    """Whether the characters around a word, up to the next spaces, are no prose."""
    return _CODE.search(text, *around(text, word.start, word.end)) is not None


def _is_cut_off(text: str, word: Word) -> bool:
    """Whether the speaker broke off inside the word, or the turn does."""
    return _CUT_OFF.match(text, word.end) is not None


def _with_signs(text: str) -> Iterator[Broken]:
    for span in signs_inside(text):
        yield Broken(span, "", "a sign stands between its letters")
