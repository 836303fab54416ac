"""Which labels a file uses, and what it puts between two turns: learnt from the file itself.

A speaker speaks again, and a "Note:" or a sentence with a colon in it does not. So:

* a name that stands at the start of two lines is a label; once is enough where stars or brackets set it off;
* a name that stands once without a mark is a label where it looks like the file's other labels (set off or
  not, in capitals or not, behind a blank line or not) and is not a word that the text also has in lower case;
* what heads a document ("Date:", "Interviewers:") or a remark ("Note:") is no label;
* a name that stands twice but is a common word of the text, and stands at fewer than one in twenty of the
  labelled lines, is no label ("Example:");
* where names stand on lines of their own (``alone``) more often than labels were found, these are the labels;
* what the heads of the file have in common beside the names, such as a time, tells as well (``heads``);
* where no label was found, or a few in italics, questions in bold may tell who speaks (``magazine``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from interviews.formats.alone import names_alone, short_lines
from interviews.formats.header import Named, facts, named_in, services, states_fact
from interviews.formats.heads import TimeAhead, have_times, heads, mostly, times_ahead
from interviews.formats.labels import Label, without_bracket
from interviews.formats.lines import Line
from interviews.formats.magazine import Magazine, magazine
from interviews.formats.naming import AS_LEARNT, Labels, NamedLabel, corrected, listed
from interviews.formats.remarks import is_remark
from interviews.formats.shapes import Shape, shapes
from interviews.formats.times import time_alone

_ROLE = re.compile(
    r"interviewer|interviewee|editor|host|guest|moderator|narrator|reporter|journalist|audience|speaker|question"
    r"|answer|q|a|caller|translator|interpreter|all|everybody|everyone|both|(\w+ )?voices? \w+ (the )?\w+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_LOWER_WORD = re.compile(r"\b[^\W\d_A-Z][^\W\d_]*\b")
_IN_ITALICS = re.compile(r"[*_](?![*_])")
_FEW = 2  # labels are few where so many bold questions and answers stand against one
_RARE = 20  # a label at one line in twenty or fewer is rare


@dataclass(frozen=True)
class Layout:
    """What was learnt: the label of each line that has one (by index), the lines that state facts, and
    whether blank lines stand between turns. ``first`` is the index at which the dialogue begins, or None.

    ``services`` are the lines in which a transcription service names itself, ``named`` the people whom the
    head of the file names, ``listed`` what a person can choose the speakers from. ``times_ahead`` are the
    lines that begin a turn of nobody's. ``asked`` is what was told of a magazine's questions in bold.
    ``shapes`` are the lines of tables, verse and pull quotes.
    """

    labels: Mapping[int, Label]
    facts: frozenset[int]
    spaced: bool
    services: frozenset[int] = frozenset()
    named: tuple[Named, ...] = ()
    listed: tuple[NamedLabel, ...] = ()
    times_ahead: Mapping[int, TimeAhead] = field(default_factory=dict)
    asked: Magazine | None = None
    shapes: Mapping[int, Shape] = field(default_factory=dict)

    @property
    def first(self) -> int | None:
        return min(self.labels, default=None)


def learn(lines: Sequence[Line], *, emphasis: bool, labels: Labels = AS_LEARNT) -> Layout:
    """The layout of a file; see the rules at the head of this module. Linear in the text.

    What a person says of ``labels`` goes before what was learnt.
    """
    found = heads(lines, emphasis=emphasis)
    remarks = [index for index, label in found.items() if is_remark(label)]
    stated = facts(lines, found, remarks)
    possible = {
        index: label
        for index, label in found.items()
        if index not in stated and not is_remark(label) and not states_fact(label)
    }
    short = dict(short_lines(lines, emphasis=emphasis))
    names = {i: label for i, label in short.items() if not (is_remark(label) or states_fact(label))}
    learner = _Learner(lines, possible)
    layout = learner.layout(stated, names_alone(lines, names))
    if learner.may_ask_in_bold(layout) and (asked := magazine(lines, emphasis=emphasis)):
        layout = learner.asked(layout, asked)
    shown = listed(layout.labels, found, short, labels)
    chosen = corrected(layout.labels, found, short, labels)
    layout = learner.corrected(layout, chosen) if labels else replace(layout, labels=chosen)
    named = tuple(named_in(lines, stated, found))
    spoken = {index for index, label in found.items() if not (label.time_first and is_remark(label))}
    ahead = dict(times_ahead(lines, layout.labels, spoken, spaced=layout.spaced))
    services_ = services(lines) - layout.labels.keys()
    bold = layout.asked.words if layout.asked else {}
    shaped = shapes(lines, layout.labels, {*services_, *ahead, *bold}) if layout.spaced else {}
    return replace(layout, services=services_, named=named, listed=shown, times_ahead=ahead, shapes=shaped)


class _Learner:
    def __init__(self, lines: Sequence[Line], possible: Mapping[int, Label]) -> None:
        self.lines = lines
        both_letters = {"Q", "A"} <= {label.name for label in possible.values()}
        self.possible = {
            index: label for index, label in possible.items() if not label.is_letter or both_letters
        }
        self.count = Counter(label.key for label in self.possible.values())
        self.lower: frozenset[str] | None = None

    def layout(self, facts: frozenset[int], alone: Mapping[int, Label]) -> Layout:
        recurring = {index: label for index, label in self.possible.items() if self.count[label.key] > 1}
        spaced = self._is_spaced(recurring or self.possible)
        known = {index: label for index, label in recurring.items() if self._holds(label, recurring)}
        if known and mostly(label.marked for label in known.values()):
            marked = {label.key for label in known.values() if label.marked}
            known = {index: label for index, label in known.items() if label.key in marked}
        if have_times(known.values()):
            known |= {index: label for index, label in self.possible.items() if self._has_time(index, label)}
        if len(alone) > len(known):
            return Layout(dict(alone), facts, self._is_spaced(alone))
        singles = dict(self._singles(known, facts, spaced)) if known else self._only_singles()
        labels = dict(sorted((known | singles).items()))
        return Layout(labels, facts, self._is_spaced(labels) if labels else spaced)

    def may_ask_in_bold(self, layout: Layout) -> bool:
        """Whether nobody is named, or all labels are set in italics."""
        return all(_IN_ITALICS.match(self.lines[index].text) for index in layout.labels)

    def asked(self, layout: Layout, asked: Magazine) -> Layout:
        """The layout of a magazine's interview, in which bold type asks; where labels are few, they name who
        answers instead."""
        if len(layout.labels) * _FEW > len(asked.labels):
            return layout
        labels = dict(sorted({**asked.labels, **layout.labels}.items()))
        return replace(layout, labels=labels, spaced=self._is_spaced(labels), asked=asked)

    def corrected(self, layout: Layout, labels: Mapping[int, Label]) -> Layout:
        """The layout with the labels that a person chose; a magazine's two go together."""
        asked = layout.asked
        if asked:  # an answer stays one where its label names nobody
            named = {i for i, label in asked.labels.items() if layout.labels[i] is not label}
            kept = {i: label for i, label in asked.labels.items() if i in named and i not in labels}
            labels = dict(sorted({**kept, **labels}.items()))
        if asked and not asked.labels.keys() <= labels.keys():
            labels = {index: label for index, label in labels.items() if index not in asked.labels}
            asked = None
        spaced = self._is_spaced(labels) if labels else layout.spaced
        return Layout(labels, layout.facts, spaced, asked=asked)

    def _has_time(self, index: int, label: Label) -> bool:
        """Whether a head that stands once has a time in the place where the others have theirs."""
        return label.timed and (self._after_blank(index) or not self._is_spaced(self.possible))

    def _is_spaced(self, labels: Mapping[int, Label]) -> bool:
        later = sorted(labels)[1:]
        return bool(later) and mostly(self._after_blank(index) for index in later)

    def _after_blank(self, index: int) -> bool:
        return index == 0 or self.lines[index - 1].is_blank

    def _holds(self, label: Label, recurring: Mapping[int, Label]) -> bool:
        """Whether a name that recurs is a label."""
        count = self.count[label.key]
        if label.is_lower and not _ROLE.fullmatch(label.name):
            return count > 2 and count * _RARE > len(recurring)
        rare = count * _RARE <= len(recurring)
        if rare and _in_capitals(label) and " " in label.name:  # "THE INTERPRETER" among "THE COURT" and "Q"
            return mostly(map(_in_capitals, recurring.values()))
        return not (rare and not label.marked and self._is_common(label))

    def _is_common(self, label: Label) -> bool:
        """Whether the words of a name stand in the text as words in lower case too."""
        if _ROLE.fullmatch(label.name):
            return False
        if self.lower is None:
            self.lower = frozenset(word for line in self.lines for word in _LOWER_WORD.findall(line.text))
        return all(word.lower() in self.lower for word in _WORD.findall(label.name))

    def _singles(
        self, known: Mapping[int, Label], facts: frozenset[int], spaced: bool
    ) -> Iterator[tuple[int, Label]]:
        """Names that stand once and look like the labels that are known.

        They stand behind the first of these, right before it, or, set off, at the head of the text.
        """
        marked = mostly(label.marked for label in known.values())
        capitals = all(_in_capitals(label) for label in known.values())
        colons = mostly(label.colon for label in known.values())
        bare_times = mostly(label.bare_time for label in known.values())
        first = min(known)
        written = [index for index in range(first) if not self.lines[index].is_blank]
        opening = next((index for index in written if index not in facts), None)
        while written and written[-1] in self.possible:
            first = written.pop()
        for index, label in self.possible.items():
            if self.count[label.key] > 1 or label.is_lower or (colons and not label.colon):
                continue
            if index < first and not (label.marked and index == opening):
                continue
            if marked and not label.marked:
                continue
            if not label.marked:
                if spaced and not self._after_blank(index):
                    continue
                if capitals and not _in_capitals(label):
                    continue
                if (
                    label.bare_time != bare_times
                    or "," in without_bracket(label.name)
                    or self._is_common(label)
                ):
                    continue
            yield index, label

    def _only_singles(self) -> dict[int, Label]:
        """The labels of a short talk in which nobody speaks twice: half of what follows the first has one."""
        labels = {
            index: label
            for index, label in self.possible.items()
            if self.count[label.key] == 1
            and label.colon
            and (label.marked or not (label.is_lower or label.bare_time or self._is_common(label)))
        }
        if not labels or (len(labels) == 1 and not next(iter(labels.values())).marked):
            return {}
        return labels if len(labels) * 2 >= self._paragraphs_from(min(labels), labels) else {}

    def _paragraphs_from(self, first: int, labels: Mapping[int, Label]) -> int:
        """How many lines follow, without times and without the words below a label that stands alone."""
        many, alone = 0, False
        for index in range(first, len(self.lines)):
            line = self.lines[index]
            if line.is_blank or time_alone(line.text):
                continue
            many += not alone
            label = labels.get(index)
            alone = label is not None and label.rest == len(line.text)
        return many


def _in_capitals(label: Label) -> bool:
    bare = without_bracket(label.name)
    return bare == bare.upper()
