"""What is found out about each turn's text, kept from one version of a transcript to the next.

A check asks pure functions about every turn, and after an edit what they said of before still holds for all
turns but a few. So a detector names the function (``Turns.each`` and its like), and what it says is kept
here, turn by turn. What is made of several turns is made anew from these answers in each check: whether one
still holds is decided by its own turn's text alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar, cast

from interviews.detectors.books import Answers, Book, Seams, Tally
from interviews.transcript.turns import Transcript, Turn

T = TypeVar("T")
One = TypeVar("One")
# Where more than this share of the turns is another, making everything anew is as quick.
MANY = 0.5
# Versions for which an answer is kept that nobody asks for: a house rule was changed, a plug-in looks rarely.
PATIENCE = 10


class Kept:
    """All that is kept for one transcript. ``follow`` takes it from one version to the next.

    With ``for_once`` there is no next version: what is read once is not kept.
    """

    def __init__(self, *, for_once: bool = False) -> None:
        self.version = 0
        self.moved = True  # whether other turns, in another order or of other speakers, stood before
        self.came: frozenset[str] = frozenset()  # keys of the dialogue whose text is new in this version
        self._for_once = for_once
        self._order: list[str] = []
        self._speakers: list[str | None] = []
        self._said: dict[str, str] = {}  # the dialogue that stands: key to text, in order
        self._around: dict[str, str] = {}  # the background that stands
        self.places: dict[str, int] = {}  # key to place in the dialogue that stands, from 0
        self._before: dict[str, str] = {}  # key of a turn of the dialogue to that of the one before
        self._books: dict[Hashable, Book] = {}  # those of all that stands
        self._books_said: dict[Hashable, Book] = {}  # those of the dialogue alone
        self._seams: dict[Hashable, Seams[Any]] = {}
        self._others: dict[Hashable, Any] = {}
        self._asked: dict[Hashable, int] = {}  # which version asked last

    def follow(self, transcript: Transcript) -> None:
        """Bring what is kept to another version; what nobody has asked for in a while is forgotten."""
        said = {turn.key: turn.text for turn in transcript.dialogue}
        around = {turn.key: turn.text for turn in transcript.background}
        order, speakers = list(said), [turn.speaker for turn in transcript.dialogue]
        in_order = order == self._order
        self.version += 1
        self._forget()
        gone, come = _differing(self._said, said, in_order=in_order)
        self.came = frozenset([key for key, _ in come])
        if len(come) > MANY * len(said):
            for kept in (self._books, self._books_said, self._seams):
                kept.clear()
            self._before = _befores(said)
        else:
            in_order_around = list(self._around) == list(around)
            gone_around, come_around = _differing(self._around, around, in_order=in_order_around)
            _bring(self._books, [*gone, *gone_around], [*come, *come_around])
            _bring(self._books_said, gone, come)
            self._bring_seams(said, in_order=in_order)
        if not in_order:
            self.places = dict(zip(said, range(len(said)), strict=True))
        self.moved = not in_order or speakers != self._speakers
        self._said, self._around, self._order, self._speakers = said, around, order, speakers

    def _forget(self) -> None:
        for name, asked in list(self._asked.items()):
            if self.version - asked > PATIENCE:
                del self._asked[name]
                for kept in (self._books, self._books_said, self._seams):
                    kept.pop(name, None)

    def _bring_seams(self, said: Mapping[str, str], *, in_order: bool) -> None:
        come = self.came
        if in_order:
            before, parted = self._before, set[str]()
            behind = [self._order[place + 1 : place + 2] for place in map(self.places.__getitem__, come)]
            joined = [key for key in come.union(*behind) if key in before]
        else:
            before = _befores(said)
            parted = self._before.keys() - before.keys()
            joined = [
                key
                for key, earlier in before.items()
                if self._before.get(key) != earlier or key in come or earlier in come
            ]
        for seams in self._seams.values():
            for key in parted:
                seams.part(key)
            for key in joined:
                seams.join(key, said[before[key]], said[key])
        self._before = before

    def book(self, name: Hashable, make: Callable[[], One], *, of_dialogue: bool) -> One:
        """The book of that name, written up to this version; made where there is none."""
        name = (name, of_dialogue)
        self._asked[name] = self.version
        books = self._books_said if of_dialogue else self._books
        if name not in books:
            book = cast("Book", make())
            book.fill(self._said if of_dialogue else self._said | self._around)
            books[name] = book
        return cast("One", books[name])

    def read_once(self, make: Callable[[], One]) -> One:
        """A book of the dialogue that is read once in each version."""
        if not self._for_once:
            return self.book(make, make, of_dialogue=True)
        made = make()
        cast("Book", made).fill(self._said)
        return made

    def seams(self, ask: Callable[[str, str], T | None]) -> dict[str, T]:
        """What the function says of each two turns in a row, by the key of the later one."""
        self._asked[ask] = self.version
        if ask not in self._seams:
            made: Seams[T] = Seams(ask)
            for key, before in self._before.items():
                made.join(key, self._said[before], self._said[key])
            self._seams[ask] = made
        return self._seams[ask].known

    def other(self, name: Hashable, make: Callable[[], One]) -> One:
        """Something that keeps itself up to date in its own way; made where there is none."""
        if self._for_once:
            return make()
        if name not in self._others:
            self._others[name] = make()
        return cast("One", self._others[name])


def _differing(
    old: Mapping[str, str], new: Mapping[str, str], *, in_order: bool
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The keys and texts that went and those that came. ``in_order``: both have the same keys in a row."""
    if in_order:
        both = zip(new, old.values(), new.values(), strict=True)
        changed = [(key, before, text) for key, before, text in both if before != text]
        return [(key, before) for key, before, _ in changed], [(key, text) for key, _, text in changed]
    come = [(key, text) for key, text in new.items() if old.get(key) != text]
    gone = [key for key, _ in come if key in old] + list(old.keys() - new.keys())
    return [(key, old[key]) for key in gone], come


