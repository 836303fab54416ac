"""Whose is a paragraph without a label? Learnt from the file, and asked where it is not sure.

Most transcripts with labels go on over several paragraphs, and there an unlabelled paragraph belongs to the
speaker before. In a file where every turn is one paragraph, a paragraph without a label is a fault: a piece
left over, a lost label. So, for the paragraphs behind a labelled one:

1. A paragraph that completes an unfinished sentence, in lower case, belongs to the turn before. Where a line
   with a capital stands between the halves, such as a link of the page, it does not complete that line.
2. Where at least three paragraphs lack a label, this is the file's habit, and they belong to the turn before.
   Of 195 published transcripts 143 have three or more, ten have one or two, and 42 have none. What can hardly
   go on with an answer does not count: a line that is no sentence, a question between two turns of one
   speaker.
3. Even then a paragraph that starts in lower case behind a finished sentence is loose, where fewer than
   three do.
4. Every other paragraph without a label is loose: a turn of its own without a speaker, and a question.

Verse (``shapes``) and what goes on behind it belong to the turn before, and are no habit.

A paragraph that has a time in the place where the labels have theirs begins a turn, and is always loose. In a
magazine's interview (``magazine``) none is: what is not bold answers.

Behind a heading or a note, a paragraph that belongs to the speaker before is a turn of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from interviews.formats.notes import HABIT, mark_notes, mark_told
from interviews.formats.paragraphs import Paragraph
from interviews.formats.sorting import Sort, ends_sentence, starts_lower


class Continued:
    """The paragraphs with those that belong together joined.

    ``turns`` are in order. ``loose`` holds, for each loose paragraph by its place in ``turns``, the place
    of the labelled turn before it. ``joined`` counts the paragraphs that were taken for a continuation.
    Where speakers are not told ``by_labels`` but by looks, every paragraph is somebody's.
    """

    def __init__(self, paragraphs: Sequence[Paragraph], *, by_labels: bool = True) -> None:
        self.turns: list[Paragraph] = []
        self.loose: dict[int, int] = {}
        self.joined = 0
        mark_notes(paragraphs, by_labels=by_labels)
        unlabelled, lower = _count(paragraphs)
        mark_told(paragraphs)
        labelled: int | None = None
        broken = False  # whether the last paragraph stands where a sentence was not over
        for paragraph in paragraphs:
            last = self.turns[-1] if self.turns else None
            if paragraph.sort is Sort.SPEECH:
                labelled = len(self.turns)
                broken = False
            elif paragraph.sort is Sort.UNLABELLED and labelled is not None:
                goes_on = last is not None and last.sort in (Sort.SPEECH, Sort.UNLABELLED)
                goes_on = goes_on and not paragraph.begins
                if last is not None and goes_on and (paragraph.verse or last.verse):
                    last.absorb(paragraph, join="\n\n")
                    continue
                if last is not None and goes_on and not broken and _completes(last, paragraph):
                    last.absorb(paragraph, join=" ")
                    continue
                broken = last is not None and not broken and _breaks_in(last, paragraph)
                stray = unlabelled < HABIT or (lower < HABIT and _starts_midway(last, paragraph))
                if paragraph.begins or (stray and by_labels):
                    self.loose[len(self.turns)] = labelled
                elif last is not None and goes_on:
                    self.joined += 1
                    last.absorb(paragraph, join="\n\n")
                    continue
                else:
                    self.joined += 1
                    paragraph.speaker = self.turns[labelled].speaker
            self.turns.append(paragraph)


def _count(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """How many paragraphs behind the first label go on without one, and how many of them start midway."""
    unlabelled = lower = 0
    last: Paragraph | None = None
    speaker: str | None = None
    for place, paragraph in enumerate(paragraphs):
        if paragraph.sort is Sort.SPEECH:
            speaker = paragraph.speaker
        elif speaker is not None and last and paragraph.sort is Sort.UNLABELLED:
            following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
            if (
                not (paragraph.begins or paragraph.verse or last.verse)
                and not _completes(last, paragraph)
                and _may_go_on(paragraph, following, speaker)
            ):
                unlabelled += 1
                lower += _starts_midway(last, paragraph)
        last = paragraph
    return unlabelled, lower


def _may_go_on(paragraph: Paragraph, following: Paragraph | None, speaker: str) -> bool:
    """Whether a paragraph without a label can be more of what the speaker says."""
    if not ends_sentence(paragraph.words[-1]):
        return False
    asks = paragraph.words[-1].rstrip('"”’»)*_ ').endswith(("?", "？"))
    return not (asks and following and following.sort is Sort.SPEECH and following.speaker == speaker)


def _breaks_in(last: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a paragraph with a capital stands where a sentence was not over."""
    return bool(last.words) and not ends_sentence(last.words[-1]) and not starts_lower(paragraph.words[0])


def _completes(last: Paragraph, paragraph: Paragraph) -> bool:
    return starts_lower(paragraph.words[0]) and not ends_sentence(last.words[-1]) if last.words else False


def _starts_midway(last: Paragraph | None, paragraph: Paragraph) -> bool:
    finished = last is None or not last.words or ends_sentence(last.words[-1])
    return finished and starts_lower(paragraph.words[0])
