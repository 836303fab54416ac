"""A magazine's interview: nobody is named, questions are bold paragraphs, answers the plain ones below them.

A bold line may as well be a heading of an article. So a file is read this way only where no label was
found, at least three questions in bold are answered, these make up a quarter of the paragraphs from the first
on, and a third of them asks: "Let's talk about your mother." is a question among questions.

What stands before the first question is background, a title or a standfirst in bold too. So is a paragraph
in italics: a caption, a scene, a note on the book; but not one that is all of an answer. A bold line without
a mark that ends a sentence is a heading where a bold question follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import dropwhile, groupby, pairwise

from interviews.formats.headings import heading_words, is_hashtags, is_short
from interviews.formats.labels import Label
from interviews.formats.lines import Line
from interviews.formats.setting import in_brackets, in_italics
from interviews.formats.times import time_alone
from interviews.transcript.spans import Span

ASKS, ANSWERS = "Q", "A"  # as in a document with labels "Q:" and "A:"
_FEWEST = 3  # questions that are answered
_SHARE = 0.25  # of the paragraphs from the first question on: three paragraphs to an answer still pass
_ASKING = 1 / 3  # of the questions
_QUESTION = re.compile(r"[?？؟;՞][\"'”’»)\]*_]*$")
_RULE = re.compile(r"(?:[-*_=~—–]\s*){3,}")
_CLOSED = ("***", "___", "**", "__")
_UNCLOSED = "**"
# Bold type that was put on in parts, or has lost the mark behind it: "**Why Trieste**?"
_IN_PARTS = re.compile(r"(?:\*\*[^*]+\*\*\W{0,3}){1,9}")


class _Kind(Enum):
    BOLD = auto()
    PLAIN = auto()
    ITALIC = auto()
    OTHER = auto()  # a heading, hashtags, a line across the page, a time


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph from one line to before another, by their indexes. ``marks`` are how many code points at
    its start and at its end set it in bold; ``text`` is what stands between them."""

    kind: _Kind
    first: int
    end: int
    text: str
    marks: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Magazine:
    """Where questions and answers begin, by the index of the line; and the words of each bold line."""

    labels: Mapping[int, Label]
    words: Mapping[int, Span]


def magazine(lines: Sequence[Line], *, emphasis: bool) -> Magazine | None:
    """What is asked in bold and what is answered; None where a file is not written so. Linear in the text."""
    if not any(line.look.bold or (emphasis and line.text.startswith(_CLOSED)) for line in lines):
        return None
    told = _interview([_paragraph(lines, *ends, emphasis=emphasis) for ends in _blocks(lines, emphasis)])
    runs = [list(run) for _, run in groupby(told, key=lambda one: one.kind)]
    questions = [run for run in runs if run[0].kind is _Kind.BOLD]
    answered = sum(one[0].kind is _Kind.BOLD for one, _ in pairwise(runs))
    asking = sum(any(map(_asks, run)) for run in questions)
    if answered < _FEWEST or asking < len(questions) * _ASKING or len(questions) < len(told) * _SHARE:
        return None
    words = {index: span for run in questions for one in run for index, span in _words(lines, one)}
    labels = {}
    for run in runs:
        first, name = run[0].first, ASKS if run[0].kind is _Kind.BOLD else ANSWERS
        labels[first] = Label(name, Span(0, 0), words[first].start if first in words else 0, marked=True)
    return Magazine(labels, words)


def _interview(paragraphs: Sequence[_Paragraph]) -> list[_Paragraph]:
    """The questions and the answers, from the first question on."""
    spoken = [said for place in range(len(paragraphs)) if (said := _said(paragraphs, place))]
    spoken = list(dropwhile(lambda one: one.kind is not _Kind.BOLD or is_short(one.text), spoken))
    opening = next((place for place, one in enumerate(spoken) if one.kind is _Kind.PLAIN), len(spoken))
    asked = next((place for place, one in enumerate(spoken[:opening]) if _asks(one)), opening - 1)
    return spoken[max(0, asked) :]


def _said(paragraphs: Sequence[_Paragraph], place: int) -> _Paragraph | None:
    """A paragraph as a question or an answer; None where it is neither."""
    one = paragraphs[place]
    before = paragraphs[place - 1].kind if place else None
    after = paragraphs[place + 1].kind if place + 1 < len(paragraphs) else None
    if one.kind is _Kind.BOLD:
        return None if is_short(one.text) and after is _Kind.BOLD else one
    if one.kind is _Kind.ITALIC:
        is_all = before is after is _Kind.BOLD and not in_brackets(one.text)
        return replace(one, kind=_Kind.PLAIN) if is_all else None
    return one if one.kind is _Kind.PLAIN else None


def _asks(one: _Paragraph) -> bool:
    return _QUESTION.search(one.text) is not None


def _blocks(lines: Sequence[Line], emphasis: bool) -> Iterator[tuple[int, int]]:
    """The paragraphs of a text; a line that is bold as a whole, or no words, is one of its own."""
    start: int | None = None
    for index, line in enumerate(lines):
        alone = not line.is_blank and (_is_other(line, emphasis) or _is_bold(line, emphasis))
        if start is not None and (alone or line.is_blank):
            yield start, index
            start = None
        if alone:
            yield index, index + 1
        elif start is None and not line.is_blank:
            start = index
    if start is not None:
        yield start, len(lines)


def _paragraph(lines: Sequence[Line], first: int, end: int, *, emphasis: bool) -> _Paragraph:
    block = lines[first:end]
    text = "\n".join(line.text for line in block)
    if _is_other(block[0], emphasis):
        return _Paragraph(_Kind.OTHER, first, end, text)
    marks = _marks(text) if emphasis else None
    if marks or all(line.look.bold for line in block):
        opens, closes = marks or (0, 0)
        return _Paragraph(_Kind.BOLD, first, end, text[opens : len(text) - closes], (opens, closes))
    italic = in_italics(text) if emphasis else all(line.look.italic for line in block)
    return _Paragraph(_Kind.ITALIC if italic else _Kind.PLAIN, first, end, text)


def _is_other(line: Line, emphasis: bool) -> bool:
    text = line.text
    heading = emphasis and text.startswith("#") and heading_words(text) is not None
    return (
        heading
        or (line.look.heading and not line.look.bold)
        or is_hashtags(text)
        or _RULE.fullmatch(text[:300]) is not None
        or time_alone(text) is not None
    )


def _is_bold(line: Line, emphasis: bool) -> bool:
    """Whether a line is bold from end to end, with all its marks."""
    closed = emphasis and line.text.startswith(_CLOSED) and line.text.endswith(_CLOSED)
    return line.look.bold or (closed and _marks(line.text) is not None)


def _marks(text: str) -> tuple[int, int] | None:
    """How many marks stand at the start and at the end of a paragraph that is bold as a whole."""
    for mark in _CLOSED:
        if text.startswith(mark) and text.endswith(mark) and text.count(mark) == 2:
            return len(mark), len(mark)
    if text.count(_UNCLOSED) == 1 and (text.startswith(_UNCLOSED) or text.endswith(_UNCLOSED)):
        return (2, 0) if text.startswith(_UNCLOSED) else (0, 2)
    return (0, 0) if _IN_PARTS.fullmatch(text) else None


def _words(lines: Sequence[Line], one: _Paragraph) -> Iterator[tuple[int, Span]]:
    for index in range(one.first, one.end):
        start = one.marks[0] if index == one.first else 0
        end = len(lines[index].text) - (one.marks[1] if index == one.end - 1 else 0)
        yield index, Span(start, end)
