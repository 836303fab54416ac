"""Words that nobody said: noise of characters, torn and glued words, letters out of order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress, count

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind, Severity
from interviews.detectors.letters.look_alikes import look_alikes
from interviews.detectors.wording.broken_words import Broken, around, broken_words, signs_inside
from interviews.detectors.wording.lexicon import Lexicon, lexicon
from interviews.detectors.wording.noise import MISTYPED, UNLIKE_A_WORD, judge
from interviews.detectors.wording.noisy_signs import noisy_signs
from interviews.detectors.wording.spaces import PIECE, may_stand_amiss, space_amiss
from interviews.detectors.wording.vocabulary import zipf_table
from interviews.text.remembering import Remembered
from interviews.text.words import Word, folded_words, word_spans, words, words_at
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

# What makes the characters around a word an address, a path or a program.
_CODE = re.compile(r"[/\\_@=<>{}\[\]`]|://|%[0-9A-F]{2}|\w\(|\w\.\w|\w:\w")
# What a word is no word behind: ".sesx", "**I**ndeed", "#behindthescenes".
_GLUED = (".", "*", "#")
_LONGEST_QUOTE = 120
_QUOTE = re.compile(rf"[\"“„«‘][^\"“”„«»\n]{{3,{_LONGEST_QUOTE}}}[\"”»’]")
_OURS = 3.5  # Zipf; what a short quote in a language of ours is made of is commoner
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
    """Noise where words were: "1i5tcning", "t h i n g s", "trans- cript", "thingsthatwas", "fshhfahh", "teh",
    "amazig", "yjrot", "hal fpast", "prob.lem", "THink", "reviewwithing".

    First fix: the word that was meant is written, where it is known; else it is only shown.
    Let pass: names, jargon and any word that recurs, code, addresses, foreign words, words that are
    drawn out or that the speaker broke off.
    """

    kind = Kind.GARBLED_WORDS
    languages = frozenset({"en"})
    # Words beside noise that are rarer than this are noise too.
    rare_short: float = 4.1
    rare_long: float = 2.7
    # Scraps of up to four letters that are rarer than this, so many words from noise, may belong to it.
    scrap: int = 4
    rare_scrap: float = 3.2
    reach: int = 3
    # Rare words that look like words: with so many, and so large a share of a turn, it is in a dialect that
    # somebody wrote down, and a slip in it a notice. On the development corpus no speaker has more than 5 %.
    dialect: int = 4
    dialect_share: float = 0.08
    sure: float = 0.87  # of 167 findings on the development corpus; most of the others are slips by nature

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        broken = analysis.each(_broken, analysis.language)
        # What is written so twice is a name: LaTeX, AirBnB.
        times = Counter(word.span.of(turn.text) for turn, found in broken for word in found)
        odd: dict[str, list[_Odd]] = defaultdict(list)
        for turn, found in broken:
            odd[turn.key] += [word for word in found if times[word.span.of(turn.text)] == 1]
        for turn, strange in analysis.each(_strange, analysis.language, self):
            odd[turn.key] += [word for folded, word in strange if self._stands_alone(analysis, folded)]
        for key in sorted(odd, key=analysis.transcript.place):
            turn = analysis.transcript[key]
            for run in self._runs(turn, odd[key]):
                whole = self._with_neighbours(analysis, run, words(turn.text))
                mild = _is_mild(whole)
                if not mild:
                    if _is_quoted_from_another(turn.text, run, analysis.language):
                        continue
                    mild = self._is_dialect(turn, odd[key], analysis.language)
                yield self._finding(analysis, turn, whole, mild=mild)

    def _stands_alone(self, analysis: Analysis, folded: str) -> bool:
        """Whether a word stands once in the transcript, and its plural or singular does not."""
        counts = analysis.vocabulary.counts
        if counts[folded] > 1 or f"{folded}s" in counts:
            return False
        if "-" in folded and any(counts[part] > 1 for part in folded.split("-") if len(part) > 3):
            return False  # a play on a name: "astro-nomical" where Astro is spoken of
        return not (folded.endswith("s") and folded[:-1] in counts)

    def strange(self, text: str, language: str) -> Iterator[tuple[str, _Odd]]:
        """The words of a text that hardly any list knows and that look like noise, if they stand alone."""
        zipf, lex = zipf_table(language), lexicon(language)
        said = folded_words(text)
        places = [*compress(count(), map(_rarity(language).__getitem__, said))]
        small = text.lower() if places else ""
        odd = [
            place
            for place in places
            if not _stands_with_a_capital(said[place], text, small) and _may_be_odd(said, place, zipf, lex)
        ]
        spans = word_spans(text) if odd else []
        unsure: list[int] = []
        for place in odd:
            start, end = spans[place]
            folded, known = said[place], zipf.get(said[place], 0.0)
            if text[start].isupper():
                continue
            found: _Odd | None = None
            if apart := space_amiss(text, said, spans, place, zipf, lex.swapped, lex.gaps):
                found = _Odd(apart.span, 1, apart.meant, apart.what, slip=True)
            elif folded in lex.swapped:
                found = _Odd(Span(start, end), 1, lex.swapped[folded], "two letters are swapped", slip=True)
            elif known < MISTYPED and (verdict := judge(folded, lex, known)):
                found = _Odd(Span(start, end), *verdict)
            if found is None or text[start - 1 : start] in _GLUED or _is_code(text, start, end):
                continue
            if apart or not _is_cut_off(text, end):
                if found.weight < 1:
                    unsure.append(place)
                yield folded, found
        yield from self._company(text, spans, unsure, zipf)

    def _company(
        self, text: str, spans: Sequence[tuple[int, int]], unsure: Sequence[int], zipf: Mapping[str, float]
    ) -> Iterator[tuple[str, _Odd]]:
        """Scraps beside what may be noise: "xmqn oe ys". Two of them tell noise from an odd name."""
        near = {
            beside
            for place in unsure
            for beside in range(max(0, place - self.reach), min(len(spans), place + self.reach + 1))
        }
        for place in sorted(near.difference(unsure)):
            (word,) = words_at(text, spans[place : place + 1])
            scrap = 1 < len(word.folded) <= self.scrap and not word.folded.isdigit()
            if text[max(0, word.start - 2) : word.start] == ", " and text.startswith(",", word.end):
                continue  # "topo, svgo, ini": names in a row
            if scrap and word.written.islower() and zipf.get(word.folded, 0.0) < self.rare_scrap:
                yield word.folded, _Odd(word.span, 0.25, "", "it stands in the noise")

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

    def _is_dialect(self, turn: Turn, odd: Sequence[_Odd], language: str) -> bool:
        """Whether a turn has many words that no list knows, and that are no noise either."""
        is_rare, said = _rarity(language), folded_words(turn.text)
        enough = len(odd) + max(self.dialect, self.dialect_share * len(said))
        if sum(map(is_rare.__getitem__, said)) < enough:
            return False
        return sum(word.written.islower() and is_rare[word.folded] for word in words(turn.text)) >= enough

    def _finding(self, analysis: Analysis, turn: Turn, run: Sequence[_Odd], *, mild: bool) -> Finding:
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
            severity=Severity.NOTICE if mild else None,
            fixes=fixes,
        )


@cache
def _rarity(language: str) -> Remembered[bool]:
    """Folded word to whether it is so rare that it may be noise."""
    zipf, lex = zipf_table(language), lexicon(language)

    def is_rare(word: str) -> bool:
        if word in lex.pieces:
            return True
        return len(word) > 2 and not word.isdigit() and (zipf.get(word, 0.0) < PIECE or word in lex.swapped)

    return Remembered(is_rare)


def _stands_with_a_capital(folded: str, text: str, small: str) -> bool:
    """Whether a word is a name by its first letter, as far as one can tell without its place.

    ``small`` is the text in small letters.
    """
    at = small.find(folded)
    return at >= 0 and len(small) == len(text) and text[at].isupper() and small.find(folded, at + 1) < 0


def _may_be_odd(said: Sequence[str], place: int, zipf: Mapping[str, float], lex: Lexicon) -> bool:
    """Whether something may be wrong with a rare word, or with the space beside it."""
    word = said[place]
    return (
        word in lex.swapped
        or (zipf.get(word, 0.0) < MISTYPED and judge(word, lex, zipf.get(word, 0.0)) is not None)
        or may_stand_amiss(said, place, zipf, lex.swapped, lex.gaps)
    )


def _is_mild(run: Sequence[_Odd]) -> bool:
    """Whether it is a slip that nobody stumbles over, or one odd word that may be right."""
    return all(item.slip for item in run) or [item.what for item in run] == [UNLIKE_A_WORD]


def _is_quoted_from_another(text: str, run: Sequence[_Odd], language: str) -> bool:
    """Whether odd words stand in a short quote of which half the others are no words of ours: a language."""
    start, end = run[0].span.start, run[-1].span.end
    near = _QUOTE.finditer(text, max(0, start - _LONGEST_QUOTE), end + _LONGEST_QUOTE)
    quote = next((one for one in near if one.start() < start and end < one.end()), None)
    if quote is None:
        return False
    zipf = zipf_table(language)
    others = folded_words(text[quote.start() : start] + text[end : quote.end()])
    foreign = sum(zipf.get(word, 0.0) < _OURS for word in others)
    return foreign > 1 and 2 * foreign >= len(others)


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether the characters around a word, up to the next spaces, are no prose."""
    return _CODE.search(text, *around(text, start, end)) is not None


def _is_cut_off(text: str, end: int) -> bool:
    """Whether the speaker broke off inside the word that ends here, or the turn does."""
    return _CUT_OFF.match(text, end) is not None


def _broken(text: str, language: str) -> list[_Odd]:
    """The words of a text that are broken visibly."""
    zipf = zipf_table(language)

    def common(word: str) -> float:
        return zipf.get(word, 0.0)

    found = [*broken_words(text, common)]
    for word in (*noisy_signs(text, common), *look_alikes(text, language), *_signs(text)):
        if not any(word.span.overlaps(known.span) for known in found):
            found.append(word)
    return [_Odd(word.span, 1, word.meant, word.what) for word in found]


def _signs(text: str) -> Iterator[Broken]:
    return (Broken(span, "", "a sign stands between its letters") for span in signs_inside(text))


def _strange(text: str, language: str, detector: GarbledWords) -> list[tuple[str, _Odd]]:
    return list(detector.strange(text, language))
