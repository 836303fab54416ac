"""Pieces of sentences: fragments that stand alone, and turns that break off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind, Severity
from interviews.detectors.remains.phantom_phrases import is_phantom
from interviews.detectors.remains.residue import residues
from interviews.detectors.shape.left_over import LeftOver
from interviews.detectors.shape.style import ends_open
from interviews.detectors.wording.lexicon import lexicon
from interviews.detectors.wording.repetition import loops_of, said_again
from interviews.text.sentences import sentences
from interviews.text.words import Word, words
from interviews.transcript.building import merge_turns
from interviews.transcript.edits import SetAside, SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

# Words behind which a sentence cannot end: articles, prepositions, conjunctions, auxiliaries.
_CANNOT_END = frozenset(
    "the a an of to and or but with from into for by as at if my your our their its his because than "
    "that which who whose every very is are was were am be been being i'm we're they're it's i've we've "
    "i'll we'll we i they he she has had have would could should will can may might must gonna wanna "
    "like so when where while about".split()
)
# Behind these and a comma follows what somebody said.
_TELLS = frozenset(
    "say says said saying tell tells told asked ask asks go goes went thought think thinking okay well "
    "wrote replied answered add added sagte sagt sagen meinte dit disait dijo dice".split()
)

# A clause that depends on another one, or a question, with no clause before or behind it.
_HALF = re.compile(
    r"""
    (?: (?:and|but|so|or|well|und|aber|et|mais|y|pero),?\s )? (?: by\sthe\sway,\s | you\sknow,\s )?
    (?: as | when | if | while | although | though | since | because | after | before | until | unless
      | once | whenever | wherever | even\sif | do | does | did | is | are | was | were | can | could | would
      | should | have | has | what | how | why | who | wenn | weil | als | ob | nachdem | obwohl | bevor
      | quand | lorsque | puisque | parce\sque | cuando | porque | aunque )
    \s (?:[^\s,:;.!?]+\s+){2,40} [^\s,:;.!?]+ ,
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class OrphanFragment:
    """A piece of a sentence that stands alone: "Or both, as they assess the reports.", under a name or none.

    First fix: it is set aside; attached to the turn that it goes on, where one breaks off.
    Let pass: headings, stage notes, who goes on behind a back-channel or a dash, a whole sentence that only
    starts in lower case, and transcripts that start turns so or go from voice to voice within sentences.
    """

    kind = Kind.ORPHAN_FRAGMENT
    languages = frozenset[str]()

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for key, piece in analysis.fragments.items():
            yield self._finding(analysis, analysis.turns.places[key], piece)

    def _finding(self, analysis: Analysis, place: int, piece: LeftOver) -> Finding:
        turn, transcript = analysis.dialogue[place], analysis.transcript
        aside = Fix(
            f"Set {transcript.where(turn.key)} aside", (SetAside(turn.key, "a fragment of a sentence"),)
        )
        fixes: tuple[Fix, ...] = (aside,)
        evidence: tuple[str, ...] = ()
        before = (
            transcript[piece.goes_on] if piece.goes_on else analysis.dialogue[place - 1] if place else None
        )
        if before is not None and before.speaker is not None:
            where = transcript.where(before.key)
            which = "The turn that it completes" if piece.goes_on else "The turn before it"
            edit = merge_turns(transcript, before.key, turn.key)
            join = Fix(f"Attach it to {where} ({before.speaker})", (edit,))
            if ends_open(before.text):
                fixes = (join, aside)
                evidence = (f"{which} breaks off.",)
            else:
                fixes = (aside, join)
                evidence = (f"{which} is complete.",)
        nobody = turn.speaker is None
        return Finding(
            self.kind,
            (turn.passage(),),
            title=f"{analysis.headline(turn.key)} is a fragment{' without a speaker' if nobody else ''}",
            reason=f"It {'has no speaker and ' if nobody else ''}{piece.why}; it seems to be left over from "
            "another passage.",
            confidence=0.95,
            evidence=evidence,
            fixes=fixes,
        )


