"""The questions that a reading leaves open, with answers that apply together in any combination."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from interviews.formats.base import Answer, Question
from interviews.transcript.applying import apply
from interviews.transcript.building import merge_turns
from interviews.transcript.edits import Edit, SetAside
from interviews.transcript.turns import Role, Speaker, Transcript

LOOSE_ASIDE = "a paragraph without a speaker"
# English words that no sentence of its own begins with.
_MIDWAY = frozenset({"or", "nor", "than"})


@dataclass(frozen=True, slots=True)
class Loose:
    """A loose paragraph: its key and line, and the labelled turn before it with its last line."""

    key: str
    line: int
    before: str
    before_line: int


def ask(transcript: Transcript, loose: Sequence[Loose], line: int) -> tuple[Question, ...]:
    """The questions about a transcript, those about the people first; ``line`` is where these are named."""
    people = tuple(_about_people(transcript, line))
    return people + tuple(
        _about_loose(transcript, tuple(run)) for _, run in groupby(loose, key=lambda one: one.before)
    )


def _about_people(transcript: Transcript, line: int) -> Iterator[Question]:
    known = [speaker for speaker in transcript.speakers if speaker.role is not Role.OTHER]
    if not known:
        return
    known.sort(key=lambda speaker: speaker.role is not Role.GUEST)
    told = []
    for number, speaker in enumerate(known):
        verb = " looks" if not number else ""
        what = f"{speaker.name}{verb} like the {speaker.role.value}"
        if speaker.full_name and speaker.full_name != speaker.name:
            what += f", {speaker.full_name}"
        if speaker.description:
            what += f", {speaker.description}"
        told.append(what)
    swap: Mapping[Role, Role] = {Role.GUEST: Role.INTERVIEWER, Role.INTERVIEWER: Role.GUEST}
    answers = [Answer("Right", ())]
    if len(known) == 2 and {speaker.role for speaker in known} == set(swap):
        swapped = (replace(one, role=swap.get(one.role, one.role)) for one in transcript.speakers)
        answers.append(Answer("The other way round", (), tuple(swapped)))
    answers.append(Answer("Neither", (), tuple(Speaker(one.name) for one in transcript.speakers)))
    yield Question("people", line, "; ".join(told) + ".", tuple(answers))


def _about_loose(transcript: Transcript, run: tuple[Loose, ...]) -> Question:
    """One question for the loose paragraphs behind one turn, so that no answer hangs on another's."""
    first = run[0]
    if len(run) == 1:
        has, keeps = f"Line {first.line} has no speaker", f"It is kept as {transcript.where(first.key)}"
        keep = f"Keep as {transcript.where(first.key)}"
        if starts_midway(transcript[first.key].text):
            has += " and starts mid-sentence"
    else:
        lines = ", ".join(str(one.line) for one in run[:-1])
        has, keeps = f"Lines {lines} and {run[-1].line} have no speaker", "Each is kept as a turn"
        keep = "Keep as turns"
    return Question(
        id=f"loose-{first.line}",
        line=first.line,
        text=f"{has}. {keeps} without a speaker.",
        answers=(
            Answer(keep, ()),
            Answer(f"Part of line {first.before_line}", tuple(_merges(transcript, run))),
            Answer("Set aside", tuple(SetAside(one.key, LOOSE_ASIDE) for one in run)),
        ),
        otherwise=f"{has}.",
    )


def starts_midway(text: str) -> bool:
    """Whether a paragraph starts as no sentence does: in lower case, or with "or", "nor", "than"."""
    word = next(iter(text.split(None, 1)), "").strip("\"'“”‘’«»(*_,")
    return word[:1].islower() or word.lower() in _MIDWAY


def _merges(transcript: Transcript, run: Sequence[Loose]) -> Iterator[Edit]:
    # Only the turns from the labelled one to the last loose one matter; the rest would cost time.
    start, end = transcript.place(run[0].before), transcript.place(run[-1].key)
    stretch = replace(transcript, turns=transcript.turns[start : end + 1])
    for one in run:
        edit = merge_turns(stretch, one.before, one.key)
        stretch = apply(stretch, edit)
        yield edit
