"""The same line under two speakers: one microphone heard both, or a label went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.shape.innocent import quoted, reads_out
from interviews.detectors.shape.structure import asks
from interviews.detectors.shape.style import is_stage_note
from interviews.text.folding import fold
from interviews.transcript.edits import SetAside


@dataclass(frozen=True)
class EchoedTurn:
    """A line of five or more words that stands under two speakers within a few turns.

    Or the last ten or more words of a turn, taken up whole under another name; or all of it but a stage note.
    Who asks back ("Chicken soup for the soul?") or reads out in quotes repeats on purpose; unless the other
    name goes on with a turn of its own, as where a line was put under both.

    First fix: the later turn is set aside.
    Let pass: who asks back, who reads out in quotes, and short lines ("Thank you." "Thank you.").
    """

    kind = Kind.ECHOED_TURN
    languages: frozenset[str] = frozenset()
    alike: float = 0.9
    shortest: int = 5  # words of a line
    tail: int = 10  # words that nobody takes up whole from the end of what another said

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        echoed = {}
        for pair in analysis.duplicates.echoes:
            if pair.alike >= self.alike and self._may_be(analysis, pair.earlier, pair.later):
                echoed[pair.later] = self._finding(analysis, pair.earlier, pair.later, pair.alike)
        for place in self._tails(analysis):
            if place not in echoed and self._may_be(analysis, place - 1, place):
                echoed[place] = self._finding(analysis, place - 1, place, 1.0)
        yield from (echoed[place] for place in sorted(echoed))

    def _tails(self, analysis: Analysis) -> Iterator[int]:
        """The turns that are wholly the last words of the turn before, and more than one takes up."""
        folded, turns = analysis.copies.folded, analysis.dialogue
        for place, overlap in analysis.overlaps.exact.items():
            two = {turns[place - 1].speaker, turns[place].speaker} - {None}
            whole = overlap.length == len(folded[place]) < len(folded[place - 1])
            if not whole or len(two) < 2 or place in analysis.overlaps.rolling:
                continue
            if overlap.length >= self.tail or self._is_behind_a_note(analysis, place, overlap.length):
                yield place

    def _may_be(self, analysis: Analysis, earlier: int, later: int) -> bool:
        texts = (analysis.dialogue[earlier].text, analysis.dialogue[later].text)
        if any(quoted(text) or reads_out(text) for text in texts):
            return False
        asked = sum(map(asks, texts))
        same = fold(texts[0]) == fold(texts[1])
        return not asked or (asked == 2 and same and self._is_followed(analysis, later))

    def _is_followed(self, analysis: Analysis, place: int) -> bool:
        """Whether the next turn is the same speaker's, who then had no need of a line of another's."""
        turns = analysis.dialogue
        return place + 1 < len(turns) and turns[place + 1].speaker == turns[place].speaker

    def _is_behind_a_note(self, analysis: Analysis, place: int, length: int) -> bool:
        """Whether the turn before is a stage note ("[laughs]") and then these words."""
        earlier = analysis.dialogue[place - 1]
        note = earlier.text[: analysis.words(earlier)[-length].start]
        return length >= self.shortest and is_stage_note(note)

    def _finding(self, analysis: Analysis, before: int, place: int, alike: float) -> Finding:
        earlier, later = analysis.dialogue[before], analysis.dialogue[place]
        first, second = analysis.transcript.where(earlier.key), analysis.transcript.where(later.key)
        fixes = [Fix(f"Set {second} aside", (SetAside(later.key, "said twice"),))]
        length = len(analysis.copies.folded[place])
        overlap = analysis.overlaps.exact.get(place)
        if overlap and place - before == 1 and overlap.length == length < len(analysis.copies.folded[before]):
            words = analysis.words(earlier)
            related = earlier.passage(words[-length].start, words[-1].end)
        else:
            related = earlier.passage()
            fixes.append(Fix(f"Set {first} aside", (SetAside(earlier.key, "said twice"),)))
        return Finding(
            self.kind,
            (later.passage(),),
            title=f"{analysis.headline(later.key)} says the words of {first} under another name",
            reason=f"{earlier.speaker} and {later.speaker} say the same line within "
            f"{place - before + 1} turns: a label may be wrong, or one microphone heard both.",
            confidence=0.8,
            related=(related,),
            evidence=(f"{round(alike * 100)} per cent of the words are the same.",),
            fixes=tuple(fixes),
        )
