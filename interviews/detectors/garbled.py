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
from interviews.detectors.kinds import Kind
from interviews.detectors.lexicon import Lexicon, lexicon
from interviews.text.words import Word
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

# What makes the characters around a word an address, a path or a program.
_CODE = re.compile(r"[/\\_@=<>{}\[\]`]|://|%[0-9A-F]{2}|\w\(|\w\.\w|\w:\w")
_DIGIT_INSIDE = re.compile(r"[a-z]+\d+[a-z][a-z\d]*|\d+[a-z]+\d+[a-z\d]*")
_TO_OR_FOR = re.compile(r"[a-z]{1,12}[24][a-z]{1,12}")
# Numbers with their unit, ordinals, decades, versions, and names such as mp3, web3, sha256, i18n.
_QUANTITY = re.compile(
    r"\d+(?:st|nd|rd|th|s|k|x|m|b|d|g|h|am|pm|[kmg]?hz|[kmgt]?i?b(?:it|ps)?s?|[mnu]s|px|fps|[kcm]m|kg|ish|ers?)"
)
_NUMBERED = re.compile(r"[a-z]{1,8}\d+|[a-z]{1,3}\d+[a-z]|\d+[a-z]|\d{2,}[a-z]+|[a-z]+\d{2,}[a-z\d]*")
_VOWEL = re.compile(r"[aeiouy]")
_CUT_OFF = re.compile(r"\s*(?:--|[—–…]|\.\.|-(?!\w)|$)")


@dataclass(frozen=True)
class _Odd:
    """A word that looks like noise: 1 is enough for a flag, 0.5 needs another one beside it."""

    span: Span
    weight: float
    meant: str = ""
    what: str = ""


@dataclass(frozen=True)
class GarbledWords:
    """Noise where words were: "1i5tcning", "t h i n g s", "trans- cript", "thingsthatwas", "fshhfahh"."""

    kind = Kind.GARBLED_WORDS
    languages = frozenset({"en"})
    # See Lexicon.oddness. Of the words in 1.8 million words of clean text that no list knows and that stand
    # once, 20 are odder than the first, and most of those are slips; the second needs company.
    noise: float = 3.72
    strange: float = 3.1
    # Words rarer than this (Zipf) are in the list because somebody mistyped them on the web.
    unknown: float = 1.5
    # Shorter words are names and abbreviations too often.
    shortest_noise: int = 6
    # Longer ones are addresses and programs.
    longest: int = 45
    # Words beside noise that are rarer than this are noise too.
    rare_short: float = 4.1
    rare_long: float = 2.7

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        zipf = analysis.vocabulary.zipf
        unknown = self._unknown(analysis, lexicon(analysis.language))
        broken = [
            (turn, _Odd(word.span, 1, word.meant, word.what))
            for turn in analysis.standing
            for word in (*broken_words(turn.text, zipf), *_with_signs(turn.text))
        ]
        # What is written so twice is a name: LaTeX, AirBnB.
        times = Counter(odd.span.of(turn.text) for turn, odd in broken)
        by_turn: dict[str, list[_Odd]] = {}
        for turn, odd in broken:
            if times[odd.span.of(turn.text)] == 1:
                by_turn.setdefault(turn.key, []).append(odd)
        for turn in analysis.standing:
            words = analysis.words(turn)
            strange = [
                _Odd(word.span, *unknown[word.folded])
                for word in words
                if word.folded in unknown
                and not word.written[0].isupper()
                and not _is_code(turn.text, word)
                and not _is_cut_off(turn.text, word)
            ]
            if strange or turn.key in by_turn:
                for run in self._runs(turn, [*by_turn.get(turn.key, ()), *strange]):
                    yield self._finding(analysis, turn, self._with_neighbours(analysis, run, words))

    def _unknown(self, analysis: Analysis, lex: Lexicon) -> dict[str, tuple[float, str, str]]:
        """The words of this transcript that may be noise: no list knows them and they stand here once."""
        counts, zipf = analysis.vocabulary.counts, analysis.vocabulary.zipf
        found: dict[str, tuple[float, str, str]] = {}
        for folded, count in counts.items():
            if count > 1 or len(folded) < 3 or zipf(folded) >= self.unknown or folded.isdigit():
                continue
            if f"{folded}s" in counts or (folded.endswith("s") and folded[:-1] in counts):
                continue
            if judged := self._judge(folded, lex, zipf(folded)):
                found[folded] = judged
        return found

    def _judge(self, folded: str, lex: Lexicon, zipf: float) -> tuple[float, str, str] | None:
        if not folded.isascii() or "_" in folded or len(folded) > self.longest:
            return None
        if zipf:  # a slip that many make, or a rare word: only lost vowels tell them apart
            meant = lex.meant(folded) if len(folded) > 3 and _VOWEL.search(folded, 1) is None else None
            return (1, *meant) if meant else None
        if len(folded) >= 9 and (parts := _split(folded, lex)):
            return 1, parts, "words run together"
        if not folded.isalnum():
            return None
        if _QUANTITY.fullmatch(folded):
            return None
        if len(folded) >= 4 and (meant := lex.meant(folded)):
            return 1, *meant
        if folded.isalpha():
            oddness = lex.oddness(folded)
            if (
                oddness > self.noise
                and len(folded) >= self.shortest_noise
                and folded[: len(folded) // 2] not in folded[1:]
            ):
                return 1, "", "its letters do not follow each other as in any word"
            return (0.5, "", "no list knows it") if oddness > self.strange else None
        letters = sum(map(str.isalpha, folded))
        if _NUMBERED.fullmatch(folded):
            return None
        if letters >= 4 and _DIGIT_INSIDE.fullmatch(folded) and not _TO_OR_FOR.fullmatch(folded):
            return 1, "", "a digit stands between its letters"
        return 0.5, "", "letters and digits are mixed"

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
            confidence=0.9 if fixes else 0.8,
            fixes=fixes,
        )


def _is_code(text: str, word: Word) -> bool:
    """Whether the characters around a word, up to the next spaces, are no prose."""
    return _CODE.search(text, *around(text, word.start, word.end)) is not None


def _split(token: str, lex: Lexicon) -> str:
    """The words that run together in a token, with spaces; a compound's parts are looked at one by one."""
    parts = [lex.split(part) or [part] for part in token.split("-")]
    return "-".join(" ".join(part) for part in parts) if any(len(part) > 1 for part in parts) else ""


def _is_cut_off(text: str, word: Word) -> bool:
    """Whether the speaker broke off inside the word, or the turn does."""
    return _CUT_OFF.match(text, word.end) is not None


def _with_signs(text: str) -> Iterator[Broken]:
    for span in signs_inside(text):
        yield Broken(span, "", "a sign stands between its letters")
