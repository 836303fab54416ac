"""The reader of everything that names its speakers by labels; markdown and plain text are its dialects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from interviews.formats.asking import Loose, ask
from interviews.formats.base import ImportProblem, Piece, Reading, Use
from interviews.formats.continuing import Continued
from interviews.formats.escapes import unescaped
from interviews.formats.front_matter import front_matter
from interviews.formats.header import Named
from interviews.formats.headings import guest_named, is_short
from interviews.formats.learning import Layout, learn
from interviews.formats.lines import LINE_END, Hidden, Look, line_at, line_starts, split_lines
from interviews.formats.magazine import ANSWERS, ASKS
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.paragraphs import Paragraph, paragraphs
from interviews.formats.people import speakers
from interviews.formats.sorting import Sort
from interviews.text.telling import told_language
from interviews.transcript.turns import Part, Transcript, Turn

# Why a paragraph is set aside; what stands in the text is not here.
_ASIDE = {
    Sort.HEADING: "heading",
    Sort.HASHTAGS: "hashtags",
    Sort.FACT: "facts about the interview",
    Sort.REMARK: "a remark between the turns",
    Sort.FRONT: "front matter",
    Sort.SERVICE: "a line of the transcription service",
    Sort.AFTER: "behind the end of the interview",
}
_BACKGROUND = (Sort.NOTE, Sort.TABLE)
TITLE_ASIDE = "title"
_IN_BOLD = "bold questions"  # what tells the speakers, and with that the format
_REWIND = 1_000  # milliseconds; less is a rounding, not a tape


@dataclass(frozen=True, slots=True)
class Dialect:
    """What may mark up a text: front matter, and headings and labels set off by stars and the like.

    With ``escapes``, a backslash makes a mark a plain character; the text of a turn is then what
    ``escapes.unescaped`` makes of its pieces, white space aside (front matter stays as it is written).
    """

    format_id: str
    markup: bool
    escapes: bool = False


def read_labelled(
    source: str, dialect: Dialect, looks: Mapping[int, Look] | None = None, *, labels: Labels = AS_LEARNT
) -> Reading:
    """The reading of a text; the rules are those of ``learning``, ``paragraphs`` and ``continuing``.

    ``looks`` says of some lines, by their numbers from 1, how they look in the document that they are from.
    ``labels`` says which of them name somebody, where a person knows better.

    Paragraphs before the first label are background; a heading there is the title. Without any label every
    paragraph is a turn without a speaker. Raises ImportProblem where there are no words at all.
    """
    hidden = Hidden(source)
    text = hidden.seen
    front = front_matter(text) if dialect.markup else None
    starts = line_starts(text)
    begin, number = (front.end, line_at(starts, front.end)) if front else (0, 1)
    lines = list(split_lines(text, begin, number, looks))
    layout = learn(lines, emphasis=dialect.markup, labels=labels)
    found = list(paragraphs(lines, layout, emphasis=dialect.markup))
    if front:
        first = Paragraph(Sort.FRONT, 1, number, title=front.title)
        inner = LINE_END.sub("\n", front.inner.of(text)).strip()
        first.add(inner, front.inner, number, join="")
        found.insert(0, first)
    empty = [one for one in found if not one.words]
    continued = Continued([one for one in found if one.words], by_labels=layout.asked is None)
    turns = continued.turns
    if not turns:
        raise ImportProblem("There is nothing to read here: no words that somebody could have said.")
    for one in turns if dialect.escapes else ():
        one.words = one.words if one.sort is Sort.FRONT else [unescaped(one.text)]
    title = None if front and front.title else _heading(turns, has_labels=layout.first is not None)
    transcript = _transcript(
        turns, title, front.title.of(text) if front and front.title else "", layout.named
    )
    pieces = _pieces(text, turns, empty, title)
    loose = [
        Loose(str(place + 1), turns[place].first_line, str(before + 1), turns[before].last_line)
        for place, before in continued.loose.items()
    ]
    line = title.first_line if title else next((one.first_line for one in turns if one.speaker), 1)
    return Reading(
        format_id=dialect.format_id,
        text=source,
        encoding="",
        transcript=transcript,
        pieces=tuple(hidden.restored(pieces)),
        questions=ask(transcript, loose, line),
        notes=(
            *_notes(source, hidden, continued, empty, layout),
            *_rewinds(transcript, turns),
        ),
        labels=layout.listed,
        sure=_IN_BOLD if layout.asked else "",
    )


def _heading(turns: Sequence[Paragraph], *, has_labels: bool) -> Paragraph | None:
    """The paragraph that is the title: a marked heading before the dialogue, best one that names a guest;
    else, where there are labels, a short line without a full stop, first of all or last before them."""
    head = []
    for turn in turns:
        if turn.sort is Sort.SPEECH or not (has_labels or turn.sort is Sort.HEADING):
            break
        head.append(turn)
    headings = [turn for turn in head if turn.sort is Sort.HEADING]
    if not headings and has_labels:
        prose = [turn for turn in head if turn.sort is Sort.UNLABELLED]
        ends = [turn for turn in (*prose[:1], *prose[-1:]) if turn in (head[0], head[-1]) or turn is prose[0]]
        headings = [turn for turn in ends if turn.first_line == turn.last_line and _is_title(turn.text)]
    return next((turn for turn in headings if guest_named(turn.text)), headings[0] if headings else None)


def _is_title(text: str) -> bool:
    return is_short(text.rstrip("?!") if text.isupper() else text)


def _transcript(
    turns: Sequence[Paragraph], heading: Paragraph | None, title: str, named: Sequence[Named]
) -> Transcript:
    made = []
    has_labels = any(turn.sort is Sort.SPEECH for turn in turns)
    spoken = not has_labels
    for number, turn in enumerate(turns, start=1):
        spoken = spoken or turn.sort is Sort.SPEECH
        aside = TITLE_ASIDE if turn is heading else _ASIDE.get(turn.sort, "")
        made.append(
            Turn(
                key=str(number),
                text=turn.text,
                speaker=turn.speaker,
                start=turn.times[0],
                end=turn.times[1],
                aside=aside,
                part=Part.BACKGROUND if aside or not spoken or turn.sort in _BACKGROUND else Part.DIALOGUE,
            )
        )
    title = heading.text if heading else title
    language = told_language(turn.text for turn in made if not turn.aside)
    return Transcript(tuple(made), speakers(made, guest_named(title), named), language, title)


def _pieces(
    text: str, turns: Sequence[Paragraph], empty: Sequence[Paragraph], title: Paragraph | None
) -> Iterator[Piece]:
    """Every stretch in order. What is left between them belongs to the format: stars, colons, rules."""
    found = [piece for number, turn in enumerate(turns, 1) for piece in _of_turn(turn, str(number), title)]
    for turn in empty:
        found += _beside(turn, None)
    found.sort(key=lambda piece: piece.start)
    end = 0
    for piece in found:
        yield from _markup(text, end, piece.start)
        yield piece
        end = piece.end
    yield from _markup(text, end, len(text))


def _of_turn(turn: Paragraph, key: str, title: Paragraph | None) -> Iterator[Piece]:
    yield from _beside(turn, key)
    use = Use.ASIDE if turn.sort in _ASIDE else Use.TURN
    for span in turn.spans:
        if turn is title:
            yield Piece(span.start, span.end, Use.TITLE, key)
        elif turn.title is not None:
            yield Piece(span.start, turn.title.start, use, key)
            yield Piece(turn.title.start, turn.title.end, Use.TITLE, key)
            yield Piece(turn.title.end, span.end, use, key)
        else:
            yield Piece(span.start, span.end, use, key)


def _beside(turn: Paragraph, key: str | None) -> Iterator[Piece]:
    if turn.label is not None:
        yield Piece(turn.label.start, turn.label.end, Use.LABEL, key)
    for span in turn.time_spans:
        yield Piece(span.start, span.end, Use.TIME, key)


def _markup(text: str, start: int, end: int) -> Iterator[Piece]:
    between = text[start:end]
    if inner := between.strip():
        start += len(between) - len(between.lstrip())
        yield Piece(start, start + len(inner), Use.MARKUP)


def _notes(
    source: str, hidden: Hidden, continued: Continued, empty: Sequence[Paragraph], layout: Layout
) -> Iterator[str]:
    if layout.first is None:
        yield "No line names a speaker: every paragraph is a turn without one."
    if layout.asked and len({label.key for label in layout.labels.values()}) > len((ASKS, ANSWERS)):
        yield f"What is bold asks ({ASKS}), what follows answers ({ANSWERS}), but where a label says who."
    elif layout.asked:
        yield f"No line names a speaker: what is bold asks ({ASKS}), what follows answers ({ANSWERS})."
    elif continued.joined:
        yield f"As usual in this file, paragraphs without a label go on the turn before: {continued.joined}."
    silent = [turn for turn in empty if turn.speaker is not None]
    for turn in silent[:3]:
        yield f"Line {turn.first_line} names {turn.speaker}, but no words follow."
    if len(silent) > 3:
        yield f"So do {len(silent) - 3} more lines."
    if hidden.places:
        many, first = len(hidden.places), line_at(line_starts(source), hidden.places[0])
        what = "1 character" if many == 1 else f"{many:,} characters"
        yield f"Left out of the text, since nobody can see it: {what}, first in line {first}."


def _rewinds(transcript: Transcript, turns: Sequence[Paragraph]) -> Iterator[str]:
    """Where times start over, as on the next tape: they are kept as they stand."""
    last, places = -1, []
    for turn, one in zip(transcript, turns, strict=True):
        if turn.start is None:
            continue
        if turn.start + _REWIND < last:
            places.append(one.first_line)
        last = turn.start
    if places:
        many = "once" if len(places) == 1 else f"{len(places):,} times"
        yield (
            f"The times go back {many}, first at line {places[0]}, as where a new tape begins. "
            "They are kept as they stand."
        )
