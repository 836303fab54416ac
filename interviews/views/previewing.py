"""What a reading looks like on the page, and what somebody overruled there."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from interviews.formats.answers import reading_after
from interviews.formats.base import Answer, Question, Reading
from interviews.formats.building import LONGEST_NAME
from interviews.formats.encodings import ENCODINGS
from interviews.formats.labelled import TITLE_ASIDE
from interviews.formats.lines import Hidden
from interviews.formats.naming import Labels
from interviews.formats.overruling import GAP_STEP, LONGEST_GAP, Overruled
from interviews.formats.registry import READERS
from interviews.formats.report import SourceLine, report, source_lines
from interviews.transcript.turns import Turn

SHOWN_LINES = 400  # of the source, and of the turns: enough to judge by, and never a page of megabytes


@dataclass(frozen=True, slots=True)
class Placed:
    """A turn, and the line of the file where it begins; None where that line is not shown."""

    turn: Turn
    line: int | None


@dataclass(frozen=True, slots=True)
class Read:
    """A line of the file. ``to`` is the place on the page where it went; empty where that is not shown."""

    line: SourceLine
    to: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the reader; each answer with its place and whether it is chosen."""

    id: str
    text: str
    answers: tuple[tuple[int, Answer, bool], ...]

    @property
    def warns(self) -> bool:
        return len(self.answers) > 1 and bool(self.answers[1][1].edits)


def overruled(posted: QueryDict) -> Overruled:
    """What the page sent: the format, the encoding, the silence, the labels whose tick is another than was
    learnt, and the names that were written for them."""
    gap = posted.get("gap", "")
    called = (" ".join(Hidden(name).seen.split())[:LONGEST_NAME] for name in posted.getlist("called"))
    names = {key: name for key, name in zip(posted.getlist("label"), called, strict=False) if name}
    speakers, learnt = frozenset(posted.getlist("speaker")), frozenset(posted.getlist("learnt"))
    return Overruled(
        format_id=posted.get("format") or None,
        encoding=encoding if (encoding := posted.get("encoding")) in ENCODINGS else None,
        gap=min(int(gap), LONGEST_GAP) if gap.isascii() and gap.isdigit() and len(gap) < 9 else None,
        labels=Labels(speakers - learnt, learnt - speakers, names),
    )


def chosen_answers(reading: Reading, posted: Mapping[str, str]) -> dict[str, int]:
    """The answers that were chosen, by the ids of their questions; what does not fit is passed over."""
    return {
        question.id: place
        for question in reading.questions
        for place in range(len(question.answers))
        if posted.get(f"answer-{question.id}") == str(place)
    }


def shown(reading: Reading, data: bytes, name: str, posted: QueryDict) -> dict[str, object]:
    """The words of the page. What somebody has typed or chosen there stays."""
    chosen = chosen_answers(reading, posted)
    reading = reading_after(reading, chosen)
    transcript = reading.transcript
    dialogue = transcript.dialogue[:SHOWN_LINES]
    background = transcript.background[:SHOWN_LINES]
    asides = [turn for turn in transcript if turn.aside and turn.aside != TITLE_ASIDE]
    places = {turn.key: f"turn-{turn.key}" for turn in (*dialogue, *background, *asides)}
    places |= {turn.key: "title" for turn in transcript if turn.aside == TITLE_ASIDE}
    lines = list(source_lines(reading))
    first: dict[str | None, int] = {}
    for line in lines[:SHOWN_LINES]:
        first.setdefault(line.turn, line.number)

    def placed(turns: tuple[Turn, ...] | list[Turn]) -> list[Placed]:
        return [Placed(turn, first.get(turn.key)) for turn in turns]

    untouched = posted.get("title", "") == posted.get("told_title", "")
    return {
        "reading": reading,
        "report": report(reading),
        "name": name,
        "data": b64encode(data).decode("ascii"),
        "title": transcript.title if untouched else posted.get("title", ""),
        "told_title": transcript.title if untouched else posted.get("told_title", ""),
        "new_title": untouched and transcript.title != posted.get("told_title", ""),
        "lines": [Read(line, places.get(line.turn or "", "")) for line in lines[:SHOWN_LINES]],
        "more_lines": max(0, len(lines) - SHOWN_LINES),
        "asides": placed(asides),
        "background": placed(background),
        "turns": placed(dialogue),
        "more_turns": max(0, len(transcript.dialogue) - SHOWN_LINES),
        "questions": [_asked(question, chosen.get(question.id, 0)) for question in reading.questions],
        "formats": READERS,
        "format_id": posted.get("format", ""),
        "encodings": ENCODINGS if name and reading.encoding else {},
        "encoding": posted.get("encoding", ""),
        "told_encoding": ENCODINGS.get(reading.encoding, reading.encoding),
        "speakers": [label for label in reading.labels if label.learnt],
        "others": [label for label in reading.labels if not label.learnt],
        "longest_name": LONGEST_NAME,
        "gap_seconds": None if reading.gap is None else reading.gap / 1000,
        "longest_gap": LONGEST_GAP,
        "gap_step": GAP_STEP,
    }


def _asked(question: Question, chosen: int) -> Asked:
    answers = tuple((place, answer, place == chosen) for place, answer in enumerate(question.answers))
    return Asked(question.id, (question.otherwise if chosen else "") or question.text, answers)
