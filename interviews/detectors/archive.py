"""Passages that stand in another interview too: what the archive knows comes in as data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding
from interviews.detectors.kinds import Kind
from interviews.detectors.shape.innocent import greets, is_sponsor_read
from interviews.text.shingles import shingles
from interviews.text.winnowing import SIZE
from interviews.text.words import count_words, words
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

LEAST = 20  # words of a turn, and of a passage in it, that are looked for elsewhere
_CERTAIN = 0.95  # the words were compared; whether it matters the editor says
_TOLD = 6  # lines of evidence, and titles in a line


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A turn of another interview that may share words with ``turn`` (a key) of this one.

    ``interview`` tells interviews apart for good; ``number`` is the place as people count it there.
    """

    turn: str
    interview: int
    title: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class _Copy:
    """What of a turn stands elsewhere word for word: so many ``same`` of all its words."""

    turn: Turn
    there: Elsewhere
    span: Span
    same: int
    length: int

    @property
    def passage(self) -> Passage:
        return Passage(self.turn.key, self.span)


@dataclass(frozen=True)
class ArchiveDuplicate:
    """Twenty words or more stand word for word, eight in a row at least, in an earlier interview too.

    Half of the longer turns in one other interview are one finding about the whole: an interview brought
    twice. What stands in three others is boilerplate, and one notice for all of it.

    Let pass: sponsor reads, and a greeting in the first turns.
    """

    candidates: Sequence[Elsewhere] = ()
    distinct: int = 10  # different words in a passage: laughter and counting are alike everywhere
    opening: int = 3  # turns in which a station greets
    whole: float = 0.5  # share of the longer turns from which it is the whole interview
    boilerplate: int = 3  # other interviews in which a passage belongs to the house

    kind = Kind.ARCHIVE_DUPLICATE
    languages = frozenset[str]()

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        copies = list(self._copies(analysis))
        whole = self._whole(analysis, copies)
        if whole:
            yield self._about_the_whole(analysis, whole)
        told = {copy.turn.key for copy in whole}
        rest = [copy for copy in copies if copy.turn.key not in told and not self._innocent(analysis, copy)]
        by_turn: dict[str, list[_Copy]] = defaultdict(list)
        for copy in rest:
            by_turn[copy.turn.key].append(copy)
        house = {key: found for key, found in by_turn.items() if len(found) >= self.boilerplate}
        if house:
            yield self._boilerplate(analysis, house)
        for together in _by_interview([copy for copy in rest if copy.turn.key not in house]):
            yield self._together(analysis, together)

    def _copies(self, analysis: Analysis) -> Iterator[_Copy]:
        """In the order of the text; of one turn and one other interview the best only."""
        offered: dict[str, list[Elsewhere]] = defaultdict(list)
        for candidate in self.candidates:
            offered[candidate.turn].append(candidate)
        for turn in analysis.dialogue:
            best: dict[int, _Copy] = {}
            for there in offered.get(turn.key, ()):
                copy = self._compared(turn, there)
                known = best.get(there.interview)
                if copy and (known is None or copy.same > known.same):
                    best[there.interview] = copy
            yield from best.values()

    def _compared(self, turn: Turn, there: Elsewhere) -> _Copy | None:
        here = words(turn.text)
        folded = [word.folded for word in here]
        known = set(shingles([word.folded for word in words(there.text)], SIZE))
        covered: set[int] = set()
        for start, shingle in enumerate(shingles(folded, SIZE)):
            if shingle in known:
                covered.update(range(start, start + SIZE))
        passage = max(_stretches(sorted(covered)), key=len, default=[])
        if len(passage) < LEAST or len({folded[place] for place in passage}) < self.distinct:
            return None
        span = Span(here[passage[0]].start, here[passage[-1]].end)
        return _Copy(turn, there, span, len(passage), len(here))

    def _innocent(self, analysis: Analysis, copy: _Copy) -> bool:
        folded = [word.folded for word in words(copy.turn.text)]
        number = analysis.transcript.number(copy.turn.key)
        return is_sponsor_read(folded) or (number <= self.opening and greets(folded))

    def _whole(self, analysis: Analysis, copies: Sequence[_Copy]) -> list[_Copy]:
        """The copies in the interview that has most of this one; none where no other has half of it."""
        most = _most(copies)
        longer = len(_longer(analysis))
        return most if len(most) > 1 and len(most) >= self.whole * longer else []

    def _about_the_whole(self, analysis: Analysis, copies: Sequence[_Copy]) -> Finding:
        there = copies[0].there
        longer = len(_longer(analysis))
        return Finding(
            self.kind,
            # No words of its own: the decision is about two interviews and outlives every edit.
            (copies[0].turn.passage(0, 0),),
            title=f"{len(copies)} of {longer} turns stand in “{there.title}” too",
            reason=f"{_alike(copies)}. Turns of fewer than {LEAST} words were not compared.",
            confidence=_CERTAIN,
            evidence=_places(analysis, copies),
            rule=f"interview {there.interview}",
        )

    def _boilerplate(self, analysis: Analysis, house: Mapping[str, Sequence[_Copy]]) -> Finding:
        first = [found[0] for found in house.values()]
        is_one = len(first) == 1
        name = analysis.headline(first[0].turn.key) if is_one else f"{len(first)} turns"
        titles = dict.fromkeys(copy.there.title for found in house.values() for copy in found)
        return Finding(
            self.kind,
            tuple(copy.passage for copy in first),
            title=f"{name} {'is' if is_one else 'are'} known boilerplate",
            reason=f"{'It stands' if is_one else 'They stand'} word for word in {self.boilerplate} other"
            " interviews or more, as an intro or a sign-off does.",
            confidence=_CERTAIN,
            evidence=(f"Other interviews: {', '.join(f'“{title}”' for title in list(titles)[:_TOLD])}.",),
        )

    def _together(self, analysis: Analysis, copies: Sequence[_Copy]) -> Finding:
        title = copies[0].there.title
        name = analysis.headline(copies[0].turn.key)
        return Finding(
            self.kind,
            tuple(copy.passage for copy in copies),
            title=f"{name} stands in “{title}” too"
            if len(copies) == 1
            else f"{len(copies)} turns stand in “{title}” too",
            reason=f"{_alike(copies)}.",
            confidence=_CERTAIN,
            evidence=_places(analysis, copies),
        )


