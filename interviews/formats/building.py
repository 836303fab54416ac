"""A reading made of turns that the format itself tells apart: nothing is learnt, nothing guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from interviews.formats.base import ImportProblem, Piece, Reading, Use
from interviews.formats.cues import Said, joined
from interviews.formats.headings import guest_named
from interviews.formats.labelled import TITLE_ASIDE
from interviews.formats.lines import Hidden, line_at, line_starts
from interviews.formats.naming import AS_LEARNT, Labels, Voices
from interviews.formats.people import speakers
from interviews.text.telling import told_language
from interviews.transcript.edits import Times
from interviews.transcript.hearing import Heard
from interviews.transcript.spans import Span
from interviews.transcript.turns import Part, Transcript, Turn

LONGEST_NAME = 200  # code points; what the newsroom can store


@dataclass(slots=True)
class Item:
    """One turn to be. Spans count in the text that is seen; ``words`` are, white space aside, ``text``.

    ``aside`` says why it is set aside, and is empty where it stands.
    """

    text: str
    words: Sequence[Span]
    speaker: str | None = None
    label: Sequence[Span] = ()
    times: Times = (None, None)
    time_spans: Sequence[Span] = ()
    aside: str = ""
    background: bool = False
    heard: Heard | None = None


def build(
    hidden: Hidden,
    items: Sequence[Item],
    *,
    format_id: str,
    notes: Sequence[str] = (),
    labels: Labels = AS_LEARNT,
) -> Reading:
    """The reading of a source in which ``items`` were found, in its order.

    An item without words is no turn, though its label and its time are accounted for. ``labels`` is what a
    person said of the names. Raises ImportProblem where nothing was said, or a name is longer than
    ``LONGEST_NAME``.
    """
    voices = Voices((item.speaker for item in items if item.text), labels)
    turns: list[Turn] = []
    found: list[Piece] = []
    heard: dict[str, Heard] = {}
    for item in items:
        if voices.corrects and item.speaker is not None:
            item.speaker = voices.name(item.speaker)
            item.label = item.label if item.speaker else ()
        key = None
        if item.text:
            key = str(len(turns) + 1)
            turns.append(_turn(key, item))
            if item.heard is not None:
                heard[key] = item.heard
        found += _pieces(item, key)
    if not any(not turn.aside for turn in turns):
        raise ImportProblem("There is nothing to read here: no words that somebody could have said.")
    title = next((turn.text for turn in turns if turn.aside == TITLE_ASIDE), "")
    spoken = [turn for turn in turns if turn.is_dialogue]
    transcript = Transcript(
        tuple(turns),
        speakers(spoken, guest_named(title)),
        told_language(turn.text for turn in turns if not turn.aside),
        title,
        heard=heard,
    )
    found.sort(key=lambda piece: piece.start)
    return Reading(
        format_id=format_id,
        text=hidden.source,
        encoding="",
        transcript=transcript,
        pieces=tuple(hidden.restored(filled(hidden.seen, found))),
        notes=(*_notes(spoken), *notes, *unseen(hidden)),
        labels=voices.listed,
    )


def joined_items(items: Sequence[Item], *, gap: int) -> Iterator[Item]:
    """Items that are cues without speakers as turns, by the rules of ``cues``; ``gap`` is milliseconds."""
    said = [Said(item.text, item.times[0], item.times[1], aside=item.aside) for item in items if item.text]
    made = joined(said, gap=gap)
    turns = {turn.key: turn for turn in made.turns}
    keys = iter(made.keys)
    first: dict[str, Item] = {}
    for item in items:
        key = next(keys) if item.text else ""
        if key not in first or not key:
            first[key] = item
            if key:
                turn = turns[key]
                item.text, item.times = turn.text, (turn.start, turn.end)
                item.heard = None if item.aside else made.heard.get(key)
            yield item
        else:
            first[key].words = [*first[key].words, *item.words]
            first[key].time_spans = [*first[key].time_spans, *item.time_spans]


def _turn(key: str, item: Item) -> Turn:
    if item.speaker is not None and len(item.speaker) > LONGEST_NAME:
        raise ImportProblem(
            f"A speaker’s name has {len(item.speaker):,} characters (“{item.speaker[:40]}…”); "
            f"at most {LONGEST_NAME} fit."
        )
    part = Part.BACKGROUND if item.aside or item.background else Part.DIALOGUE
    return Turn(key, item.text, item.speaker, item.times[0], item.times[1], item.aside, part)


def _pieces(item: Item, key: str | None) -> Iterator[Piece]:
    use = Use.TITLE if item.aside == TITLE_ASIDE else Use.ASIDE if item.aside else Use.TURN
    for spans, what in ((item.words, use), (item.label, Use.LABEL), (item.time_spans, Use.TIME)):
        for span in spans:
            if span.start < span.end:
                yield Piece(span.start, span.end, what, key)


def filled(text: str, found: Sequence[Piece]) -> Iterator[Piece]:
    """What stands between the pieces belongs to the format."""
    end = 0
    for piece in (*found, Piece(len(text), len(text), Use.MARKUP)):
        between = text[end : piece.start]
        if inner := between.strip():
            start = end + len(between) - len(between.lstrip())
            yield Piece(start, start + len(inner), Use.MARKUP)
        if piece.start < piece.end:
            yield piece
        end = piece.end


def _notes(spoken: Sequence[Turn]) -> Iterator[str]:
    if not any(turn.speaker for turn in spoken):
        yield "No speaker is named: every paragraph is a turn without one."


def unseen(hidden: Hidden) -> Iterator[str]:
    """A sentence about the characters that nobody can see, where there are any."""
    if hidden.places:
        many, first = len(hidden.places), line_at(line_starts(hidden.source), hidden.places[0])
        what = "1 character" if many == 1 else f"{many:,} characters"
        yield f"Left out of the text, since nobody can see it: {what}, first in line {first}."


def with_asides(reading: Reading, asides: Sequence[tuple[str, str]]) -> Reading:
    """A reading with more text behind it, which is set aside: text and reason of each."""
    text, turns, pieces = reading.text, list(reading.transcript), list(reading.pieces)
    parts = [text]
    length = len(text)
    for words, reason in asides:
        hidden = Hidden(words)
        if not hidden.seen.strip():
            continue
        parts += ["\n\n", words]
        key = str(len(turns) + 1)
        start = len(hidden.seen) - len(hidden.seen.lstrip())
        piece = Piece(start, start + len(hidden.seen.strip()), Use.ASIDE, key)
        pieces += (
            replace(one, start=one.start + length + 2, end=one.end + length + 2)
            for one in hidden.restored([piece])
        )
        turns.append(Turn(key, hidden.seen.strip(), aside=reason, part=Part.BACKGROUND))
        length += 2 + len(words)
    transcript = replace(reading.transcript, turns=tuple(turns))
    return replace(reading, text="".join(parts), transcript=transcript, pieces=tuple(pieces))
