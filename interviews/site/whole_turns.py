"""What became of whole turns: how each stands now, beside how readers had it before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from interviews.models.publication import Publication
from interviews.site.quoting import Fate, Quote, gone, heir
from interviews.text.quoting import find_again
from interviews.transcript.turns import Turn


@dataclass(frozen=True, slots=True)
class Whole:
    """A turn as a quote. ``goes_on`` are the keys of the turns that have the rest of what was said in it."""

    key: str
    quote: Quote
    goes_on: tuple[str, ...] = ()


@dataclass(frozen=True)
class WholeTurns:
    """Every turn that readers have or had: ``current`` is public, ``earlier`` was, newest first."""

    current: Publication
    earlier: Sequence[Publication]

    def all_keys(self) -> Iterator[str]:
        """Those that stand, that stand in others now, and that were removed; none that was never public."""
        yield from (turn.key for turn in self.current.text.standing)
        removed = gone(self.current)
        had = {turn.key for one in self.earlier for turn in one.text}
        yield from (key for key in self.current.joined if key in had and key not in removed)
        yield from sorted(removed & (had | {one.key for one in self.current.tombstones}))

    def whole(self, key: str) -> Whole:
        """What became of the turn with that key."""
        turn, number = heir(self.current.text, self.current.joined, key), self.current.number
        if turn is None:
            return Whole(key, Quote(Fate.REMOVED, number))
        if turn.key != key:
            return Whole(key, self._joined(key, turn))
        goes_on: tuple[Turn, ...] = ()
        for one, before in zip(self.earlier, self._before, strict=True):
            was = "\n".join(before[key])
            if not was:
                continue
            goes_on = goes_on or self._rest(turn, one, was)
            if _words(was) != _words(turn.text, *(rest.text for rest in goes_on)):
                quote = Quote(Fate.CHANGED, number, turn, turn.text, was)
                break
        else:
            quote = Quote(Fate.STANDS, number, turn, turn.text)
        return Whole(key, quote, tuple(rest.key for rest in goes_on))

    def _joined(self, key: str, turn: Turn) -> Quote:
        """The words of a turn that was joined to another one, where they stand in that one."""
        was = next((one.text[key].text for one in self.earlier if key in one.text), "")
        place = find_again(turn.text, was)
        if place:
            return Quote(Fate.STANDS, self.current.number, turn, place.of(turn.text), moved=True)
        return Quote(Fate.CHANGED, self.current.number, turn, turn.text, was, moved=True)

    def _rest(self, turn: Turn, then: Publication, was: str) -> tuple[Turn, ...]:
        """The turns behind it that are new since, and whose words stood in it."""
        found: list[Turn] = []
        here, there = _words(turn.text), _words(was)
        for behind in self.current.text.turns[self.current.text.place(turn.key) + 1 :]:
            words = _words(behind.text)
            if behind.key in then.text or words in here or words not in there:
                break
            found.append(behind)
        return tuple(found)

    @cached_property
    def _before(self) -> list[defaultdict[str, list[str]]]:
        """What each earlier publication had of the words of a turn of today, by its key.

        So that turns were joined since is no change.
        """
        found = []
        for one in self.earlier:
            texts: defaultdict[str, list[str]] = defaultdict(list)
            for turn in one.text.standing:
                texts[self.current.joined.get(turn.key, turn.key)].append(turn.text)
            found.append(texts)
        return found


def _words(*texts: str) -> str:
    return " ".join(word for text in texts for word in text.split())
