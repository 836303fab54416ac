"""Turns that stand twice and are meant to: songs, refrains, questions put again, sentences begun again."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from interviews.detectors.shape.copies import Copies
from interviews.detectors.shape.structure import asks

CLOSE = 4  # turns from one to the other within which a few words are enough for a copy
_BROKEN_OFF = ("—", "–", "-", "…", "...")


class Meant:
    """What two places of the dialogue tell of a copy that somebody means."""

    verses: int = 4  # lines of a song or a litany that begin with the same words, no two the same
    refrain: int = 12  # words of a line under which a third time makes a refrain of it
    restart: int = 10  # words of an interrupted sentence that is begun again
    question: int = 20  # words of a question that may be put in the same frame to others

    def __init__(self, copies: Copies) -> None:
        self._copies = copies
        self._dialogue = copies.dialogue

    def is_sung(self, earlier: int, later: int) -> bool:
        """Whether two lines begin as others do and go on differently: a song that grows, a litany."""
        alike = self._copies.framed(later)
        return earlier in alike and len({self._copies.folded[place] for place in alike}) >= self.verses

    def is_refrain(self, earlier: int, later: int) -> bool:
        """Whether a speaker begins a longer turn with a short line, too: a third time it is meant."""
        line = self._dialogue[later]
        if line.speaker is None or len(self._copies.folded[later]) >= self.refrain:
            return False
        others = (
            self._dialogue[place] for place in self._copies.framed(later) if place not in (earlier, later)
        )
        return any(turn.speaker == line.speaker and turn.text.startswith(line.text) for turn in others)

    def insists(self, earlier: int, later: int) -> bool:
        """Whether somebody may ask again because the answer between was none: in court, of politicians."""
        if later - earlier > CLOSE:
            return False
        first, second = self._dialogue[earlier], self._dialogue[later]
        between = {turn.speaker for turn in self._dialogue[earlier + 1 : later]}
        return asks(second.text) and first.speaker == second.speaker and bool(between - {second.speaker})

    def another_is_asked(self, earlier: int, later: int) -> bool:
        """Whether it is one question put to several people in turn."""
        if not self._short_questions(earlier, later):
            return False
        one, two = self._next_speaker(earlier), self._next_speaker(later)
        asker = self._dialogue[later].speaker
        return asker not in (one, two) and one != two

    def parallel(self, earlier: int, later: int) -> bool:
        """Whether one frame is asked of two things: other words stand in the place of some."""
        if not self._short_questions(earlier, later):
            return False
        first, second = self._copies.folded[earlier], self._copies.folded[later]
        changes = list(Indel.editops(first, second))
        gone = {first[op.src_pos] for op in changes if op.tag == "delete"}
        come = {second[op.dest_pos] for op in changes if op.tag == "insert"}
        return any(len(word) > 3 for word in gone) and any(len(word) > 3 for word in come)

    def _short_questions(self, earlier: int, later: int) -> bool:
        if later - earlier < 2 or len(self._copies.folded[later]) > self.question:
            return False
        return asks(self._dialogue[earlier].text) and asks(self._dialogue[later].text)

    def is_restart(self, place: int) -> bool:
        """Whether a short sentence breaks off: whoever is interrupted begins again in the same words."""
        text = self._dialogue[place].text.rstrip()
        return len(self._copies.folded[place]) <= self.restart and text.endswith(_BROKEN_OFF)

    def _next_speaker(self, place: int) -> str | None:
        return self._dialogue[place + 1].speaker if place + 1 < len(self._dialogue) else None
