"""What became of words that somebody quoted: where they stand now, and how they read then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from interviews.models.publication import Publication
from interviews.text.carrying import carried
from interviews.text.quoting import find_again
from interviews.text.words import count_words
from interviews.transcript.spans import Span
from interviews.transcript.turns import Transcript, Turn

SHORT = 300  # code points; of longer words a link names the beginning and the end
_EDGE = 60
_ENOUGH = 4  # words that are looked for in other turns too; fewer stand in many places


class Fate(StrEnum):
    """What became of a quote."""

    STANDS = "stands"
    CHANGED = "changed"  # other words stand there now
    REMOVED = "removed"
    UNKNOWN = "unknown"  # no publication has these words under this key


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link names: a turn's key, and words of it. None are all of its words.

    ``end`` is filled where ``start`` is only how long words begin; ``version`` is the number of the
    publication in which they were quoted, where that is known.
    """

    key: str
    start: str = ""
    end: str = ""
    version: int | None = None

    def within(self, text: str) -> Span | None:
        """Where these words stand in a text; None where they do not."""
        if not self.start:
            return Span(0, len(text)) if text else None
        found = find_again(text, self.start)
        if found is None or not self.end:
            return found
        close = find_again(text[found.end :], self.end)
        return close and Span(found.start, found.end + close.end)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote as it stands. ``turn`` has ``words`` now; both are empty where the passage was removed.

    ``before`` is how the words read in publication ``number``, where that differs. ``moved`` says that the
    words stand in another turn than the one that was named, ``around`` that other words of the turn changed.
    """

    fate: Fate
    number: int
    turn: Turn | None = None
    words: str = ""
    before: str = ""
    moved: bool = False
    around: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the quote is all that was said in the turn."""
        return self.turn is not None and self.words.strip() == self.turn.text.strip()

    def parts(self) -> tuple[str, str]:
        """How the words begin and end, for a link; no end for short ones, nothing for a whole turn."""
        if self.is_whole:
            return "", ""
        lines = self.words.strip().split("\n")
        if len(lines) == 1 and len(self.words) <= SHORT:
            return self.words, ""
        first, last = lines[0].strip(), lines[-1].strip()
        start = first if len(first) <= _EDGE else first[:_EDGE].rsplit(maxsplit=1)[0]
        return start, last if len(last) <= _EDGE else last[-_EDGE:].split(maxsplit=1)[-1]


def quote(current: Publication, asked: Asked, then: Iterable[Publication] = ()) -> Quote:
    """What became of the words that are asked for.

    ``then`` are the publications in which they may have been quoted, the likeliest first; it is only gone
    through where the words do not stand under their key. Words that no publication has are never repeated:
    nobody can put words into somebody's mouth by writing a link.
    """
    text = current.text
    turn = heir(text, current.joined, asked.key)
    if asked.start:
        here = turn and _taken(turn, asked, current.number, moved=turn.key != asked.key)
        elsewhere = here or _elsewhere(text, asked, turn, current.number)
        if elsewhere:
            return replace(elsewhere, around=_around(elsewhere, asked, then))
    for earlier in then:
        was = heir(earlier.text, earlier.joined, asked.key)
        span = was and asked.within(was.text)
        if was and span:
            return _since(asked, turn, was, span, earlier.number)
    if turn is not None and not asked.start:
        return Quote(Fate.STANDS, current.number, turn, turn.text)
    if turn is None and asked.key in gone(current):
        return Quote(Fate.REMOVED, current.number)
    return Quote(Fate.UNKNOWN, current.number, turn, turn.text if turn else "")


def gone(current: Publication) -> set[str]:
    """The keys that readers had once, those of turns that were joined to what is gone among them."""
    gone = {one.key for one in current.tombstones}
    return gone | {key for key, to in current.joined.items() if to in gone}


def heir(text: Transcript, joined: Mapping[str, str], key: str) -> Turn | None:
    """The turn that has the words of a key, in one publication; None where none has."""
    named = key if key in text else joined.get(key)
    return text[named] if named is not None and named in text else None


def _taken(turn: Turn, asked: Asked, number: int, *, moved: bool) -> Quote | None:
    span = asked.within(turn.text)
    return Quote(Fate.STANDS, number, turn, span.of(turn.text), moved=moved) if span else None


def _elsewhere(text: Transcript, asked: Asked, near: Turn | None, number: int) -> Quote | None:
    """In the turn nearest to the one that was named: behind a split, say."""
    if count_words(f"{asked.start} {asked.end}") < _ENOUGH:
        return None
    middle = text.place(near.key) if near else 0
    by_distance = sorted(text.turns, key=lambda turn: abs(text.place(turn.key) - middle))
    return next((found for turn in by_distance if (found := _taken(turn, asked, number, moved=True))), None)


def _around(found: Quote, asked: Asked, then: Iterable[Publication]) -> bool:
    """Whether the turn had other words beside these in the publication that the link names."""
    if found.turn is None or found.moved or not asked.version:
        return False
    was = next((heir(one.text, one.joined, asked.key) for one in then if one.number == asked.version), None)
    return was is not None and was.text != found.turn.text


def _since(asked: Asked, turn: Turn | None, was: Turn, span: Span, number: int) -> Quote:
    """The words were there once, as ``was`` has them."""
    before = span.of(was.text)
    if turn is None:
        return Quote(Fate.REMOVED, number)
    place = find_again(turn.text, before)
    if place:
        return Quote(Fate.STANDS, number, turn, place.of(turn.text), moved=turn.key != asked.key)
    now = carried(was.text, turn.text, span).of(turn.text).strip()
    return Quote(Fate.CHANGED if now else Fate.REMOVED, number, turn, now, before if now else "")