@dataclass(frozen=True)
class TruncatedTurn:
    """A turn that breaks off: "and I think that the most imp", "and so he said,".

    First fix: it is joined with its continuation; where there is none, a dash marks it as interrupted.
    Let pass: a dash, an ellipsis or a comma behind a whole clause, fragments, copies and loops, short
    answers, what the same speaker begins again, a link, a time or a credit of subtitles at the end,
    transcripts that end turns without marks, and those that go from voice to voice within sentences.
    """

    kind = Kind.TRUNCATED_TURN
    languages = frozenset[str]()
    # Measured: 0.1–0.3 % of the turns of edited transcripts have no final mark, 20–35 % of recogniser text.
    style_share: float = 0.1
    # Sentences that go on in the next turn: at most one in an edited transcript, up to 1.2 % of its turns; in
    # text of a recogniser that takes one voice for two a third of all turns.
    cuts: int = 3
    cuts_share: float = 0.02
    # Shorter turns are answers: "Right", "Of course".
    shortest: int = 4
    # Words at its end with which somebody else begins: fewer are taken up ("… it grew out of" "It grew").
    begun_again: int = 6
    # Of more turns that end in a comma it is how interruptions are written here.
    most_commas: int = 2
    # A last word rarer than this that stands nowhere else is a piece of a word.
    unknown: float = 1.5

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        without_marks = analysis.style.open_ends > self.style_share
        turns, cuts = analysis.dialogue, analysis.cuts
        is_cut_up = len(cuts) >= max(self.cuts, self.cuts_share * len(turns))
        commas = analysis.each_said(_stops_before_a_quote, self.shortest)
        breaking = analysis.each_said(_breaks_off_with, self.shortest)
        if len(commas) == 1:  # more than once it is how interruptions are written here
            breaking = [*breaking, *commas]
        at_commas = analysis.each_said(_stops_at_a_comma, self.shortest)
        if len(at_commas) <= self.most_commas:
            breaking += [(turn, last) for turn, (last, is_half) in at_commas if is_half]
        for turn, last in breaking:
            if self._is_told_already(analysis, turn):
                continue
            mid_word = self._is_piece(analysis, last)
            place = analysis.turns.places[turn.key]
            if place in analysis.overlaps.rolling or place in analysis.loop_rows.places:
                continue  # the run is told once
            if mid_word or not (without_marks or (is_cut_up and place + 1 in cuts)):
                following = turns[place + 1] if place + 1 < len(turns) else None
                yield self._finding(analysis, turn, last, following, mid_word=mid_word)

    def _is_told_already(self, analysis: Analysis, turn: Turn) -> bool:
        """Whether the turn is a fragment, a copy, ends in a loop, or is begun again by the next one."""
        place = analysis.turns.places[turn.key]
        if turn.key in analysis.fragments or place in analysis.copied:
            return True
        again = analysis.overlaps.exact.get(place + 1)
        if again and (
            again.length >= self.begun_again or turn.speaker == analysis.dialogue[place + 1].speaker
        ):
            return True
        end = len(turn.text.rstrip())
        return any(span.end >= end for span in loops_of(turn.text)) or _stops_in_a_round(turn.text)

    def _is_piece(self, analysis: Analysis, last: Word) -> bool:
        """Whether the last word stands nowhere else, is in no list, and is how another word begins."""
        vocabulary = analysis.vocabulary
        if vocabulary.zipf(last.folded) >= self.unknown or vocabulary.counts[last.folded] > 1:
            return False
        return last.written.islower() and lexicon(analysis.language).begins(last.folded)

    def _finding(
        self, analysis: Analysis, turn: Turn, last: Word, following: Turn | None, *, mid_word: bool
    ) -> Finding:
        sentence = analysis.sentences(turn)[-1]
        where = f"inside a word, “{last.written}”" if mid_word else f"behind “{last.written}”"
        text = turn.text.rstrip()
        fixes = [Fix("Mark it as interrupted with a dash", (SetText(turn.key, turn.text, f"{text} —"),))]
        if (
            following is not None
            and following.text[:1].islower()
            and following.speaker in (None, turn.speaker)
        ):
            other = analysis.transcript.where(following.key)
            edit = merge_turns(analysis.transcript, turn.key, following.key)
            fixes.insert(0, Fix(f"Join it with {other}", (edit,)))
        at_comma = text.endswith((",", ":"))
        sure = mid_word or last.folded in _CANNOT_END
        return Finding(
            self.kind,
            (Passage(turn.key, Span(sentence.start, sentence.end)),),
            title=f"{analysis.headline(turn.key)} breaks off",
            reason=f"It stops {where}, with no full stop, dash or ellipsis.",
            confidence=0.75 if at_comma else 0.97 if sure else 0.9,  # at a comma: an estimate
            severity=Severity.NOTICE if at_comma else None,
            evidence=() if at_comma else (analysis.style.open_ends_told,),
            fixes=tuple(fixes),
        )


def _breaks_off_with(text: str, shortest: int) -> Word | None:
    """The last word of a text that breaks off; None where it is too short, ends in a link, or is a credit."""
    if not ends_open(text):
        return None
    said = words(text)
    if len(said) < shortest or _ends_in_residue(text) or is_phantom(text) or _ends_in_a_list(text):
        return None
    return said[-1]


def _ends_in_a_list(text: str) -> bool:
    """Whether several lines without a mark at any end are the last paragraph: what is needed, who came in."""
    lines = text.rstrip().rpartition("\n\n")[2].splitlines()
    return len(lines) > 1 and all(line.rstrip()[-1:].isalnum() for line in lines)


def _stops_in_a_round(text: str) -> bool:
    """Whether all that stands behind words said three times and more is the beginning of the next round."""
    for said, run in said_again(text):
        rest = text[said[-1].end :].strip()
        following = said[-run.period].folded
        if run.copies >= 3 and rest and following.startswith(rest.lower()):
            return True
    return False


def _stops_before_a_quote(text: str, shortest: int) -> Word | None:
    """The last word of a text that stops where it was to tell what somebody said: "and then she goes,"."""
    stripped = text.rstrip().rstrip("\"“‘'").rstrip()
    if not stripped.endswith((",", ":")):
        return None
    said = words(text)
    return said[-1] if len(said) >= shortest and said[-1].folded in _TELLS else None


def _stops_at_a_comma(text: str, shortest: int) -> tuple[Word, bool] | None:
    """The last word of a text that ends in a comma, and whether its last sentence is half of one.

    "And as more people learn this," has no main clause, and "Do you think that," asks and stops.
    """
    stripped = text.rstrip()
    if not stripped.endswith(","):
        return None
    said = words(text)
    if len(said) < shortest or said[-1].folded in _TELLS:
        return None
    last = sentences(text)[-1].of(stripped)
    return said[-1], _HALF.fullmatch(last) is not None


def _ends_in_residue(text: str) -> bool:
    """Whether a link or a time ends the text."""
    end = len(text.rstrip())
    return "://" in text.rsplit(maxsplit=1)[-1] or any(residue.end >= end for residue in residues(text)[-1:])
