"""The reader of all that recognisers and players write in JSON; each format says where things stand."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import ClassVar

from interviews.formats.base import Carries, ImportProblem, Piece, Reading, Use
from interviews.formats.collecting import uncollected
from interviews.formats.cues import GAP, joined
from interviews.formats.decoding import LARGEST_TIMED
from interviews.formats.json_source import Json, parse, sketch
from interviews.formats.json_values import Array
from interviews.formats.lines import line_at, line_starts
from interviews.formats.naming import AS_LEARNT, Labels, Voices
from interviews.formats.people import speakers
from interviews.formats.stretches import Stretch
from interviews.text.telling import told_language
from interviews.transcript.turns import Transcript

MOST_STRETCHES = 100_000  # ten hours in segments of one second are 36,000; as many take 250 MB


@dataclass(frozen=True, slots=True)
class Told:
    """What a file tells: stretches in the order of the source.

    ``beside`` are lists in the source that hold the times of words which stand elsewhere. ``together``:
    people were recorded apart, and what they say is put in order by its times; the keys of the turns follow
    the source. ``named_at_changes``: who is not named may be whoever was named before.
    """

    stretches: Iterable[Stretch]
    language: str = ""
    beside: Iterable[Array | None] = ()
    together: bool = False
    named_at_changes: bool = False


class JsonReader(ABC):
    """Reads JSON of one structure. A subclass says how well a file has it, and what the file tells."""

    id: ClassVar[str]
    label: ClassVar[str]
    suffixes: ClassVar[Sequence[str]] = (".json",)
    largest: ClassVar[int] = LARGEST_TIMED
    carries: ClassVar[Carries]

    @abstractmethod
    def fits(self, paths: frozenset[str]) -> tuple[float, str]:
        """How well these names, which ``json_source.sketch`` tells, fit, from 0 to 1, and why."""

    @abstractmethod
    def told(self, source: Json) -> Told:
        """What the file tells. What has another structure than expected is passed over, never an error."""

    def recognise(self, text: str, name: str) -> tuple[float, str]:  # noqa: ARG002 - the structure tells
        """By the structure near the start; the name of the file tells nothing."""
        paths = sketch(text)
        return self.fits(paths) if paths else (0, "")

    def read(self, text: str) -> Reading:
        return self.read_joined(text, gap=GAP)

    def read_joined(self, text: str, *, gap: int, labels: Labels = AS_LEARNT) -> Reading:
        """The stretches as turns, by the rules of ``formats.cues``; where nobody is named, a silence longer
        than ``gap`` milliseconds ends one. ``labels`` is what a person said of the names. Raises
        ImportProblem for what is no JSON, and where nothing is said."""
        with uncollected():
            return self._read(text, gap, labels)

    def _read(self, text: str, gap: int, labels: Labels) -> Reading:
        source = parse(text)
        told = self.told(source)
        found = [stretch for stretch in islice(told.stretches, MOST_STRETCHES + 1) if stretch.text]
        if len(found) > MOST_STRETCHES:
            raise ImportProblem(
                f"The file has more than {MOST_STRETCHES:,} segments, the most that can be read. Split it."
            )
        if not found:
            raise ImportProblem("There is nothing to read here: no words that somebody could have said.")
        voices = Voices((stretch.speaker for stretch in found), labels)
        ordered = _by_time(found) if told.together else found
        if voices.corrects:
            _correct(ordered, voices)
        if not told.named_at_changes:
            for before, after in pairwise(ordered):
                after.changes = before.speaker != after.speaker
        made = joined(ordered, gap=gap)
        key_of = {id(stretch): key for stretch, key in zip(ordered, made.keys, strict=True)}
        order = dict.fromkeys(key_of[id(stretch)] for stretch in found)
        keys = {key: str(number) for number, key in enumerate(order, start=1)}
        turns = tuple(replace(turn, key=keys[turn.key]) for turn in made.turns)
        heard = {keys[key]: told for key, told in made.heard.items()}
        pieces = _pieces(
            source.text, [(keys[key_of[id(stretch)]], stretch) for stretch in found], told.beside
        )
        language = told.language or told_language(turn.text for turn in turns)
        return Reading(
            format_id=self.id,
            text=source.text,
            encoding="",
            transcript=Transcript(turns, speakers(turns, None), language, heard=heard),
            pieces=tuple(pieces),
            notes=(*source.notes, *_notes(source.text, found)),
            gap=gap if any(stretch.speaker is None for stretch in found) else None,
            labels=voices.listed,
        )


def _correct(stretches: Sequence[Stretch], voices: Voices) -> None:
    """Give each the name that it stands for; the words of one that names nobody are nobody's."""
    told = [stretch.speaker for stretch in stretches]
    for stretch, (who, begins) in zip(stretches, voices.corrected(told), strict=True):
        stretch.speaker, stretch.changes = who, stretch.changes or begins
        if who is None:
            stretch.labels = []


def _by_time(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Channels put together by their starts; what one of them says stays in the order of the file."""
    latest: dict[str | None, int] = {}
    placed = []
    for stretch in stretches:
        before = latest.get(stretch.speaker, 0)
        latest[stretch.speaker] = max(before, before if stretch.start is None else stretch.start)
        placed.append((latest[stretch.speaker], stretch))
    return [stretch for _, stretch in sorted(placed, key=lambda one: one[0])]


def _pieces(
    source: str, stretches: Sequence[tuple[str, Stretch]], beside: Iterable[Array | None]
) -> Iterator[Piece]:
    """Every stretch of the source in order. Between words that are told one by one stand their times."""
    timed = {key for key, one in stretches if any(word.start is not None for word in one.words)}
    found = [Piece(one.start, one.end, Use.TIME) for one in beside if one is not None]
    for key, one in stretches:
        found += (Piece(start, end, Use.TURN, key) for start, end in one.spans)
        found += (Piece(start, end, Use.LABEL, key) for start, end in one.labels if start < end)
        found += (Piece(start, end, Use.TIME, key) for start, end in one.times if start < end)
    found.sort(key=lambda piece: piece.start)
    last = Piece(0, 0, Use.MARKUP)
    for piece in found:
        if piece.start < last.end:
            continue  # told twice, or within a list of times
        words = piece.use is last.use is Use.TURN and piece.turn == last.turn
        yield from _between(
            source, last.end, piece.start, piece.turn if words and piece.turn in timed else None
        )
        yield piece
        last = piece
    yield from _between(source, last.end, len(source), None)


def _between(source: str, start: int, end: int, timed: str | None) -> Iterator[Piece]:
    stretch = source[start:end]
    if inner := stretch.strip():
        start += len(stretch) - len(stretch.lstrip())
        yield Piece(start, start + len(inner), Use.TIME if timed else Use.MARKUP, timed)


def _notes(source: str, stretches: Sequence[Stretch]) -> Iterator[str]:
    if all(stretch.speaker is None for stretch in stretches):
        yield "Nobody is named: turns end at long pauses, between sentences."
    if missed := sum(stretch.missed for stretch in stretches):
        what = "1 word of a word list does" if missed == 1 else f"{missed:,} words of the word lists do"
        yield f"{what} not stand in the text beside it; the text counts."
    if hidden := [stretch for stretch in stretches if stretch.hidden]:
        many = sum(stretch.hidden for stretch in hidden)
        what = "1 character" if many == 1 else f"{many:,} characters"
        line = line_at(line_starts(source), hidden[0].spans[0][0])
        yield f"Left out of the text, since nobody can see it: {what}, first in line {line}."
