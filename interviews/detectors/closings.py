"""The interview closes, goes on, and closes again: text was continued past its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interviews.detectors.acts import ENOUGH, Act
from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.innocent import breaks_off, greets, is_sponsor_read
from interviews.detectors.kinds import Kind
from interviews.detectors.structure import SUBSTANCE, Ending, Structure, asks
from interviews.text.similarity import likeness
from interviews.text.words import words
from interviews.transcript.edits import SetAside

Group = tuple[Ending, ...]
Rank = tuple[int, float, bool, float]  # how plain, how sure, no mere answer, how alike


@dataclass(frozen=True)
class RepeatedClosing:
    """A turn that ends the interview after another one has ended it, with an exchange between them.

    People take leave over several turns, so turns that end are looked at in groups; each group but the
    last that is ended again gives one finding.
    """

    kind = Kind.REPEATED_CLOSING
    languages = frozenset({"en"})
    alike: float = 0.35  # shared words from which two closings are one said twice
    same: float = 0.8  # shared words from which any act of ending is enough
    near_end: int = 6  # turns that may follow a last closing
    apart: int = 2  # turns between two endings that belong to one leave-taking
    opening: float = 0.2  # share of the turns, at the start, where thanks may be for being invited
    shortest: int = 3  # words of a closing: "Bye, friends." is said by everybody
    shortly: int = 8  # turns before a closing in which the one who is thanked has spoken
    plain: int = 15  # words of a closing with only one act
    longest: int = 60  # words of a closing that is recognised by its acts alone

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        structure = analysis.structure
        groups = self._groups(structure)
        used: set[int] = set()
        found: list[Finding] = []
        for number in range(len(groups) - 2, -1, -1):
            pairs = [
                (rank, earlier, later)
                for earlier in groups[number]
                for group in groups[number + 1 :]
                for later in group
                if later.place not in used and (rank := self._rank(structure, earlier, later))
            ]
            if pairs:
                rank, earlier, later = max(pairs, key=lambda pair: (pair[0], -pair[2].place))
                used.add(later.place)
                found.append(self._finding(analysis, earlier, later, rank[1]))
        yield from reversed(found)

    def _groups(self, structure: Structure) -> tuple[Group, ...]:
        opening = self.opening * len(structure.dialogue)
        groups: list[list[Ending]] = []
        for ending in structure.endings.values():
            if asks(ending.turn.text) or greets(ending.folded):
                continue
            if ending.weight < ENOUGH and is_sponsor_read(ending.folded):
                continue
            if ending.place < min(opening, 12) or len(ending.folded) < self.shortest:
                continue
            last = groups[-1][-1].place if groups else None
            if (
                last is not None
                and ending.place - last <= self.apart + 1
                and not structure.exchange(last, ending.place)
            ):
                groups[-1].append(ending)
            else:
                groups.append([ending])
        return tuple(tuple(group) for group in groups)

    def _rank(self, structure: Structure, earlier: Ending, later: Ending) -> Rank | None:
        if earlier.turn.speaker != later.turn.speaker:
            return None
        alike = likeness(earlier.folded, later.folded)
        at_end = len(structure.dialogue) - 1 - later.place <= self.near_end
        both = min(earlier.weight, later.weight) >= ENOUGH
        if both and alike >= self.alike and structure.exchange(earlier.place, later.place):
            tier, sure = 3, 0.97 if at_end else 0.9
        elif alike >= self.same and (both or at_end):
            tier, sure = 2, 0.9
        elif both and at_end and self._goes_on(structure, earlier, later):
            tier, sure = 1, 0.7
        else:
            return None
        return tier, sure, not self._answers(structure, later), round(alike, 1)

    def _answers(self, structure: Structure, ending: Ending) -> bool:
        """Whether this only answers the thanks of the turn before."""
        before = structure.endings.get(ending.place - 1)
        return before is not None and before.turn.speaker != ending.turn.speaker

    def _goes_on(self, structure: Structure, earlier: Ending, later: Ending) -> bool:
        """Whether an exchange follows with whoever was talked to before: a guest who left does not speak again."""
        if len(earlier.folded) > self.longest or breaks_off(earlier.folded):
            return False
        if not structure.exchange(earlier.place, later.place):
            return False
        if len(earlier.acts - {Act.PLAIN_THANKS}) < 2 and len(earlier.folded) > self.plain:
            return False
        if structure.interviewers and earlier.turn.speaker not in structure.interviewers:
            return False
        before = self._others(structure, earlier.place - self.shortly, earlier.place, earlier.turn.speaker)
        after = self._others(structure, earlier.place + 2, later.place, earlier.turn.speaker)
        earlier_words = set(earlier.folded)
        named = {
            label for label in before if not earlier_words.isdisjoint(word.folded for word in words(label))
        }
        return bool((named or before) & after)

    def _others(self, structure: Structure, start: int, end: int, closer: str | None) -> set[str]:
        """Who else says something of substance from one place to another."""
        return {
            turn.speaker
            for turn in structure.dialogue[max(0, start) : end]
            if turn.speaker is not None and turn.speaker != closer and len(words(turn.text)) >= SUBSTANCE
        }

    def _finding(self, analysis: Analysis, earlier: Ending, later: Ending, sure: float) -> Finding:
        transcript = analysis.transcript
        first, second = transcript.where(earlier.turn.key), transcript.where(later.turn.key)
        one, two = transcript.numbers[earlier.turn.key], transcript.numbers[later.turn.key]
        acts = ", ".join(sorted(earlier.acts & later.acts))
        return Finding(
            self.kind,
            (later.turn.passage(),),
            title=f"The interview closes twice, at turns {one} and {two}",
            reason=f"{first.capitalize()} closes the interview. {two - one - 1} more turns follow, "
            f"and {second} closes it again.",
            confidence=sure,
            related=(earlier.turn.passage(),),
            evidence=(f"Each of the two {acts}.",) if acts else (),
            fixes=(
                Fix(
                    f"Remove the first closing, {first}", (SetAside(earlier.turn.key, "closing said twice"),)
                ),
                Fix(
                    f"Remove the second closing, {second}", (SetAside(later.turn.key, "closing said twice"),)
                ),
            ),
        )
