"""What is found out about each turn's text, kept from one version of a transcript to the next.

A check asks pure functions about every turn, and after an edit what they said of before still holds for all
turns but a few. So a detector names the function (``Turns.each`` and its like), and what it says is kept
here, turn by turn. What is made of several turns is made anew from these answers in each check: whether one
still holds is decided by its own turn's text alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar, cast

from interviews.detectors.keeping.books import Answers, Book, BySpeaker, Seams, Tally
from interviews.detectors.keeping.versions import Rows, change
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
        self.places: dict[str, int] = {}  # key to place in the dialogue that stands, from 0
        self.labels: Counter[str | None] = Counter()  # in the order of each one's first turn
        self._for_once = for_once
        self._said = Rows()  # the dialogue that stands
        self._around = Rows()  # the background that stands
        self._change = change(self._said, self._said)  # of the dialogue, between the last two versions
        self._books: dict[Hashable, Book] = {}  # those of all that stands
        self._books_said: dict[Hashable, Book] = {}  # those of the dialogue alone
        self._seams: dict[Hashable, Seams[Any]] = {}
        self._others: dict[Hashable, Any] = {}
        self._asked: dict[Hashable, int] = {}  # which version asked last

    def follow(self, transcript: Transcript) -> None:
        """Bring what is kept to another version; what nobody has asked for in a while is forgotten."""
        said, around = Rows.of(transcript.dialogue), Rows.of(transcript.background)
        self.version += 1
        self._forget()
        self._change, aside = change(self._said, said), change(self._around, around)
        if not self._change.in_order:
            self.places = dict(zip(said.keys, range(len(said.keys)), strict=True))
        if said.speakers != self._said.speakers:
            self.labels = Counter(said.speakers)
        self._said, self._around = said, around
        if len(self._change.come) > MANY * len(said.keys):
            for kept in (self._books, self._books_said, self._seams):
                kept.clear()
        else:
            _bring(self._books, [*self._change.gone, *aside.gone], [*self._change.come, *aside.come])
            _bring(self._books_said, self._change.gone, self._change.come)
            for seams in self._seams.values():
                seams.bring(said, self._change)

    def _forget(self) -> None:
        for name, asked in list(self._asked.items()):
            if self.version - asked > PATIENCE:
                del self._asked[name]
                for kept in (self._books, self._books_said, self._seams, self._others):
                    kept.pop(name, None)

    def book(self, name: Hashable, make: Callable[[], One], *, of_dialogue: bool) -> One:
        """The book of that name, written up to this version; made where there is none."""
        name = (name, of_dialogue)
        self._asked[name] = self.version
        books = self._books_said if of_dialogue else self._books
        if name not in books:
            book = cast("Book", make())
            said = self._said.all_said()
            book.fill(said if of_dialogue else said | self._around.all_said())
            books[name] = book
        return cast("One", books[name])

    def read_once(self, make: Callable[[], One]) -> One:
        """A book of the dialogue that is read once in each version."""
        if not self._for_once:
            return self.book(make, make, of_dialogue=True)
        made = make()
        cast("Book", made).fill(self._said.all_said())
        return made

    def seams(self, ask: Callable[[str, str], T | None]) -> dict[str, T]:
        """What the function says of each two turns in a row, by the key of the later one."""
        self._asked[ask] = self.version
        if ask not in self._seams:
            made: Seams[T] = Seams(ask)
            made.bring(self._said, change(Rows(), self._said))
            self._seams[ask] = made
        return self._seams[ask].known

    def other(self, name: Hashable, make: Callable[[], One], *, reach: int = 0) -> tuple[One, Iterable[str]]:
        """Something made of other books, and the keys of the turns at which it must look again.

        These are the turns that are another in text or speaker, or stand up to ``reach`` turns before one
        that is, or that stand no more. Where it was not asked for in the version before, or most turns are
        others, it is made anew and must look at all turns.
        """
        if self._for_once:
            return make(), self.places.keys()
        asked = self._asked.get(name)
        self._asked[name] = self.version
        if asked == self.version:
            return self._others[name], ()
        again = self._in_reach(reach)
        if asked != self.version - 1 or len(again) > MANY * len(self._said.keys):
            self._others[name], again = make(), self.places.keys()
        return self._others[name], again

    def _in_reach(self, reach: int) -> Collection[str]:
        keys = self._said.keys
        again = set(self._change.left)
        for place in self._change.fresh:
            again.update(keys[max(0, place - reach) : place + 1])
        return again


def _bring(
    books: Mapping[Hashable, Book], gone: Sequence[tuple[str, str]], come: Sequence[tuple[str, str]]
) -> None:
    # A turn may go from the background and come to the dialogue: all go before any comes.
    for book in books.values():
        for key, text in gone:
            book.drop(key, text)
        for key, text in come:
            book.put(key, text)


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

    @property
    def places(self) -> dict[str, int]:
        """Key to place in the dialogue that stands, from 0."""
        return self.kept.places

    def speaker_of(self, key: str) -> str | None:
        """The label of a turn that stands."""
        return self.transcript[key].speaker

    @property
    def labels(self) -> Counter[str | None]:
        """How many turns of the dialogue each speaker has, in the order of their first; None for no label."""
        return self.kept.labels

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

    def by_speaker(self, number: Callable[[str], int]) -> Counter[str | None]:
        """What the function counts in each speaker's turns of the dialogue, together; those with any."""
        sums, again = self.kept.other((BySpeaker, number), BySpeaker)
        sums.follow(again, self.said(number), self.speaker_of)
        return sums.counts

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
