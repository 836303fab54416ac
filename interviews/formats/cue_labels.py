"""Who speaks in captions that have no field for it: "Name: ", a dash, ">>", a name on a line of its own.

Learnt from the file, as in ``learning``: somebody who speaks, speaks again.

* "Name:" or "[Name]:" at the start of a row is a label where the name stands there twice or more, and is no
  word that the file also has in lower case; once, where it looks like the labels that are known.
* Where no name stands twice, and half of the cues begin with one, all of these are labels.
* A word joiner before a name takes it for words: nobody writes one by accident.
* A dash or ">>" before the words says that somebody else speaks, with or without a name behind it; a name
  in capitals is a label there.
* Where nearly every cue begins with one of a few rows that look like names, these are labels.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from interviews.formats.base import Use
from interviews.formats.captions import Cue, Row, Source, Token, first_words
from interviews.formats.labels import LONGEST_NAME, Label, is_name, label_at
from interviews.formats.naming import AS_LEARNT, Labels, NamedLabel, Voices, corrected, listed
from interviews.formats.remarks import is_remark

_REACH = LONGEST_NAME + 8  # code points: no colon further right ends a label
_OPENS = re.compile(r"[-‐][ \t]+(?=\S)|(?:[-‐]|(?P<long>[–—])[ \t]*)(?=[^\W\d_]|[\"'“‘¿¡(\[])")
_CHEVRONS = re.compile(r"(?:>|&gt;){2,3}(?=\s|[^\W\d_]|$)")
_DASHES = frozenset("-‐–—")
_MAY_BE_TIME = re.compile(r"\s*[\d\[(<\\]")
_COLON = re.compile(r"\]?\s?[:：]")
_LOWER_WORD = re.compile(r"\b[^\W\d_A-Z][^\W\d_]*\b")
_RARE = 20  # a label at one row in twenty of the labelled, or fewer, is rare
_NEARLY = 0.8
_FEWEST = 3  # cues, for names on lines of their own


def name_rows(source: Source, cues: Sequence[Cue], labels: Labels = AS_LEARNT) -> tuple[NamedLabel, ...]:
    """Give the rows their voices, and take labels and dashes out of the words; what a person says of
    ``labels`` goes before what was learnt. What can be corrected is told."""
    spoken = [cue for cue in cues if not cue.aside]
    for cue in spoken:
        if any(">>" in row.text for row in cue.rows):
            cue.rows = [part for row in cue.rows for part in _at_chevrons(source, row)]
        _open(source, cue)
    found = list(_candidates(source, spoken))
    learnt = _Learner(source, spoken, found).labels()
    possible = {index: label for index, (_, _, label) in enumerate(found)}
    for index, label in corrected(learnt, possible, {}, labels).items():
        _take_label(source, *found[index][:2], label)
    alone = () if learnt else _names_alone(spoken, labels)
    return (*alone, *listed(learnt, possible, {}, labels))


def could_name(line: str) -> bool:
    """Whether a line that is nothing but words could be taken for one that says who speaks."""
    return _OPENS.match(line) is not None or ">>" in line or _label(line) is not None


def _at_chevrons(source: Source, row: Row) -> Iterator[Row]:
    """A row cut before each ">>": somebody else begins to speak, in the middle of the line too."""
    tokens: list[Token] = []
    changes = False
    for token in row.tokens:
        if token.use is not Use.TURN:
            tokens.append(token)
            continue
        at = token.start
        for mark in _CHEVRONS.finditer(source.text, token.start, token.end):
            if mark.start() > token.start and not source.text[mark.start() - 1].isspace():
                continue
            tokens += _words(source, at, mark.start())
            if tokens:
                yield _part(source.row(tokens), row, changes)
            tokens, changes, at = [Token(mark.start(), mark.end(), Use.MARKUP)], True, mark.end()
        tokens += [token] if at == token.start else _words(source, at, token.end)
    if tokens:
        yield _part(source.row(tokens), row, changes)


def _part(part: Row, whole: Row, changes: bool) -> Row:
    part.changes, part.has_times = changes, whole.has_times
    return part


def _open(source: Source, cue: Cue) -> None:
    """Take the dashes off the rows of a cue; long ones, as in prose, only where two rows have them."""
    if not any(row.text[:1] in _DASHES for row in cue.rows if row.text):
        return
    rows = [row for row in cue.rows if row.text]
    found = []
    for row in rows:
        place = first_words(row)
        assert place is not None
        token = row.tokens[place]
        match = _OPENS.match(source.text, token.start, token.end)
        if match is not None:
            found.append((row, place, match))
    long = sum(match["long"] is not None for _, _, match in found)
    if not found or found[0][0] is not rows[0]:
        return
    for row, place, match in found:
        if match["long"] is None or long > 1:
            token = row.tokens[place]
            row.tokens[place : place + 1] = [
                Token(token.start, match.end(), Use.MARKUP),
                *_words(source, match.end(), token.end),
            ]
            row.text = source.words(row.tokens)
            row.changes = True


def _words(source: Source, start: int, end: int) -> list[Token]:
    written = source.text[start:end]
    start += len(written) - len(written.lstrip())
    return [Token(start, end, Use.TURN)] if start < end else []


def _label(written: str) -> Label | None:
    """``label_at`` for names without a long remark of manner, which no caption has room for."""
    label = label_at(written, emphasis=False)
    return None if label and label.remark else label


def _remembering() -> Callable[[str], Label | None]:
    """``label_at`` that looks once at what stands before a colon: a file has a few names, at every cue."""
    known: dict[str, Label | None] = {}

    def told(written: str) -> Label | None:
        head, colon, rest = written.partition(":")
        if not colon or rest[:1] != " " or _MAY_BE_TIME.match(rest):
            return _label(written)
        if head not in known:
            known[head] = _label(written)
        return known[head]

    return told


def _candidates(source: Source, cues: Sequence[Cue]) -> Iterator[tuple[Row, int, Label]]:
    told = _remembering()
    for cue in cues:
        for row in cue.rows:
            if ":" not in row.text[:_REACH] and "：" not in row.text[:_REACH]:
                continue
            place = first_words(row)
            if place is None:
                continue
            written = source.written(row.tokens[place])
            label = told(written)
            if label and label.time_spans:  # a caption has its times elsewhere: what looks like one is words
                colon = _COLON.match(written, label.span.end)
                before = label.time_spans[0].start < label.span.start
                label = replace(label, rest=colon.end()) if colon and not before else None
            if label and label.colon and not is_remark(label) and "\u2060" not in label.name:
                yield row, place, label


class _Learner:
    def __init__(self, source: Source, cues: Sequence[Cue], found: Sequence[tuple[Row, int, Label]]) -> None:
        self.source = source
        self.cues = cues
        self.found = {index: label for index, (_, _, label) in enumerate(found)}
        self.rows = [row for row, _, _ in found]
        both = {"Q", "A"} <= {label.name for label in self.found.values()}
        if not both:
            self.found = {index: label for index, label in self.found.items() if not label.is_letter}
        self.count = Counter(label.key for label in self.found.values())
        self.lower: frozenset[str] | None = None

    def labels(self) -> Mapping[int, Label]:
        recurring = {index: label for index, label in self.found.items() if self.count[label.key] > 1}
        known = {index: label for index, label in recurring.items() if self._holds(label, len(recurring))}
        known |= {index: label for index, label in self.found.items() if self._is_opened(index, label)}
        if not known:
            return self._each_once()
        marked = {label.marked for label in known.values()}
        capitals = {label.name.isupper() for label in known.values()}
        alike = {
            index: label
            for index, label in self.found.items()
            if self.count[label.key] == 1
            and label.marked in marked
            and label.name.isupper() in capitals
            and (label.marked or not (label.is_lower or self._is_common(label)))
        }
        return known | alike

    def _is_opened(self, index: int, label: Label) -> bool:
        """Whether a sign says that somebody else speaks, and capitals who: ">> ANN: Hello"."""
        return self.rows[index].changes and label.name.isupper()

    def _holds(self, label: Label, recurring: int) -> bool:
        count = self.count[label.key]
        if label.is_lower:
            return count > 2 and count * _RARE > recurring and not self._is_common(label)
        return label.marked or count * _RARE > recurring or not self._is_common(label)

    def _each_once(self) -> Mapping[int, Label]:
        """The labels of a short file in which nobody speaks twice."""
        once = {
            index: label
            for index, label in self.found.items()
            if label.marked or not (label.is_lower or self._is_common(label))
        }
        first = next((row for cue in self.cues for row in cue.rows if row.text), None)
        begins = any(self.rows[index] is first for index in once)
        return once if begins and len(once) > 1 and len(once) * 2 >= len(self.cues) else {}

    def _is_common(self, label: Label) -> bool:
        """Whether the words of a name stand in the file as words in lower case too, other than as labels."""
        if self.lower is None:
            labelled = {id(row) for row in self.rows}
            texts = (row.text.partition(":")[2] if id(row) in labelled else row.text for row in self._all())
            self.lower = frozenset(word for text in texts for word in _LOWER_WORD.findall(text))
        return all(word.lower() in self.lower for word in re.findall(r"[^\W\d_]+", label.name))

    def _all(self) -> Iterator[Row]:
        return (row for cue in self.cues for row in cue.rows)


def _take_label(source: Source, row: Row, place: int, label: Label) -> None:
    token = row.tokens[place]
    name = label.span.shifted(token.start)
    cuts = [
        *_markup(source, token.start, name.start),
        Token(name.start, name.end, Use.LABEL),
        *_markup(source, name.end, token.start + label.rest),
        *_words(source, token.start + label.rest, token.end),
    ]
    row.tokens[place : place + 1] = cuts
    row.text = source.words(row.tokens)
    row.voice = " ".join(source.plain(label.name).split())


def _markup(source: Source, start: int, end: int) -> list[Token]:
    return [Token(start, end, Use.MARKUP)] if source.text[start:end].strip() else []


def _names_alone(cues: Sequence[Cue], labels: Labels) -> tuple[NamedLabel, ...]:
    heads = [cue.rows[0] for cue in cues if len([row for row in cue.rows if row.text]) > 1]
    names = Counter(row.text for row in heads)
    known = {name for name, count in names.items() if count > 1 and is_name(name)}
    fitting = [row for row in heads if row.text in known]
    if len(cues) < _FEWEST or len(fitting) < len(cues) * _NEARLY or len(known) * 2 > len(cues):
        return ()
    voices = Voices((row.text for row in fitting), labels)
    for row in fitting:
        row.voice = voices.name(row.text)
        if row.voice is None:
            continue
        row.text = ""
        row.tokens = [
            token._replace(use=Use.LABEL) if token.use is Use.TURN else token for token in row.tokens
        ]
    return voices.listed