def _bring(
    books: Mapping[Hashable, Book], gone: Sequence[tuple[str, str]], come: Sequence[tuple[str, str]]
) -> None:
    # A turn may go from the background and come to the dialogue: all go before any comes.
    for book in books.values():
        for key, text in gone:
            book.drop(key, text)
        for key, text in come:
            book.put(key, text)


def _befores(said: Iterable[str]) -> dict[str, str]:
    keys = list(said)
    return dict(zip(keys[1:], keys, strict=False))


class Turns:
    """The turns of one version of a transcript, with what is kept of their texts.

    A function that is asked here must be pure and say the same of the same text. Its name and what it is
    given beside the text are the name of the book.
    """

    def __init__(self, transcript: Transcript, kept: Kept) -> None:
        self.transcript = transcript
        self.dialogue = transcript.dialogue
        self.kept = kept
        kept.follow(transcript)

    @cached_property
    def places(self) -> dict[str, int]:
        """Key to place in the dialogue that stands, from 0."""
        return self.kept.places

    @cached_property
    def labels(self) -> Counter[str | None]:
        """How many turns of the dialogue each speaker has, in the order of their first; None for no label."""
        return Counter([turn.speaker for turn in self.dialogue])

    def each(self, ask: Callable[..., T | None], *given: Hashable) -> list[tuple[Turn, T]]:
        """The turns that stand, in order, of whose text the function says something, with what it says."""
        return self._in_order(self._answers(ask, given, of_dialogue=False))

    def each_said(self, ask: Callable[..., T | None], *given: Hashable) -> list[tuple[Turn, T]]:
        """The same of the dialogue alone."""
        return self._in_order(self.said(ask, *given))

    def said(self, ask: Callable[..., T | None], *given: Hashable) -> Mapping[str, T]:
        """The same by the turn's key, in no order, for whoever looks for some of them."""
        return self._answers(ask, given, of_dialogue=True)

    def tally(self, features: Callable[[str], Iterable[str]]) -> Counter[str]:
        """How often all turns that stand have what the function counts. Nobody may change it."""
        return self.kept.book(features, lambda: Tally(features), of_dialogue=False).counts

    def tally_said(self, features: Callable[[str], Iterable[str]]) -> Counter[str]:
        """The same of the dialogue alone."""
        return self.kept.book(features, lambda: Tally(features), of_dialogue=True).counts

    def sum_said(self, number: Callable[[str], int]) -> int:
        """What the function counts in each turn of the dialogue, together."""
        return sum(self.said(number).values())

    def seams(self, ask: Callable[[str, str], T | None]) -> dict[int, T]:
        """What the function says of two turns of the dialogue in a row, by the place of the later one."""
        places = self.places
        return dict(sorted((places[key], answer) for key, answer in self.kept.seams(ask).items()))

    def book_said(self, make: Callable[[], One]) -> One:
        """A book of another sort about the dialogue, which is read once in a check."""
        return self.kept.read_once(make)

    def _answers(
        self, ask: Callable[..., T | None], given: tuple[Hashable, ...], *, of_dialogue: bool
    ) -> dict[str, T]:
        def answers() -> Answers[T]:
            return Answers((lambda text: ask(text, *given)) if given else ask)

        return self.kept.book((ask, given), answers, of_dialogue=of_dialogue).known

    def _in_order(self, known: Mapping[str, T]) -> list[tuple[Turn, T]]:
        turns = self.transcript.turns
        places = sorted(map(self.transcript.place, known))
        return [(turn, known[turn.key]) for turn in map(turns.__getitem__, places)]
