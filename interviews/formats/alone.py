"""Names that stand on lines of their own, without a colon: learnt from how often and where they recur.

Such a line looks like any short line. It is taken for a name only where the whole file is written so: at
least two names recur, words follow each of them, and they head at least a quarter of the paragraphs from the
first on. Where headings, bold type or times set them off, one that recurs is enough. A name that stands once
is taken along where those names are in place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from interviews.formats.headings import heading_words
from interviews.formats.labels import Label, is_name, without_bracket
from interviews.formats.lines import Line
from interviews.formats.times import time_alone
from interviews.transcript.spans import Span

_MOST_WORDS = 4
_SHARE = 0.25  # of the paragraphs; an answer of three paragraphs below each name still passes
_LEAST_NAMES = 2
_NEAR = 5  # lines in which the words begin: blank ones and a time may come first
_LONGEST = 60  # code points of the line


def names_alone(lines: Sequence[Line], possible: Mapping[int, Label]) -> Mapping[int, Label]:
    """The labels by index of their line; empty where the file is not written so. Linear in the text.

    ``possible`` are those of ``short_lines`` but for what is no name whatever it looks like ("Summary").
    """
    count = Counter(label.key for label in possible.values())
    recurring = {index: label for index, label in possible.items() if count[label.key] > 1}
    if not recurring:
        return {}
    first = min(recurring)
    set_off = all(_is_set_off(lines, index, label) for index, label in recurring.items())
    names = {
        index: label
        for index, label in possible.items()
        if index in recurring
        or (index >= first and " " in label.name and _is_set_off(lines, index, label) == set_off)
    }
    sure = names if set_off else recurring
    if len({label.key for label in sure.values()}) < _LEAST_NAMES:
        return {}
    return names if len(names) >= _SHARE * _paragraphs(lines, first) else {}


def _is_set_off(lines: Sequence[Line], index: int, label: Label) -> bool:
    return label.marked or (index > 0 and time_alone(lines[index - 1].text) is not None)


def short_lines(lines: Sequence[Line], *, emphasis: bool) -> Iterator[tuple[int, Label]]:
    """The lines that hold nothing but what may be a name, by their index."""
    for index, line in enumerate(lines):
        if line.is_blank or len(line.text) > _LONGEST:
            continue
        span = heading_words(line.text) if emphasis else None
        marked = span is not None
        span = span or Span(0, len(line.text))
        name = span.of(line.text)
        if not _can_be_a_name(name) or not _words_follow(lines, index):
            continue
        yield index, Label(" ".join(name.split()), span, len(line.text), marked=marked, colon=False)


def _can_be_a_name(name: str) -> bool:
    name = without_bracket(name)  # "IDA HOLM (SENIOR)"
    bare = not name.endswith((".", ":", ",", ";", ")", "]")) and not name.startswith(("(", "["))
    return (
        bare
        and name[:1].isalpha()
        and not name[:1].islower()
        and len(name.split()) <= _MOST_WORDS
        and is_name(name)
    )


def _words_follow(lines: Sequence[Line], index: int) -> bool:
    """Whether the next line that is not blank or a time has more in it than a name."""
    for line in lines[index + 1 : index + 1 + _NEAR]:
        if not line.is_blank and not time_alone(line.text):
            return not line.text.startswith("#") and line.text != lines[index].text
    return False


def _paragraphs(lines: Sequence[Line], first: int) -> int:
    """How many paragraphs there are from that line on, be they set apart by blank lines or not."""
    rest = [line for line in lines[first:] if not time_alone(line.text)]
    starts = sum(
        not line.is_blank and (place == 0 or rest[place - 1].is_blank) for place, line in enumerate(rest)
    )
    written = sum(not line.is_blank for line in rest)
    return starts if starts * 3 > written else written
