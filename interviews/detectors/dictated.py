"""Marks that somebody dictated and a recogniser wrote out: "we left comma and then", "new paragraph"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.text.holding import holds
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn


class _Commands(NamedTuple):
    """How marks are dictated in a language, and with which words beside them they are spoken of."""

    written: Mapping[str, str]  # what is dictated, and the mark; empty where no mark can be put for it
    hints: tuple[str, ...]  # one of these stands in each
    before: frozenset[str]
    behind: frozenset[str]


_COMMANDS = {
    "en": _Commands(
        {
            "comma": ",",
            "full stop": ".",
            "question mark": "?",
            "exclamation mark": "!",
            "new paragraph": "",
            "new line": "",
        },
        ("comma ", "full stop", "ion mark", "new paragraph", "new line"),
        frozenset(
            "a an the this that these each every one two no any some missing by with without of and or then "
            "use used put add oxford serial extra your my our their his her its another first second last "
            "forgot after before is was as in on to for from says say said type whole brand big huge like "
            "called into just".split()
        ),
        frozenset(
            "is was are were separated delimited splice splices there here goes should would means which "
            "of for key character icon emoji over in".split()
        ),
    ),
    "de": _Commands(
        {
            "Komma": ",",
            "Fragezeichen": "?",
            "Ausrufezeichen": "!",
            "neuer Absatz": "",
            "neue Zeile": "",
        },
        ("Komma", "zeichen", "neuer Absatz", "neue Zeile"),
        frozenset(
            "ein eine einen einem der die das den dem des kein keine keinen dieses dieser jedes mit ohne "
            "als von und oder im ins am zum zur null eins zwei drei vier fünf sechs sieben acht neun zehn "
            "elf zwölf großes dickes viele mehr per ist sein ihr mein unser zwanzig hundert".split()
        ),
        frozenset(
            "null eins zwei drei vier fünf sechs sieben acht neun zehn ist war steht hinter fehlt".split()
        ),
    ),
    "fr": _Commands(
        {
            "virgule": ",",
            "point-virgule": " ;",
            "point d'interrogation": " ?",
            "point d’interrogation": " ?",
            "point d'exclamation": " !",
            "point d’exclamation": " !",
            "nouveau paragraphe": "",
        },
        ("virgule", "point d", "nouveau paragraphe"),
        frozenset(
            "un une le la les des de du cette ce sa ma ton ta notre par avec sans et ou en zéro deux trois "
            "quatre cinq six sept huit neuf dix onze douze gros grand seule vingt cent mille chaque".split()
        ),
        frozenset("zéro un deux trois quatre cinq six sept huit neuf dix vingt est était".split()),
    ),
}


class _Dictated(NamedTuple):
    span: Span
    mark: str


@dataclass(frozen=True)
class DictatedMarks:
    """A mark that was dictated and stands there as words: "we left comma and then", "…fertig Komma aber".

    First fix: the mark is written; none for a paragraph.
    Let pass: marks that are spoken of ("a comma", "ein Fragezeichen"), and numbers ("drei Komma fünf").
    """

    kind = Kind.GARBLED_WORDS
    languages = frozenset(_COMMANDS)

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        if analysis.language not in _COMMANDS:
            return
        for turn, found in analysis.each(_dictated, analysis.language):
            for dictated in found:
                yield self._finding(analysis, turn, dictated)

    def _finding(self, analysis: Analysis, turn: Turn, dictated: _Dictated) -> Finding:
        start, end = dictated.span.start, dictated.span.end
        mark, text = dictated.mark, turn.text
        shown = text[start:end]
        after = text[:start].rstrip() + mark + text[end:]
        return Finding(
            self.kind,
            (Passage(turn.key, dictated.span),),
            title=f"{analysis.headline(turn.key)}: “{shown}”",
            reason=f"“{shown}” was dictated as a mark and written out as words.",
            confidence=0.87,  # an estimate: none was planted, and clean text has none
            fixes=(Fix(f"Write “{mark.strip()}”", (SetText(turn.key, text, after),)),) if mark else (),
        )


def _dictated(text: str, language: str) -> list[_Dictated] | None:
    commands = _COMMANDS[language]
    return [*_commands_in(text, commands)] if holds(text, commands.hints) else None


def _commands_in(text: str, commands: _Commands) -> Iterator[_Dictated]:
    said = "|".join(sorted(map(re.escape, commands.written), key=len, reverse=True))
    # Between words of a sentence; where a mark was dictated none stands.
    for match in re.finditer(rf"(?<=\w )(?P<said>{said})(?P<behind> [^\W\d_]+|(?=[.!?]?$))", text):
        before = text[: match.start()].split()[-1].lower()
        behind = match["behind"].strip().lower()
        if before not in commands.before and behind not in commands.behind and not before[-1].isdigit():
            yield _Dictated(Span(*match.span("said")), commands.written[match["said"]])
