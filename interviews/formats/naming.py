"""Which labels somebody says are speakers, and who, against what the file tells; and what they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from interviews.formats.labels import Label

MOST_LEARNT = 40  # labels that are listed; an interview has ten
MOST_OTHERS = 8


@dataclass(frozen=True, slots=True)
class Labels:
    """What a person said: the keys (``Label.key``) of labels that name somebody, and of those that do not;
    and, by their keys, the names that labels stand for."""

    yes: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __bool__(self) -> bool:
        return bool(self.yes or self.no or self.names)

    def called(self, name: str) -> str:
        """The name that a label stands for, by default the one that it is."""
        return self.names.get(name.casefold(), name)


AS_LEARNT = Labels()


@dataclass(frozen=True, slots=True)
class NamedLabel:
    """What stands where a label can stand, and in how many lines. ``learnt``: the file told that it names
    somebody; ``taken``: it is read so. ``called`` is the name of whom it stands for."""

    key: str
    name: str
    count: int
    learnt: bool
    taken: bool
    called: str


class Voices:
    """Names that stand in a place of their own in the file: who speaks in each caption, segment or row.

    ``listed`` is what a person can correct, in the order of the file. ``corrects`` says whether any name is
    another one than stands there.
    """

    def __init__(self, told: Iterable[str | None], labels: Labels) -> None:
        self._labels = labels
        named = [name for name in told if name]
        self._names = names = _names(named)
        count = Counter(name.casefold() for name in named)
        self.corrects = bool(labels) or len(names) < len(set(named))
        wanted = (labels.no | labels.names.keys()) & names.keys()
        self.listed = tuple(
            NamedLabel(key, names[key], count[key], True, key not in labels.no, labels.called(names[key]))
            for key in _first(names, MOST_LEARNT, frozenset(wanted))
        )

    def name(self, told: str | None) -> str | None:
        """Who speaks; None where nobody is named, or what is named is nobody."""
        if told is None or told.casefold() in self._labels.no:
            return None
        return self._labels.called(self._names.get(told.casefold(), told))

    def corrected(self, told: Iterable[str | None]) -> Iterator[tuple[str | None, bool]]:
        """Who speaks at each name in a row, and whether words of nobody begin there, whoever spoke before."""
        last: str | None = None
        for name in told:
            who = self.name(name)
            yield who, who is None and name is not None and name != last
            last = name


def corrected(
    learnt: Mapping[int, Label], found: Mapping[int, Label], short: Mapping[int, Label], labels: Labels
) -> dict[int, Label]:
    """The labels by index of their line: the learnt ones without those that name nobody, and with every
    line at which somebody stands who was missed; all with the names that they stand for. ``found`` have a
    mark of a label, ``short`` are lines of their own; where both tell, the mark does."""
    kept = {index: label for index, label in learnt.items() if label.key not in labels.no}
    missed = {index: label for index, label in {**short, **found}.items() if label.key in labels.yes}
    chosen = sorted({**missed, **kept}.items())
    names = _names(label.name for _, label in chosen)
    return {index: replace(label, name=labels.called(names[label.key])) for index, label in chosen}


def listed(
    learnt: Mapping[int, Label], found: Mapping[int, Label], short: Mapping[int, Label], labels: Labels
) -> tuple[NamedLabel, ...]:
    """The labels to choose from: the learnt ones in the order of the file, then what else may be one, the
    most frequent first. The order does not depend on ``labels``; whatever they name is always listed."""
    others = {**short, **found}
    names = _names(label.name for label in (*learnt.values(), *others.values()))
    speakers = Counter(label.key for label in learnt.values())
    beside = Counter(label.key for label in others.values())
    beside = Counter({key: count for key, count in beside.items() if key not in speakers})
    marked = {label.key for label in found.values()}
    ordered = sorted(beside, key=lambda key: (key not in marked, -beside[key]))
    wanted = (labels.yes | labels.no | labels.names.keys()) & names.keys()
    keys = dict.fromkeys(
        (
            *_first(speakers, MOST_LEARNT, wanted),
            *_first(ordered, MOST_OTHERS, wanted),
        )
    )
    return tuple(
        NamedLabel(
            key,
            names[key],
            speakers[key] or beside[key],
            learnt=key in speakers,
            taken=(key in speakers and key not in labels.no) or key in labels.yes,
            called=labels.called(names[key]),
        )
        for key in keys
    )


def _names(written: Iterable[str]) -> dict[str, str]:
    """How each label is written, by its key, in order: with capitals and small letters where it ever is, else
    as it is first."""
    names: dict[str, str] = {}
    for name in written:
        known = names.setdefault(name.casefold(), name)
        if known in {known.upper(), known.lower()} and name not in {name.upper(), name.lower()}:
            names[name.casefold()] = name
    return names


def _first(keys: Iterable[str], most: int, wanted: frozenset[str]) -> list[str]:
    return [key for place, key in enumerate(keys) if place < most or key in wanted]
