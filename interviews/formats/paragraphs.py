"""Lines put together to paragraphs, each with what it is: speech, heading, hashtags, a fact, …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from interviews.formats.headings import heading_words, is_hashtags, is_quoted, is_short
from interviews.formats.learning import Layout
from interviews.formats.lines import Line
from interviews.formats.looks import label_on
from interviews.formats.remarks import is_remark
from interviews.formats.setting import FEWEST
from interviews.formats.shapes import Shape, quote_mark
from interviews.formats.times import time_alone
from interviews.transcript.edits import Times
from interviews.transcript.spans import Span

_RULE = re.compile(r"(?:[-*_=~—–]\s*){3,}")  # a line across the page
_LONGEST_RULE = 300  # code points
_STAGE = re.compile(r"\\?[\[(][^\[\]()]{1,80}\\?[\])][.!]?")
_SLANTED_STAGE = re.compile(rf"(?P<marks>[*_])(?P<words>{_STAGE.pattern})(?P=marks)(?![*_])")
_END = re.compile(r"\W{0,3}END OF (?:THE )?(?:INTERVIEW|TRANSCRIPT|RECORDING)\W{0,3}", re.IGNORECASE)
_ENDS = re.compile(r"(?:[.!?…:。！？।؟]|--|[—–-])[\"'”’»)\]*_]*$")
# Editors and mail wrap at 60 to 80. A file is wrapped where no line is longer than 100 code points, the
# longest has 50, and a quarter of the lines come near it; in others a line is a paragraph.
_WRAP_WIDTHS = range(50, 101)
_NEAR, _MANY = 0.8, 0.25
_FEW = 4  # lines in capitals: one in four or fewer
_MOST_IN_CAPITALS = 8  # words of a heading, such as "SIDE B"
_CERTAINLY_PROSE = 60  # code points: a line this long in a spaced text is no address or byline


class Sort(Enum):
    """What a paragraph is."""

    SPEECH = auto()  # begins with a label
    UNLABELLED = auto()
    HEADING = auto()
    HASHTAGS = auto()
    FACT = auto()  # "Location: Kiel"
    REMARK = auto()  # a note that is set off: "**Break:** …"
    STAGE = auto()  # "(laughter)" alone
    FRONT = auto()  # front matter
    SERVICE = auto()  # "Transcribed by …"
    AFTER = auto()  # what follows "[END OF INTERVIEW]"
    NOTE = auto()  # of the writer: a scene, a caption
    TABLE = auto()  # or a list


_SHAPED = {Shape.TABLE: Sort.TABLE, Shape.QUOTE: Sort.NOTE, Shape.VERSE: Sort.UNLABELLED}


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


def ends_sentence(text: str) -> bool:
    """Whether the last sentence is finished or broken off on purpose."""
    return _ENDS.search(text[-20:]) is not None


def starts_lower(text: str) -> bool:
    """Whether the first letter is a small one."""
    first = next((character for character in text[:20] if character.isalnum()), "")
    return first.islower()


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
        self.emphasis = emphasis
        self.width = _wrapped_at(lines)
        first = layout.first
        head = lines if first is None else lines[:first]
        written = [index for index, line in enumerate(head) if not line.is_blank]
        self.head_spaced = any(line.is_blank for line in head[written[0] : written[-1]]) if written else False
        words = [line.text for line in lines if not line.is_blank]
        self.few_capitals = sum(map(str.isupper, words)) * _FEW <= len(words)
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
            sort, words = self._sort(index, line)
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
            join = "\n" if shape in (Shape.TABLE, Shape.VERSE) else " "
            current.add(words.of(line.text), words.shifted(line.start), line.number, join=join)
            current.verse = shape is Shape.VERSE
            before = line
        if current is None and self.pending:
            current = Paragraph(Sort.UNLABELLED, self.lines[0].number, self.lines[0].number)
        if current:
            self._take_time(current)
            yield current

    def _sort(self, index: int, line: Line) -> tuple[Sort, Span]:
        """What a line is by itself, and where the words are that count of it."""
        whole = Span(0, len(line.text))
        bold = self.layout.asked.words.get(index) if self.layout.asked else None
        if label := self.layout.labels.get(index):
            rest = line.text[label.rest :]
            start = label.rest + len(rest) - len(rest.lstrip())
            return Sort.SPEECH, bold or Span(start, len(line.text))
        if bold:
            return Sort.UNLABELLED, bold
        if shape := self.layout.shapes.get(index):
            words = Span(quote_mark(line.text), len(line.text)) if shape is Shape.QUOTE else whole
            return _SHAPED[shape], words
        if ahead := self.layout.times_ahead.get(index):
            label = label_on(line, emphasis=self.emphasis)
            if label and is_remark(label):  # "[22:10:04] CAPTION: …" is shown, not said
                return Sort.NOTE, Span(ahead.rest, len(line.text))
            is_stage = _STAGE.fullmatch(line.text, ahead.rest)
            return (Sort.STAGE if is_stage else Sort.UNLABELLED), Span(ahead.rest, len(line.text))
        if index in self.layout.facts:
            return Sort.FACT, whole
        if index in self.layout.services:
            return Sort.SERVICE, whole
        if is_hashtags(line.text):
            return Sort.HASHTAGS, whole
        if line.look.heading:
            return Sort.HEADING, whole
        if self.emphasis:
            words = heading_words(line.text)
            in_head = self.layout.first is None or index < self.layout.first
            if words and (in_head or line.text.startswith("#") or is_short(words.of(line.text))):
                return Sort.HEADING, words
        if self.emphasis or line.look.lead:
            label = label_on(line, emphasis=self.emphasis)
            if label and label.marked and is_remark(label):
                return Sort.REMARK, whole
        if self.layout.labels and _STAGE.fullmatch(line.text):
            return Sort.STAGE, whole
        if self.emphasis and self.layout.labels and (slanted := _SLANTED_STAGE.fullmatch(line.text)):
            if len(slanted["words"].split()) < FEWEST:
                return Sort.STAGE, Span(*slanted.span("words"))
        if self._heads(index):
            return Sort.HEADING, whole
        return Sort.UNLABELLED, whole

    def _heads(self, index: int) -> bool:
        """Whether a line between the turns is a heading by its capitals, where few others are, or because a
        quotation stands there for itself, which nobody says without a full stop."""
        text = self.lines[index].text
        first = self.layout.first
        if first is None or index < first or not self.layout.spaced:
            return False
        beside = [line for line in self.lines[max(0, index - 1) : index + 2] if line is not self.lines[index]]
        if not all(line.is_blank for line in beside):
            return False
        if text.isupper():
            return self.few_capitals and is_short(text) and len(text.split()) <= _MOST_IN_CAPITALS
        return is_quoted(text) and self._is_between_turns(index)

    def _is_between_turns(self, index: int) -> bool:
        """Whether the next words have a label, and those before announce nothing."""
        before = next(self.lines[at].text for at in range(index - 1, -1, -1) if not self.lines[at].is_blank)
        following = (place for place in range(index + 1, len(self.lines)) if not self.lines[place].is_blank)
        return next(following, None) in self.layout.labels and ends_sentence(before) and before[-1] != ":"

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
