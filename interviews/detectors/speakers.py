"""Who speaks: one person under several labels, and dialogue without a speaker."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.vocabulary import zipf_table
from interviews.text.folding import fold_word
from interviews.transcript.building import merge_turns
from interviews.transcript.edits import RenameSpeaker, SetSpeaker
from interviews.transcript.turns import Turn

_TITLES = frozenset(
    "dr doctor prof professor mr mrs ms miss mx sir dame lord lady senator sen rep representative "
    "president minister secretary judge justice captain capt general gen colonel col sgt father sister "
    "brother rev pastor herr frau monsieur madame señor señora dott mme mlle".split()
)
# Labels that name a part and not a person; numbers and letters tell them apart.
_PART = frozenset(
    "speaker caller guest host interviewer interviewee moderator audience member question questioner "
    "male female man woman voice participant panelist narrator announcer reporter editor operator "
    "unknown unidentified student q a all both everyone crowd multiple various other person".split()
)
_INITIALS = 3  # letters of a label that is somebody's initials
_NAME = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True)
class SpeakerDrift:
    """One person under two labels: "Gerhard Lazu" and once "Gehard Lazu".

    First fix: the turns of the rare label get the other one.
    Let pass: two people with short names alike, a name that is known as another's, labels with other
    numbers ("Speaker 2") or of a part ("Guest"), and a label that may be either of two people.
    """

    kind = Kind.SPEAKER_DRIFT
    languages = frozenset[str]()
    # A slip is rare beside the label that was meant: at most this share of its turns.
    share: float = 0.2
    # Two short names a letter apart are two people: Jan and Jon, Eric and Erik.
    shortest: int = 5

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
        for label, count in counts.items():
            likely = [
                (other, why)
                for other, many in counts.items()
                if other != label and count <= max(1, self.share * many) and count < many
                if (why := _why_same(self, label, other, language))
            ]
            # Where two people fit, nobody can tell which one was meant.
            if len(likely) == 1:
                yield label, *likely[0]

    def why_same(self, rare: str, main: str, zipf: Callable[[str], float]) -> str:
        """Why the rare label is the main one written otherwise; empty when it may be somebody else."""
        if re.findall(r"\d+", rare) != re.findall(r"\d+", main):
            return ""
        a, b = _names(rare), _names(main)
        if not a or not b:
            return ""
        if a == b:
            return "only case and punctuation differ"
        if _is_initials_and_a_slip(rare, main):
            return "a letter slipped in"
        bare_a, bare_b = _untitled(a), _untitled(b)
        if not bare_a or not bare_b or set(bare_a) & _PART:
            return ""
        if self._misspelt(bare_a, bare_b, zipf):
            return "one is misspelt"
        if set(bare_b) & _PART:
            return ""
        if bare_a == bare_b:
            return "only a title differs"
        return _why_shortened(rare, a, bare_a, bare_b) if len(bare_b) > 1 else ""

    def _misspelt(self, a: Sequence[str], b: Sequence[str], zipf: Callable[[str], float]) -> bool:
        """Whether one name is a slip or two away, and every other name of the two is the same."""
        if len(a) != len(b):
            return "".join(a) == "".join(b)
        different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        if len(different) != 1:
            return False
        x, y = different[0]
        short = min(len(x), len(y)) < self.shortest
        distance = OSA.distance(x, y, score_cutoff=2)
        if len(a) > 1:  # the other name vouches for the person
            return distance == 1 if short else distance <= 2
        # A name that no list knows is a slip; one that is known may be another person's.
        nobody = len(x) > 3 and zipf(x) < self.unknown <= zipf(y)
        return distance == 1 and (nobody or not (short or y in _PART))

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
        for key, why in analysis.unlabelled.items():
            if not why:
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


def _names(label: str) -> tuple[str, ...]:
    """The names of a label, folded; "Livera, Stephan" as "stephan livera"."""
    last, comma, first = label.partition(",")
    return tuple(fold_word(name) for name in _NAME.findall(f"{first} {last}" if comma else label))


def _untitled(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in _TITLES)


def _is_initials_and_a_slip(rare: str, main: str) -> bool:
    """Whether a label is another's initials and a letter more: a small one ("Qe") or one twice ("TRR")."""
    if not (main.isalpha() and main.isupper() and len(main) <= _INITIALS and len(rare) == len(main) + 1):
        return False
    return any(
        rare[:at] + rare[at + 1 :] == main
        and (rare[at].islower() or (len(main) > 1 and at > 0 and rare[at] == rare[at - 1]))
        for at in range(len(rare))
    )


def _why_shortened(rare: str, a: Sequence[str], bare_a: Sequence[str], bare_b: Sequence[str]) -> str:
    """Why a label is a short form of a full name of two words or more; empty when it is not."""
    if len(bare_a) == 1:
        if len(a) > 1 and bare_a[0] == bare_b[-1]:
            return "it is a title with the surname"
        if len(a) == 1 and bare_a[0] in (bare_b[0], bare_b[-1]):
            return "it is a part of the name"
        if rare.isupper() and bare_a[0] == "".join(name[0] for name in bare_b):
            return "it is the initials"
        return ""
    if sorted(bare_a) == sorted(bare_b):
        return "the names are in another order"
    same_length = len(bare_a) == len(bare_b)
    return "a name is shortened to its initial" if same_length and _shortened(bare_a, bare_b) else ""


def _shortened(a: Sequence[str], b: Sequence[str]) -> bool:
    pairs = list(zip(a, b, strict=True))
    return any(x == y for x, y in pairs) and all(
        x == y or (len(x) == 1 and y.startswith(x)) for x, y in pairs
    )


def _by_alternation(analysis: Analysis, before: Turn | None, after: Turn | None) -> list[str]:
    """Who may have spoken, the likeliest first: between two turns of one person it was the other one."""
    counts = {label: many for label, many in analysis.turns.labels.items() if label is not None}
    around = {turn.speaker for turn in (before, after) if turn is not None}
    ranked = sorted(counts, key=lambda name: (name in around, -counts[name]))
    return ranked[:2]
