"""Whose is a paragraph without a label? Learnt from the file, and asked where it is not sure.

Most transcripts with labels go on over several paragraphs, and there an unlabelled paragraph belongs to the
speaker before. In a file where every turn is one paragraph, a paragraph without a label is a fault: a piece
left over, a lost label. So, for the paragraphs behind a labelled one:

1. A paragraph that completes an unfinished sentence, in lower case, belongs to the turn before.
2. Where at least three paragraphs lack a label, this is the file's habit, and they belong to the turn before.
   Of 195 published transcripts 143 have three or more, ten have one or two, and 42 have none.
3. Even then a paragraph that starts in lower case behind a finished sentence is loose, where fewer than
   three do.
4. Every other paragraph without a label is loose: a turn of its own without a speaker, and a question.

Behind a heading or a note, a paragraph that belongs to the speaker before is a turn of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from interviews.formats.paragraphs import Paragraph, Sort, ends_sentence, starts_lower

HABIT = 3


class Continued:
    """The paragraphs with those that belong together joined.

    ``turns`` are in order. ``loose`` holds, for each loose paragraph by its place in ``turns``, the place
    of the labelled turn before it. ``joined`` counts the paragraphs that were taken for a continuation.
    """

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.turns: list[Paragraph] = []
        self.loose: dict[int, int] = {}
        self.joined = 0
        unlabelled, lower = _count(paragraphs)
        labelled: int | None = None
        for paragraph in paragraphs:
            last = self.turns[-1] if self.turns else None
            if paragraph.sort is Sort.SPEECH:
                labelled = len(self.turns)
            elif paragraph.sort is Sort.UNLABELLED and labelled is not None:
                goes_on = last is not None and last.sort in (Sort.SPEECH, Sort.UNLABELLED)
                if last is not None and goes_on and _completes(last, paragraph):
                    last.absorb(paragraph, join=" ")
                    continue
                if unlabelled < HABIT or (lower < HABIT and _starts_midway(last, paragraph)):
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
    """How many paragraphs behind the first label have none, and how many of them start midway."""
    unlabelled = lower = 0
    last: Paragraph | None = None
    spoken = False
    for paragraph in paragraphs:
        spoken = spoken or paragraph.sort is Sort.SPEECH
        if spoken and last and paragraph.sort is Sort.UNLABELLED and not _completes(last, paragraph):
            unlabelled += 1
            lower += _starts_midway(last, paragraph)
        last = paragraph
    return unlabelled, lower


def _completes(last: Paragraph, paragraph: Paragraph) -> bool:
    return starts_lower(paragraph.words[0]) and not ends_sentence(last.words[-1]) if last.words else False


def _starts_midway(last: Paragraph | None, paragraph: Paragraph) -> bool:
    finished = last is None or not last.words or ends_sentence(last.words[-1])
    return finished and starts_lower(paragraph.words[0])