def _stretches(places: Sequence[int]) -> Iterator[list[int]]:
    """Places in order, parted where more words lie between two than a stretch has."""
    stretch: list[int] = []
    for place in places:
        if stretch and place - stretch[-1] > SIZE:
            yield stretch
            stretch = []
        stretch.append(place)
    if stretch:
        yield stretch


def _by_interview(copies: Sequence[_Copy]) -> Iterator[list[_Copy]]:
    """Each turn once: with the interview that has most of them, then the one that has most of the rest."""
    left = list(copies)
    while left:
        most = _most(left)
        yield most
        told = {copy.turn.key for copy in most}
        left = [copy for copy in left if copy.turn.key not in told]


def _most(copies: Iterable[_Copy]) -> list[_Copy]:
    """The copies in the one interview that has most of them, the older of two that have as many."""
    groups: dict[int, list[_Copy]] = defaultdict(list)
    for copy in copies:
        groups[copy.there.interview].append(copy)
    return max(groups.values(), key=lambda group: (len(group), -group[0].there.interview), default=[])


def _longer(analysis: Analysis) -> list[Turn]:
    return [turn for turn in analysis.dialogue if count_words(turn.text) >= LEAST]


def _alike(copies: Sequence[_Copy]) -> str:
    same, length = sum(copy.same for copy in copies), sum(copy.length for copy in copies)
    its = "its" if len(copies) == 1 else "their"
    told = f"All {length} of {its} words" if same == length else f"{same} of {its} {length} words"
    return f"{told} stand there word for word"


def _places(analysis: Analysis, copies: Sequence[_Copy]) -> tuple[str, ...]:
    """Where each turn stands in the other interview."""
    title = copies[0].there.title
    told = [
        f"{analysis.headline(copy.turn.key)} is turn {copy.there.number} of “{title}”."
        for copy in copies[:_TOLD]
    ]
    more = len(copies) - len(told)
    return (*told, f"And {more} more.") if more else tuple(told)
