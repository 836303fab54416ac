"""Lines put together to paragraphs, each with what it is: speech, heading, hashtags, a fact, …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from interviews.formats.learning import Layout
from interviews.formats.lines import Line
from interviews.formats.shapes import Shape
from interviews.formats.sorting import Sort, Sorting, ends_sentence, starts_lower
from interviews.formats.times import time_alone
from interviews.transcript.edits import Times
from interviews.transcript.spans import Span

_RULE = re.compile(r"(?:[-*_=~—–]\s*){3,}")  # a line across the page
_LONGEST_RULE = 300  # code points
_END = re.compile(r"\W{0,3}END OF (?:THE )?(?:INTERVIEW|TRANSCRIPT|RECORDING)\W{0,3}", re.IGNORECASE)
# Editors and mail wrap at 60 to 80. A file is wrapped where no line is longer than 100 code points, the
# longest has 50, and a quarter of the lines come near it; in others a line is a paragraph.
_WRAP_WIDTHS = range(50, 101)
_NEAR, _MANY = 0.8, 0.25
_CERTAINLY_PROSE = 60  # code points: a line this long in a spaced text is no address or byline


@dataclass(slots=True)
class Paragraph:
    """A paragraph in the making. Spans count in the source; ``words`` are its text and what joins it."""

    sort: Sort
    first_line: int
    last_line: int
    after_blank: bool = False
    words: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    speaker: str | None = None
    label: Span | None = None
    times: Times = (None, None)
    time_spans: list[Span] = field(default_factory=list)
    title: Span | None = None  # of front matter
    begins: bool = False  # a time says that it is no part of what stands before
    italic: bool = False  # as a whole, in a document
    verse: bool = False  # at its end
    remark: tuple[str, Span] | None = None  # of how a turn is said, in front of its words

    @property
    def text(self) -> str:
        return "".join(self.words)

    def add(self, text: str, span: Span, line: int, *, join: str) -> None:
        """More words at its end; those of the next line lengthen the last span."""
        if not text:
            return
        if self.words:
            self.words.append(join)
        self.words.append(text)
        time_between = self.spans and self.time_spans and self.time_spans[-1].start >= self.spans[-1].end
        if self.spans and not time_between:
            self.spans[-1] = Span(self.spans[-1].start, span.end)
        else:
            self.spans.append(span)
        self.last_line = line

    def begin(self) -> None:
        """Put the remark in front of the words, as a stage note."""
        if self.remark:
            text, span = self.remark
            self.words[:0] = [text, " "] if self.words else [text]
            self.spans.insert(0, span)
            self.remark = None

    def absorb(self, other: Paragraph, *, join: str) -> None:
        """The words of another paragraph at its end."""
        self.words += [join, *other.words]
        self.spans += other.spans
        self.time_spans += other.time_spans
        self.last_line = other.last_line
        self.verse = other.verse


def paragraphs(lines: Sequence[Line], layout: Layout, *, emphasis: bool) -> Iterator[Paragraph]:
    """The lines of a text as paragraphs, in order.

    Between turns a file puts either blank lines or nothing. A line break that is weaker than that never
    ends a paragraph; where it is as strong, lines are joined only when the file is wrapped and the next
    word would not have fitted, or the first breaks off and the second goes on in lower case. What follows
    a label that stands alone is its text.
    """
    found = list(_Grouping(lines, layout, emphasis).run())
    for one in found:
        one.begin()
    ended = next((place for place, one in enumerate(found) if _END.fullmatch(one.text[:60])), len(found))
    if all(one.sort is not Sort.SPEECH for one in found[ended:]):
        for one in found[ended + 1 :]:
            one.sort = Sort.AFTER if one.sort is Sort.UNLABELLED else one.sort
    yield from found


class _Grouping:
    def __init__(self, lines: Sequence[Line], layout: Layout, emphasis: bool) -> None:
        self.lines = lines
        self.layout = layout
        self.sorting = Sorting(lines, layout, emphasis)
        self.width = _wrapped_at(lines)
        first = layout.first
        head = lines if first is None else lines[:first]
        written = [index for index, line in enumerate(head) if not line.is_blank]
        self.head_spaced = any(line.is_blank for line in head[written[0] : written[-1]]) if written else False
        self.pending: list[tuple[Times, Span]] = []

    def run(self) -> Iterator[Paragraph]:
        current: Paragraph | None = None
        before: Line | None = None  # the line before, where no blank line stands between
        for index, line in enumerate(self.lines):
            if line.is_blank or (len(line.text) <= _LONGEST_RULE and _RULE.fullmatch(line.text)):
                before = None
                continue
            if times := time_alone(line.text):
                self.pending.append((times, Span(line.start, line.end)))
                continue
            goes_on = current is not None and current.sort in (Sort.SPEECH, Sort.UNLABELLED)
            sort, words = self.sorting.of(index, line)
            shape = self.layout.shapes.get(index)
            same = shape is not None and before is not None and self.layout.shapes.get(index - 1) is shape
            if current and (
                same or (sort is Sort.UNLABELLED and goes_on and self._joins(current, before, line, index))
            ):
                self._take_time(current)
                current.italic = current.italic and line.look.italic
            else:
                if current:
                    yield current
                current = Paragraph(sort, line.number, line.number, after_blank=before is None)
                current.italic = line.look.italic
                self._take_time(current)
                if sort is Sort.SPEECH:
                    self._begin_speech(current, index, line)
                elif ahead := self.layout.times_ahead.get(index):
                    current.begins, current.times = True, ahead.times
                    current.time_spans.append(ahead.span.shifted(line.start))
            join = "\n" if shape in (Shape.TABLE, Shape.VERSE, Shape.LETTER) else " "
            current.add(words.of(line.text), words.shifted(line.start), line.number, join=join)
            current.verse = shape is Shape.VERSE
            before = line
        if current is None and self.pending:
            current = Paragraph(Sort.UNLABELLED, self.lines[0].number, self.lines[0].number)
        if current:
            self._take_time(current)
            yield current

    def _joins(self, current: Paragraph, before: Line | None, line: Line, index: int) -> bool:
        if current.sort is Sort.SPEECH and not current.words:
            return True
        if before is None or index in self.layout.times_ahead or self._opens_bold(index):
            return False
        if self.layout.first is not None and index > self.layout.first and self.layout.spaced:
            return True
        if self.width is not None and len(before.text) + 1 + len(line.text.split(None, 1)[0]) > self.width:
            return True
        if starts_lower(line.text) and not ends_sentence(before.text):
            return True
        in_head = self.layout.first is None or index < self.layout.first
        return in_head and self.head_spaced and len(before.text) > _CERTAINLY_PROSE

    def _opens_bold(self, index: int) -> bool:
        """Whether marks of bold type stand before the words of a line."""
        asked = self.layout.asked
        return asked is not None and index in asked.words and asked.words[index].start > 0

    def _begin_speech(self, current: Paragraph, index: int, line: Line) -> None:
        label = self.layout.labels[index]
        current.speaker = label.name
        if label.remark:
            current.remark = (label.remark.of(line.text), label.remark.shifted(line.start))
        if label.span:
            current.label = label.span.shifted(line.start)
        if label.time_spans:
            current.times = label.times
            current.time_spans += [span.shifted(line.start) for span in label.time_spans]

    def _take_time(self, current: Paragraph) -> None:
        """A time on a line of its own belongs to the paragraph that follows."""
        for times, span in self.pending:
            if not current.words:
                current.times = times
            current.time_spans.append(span)
        self.pending.clear()


def _wrapped_at(lines: Sequence[Line]) -> int | None:
    """The width at which a file is wrapped, or None where it is not."""
    lengths = [len(line.text) for line in lines if not line.is_blank]
    longest = max(lengths, default=0)
    near = sum(length >= longest * _NEAR for length in lengths)
    return longest if longest in _WRAP_WIDTHS and near >= len(lengths) * _MANY else None
