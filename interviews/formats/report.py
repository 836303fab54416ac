"""What a person is shown of a reading before anything is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from interviews.formats.base import Piece, Reading, Use, written_in
from interviews.formats.headings import guest_named
from interviews.formats.labelled import TITLE_ASIDE
from interviews.formats.lines import line_at, line_starts, split_lines
from interviews.formats.registry import reader
from interviews.transcript.turns import Part, Speaker, Turn


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """A label, what is known of the person, and how many turns it has."""

    speaker: Speaker
    turns: int


@dataclass(frozen=True, slots=True)
class AsideLine:
    """What was set aside: the line of the source where it begins, its text and why."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """The import report. ``percent`` is 100 only where every character is accounted for."""

    format_label: str
    why: str
    encoding: str
    title: str
    turns: int
    speakers: tuple[SpeakerLine, ...]
    without_speaker: int
    background: int
    has_times: bool
    asides: tuple[AsideLine, ...]
    percent: int
    notes: tuple[str, ...]


class Shown(StrEnum):
    """How a line of the source is shown; the values are class names."""

    BLANK = "blank"
    BACKGROUND = "background"
    TITLE = "title"
    TURN = "turn"
    LOOSE = "loose"  # dialogue without a speaker, where others have one
    ASIDE = "aside"
    MARKUP = "markup"  # a rule, a time on a line of its own


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source. Its first ``label_end`` code points name somebody; 0 where nobody is named."""

    number: int
    text: str
    shown: Shown
    label_end: int = 0
    turn: str | None = None

    @property
    def label(self) -> str:
        return self.text[: self.label_end]

    @property
    def rest(self) -> str:
        return self.text[self.label_end :]


def report(reading: Reading) -> Report:
    """The import report of a reading."""
    transcript = reading.transcript
    dialogue = transcript.dialogue
    known = {speaker.name: speaker for speaker in transcript.speakers}
    spoken = Counter(turn.speaker for turn in dialogue if turn.speaker is not None)
    starts = line_starts(reading.text)
    first: dict[str | None, int] = {}
    for piece in reading.pieces:
        first.setdefault(piece.turn, piece.start)
    return Report(
        format_label=reader(reading.format_id).label,
        why=reading.sure,
        encoding=reading.encoding,
        title=transcript.title,
        turns=len(dialogue),
        speakers=tuple(
            SpeakerLine(known.get(name) or Speaker(name), count) for name, count in spoken.items()
        ),
        without_speaker=sum(turn.speaker is None for turn in dialogue),
        background=len(transcript.background),
        has_times=any(turn.start is not None for turn in transcript),
        asides=tuple(
            AsideLine(line_at(starts, first[turn.key]), turn.text, turn.aside)
            for turn in transcript
            if turn.aside and turn.aside != TITLE_ASIDE
        ),
        percent=_percent(reading),
        notes=reading.notes,
    )


def source_lines(reading: Reading) -> Iterator[SourceLine]:
    """Each line of the source with what became of it: of what it holds, words decide before a label alone."""
    has_speakers = any(turn.speaker is not None for turn in reading.transcript)
    pieces = iter(reading.pieces)
    piece = next(pieces, None)
    for line in split_lines(reading.text):
        here = []
        while piece is not None and piece.start < line.end:
            here.append(piece)
            if piece.end > line.end:
                break  # it goes on in the next line
            piece = next(pieces, None)
        while piece is not None and piece.end <= line.end:
            piece = next(pieces, None)
        yield _line(reading, line.number, line.start, line.text, here, has_speakers)


def _line(
    reading: Reading, number: int, start: int, text: str, pieces: list[Piece], has_speakers: bool
) -> SourceLine:
    if not text:
        return SourceLine(number, text, Shown.BLANK)
    uses = {piece.use: piece for piece in reversed(pieces)}
    piece = next((uses[use] for use in (Use.TURN, Use.TITLE, Use.ASIDE, Use.LABEL) if use in uses), None)
    if piece is None:
        return SourceLine(number, text, Shown.MARKUP)
    turn = reading.transcript[piece.turn] if piece.turn is not None else None
    end = 0
    if piece.use is Use.TITLE and turn and turn.aside == TITLE_ASIDE and (guest := guest_named(turn.text)):
        end = piece.start + guest.end - start
    elif Use.LABEL in uses:
        words = [other.start for other in pieces if other.use is Use.TURN]
        end = len(text[: min(words) - start].rstrip()) if words else len(text)
    return SourceLine(number, text, _shown(turn, has_speakers), end, piece.turn)


def _shown(turn: Turn | None, has_speakers: bool) -> Shown:
    if turn is None:
        return Shown.MARKUP
    if turn.aside:
        return Shown.TITLE if turn.aside == TITLE_ASIDE else Shown.ASIDE
    if turn.part is Part.BACKGROUND:
        return Shown.BACKGROUND
    return Shown.LOOSE if turn.speaker is None and has_speakers else Shown.TURN


def _percent(reading: Reading) -> int:
    missing = reading.unaccounted()
    written = written_in(reading.text)
    return 100 if not missing else min(99, 100 * (written - missing) // written)
