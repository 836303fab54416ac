"""Interviews written for the tests: turns a line each, faults marked where they stand.

    # what the interview is
    language: en
    sound: yes                       (when nothing is wrong in it)
    Editor: A turn of a speaker.     (a leading ": " stands for no speaker)
    Guest: He has ⟦doubled_phrase|the the⟧ key.

A mark may run over several turns. ``⟦?kind|…⟧`` may be found and need not be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from interviews.detectors.base import Finding
from interviews.transcript.turns import Transcript, Turn

FOLDER = Path(__file__).parent / "interviews"
_MARK = re.compile(r"⟦(\?)?(\w+)\||⟧")


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault of a written interview. Places are (turn, code point), the end exclusive."""

    kind: str
    start: tuple[int, int]
    end: tuple[int, int]
    needed: bool

    def met_by(self, finding: Finding, transcript: Transcript) -> bool:
        """Whether a finding says the same of the same words, half of them at the least."""
        if finding.kind.value != self.kind:
            return False
        first, last = finding.passages[0], finding.passages[-1]
        theirs = _letters(
            transcript,
            (transcript.place(first.turn), first.span.start),
            (transcript.place(last.turn), last.span.end),
        )
        mine = _letters(transcript, self.start, self.end)
        return 2 * len(mine & theirs) >= len(mine | theirs)


@dataclass(slots=True)
class Written:
    """One written interview with what is wrong in it."""

    name: str
    transcript: Transcript
    sound: bool
    planted: list[Planted] = field(default_factory=list)


def _letters(transcript: Transcript, start: tuple[int, int], end: tuple[int, int]) -> set[tuple[int, int]]:
    letters: set[tuple[int, int]] = set()
    for place in range(start[0], end[0] + 1):
        least = start[1] if place == start[0] else 0
        most = end[1] if place == end[0] else len(transcript.turns[place].text)
        letters.update((place, letter) for letter in range(least, most))
    return letters


def written_interviews() -> list[Written]:
    """All of them, by name."""
    return [read_written(path) for path in sorted(FOLDER.glob("*.txt"))]


def read_written(path: Path) -> Written:
    """Reads one file. Raises ValueError for a turn without a label, and for marks that do not pair."""
    language, sound = "en", False
    turns: list[Turn] = []
    planted: list[Planted] = []
    opened: list[tuple[str, tuple[int, int], bool]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        before, label, said = _parts(line)
        if label == "language":
            language = said
            continue
        if label == "sound":
            sound = said == "yes"
            continue
        marked = before + said.replace("\\n", "\n")
        text, marks = _without_marks(marked, len(turns))
        for opens, kind, needed, place in marks:
            if opens:
                opened.append((kind, place, needed))
            else:
                kind, start, needed = opened.pop()
                planted.append(Planted(kind, start, place, needed))
        turns.append(Turn(str(len(turns)), text, label or None))
    if opened:
        raise ValueError(f"{path.name}: a mark is not closed")
    return Written(path.stem, Transcript(tuple(turns), language=language), sound, planted)


def _parts(line: str) -> tuple[str, str, str]:
    """The mark before the label, the label, what is said."""
    opening = _MARK.match(line)
    before = opening.group() if opening else ""
    label, colon, said = line[len(before) :].partition(":")
    if not colon:
        raise ValueError(f"no label: {line!r}")
    return before, label.strip(), said.strip()


def _without_marks(marked: str, place: int) -> tuple[str, list[tuple[bool, str, bool, tuple[int, int]]]]:
    text, at = "", 0
    marks = []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        marks.append((mark.group() != "⟧", mark[2] or "", not mark[1], (place, len(text))))
    return text + marked[at:], marks
