"""Who speaks: one person under several labels, and dialogue without a speaker."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind, Severity
from interviews.detectors.shape.labels import (
    ADDED,
    PART_ADDED,
    SCANNED,
    SPELT_OUT,
    TIME_ADDED,
    has_broken_letters,
    has_digits_for_letters,
    has_other_initials,
    has_other_titles,
    is_initials_and_a_slip,
    is_initials_of,
    is_of_one_asker,
    names_of,
    numbers_of,
    unpadded,
    untitled,
    why_added,
    why_shortened,
)
from interviews.detectors.wording.vocabulary import zipf_table
from interviews.text.placeholders import PART
from interviews.transcript.building import merge_turns
from interviews.transcript.edits import RenameSpeaker, SetSpeaker
from interviews.transcript.turns import Turn

# What tells that two labels are one however often each of them stands: no two people are told apart so.
_CASE = "only case and punctuation differ"
_DIGITS = "digits stand for its letters"
_HOWEVER_OFTEN = frozenset((_CASE, _DIGITS, "its letters are broken", PART_ADDED, TIME_ADDED))


@dataclass(frozen=True)
class SpeakerDrift:
    """One person under two labels: "Gerhard Lazu" and once "Gehard Lazu".

    First fix: the turns of the rare label get the other one.
    Let pass: two people with short names alike, a name that is known as another's, labels of a part
    ("Guest") or with other numbers ("Speaker 2"), and a label that may be either of two people.
    """

    kind = Kind.SPEAKER_DRIFT
    languages = frozenset[str]()
    # A slip is rare beside the label that was meant: at most this share of its turns.
    share: float = 0.2
    # Two short names a letter apart are two people: Jan and Jon, Eric and Erik.
    shortest: int = 5
    longer: int = 7  # letters of a surname in which two slips are no other name

    # Rarer than this (Zipf), a short label is nobody's name.
    unknown: float = 1.5
    # More labels than this are not people.
    most: int = 200

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        counts = {label: many for label, many in analysis.turns.labels.items() if label is not None}
        if len(counts) > self.most:
            return
        for label, other, why in _drifted(self, tuple(counts.items()), analysis.language):
            slips = [turn for turn in analysis.dialogue if turn.speaker == label]
            yield self._finding(analysis, slips, counts, label, other, why)

    def drifted(self, counts: Mapping[str, int], language: str) -> Iterator[tuple[str, str, str]]:
        """Which labels are another one written otherwise, which one, and why, from how often each stands."""
        initials = {label: "".join(names_of(label))[:1] for label in counts}
        for label, count in counts.items():
            likely = [
                (other, why)
                for other, many in counts.items()
                if other != label and count < many
                if count <= max(1, self.share * many) or initials[label] == initials[other]
                if (why := _why_same(self, label, other, language))
                if count <= max(1, self.share * many) or why in _HOWEVER_OFTEN
            ]
            mains = [
                (other, why)
                for other, why in likely
                if not any(self._is_slip_of(other, main, counts, language) for main, _ in likely)
            ]
            # Where two people fit, nobody can tell which one was meant.
            if len(mains) == 1:
                yield label, *mains[0]

    def _is_slip_of(self, other: str, main: str, counts: Mapping[str, int], language: str) -> bool:
        """Whether of two labels that may be meant one is itself a slip of the other: "jerod santo"."""
        why = _why_same(self, other, main, language) if counts[other] < counts[main] else ""
        few = counts[other] <= max(1, self.share * counts[main])
        return bool(why) and (few or why in _HOWEVER_OFTEN)

    def why_same(self, rare: str, main: str, zipf: Callable[[str], float]) -> str:
        """Why the rare label is the main one written otherwise; empty when it may be somebody else."""
        if why := why_added(rare, main):
            return why
        if has_digits_for_letters(rare, main):
            return _DIGITS
        if numbers_of(rare) != numbers_of(main):
            return ""
        a, b = names_of(rare), names_of(main)
        if has_broken_letters(rare, main):
            return "its letters are broken"
        if not a or not b:
            return ""
        if unpadded(a) == unpadded(b):
            return _CASE
        if (*a, *b) in SCANNED and main.isupper():
            return "a scanner misread it"
        if (*a, *b) in SPELT_OUT and main.isupper():
            return "the letter is spelt out"
        if is_initials_and_a_slip(rare, main):
            return "a letter slipped in"
        if has_other_titles(a, b):
            return ""
        if is_of_one_asker(rare, main):
            return "only the word before the brackets is missing"
        bare_a, bare_b = untitled(a), untitled(b)
        if not bare_b:
            bare_a, bare_b = a, b  # who is called by an office alone: "Minister"
        if not bare_a or not bare_b or set(bare_a) & PART or has_other_initials(bare_a, bare_b):
            return ""
        if is_initials_of(main, bare_a):
            return "the other one is its initials"
        if self._misspelt(bare_a, bare_b, zipf):
            return "one is misspelt"
        if set(bare_b) & PART:
            return ""
        if bare_a == bare_b:
            return "only a title differs"
        return why_shortened(rare, a, bare_a, bare_b) if len(bare_b) > 1 else ""

    def _misspelt(self, a: Sequence[str], b: Sequence[str], zipf: Callable[[str], float]) -> bool:
        """Whether one name is a slip or two away, and every other name of the two is the same."""
        if len(a) != len(b):
            return "".join(a) == "".join(b)
        different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        if len(different) == 2 and len(a) == 2:  # both are a letter off, and neither name is short
            return all(
                min(len(x), len(y)) >= self.shortest - 1 and x[0] == y[0] and OSA.distance(x, y) == 1
                for x, y in different
            )
        if len(different) != 1:
            return False
        x, y = different[0]
        short = min(len(x), len(y)) < self.shortest
        distance = OSA.distance(x, y, score_cutoff=2)
        if len(a) > 1:  # the other name vouches for the person
            return distance == 1 if short else distance <= 2
        # So long a name, with the same first letter, is nobody else's.
        if distance == 2 and min(len(x), len(y)) >= self.longer and x[0] == y[0]:
            return zipf(x) < self.unknown
        # A name that no list knows is a slip; one that is known may be another person's.
        nobody = len(x) > 3 and zipf(x) < self.unknown <= zipf(y)
        return distance == 1 and (nobody or not (short or y in PART))

    def _finding(
        self,
        analysis: Analysis,
        slips: Sequence[Turn],
        counts: Mapping[str, int],
        label: str,
        main: str,
        why: str,
    ) -> Finding:
        first = analysis.transcript.where(slips[0].key)
        where = first if len(slips) == 1 else f"{len(slips)} turns, first in {first}"
        edit = RenameSpeaker(label, main, tuple(turn.key for turn in slips))
        return Finding(
            self.kind,
            tuple(turn.passage() for turn in slips),
            title=f"“{label}” is probably “{main}”",
            reason=f"“{label}” stands over {where}, “{main}” over {counts[main]}: {why}.",
            confidence=0.85 if why == "it is a part of the name" else 0.95,
            fixes=(Fix(f"Change “{label}” to “{main}”", (edit,)),),
            severity=Severity.NOTICE if _is_introduced(analysis, slips, main, why) else None,
        )


@dataclass(frozen=True)
class MissingSpeaker:
    """Whole sentences without a speaker, where the other turns have one.

    First fix: it is given to whoever is next by alternation.
    Let pass: background text, headings, stage notes, and transcripts in which most turns have no speaker.
    """

    kind = Kind.MISSING_SPEAKER
    languages = frozenset[str]()

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        turns = analysis.dialogue
        for key in analysis.unlabelled:
            if key not in analysis.fragments:
                place = analysis.turns.places[key]
                before = turns[place - 1] if place else None
                after = turns[place + 1] if place + 1 < len(turns) else None
                yield self._finding(analysis, turns[place], before, after)

    def _finding(self, analysis: Analysis, turn: Turn, before: Turn | None, after: Turn | None) -> Finding:
        likely = _by_alternation(analysis, before, after)
        fixes = [Fix(f"Give it to {name}", (SetSpeaker(turn.key, None, name),)) for name in likely]
        if before is not None and before.speaker is not None:
            where = analysis.transcript.where(before.key)
            join = merge_turns(analysis.transcript, before.key, turn.key, between="\n\n")
            fixes.append(Fix(f"Add it to {where} ({before.speaker})", (join,)))
        return Finding(
            self.kind,
            (turn.passage(),),
            title=f"{analysis.headline(turn.key)} has no speaker",
            reason="Whole sentences stand here without a speaker; the turns around them have one.",
            confidence=0.9,
            fixes=tuple(fixes),
        )


@lru_cache(maxsize=64)  # most edits leave all labels as they are
def _drifted(
    detector: SpeakerDrift, counts: tuple[tuple[str, int], ...], language: str
) -> tuple[tuple[str, str, str], ...]:
    return tuple(detector.drifted(dict(counts), language))


@lru_cache(maxsize=4096)  # every check compares the same labels
def _why_same(detector: SpeakerDrift, rare: str, main: str, language: str) -> str:
    table = zipf_table(language)
    return detector.why_same(rare, main, lambda word: table.get(word, 0.0))


def _is_introduced(analysis: Analysis, slips: Sequence[Turn], main: str, why: str) -> bool:
    """Whether the first label of a person says who that is: "Miss Tugwell (her daughter)", then her name."""
    first = next(turn for turn in analysis.dialogue if turn.speaker in (main, slips[0].speaker))
    return len(slips) == 1 and slips[0] is first and why in (PART_ADDED, ADDED)


def _by_alternation(analysis: Analysis, before: Turn | None, after: Turn | None) -> list[str]:
    """Who may have spoken, the likeliest first: between two turns of one person it was the other one."""
    counts = {label: many for label, many in analysis.turns.labels.items() if label is not None}
    around = {turn.speaker for turn in (before, after) if turn is not None}
    ranked = sorted(counts, key=lambda name: (name in around, -counts[name]))
    return ranked[:2]
