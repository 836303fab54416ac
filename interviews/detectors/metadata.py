"""What stands inside the dialogue and was never said: times, hashtags, links, markup, headings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind, Severity
from interviews.detectors.remains.residue import Residue, Source, is_residue, residues
from interviews.detectors.shape.style import ends_open
from interviews.transcript.edits import Restore, SetAside, SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

# The reason that a reader gives when it sets a line of hashtags aside.
HASHTAGS_ASIDE = "hashtags"

# Around the interview these may be where they belong.
_OF_A_PAGE = frozenset({Source.LINK, Source.PAGE, Source.PRODUCTION, Source.PROGRAM, Source.REMARK})

# "SIDE A", "END OF SIDE B", "[Tape 1, 00:00]", "[End of tape 1. Tape 2, 00:00]"
_PART = (
    r"(?:tape|side|cassette|reel|disc|band|kassette|seite|bande|face|cinta|nastro|lato)\s(?:\d{1,2}|[A-D])"
)
_TAPE = re.compile(
    rf"\W?(?:(?:end|start|beginning|ende|fin|fine)\s(?:of\s|der\s|de\s)?)?"
    rf"{_PART}(?:[.,]?\s(?:{_PART}|[\d:]{{4,8}})){{0,3}}\W?",
    re.IGNORECASE,
)
_EDITED = re.compile(r"\b(?:edited|condensed|shortened|gekürzt|bearbeitet)\b", re.IGNORECASE)


@dataclass(frozen=True)
class MisplacedMetadata:
    """The page, the file or the recogniser left something: "[00:18:20]", "#AI #news", "&nbsp;".

    First fix: it is taken out, or the turn set aside where it is nothing else.
    Let pass: a speaker who names a website, a time or a chapter, notes of sounds and of what could not be
    heard, words that an editor put in, the sides of a tape where all are named, around the interview a word
    on how it was edited; one form in many turns is told once, as the source's style.
    """

    kind = Kind.MISPLACED_METADATA
    languages = frozenset[str]()
    # One form of residue in this share of the turns, and in this many, is the source's style: one notice.
    style_share: float = 0.1
    style_turns: int = 4

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for turn in analysis.transcript.turns if len(analysis.standing) < len(analysis.transcript) else ():
            if turn.aside == HASHTAGS_ASIDE:
                yield self._already_aside(turn)
        by_form: dict[str, list[tuple[Turn, Residue]]] = defaultdict(list)
        for turn, residue in _without_its_tapes(analysis):
            if turn.is_dialogue or not _belongs_around(turn, residue):
                by_form[_form(turn, residue)].append((turn, residue))
        for found in by_form.values():
            turns = {turn.key for turn, _ in found}
            if len(turns) >= max(self.style_turns, self.style_share * len(analysis.dialogue)):
                yield self._style(analysis, found)
                continue
            by_turn: dict[str, list[Residue]] = defaultdict(list)
            for turn, residue in found:
                by_turn[turn.key].append(residue)
            for key, these in by_turn.items():
                yield self._finding(analysis, analysis.transcript[key], these)

    def _finding(self, analysis: Analysis, turn: Turn, found: Sequence[Residue]) -> Finding:
        source = found[0].source
        headline = analysis.headline(turn.key)
        shown = turn.text[found[0].start : found[0].end]
        shown = shown if len(shown) <= 40 else f"{shown[:39]}…"
        if is_residue(turn.text):
            title = f"{headline} is {source.value}"
            passages: tuple[Passage, ...] = (turn.passage(),)
            fix = Fix(f"Set {headline[0].lower()}{headline[1:]} aside", (SetAside(turn.key, "not dialogue"),))
        else:
            title = f"{headline} holds {source.value}"
            passages = tuple(Passage(turn.key, Span(residue.start, residue.end)) for residue in found)
            fix = Fix(f"Take “{shown}” out", (SetText(turn.key, turn.text, without(turn.text, found)),))
        return Finding(
            self.kind,
            passages,
            title=title,
            reason=f"“{shown}” is {source.value}. Nobody said it.",
            confidence=0.97,
            fixes=(fix,),
            severity=Severity.NOTICE if source in _OF_A_PAGE and not turn.is_dialogue else None,
        )

    def _style(self, analysis: Analysis, found: Sequence[tuple[Turn, Residue]]) -> Finding:
        turn, first = found[0]
        by_turn: dict[str, list[Residue]] = defaultdict(list)
        for other, residue in found:
            by_turn[other.key].append(residue)
        edits = tuple(
            SetText(key, text, without(text, these))
            for key, these in by_turn.items()
            if not is_residue(text := analysis.transcript[key].text)
        )
        return Finding(
            self.kind,
            (Passage(turn.key, Span(first.start, first.end)),),
            title=f"{first.source.value[0].upper()}{first.source.value[1:]} in {len(by_turn)} turns",
            reason=f"“{turn.text[first.start : first.end]}” and its like stand in {len(by_turn)} turns: "
            "it is how this transcript was written, and nobody said it.",
            confidence=0.8,
            fixes=(Fix("Take them out everywhere", edits),) if edits else (),
            severity=Severity.NOTICE,
        )

    def _already_aside(self, turn: Turn) -> Finding:
        return Finding(
            self.kind,
            (turn.passage(),),
            title="A line of hashtags was set aside",
            reason="It belongs to the page around the interview; it was set aside when the file was read.",
            confidence=0.97,
            fixes=(
                Fix("Leave it aside", ()),
                Fix("Put it back", (Restore(turn.key, turn.aside),)),
            ),
            severity=Severity.NOTICE,
        )


def _without_its_tapes(analysis: Analysis) -> list[tuple[Turn, Residue]]:
    """All residues but the names of tapes and sides where there are several: so archives part a text."""
    found = [(turn, residue) for turn, here in analysis.each(residues) for residue in here]
    tapes = [
        (turn, residue)
        for turn, residue in found
        if residue.source is Source.PRODUCTION and _TAPE.fullmatch(turn.text, residue.start, residue.end)
    ]
    named = {turn.text[residue.start : residue.end] for turn, residue in tapes}
    return [one for one in found if one not in tapes] if len(named) > 1 else found


def _belongs_around(turn: Turn, residue: Residue) -> bool:
    """Whether it may stand in the background: headings, and how the text was made."""
    if residue.source is Source.HEADING:
        return True
    return residue.source is Source.PAGE and _EDITED.search(turn.text, residue.start, residue.end) is not None


def without(text: str, found: Sequence[Residue]) -> str:
    """A text without some stretches, and with one space where each one was."""
    kept: list[str] = []
    last = 0
    for residue in found:
        before = text[last : residue.start]
        last = residue.end
        follows = text[last : last + 1]
        if "\n" in follows and ends_open(before) and text[last:].lstrip()[:1].islower():
            before = before.rstrip()  # it stood between the halves of a sentence
            text = f"{text[:last]} {text[last:].lstrip()}"
        elif before[-1:].isspace() and (follows.isspace() or not follows):
            before = before[:-1]
        elif residue.start == 0:
            while last < len(text) and text[last].isspace():
                last += 1
        kept.append(before)
    return "".join((*kept, text[last:]))


def _form(turn: Turn, residue: Residue) -> str:
    """What two residues of one style have in common: "[0:0:0]"."""
    if residue.source is not Source.TIME:
        return residue.source.value
    written = turn.text[residue.start : residue.end]
    return "".join("0" if character.isdigit() else character for character in written).replace("00", "0")
