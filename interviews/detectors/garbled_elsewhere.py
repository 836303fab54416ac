"""Words broken visibly, where the words of a language are not judged: apart, torn, with signs inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.letters.look_alikes import look_alikes
from interviews.detectors.wording.broken_words import Broken, around, signs_inside, torn_words
from interviews.detectors.wording.noisy_signs import noisy_signs
from interviews.detectors.wording.vocabulary import zipf_table
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

_LETTER = r"[^\W\d_]"
_APART = re.compile(rf"(?<!\S){_LETTER}(?: {_LETTER}){{3,40}}(?=[\s.,;:!?…\"”»)]|$)")
_DIGIT_INSIDE = re.compile(rf"(?<![\w'’-]){_LETTER}{{1,20}}\d{{1,2}}{_LETTER}{{2,20}}(?![\w'’-])")
_CODE = re.compile(r"[/\\_@=<>{}\[\]`]|://")


@dataclass(frozen=True)
class GarbledElsewhere:
    """Letters with spaces between them, a word torn at a line's end, digits or signs between letters.

    For every language but English, where the words themselves are judged too.

    First fix: the word as it was, where that is known.
    Let pass: addresses, formulas and numbered names; initials; what stands so more than once.
    """

    kind = Kind.GARBLED_WORDS
    languages = frozenset[str]()
    shortest_unknown: int = 5  # letters apart that are one word even when no list knows it
    fewest_letters: int = 4  # around a digit; with fewer it is a name such as mp3 or h2o
    known: float = 2.0  # Zipf frequency from which letters apart were a word

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        if analysis.language == "en":
            return
        for turn, found in analysis.each(_broken, analysis.language, self):
            last = 0
            for broken, once in found:
                if broken.span.start >= last and (not once or analysis.vocabulary.counts[once] == 1):
                    last = broken.span.end
                    yield self._finding(analysis, turn, broken)

    def broken(self, text: str, language: str) -> Iterator[tuple[Broken, str]]:
        """What is broken in a text, and the word that must stand once in the transcript, if one must."""
        table = zipf_table(language)

        def zipf(word: str) -> float:
            return table.get(word, 0.0)

        for match in _APART.finditer(text):
            word = match[0].replace(" ", "")
            cased = all(letter.lower() != letter.upper() for letter in word)
            if zipf(word.lower()) >= self.known or (len(word) >= self.shortest_unknown and cased):
                yield Broken(Span(*match.span()), word, "its letters stand apart"), ""
        for torn in torn_words(text, zipf):
            yield torn, ""
        for match in _DIGIT_INSIDE.finditer(text):
            if self._is_noise(match[0]) and not _CODE.search(text, *around(text, *match.span())):
                broken = Broken(Span(*match.span()), "", "a digit stands between its letters")
                yield broken, match[0].lower()
        strewn = [*noisy_signs(text, zipf), *look_alikes(text, language)]
        yield from ((broken, "") for broken in strewn)
        for span in signs_inside(text):
            if any(span.overlaps(broken.span) for broken in strewn):
                continue
            yield Broken(span, "", "a sign stands between its letters"), ""

    def _is_noise(self, word: str) -> bool:
        letters = sum(map(str.isalpha, word))
        return letters >= self.fewest_letters and word[1:].islower()

    def _finding(self, analysis: Analysis, turn: Turn, broken: Broken) -> Finding:
        span, meant, what = broken
        shown = span.of(turn.text)
        why = f"was probably “{meant}”" if meant else "is no word"
        after = turn.text[: span.start] + meant + turn.text[span.end :]
        return Finding(
            self.kind,
            (Passage(turn.key, span),),
            title=f"{analysis.headline(turn.key)}: “{shown}”",
            reason=f"“{shown}” {why}: {what}.",
            confidence=0.9,
            fixes=(Fix(f"Write “{meant}”", (SetText(turn.key, turn.text, after),)),) if meant else (),
        )


def _broken(text: str, language: str, detector: GarbledElsewhere) -> list[tuple[Broken, str]]:
    return sorted(detector.broken(text, language))
