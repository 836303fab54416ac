"""What a person answered, put into the transcript that was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from interviews.formats.base import Reading
from interviews.transcript.applying import apply_all
from interviews.transcript.edits import MergeTurns
from interviews.transcript.turns import Transcript


def answered(reading: Reading, chosen: Mapping[str, int]) -> Transcript:
    """The transcript after the answers: question id to the place of its answer, from 0.

    A question that is not named keeps its first answer. Raises KeyError for a question that the reading
    does not ask, and IndexError for an answer that it does not offer.
    """
    questions = {question.id: question for question in reading.questions}
    transcript = reading.transcript
    for id_, place in chosen.items():
        if place < 0:
            raise IndexError(place)
        answer = questions[id_].answers[place]
        transcript = apply_all(transcript, answer.edits)
        if answer.speakers is not None:
            transcript = replace(transcript, speakers=answer.speakers)
    return transcript


def reading_after(reading: Reading, chosen: Mapping[str, int]) -> Reading:
    """The reading as it stands after the answers, joined pieces at their turns; raises as ``answered``."""
    joined: dict[str, str] = {}
    for question in reading.questions:
        for edit in question.answers[chosen.get(question.id, 0)].edits:
            if isinstance(edit, MergeTurns):
                joined[edit.other.key] = edit.turn
    pieces = [replace(one, turn=joined.get(one.turn or "", one.turn)) for one in reading.pieces]
    return replace(reading, transcript=answered(reading, chosen), pieces=pieces)
