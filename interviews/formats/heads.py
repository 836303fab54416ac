"""What the heads of a file's turns have in common: their times, and the numbers of the questions before them.

* Where most are ``Name (19:08:22):``, whatever else stands before a time and a colon is a head too.
* Where most are ``[00:05:21] Name:``, a paragraph that begins with a time alone is nobody's turn.
* A number before a label ("Q41 Chair:") is none of the name where such numbers rise, and where the names
  behind most of them stand at other lines as well. Parliaments print the questions of a hearing so.
* A bracket that tells how something is said ("Ida (whispering):") is none of the name where that stands
  without one too, or with several such brackets.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from interviews.formats.labels import Label, without_bracket
from interviews.formats.lines import Line
from interviews.formats.looks import label_on, numbered_on
from interviews.formats.manner import is_manner
from interviews.formats.times import BRACKETED, TIME, times_in
from interviews.transcript.edits import Times
from interviews.transcript.spans import Span

_FEWEST = 2  # of the numbers; one is a name: "Q2 Stadium"
_RISING = 0.9  # of the steps from one number to the next: one may be left out, doubled or mistyped
_AHEAD = re.compile(rf"(?P<time>{TIME})\s*[-–—]?\s*(?=\S)")
_BRACKETED_AHEAD = re.compile(rf"(?P<time>{BRACKETED})\s*[-–—]?\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class TimeAhead:
    """A time that nobody's turn begins with; offsets count in the line, ``rest`` is where the words begin."""

    times: Times
    span: Span
    rest: int


def heads(lines: Sequence[Line], *, emphasis: bool) -> dict[int, Label]:
    """What may be a label, by the index of its line, as the heads of the file are written."""
    found: dict[int, Label] = {}
    numbered: dict[int, Label] = {}
    for index, line in enumerate(lines):
        if line.is_blank:
            continue
        if label := label_on(line, emphasis=emphasis):
            found[index] = label
        if label := numbered_on(line, emphasis=emphasis):
            numbered[index] = label
    if _are_numbers(numbered, found):
        found = dict(sorted((found | numbered).items()))
    if not have_times(label for label in found.values() if not label.is_odd):
        found = {index: label for index, label in found.items() if not label.is_odd}
    return _without_manner(lines, found)


def _without_manner(lines: Sequence[Line], found: Mapping[int, Label]) -> dict[int, Label]:
    """The labels without the brackets that only tell how something is said."""
    split = {index: bare for index, label in found.items() if (bare := _parted(lines[index], label))}
    remarks = defaultdict(set)
    for index, label in split.items():
        assert label.remark is not None  # what is parted has one
        remarks[label.key].add(label.remark.of(lines[index].text))
    alone = {label.key for index, label in found.items() if index not in split}
    one = {key for key, told in remarks.items() if key in alone or len(told) > 1}
    return {**found, **{index: label for index, label in split.items() if label.key in one}}


def _parted(line: Line, label: Label) -> Label | None:
    """A label whose name ends with a bracket of manner, as name and remark; None for any other."""
    if label.remark is not None:
        return label
    bare = without_bracket(label.name)
    if bare == label.name:
        return None
    written = label.span.of(line.text)
    start = written.rindex("(")
    name = Span(label.span.start, label.span.start + len(written[:start].rstrip()))
    remark = Span(label.span.start + start, label.span.end)
    return replace(label, name=bare, span=name, remark=remark) if is_manner(written[start:]) else None


def have_times(labels: Iterable[Label]) -> bool:
    """Whether most heads are of the form ``Name (19:08:22):``."""
    return mostly(label.timed for label in labels)


def times_ahead(
    lines: Sequence[Line], labels: Mapping[int, Label], found: Container[int], *, spaced: bool
) -> Iterator[tuple[int, TimeAhead]]:
    """The lines behind the first head that have a time in its place and nothing that may be a label."""
    if not mostly(label.time_first for label in labels.values()):
        return
    bare = mostly(label.bare_time for label in labels.values())
    ahead = _AHEAD if bare else _BRACKETED_AHEAD
    for index in range(min(labels), len(lines)):
        if index in found or index in labels or (spaced and not lines[index - 1].is_blank):
            continue
        match = ahead.match(lines[index].text)
        if match and (told := times_in(match["time"])):
            yield index, TimeAhead(told, Span(*match.span("time")), match.end())


def _are_numbers(numbered: Mapping[int, Label], found: Mapping[int, Label]) -> bool:
    """Whether what stands before these labels are numbers of questions."""
    told = [label.number for label in numbered.values() if label.number is not None]
    if len(told) < _FEWEST:
        return False
    steps = [one < two for one, two in pairwise(told)]
    count = Counter(label.key for index, label in found.items() if index not in numbered)
    count.update(label.key for label in numbered.values())
    recur = mostly(count[label.key] > 1 for label in numbered.values())
    return recur and sum(steps) >= _RISING * len(steps)


def mostly(answers: Iterable[bool]) -> bool:
    """Whether more than half of the answers are yes."""
    told = list(answers)
    return sum(told) * 2 > len(told)
