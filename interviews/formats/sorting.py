"""What a line is by itself: speech, heading, hashtags, a fact, a note, …, and where its words are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from interviews.formats.headings import heading_words, is_hashtags, is_quoted, is_short
from interviews.formats.learning import Layout
from interviews.formats.lines import Line
from interviews.formats.looks import label_on
from interviews.formats.remarks import is_remark
from interviews.formats.setting import FEWEST
from interviews.formats.shapes import Shape, quote_mark
from interviews.transcript.spans import Span

_STAGE = re.compile(r"\\?[\[(][^\[\]()]{1,80}\\?[\])][.!]?")
_SLANTED_STAGE = re.compile(rf"(?P<marks>[*_])(?P<words>{_STAGE.pattern})(?P=marks)(?![*_])")
_ENDS = re.compile(r"(?:[.!?…:。！？।؟]|--|[—–-])[\"'”’»)\]*_]*$")
_FEW = 4  # lines in capitals: one in four or fewer
_MOST_IN_CAPITALS = 8  # words of a heading, such as "SIDE B"


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


_SHAPED = {
    Shape.TABLE: Sort.TABLE,
    Shape.QUOTE: Sort.NOTE,
    Shape.LETTER: Sort.NOTE,
    Shape.VERSE: Sort.UNLABELLED,
}


def ends_sentence(text: str) -> bool:
    """Whether the last sentence is finished or broken off on purpose."""
    return _ENDS.search(text[-20:]) is not None


def starts_lower(text: str) -> bool:
    """Whether the first letter is a small one."""
    first = next((character for character in text[:20] if character.isalnum()), "")
    return first.islower()


class Sorting:
    """Tells what each line of a text is, as its layout was learnt."""

    def __init__(self, lines: Sequence[Line], layout: Layout, emphasis: bool) -> None:
        self.lines = lines
        self.layout = layout
        self.emphasis = emphasis
        words = [line.text for line in lines if not line.is_blank]
        self.few_capitals = sum(map(str.isupper, words)) * _FEW <= len(words)

    def of(self, index: int, line: Line) -> tuple[Sort, Span]:
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
        if self.emphasis and (heading := heading_words(line.text)):
            in_head = self.layout.first is None or index < self.layout.first
            if in_head or line.text.startswith("#") or is_short(heading.of(line.text)):
                return Sort.HEADING, heading
        if self.emphasis or line.look.lead:
            label = label_on(line, emphasis=self.emphasis)
            if label and label.marked and is_remark(label):
                return Sort.REMARK, whole
        if self.layout.labels and (stage := self._stage(line.text)):
            return Sort.STAGE, stage
        if self._heads(index):
            return Sort.HEADING, whole
        return Sort.UNLABELLED, whole

    def _stage(self, text: str) -> Span | None:
        """Where it says what happened at that moment, without marks of italics; None where it does not."""
        if _STAGE.fullmatch(text):
            return Span(0, len(text))
        slanted = _SLANTED_STAGE.fullmatch(text) if self.emphasis else None
        is_short_note = slanted is not None and len(slanted["words"].split()) < FEWEST
        return Span(*slanted.span("words")) if slanted and is_short_note else None

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
