"""The reader of everything that shows words at times; WebVTT, SRT, SBV and TTML are its dialects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from interviews.formats.base import ImportProblem, Reading, Use
from interviews.formats.captions import Cue, Row, Source, Token, head_of
from interviews.formats.collecting import uncollected
from interviews.formats.cue_labels import name_rows
from interviews.formats.cues import GAP, Joining, Said, between
from interviews.formats.headings import guest_named
from interviews.formats.labelled import TITLE_ASIDE
from interviews.formats.lines import Hidden, line_at, line_starts
from interviews.formats.naming import AS_LEARNT, Labels, NamedLabel, Voices
from interviews.formats.people import speakers
from interviews.formats.pieces import Pieces
from interviews.formats.rolling import shown_once
from interviews.formats.timed_blocks import Blocks, Place
from interviews.formats.timed_rows import TimedRow
from interviews.text.telling import told_language
from interviews.transcript.hearing import HeardWords
from interviews.transcript.turns import Transcript

HEADER_ASIDE = "the head of the file"
NOTE_ASIDE = "a note in the file"

LONGEST_NAME = 200  # code points; what the newsroom can store
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_NOTED = 3  # places that are named one by one


@dataclass(slots=True)
class Captions:
    """A file as its format says it is; how it reads is the same for all.

    ``cues`` are in the order of the source, notes among them; ``around`` is markup that belongs to none.
    ``voices`` says that the file names speakers in a field for it, so that none is looked for in the words.
    """

    format_id: str
    hidden: Hidden
    source: Source
    cues: list[Cue] = field(default_factory=list)
    around: list[Token] = field(default_factory=list)
    language: str = ""
    voices: bool = False

    def aside(self, place: Place, why: str) -> None:
        """Words of the file that nobody said; white space and marks alone are markup."""
        token = Token(*place, Use.TURN)
        row = self.source.row([token])
        if row.text.strip("\ufeff"):
            self.cues.append(Cue(None, None, (), [row], why))
        else:
            self.around.append(token._replace(use=Use.MARKUP))


def read_blocks(
    captions: Captions, found: Blocks, breaks: re.Pattern[str], *, gap: int, labels: Labels
) -> Reading:
    """The reading of a file that is blocks of lines, each headed by its times; what stands before them is set
    aside. ``breaks`` finds the marks within a line. Raises ImportProblem where there are no words."""
    for line in found.head:
        captions.aside(line, HEADER_ASIDE)
    with uncollected():
        for block in found:
            rows = [row for line in block.lines for row in captions.source.rows(line, breaks)]
            captions.cues.append(Cue(block.start, block.end, head_of(block), rows))
        return read_captions(captions, gap=gap, labels=labels)


def read_captions(captions: Captions, *, gap: int = GAP, labels: Labels = AS_LEARNT) -> Reading:
    """The reading of a file of captions; cues become turns by the rules of ``cues``, at silences of ``gap``
    milliseconds. ``labels`` is what a person said of the names. Raises ImportProblem where there are no
    words."""
    source, cues = captions.source, captions.cues
    repeated = shown_once(source, cues)
    names = _voices(cues, labels) if captions.voices else name_rows(source, cues, labels)
    speech = _Speech(captions)
    for cue in cues:
        speech.take(cue)
    said = speech.said
    if not any(not one.aside for one in said):
        raise ImportProblem("There is nothing to read here: the captions have times, but no words.")
    named, marked = any(one.speaker for one in said), any(one.changes for one in said)
    unnamed = any(one.speaker is None and not one.aside for one in said)
    joining = Joining(said, gap)
    said.clear()
    made = joining.joined()
    title = next((turn.text for turn in made.turns if turn.aside == TITLE_ASIDE), "")
    transcript = Transcript(
        made.turns,
        speakers([turn for turn in made.turns if not turn.aside], guest_named(title)),
        language=captions.language
        if LANGUAGE.fullmatch(captions.language)
        else told_language(turn.text for turn in made.turns if not turn.aside),
        title=title,
        heard=made.heard,
    )
    notes = tuple(_notes(captions, repeated, gap, named=named, marked=marked))
    pieces = _pieces(captions, made.keys)
    return Reading(
        format_id=captions.format_id,
        text=captions.hidden.source,
        encoding="",
        transcript=transcript,
        pieces=tuple(captions.hidden.restored(pieces)) if captions.hidden.places else pieces,
        notes=notes,
        gap=gap if unnamed else None,
        labels=names,
    )


def _voices(cues: Sequence[Cue], labels: Labels) -> tuple[NamedLabel, ...]:
    """The names in the file's own place for them, as a person corrected them. One that names nobody belongs
    to the format, and its words to nobody, whoever spoke before."""
    spoken = [row for cue in cues if not cue.aside for row in cue.rows if row.voice is not None]
    voices = Voices((row.voice for row in spoken if row.text), labels)
    if not voices.corrects:
        return voices.listed
    for row, (who, begins) in zip(spoken, voices.corrected([row.voice for row in spoken]), strict=True):
        row.voice, row.changes = who, row.changes or begins
        if who is None:
            row.tokens = [
                token._replace(use=Use.MARKUP) if token.use is Use.LABEL else token for token in row.tokens
            ]
    return voices.listed


class _Speech:
    """What is said, cue by cue."""

    def __init__(self, captions: Captions) -> None:
        self.captions = captions
        self.said: list[Said] = []
        self.pending: Row | None = None  # a name or a dash that stands alone

    def take(self, cue: Cue) -> None:
        rows = cue.rows
        groups: list[list[Row]] = []
        alone: int | None = None
        last = 0
        now = cue.start
        for index, row in enumerate(rows):
            if row.voice is not None and len(row.voice) > LONGEST_NAME:
                self._refuse(row)
            if not row.text:
                if (row.voice or row.changes) and not self.captions.voices:
                    self.pending, alone = row, index
                continue
            if row.has_times:
                last = last or max(place for place, other in enumerate(rows) if other.text)
                end = cue.end if index == last else None
                if isinstance(row, TimedRow) and row.is_whole:
                    now = row.hear(now, end)
                else:
                    now = self.captions.source.timed(row, now, end)
            if not groups or self._begins(groups[-1][-1], row):
                groups.append([row])
                self._begin(cue, row)
                if alone is not None:
                    rows[alone].place, alone = len(self.said) - 1, None
            else:
                groups[-1].append(row)
            row.place = len(self.said) - 1
        for place, group in enumerate(groups, start=len(self.said) - len(groups)):
            if len(group) > 1:
                _put_together(self.said[place], group)
        for row in rows:
            row.text = ""  # told, and a long file has many

    def _begins(self, last: Row, row: Row) -> bool:
        """Whether a row of a cue belongs to somebody else than the row before."""
        if self.captions.voices:
            return row.voice != last.voice
        return row.changes or row.voice is not None or self.pending is not None

    def _begin(self, cue: Cue, row: Row) -> None:
        one = Said(row.text, cue.start, cue.end, row.voice, row.changes, cue.aside, row.words, cue.confidence)
        if self.pending is not None and not cue.aside:
            one.speaker = one.speaker or self.pending.voice
            one.changes = one.changes or self.pending.changes
            self.pending = None
        self.said.append(one)

    def _refuse(self, row: Row) -> None:
        starts = line_starts(self.captions.hidden.source)
        line = line_at(starts, row.tokens[0].start)
        many = len(row.voice or "")
        raise ImportProblem(
            f"Line {line} names a speaker with {many:,} characters; at most {LONGEST_NAME} fit."
        )


def _put_together(one: Said, rows: Sequence[Row]) -> None:
    """The rows of one cue and one person as one text."""
    parts = [rows[0].text]
    words = rows[0].words or HeardWords()
    length = len(parts[0])
    for before, row in pairwise(rows):
        joint = between(before.text, row.text)
        length += len(joint)
        if row.words:
            words.take(row.words, length)
        parts += (joint, row.text)
        length += len(row.text)
    one.text, one.words = "".join(parts), words or None


def _pieces(captions: Captions, keys: Sequence[str]) -> Pieces:
    made = Pieces()
    for token in captions.around:
        made.add(token.start, token.end, token.use)
    markup, turn = Use.MARKUP, Use.TURN
    cues = captions.cues
    cues.reverse()
    while cues:
        cue = cues.pop()  # given up one by one, so that a long file is not in memory twice
        first = next((keys[row.place] for row in cue.rows if row.place >= 0), None)
        words = turn if not cue.aside else Use.TITLE if cue.aside == TITLE_ASIDE else Use.ASIDE
        for start, end, use, _ in cue.head:
            made.add(start, end, use, None if use is markup else first)
        for row in cue.rows:
            key = keys[row.place] if row.place >= 0 else None
            if isinstance(row, TimedRow) and row.is_whole:
                row.tell(made, key)
                continue
            for start, end, use, _ in row.tokens:
                if use is markup:
                    made.add(start, end, use)
                else:
                    made.add(start, end, words if use is turn else use, key)
    return made.order()


def _notes(captions: Captions, repeated: int, gap: int, *, named: bool, marked: bool) -> Iterator[str]:
    if not named:
        where = "at a dash or “>>”, and where" if marked else "where"
        yield (
            f"No caption names a speaker: a turn ends {where} nobody speaks for more than "
            f"{gap / 1000:g} seconds between two sentences."
        )
    if repeated:
        yield f"The captions scroll: lines that were shown again are read once ({repeated:,})."
    source = captions.hidden.source
    broken = [cue.head for cue in captions.cues if not cue.aside and cue.start is None and cue.head]
    if broken:
        places = [token.start for head in broken for token in head if token.use is Use.TIME]
        starts = line_starts(source)
        lines = [str(line_at(starts, place)) for place in places]
        what = "Line" if len(lines) == 1 else "Lines"
        more = f" and {len(lines) - _NOTED:,} more" if len(lines) > _NOTED else ""
        yield (
            f"{what} {', '.join(lines[:_NOTED])}{more}: the times cannot be read. "
            "The words below are kept without a time."
        )
    if captions.hidden.places:
        many, first = len(captions.hidden.places), line_at(line_starts(source), captions.hidden.places[0])
        what = "1 character" if many == 1 else f"{many:,} characters"
        yield f"Left out of the text, since nobody can see it: {what}, first in line {first}."
