"""Phrases that recognisers invent where nobody speaks: they were in the subtitles that they learnt from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind, Severity
from interviews.detectors.remains.phantom_phrases import CREDITS, FAREWELL, WITHIN, is_credit, without_domains
from interviews.text.folding import fold
from interviews.text.holding import holds
from interviews.text.sentences import sentences
from interviews.text.words import count_words, folded_words
from interviews.transcript.edits import SetAside, SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

# A text without any of these words, or these characters, holds no such phrase.
_HINTS = frozenset(
    "otter amara transcribed transcription transcripts transcript remove subtitles subtitled captions "
    "captioned captioning translated translation sous-titres sous-titrage untertitel untertitelung "
    "subtítulos legendas sottotitoli субтитры субтитров napisy ondertitels watching subscribe video "
    "zuschauen regardé por просмотр следует bell abonnez abonnez-vous abonniert suscríbete canal "
    "canale guardato assistir kijken tittat tittar obejrzenie oglądanie izlediğiniz abone altyazı "
    "titulky подписывайтесь undertexter teksting tekster υπότιτλοι ترجمة".split()
)
_EASTERN_HINTS = re.compile("[視登訂观收字시구자]")
# Nor one within a sentence without any of these parts.
_SURE = ("ubscribe", "otter", "Otter", "amara", "Amara", "imatorzok", "to remove th")
# The longest of these phrases, with some room.
_LONGEST = 160


@dataclass(frozen=True)
class PhantomPhrase:
    """ "Transcribed by https://otter.ai", "Thanks for watching!" where nobody spoke; one flag for a run.

    First fix: the turn, or the phrase, is taken out; of a run all of it.
    Let pass: a host who says it near the end, with a notice where the talk goes on, and a sentence that only
    contains it.
    """

    kind = Kind.PHANTOM_PHRASE
    languages = frozenset[str]()
    # A farewell to viewers in the last part of an interview may have been said.
    closing_share: float = 0.1
    # A goodbye is shorter than what a talk goes on with.
    goodbye: int = 10

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        turns = analysis.dialogue
        closing = len(turns) - max(2, round(self.closing_share * len(turns)))
        run: list[tuple[Turn, Span]] = []
        for turn, phrases in analysis.each_said(_phrases):
            place = analysis.turns.places[turn.key]
            early = place < closing or self._goes_on(analysis, place)
            found = [span for span, sure in phrases if sure or early]
            whole = bool(found) and all(_covers(turn, span) for span in found)
            follows = bool(run) and analysis.turns.places[run[-1][0].key] == place - 1
            if run and not (follows and whole and fold(run[0][1].of(run[0][0].text)) == fold(turn.text)):
                yield self._finding(analysis, run, closing)
                run = []
            if whole:
                run.extend((turn, span) for span in found)
            else:
                for span in found:
                    yield self._finding(analysis, [(turn, span)], closing)
        if run:
            yield self._finding(analysis, run, closing)

    def _goes_on(self, analysis: Analysis, place: int) -> bool:
        """Whether more than a goodbye stands behind a turn near the end."""
        return sum(count_words(turn.text) for turn in analysis.dialogue[place + 1 :]) >= self.goodbye

    def _finding(self, analysis: Analysis, run: Sequence[tuple[Turn, Span]], closing: int) -> Finding:
        turn, span = run[0]
        shown = span.of(turn.text)
        if _covers(turn, span):
            edits: tuple[SetAside | SetText, ...] = tuple(
                SetAside(other.key, "invented by the recogniser") for other, _ in run
            )
            many = f"{len(run)} turns" if len(run) > 1 else analysis.transcript.where(turn.key)
            label = f"Set {many} aside"
        else:
            after = " ".join((turn.text[: span.start].rstrip(), turn.text[span.end :].lstrip())).strip()
            edits, label = (SetText(turn.key, turn.text, after),), f"Take “{shown}” out"
        severity = None
        if not CREDITS.search(without_domains(shown)) and len(run) == 1:
            early = analysis.turns.places[turn.key] < closing
            severity = Severity.WARNING if early else Severity.NOTICE
        times = f" It stands {len(run)} times in a row." if len(run) > 1 else ""
        return Finding(
            self.kind,
            tuple(Passage(other.key, own) for other, own in run),
            title=f"{analysis.headline(turn.key)}: “{shown}”",
            reason=f"Recognisers write “{shown}” when nobody speaks; it comes from subtitles.{times}",
            confidence=0.7 if severity is Severity.NOTICE else 0.9,
            fixes=(Fix(label, edits),),
            severity=severity,
        )


def _phrases(text: str) -> list[tuple[Span, bool]]:
    """The sentences of a text that are such a phrase, and whether each is a credit or a farewell."""
    if _HINTS.isdisjoint(folded_words(text)) and (text.isascii() or not _EASTERN_HINTS.search(text)):
        return []
    found = []
    for span in sentences(text):
        words = without_domains(span.of(text)) if len(span) <= _LONGEST else ""
        if CREDITS.fullmatch(words):
            found.append((span, True))
        elif FAREWELL.fullmatch(words):
            found.append((span, False))
        elif holds(text, _SURE):
            matches = WITHIN.finditer(text, span.start, span.end)
            found.extend(
                (Span(*match.span()), is_credit(match[0]) or "remove" in match[0]) for match in matches
            )
    return found


def _covers(turn: Turn, span: Span) -> bool:
    return span.start == 0 and span.end == len(turn.text.rstrip())
