"""Which texts have the same words, and which have nearly the same: kept up to date text by text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from interviews.text.shingles import ONE_IN, Pair, Sharing, sampled, shingles
from interviews.text.similarity import likeness
from interviews.text.words import folded_words

SHORTEST = 5  # words of a turn whose repetition says anything: "Yeah, exactly." is said all day
SHORTEST_NEAR = 8
STRETCH = 4  # words in a row that near copies must share,
SHARED = 0.08  # as this share of the shorter one's stretches, to be worth a look
# Words from which on some of the stretches tell as much as all: of a hundred words 97 stretches.
LONG = 100
ALIKE = 0.55


class CopyBook:
    """The turns' words, each wording with a number of its own and the keys of the turns that have it.

    Near copies are found by four-word stretches that few wordings share: of a turn with a quarter of its
    words changed, a third of these survive.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, ...], int] = {}
        self._wordings: dict[int, tuple[str, ...]] = {}
        self._keys: dict[int, list[str]] = {}
        self._several: set[int] = set()
        self._sharing = Sharing()
        self._near: dict[Pair, float] = {}
        self._next = 0

    def fill(self, texts: Mapping[str, str]) -> None:
        for key, text in texts.items():
            self._take(key, folded_words(text))
        self._sharing.fill((number, _stretches(words)) for number, words in self._wordings.items())

    def put(self, key: str, text: str) -> None:
        number = self._take(key, folded_words(text))
        if number is not None:
            self._sharing.add(number, set(_stretches(self._wordings[number])))

    def drop(self, key: str, text: str) -> None:
        words = folded_words(text)
        number = self._numbers.get(words)
        if number is None:
            return
        keys = self._keys[number]
        keys.remove(key)
        if len(keys) == 1:
            self._several.discard(number)
        if not keys:
            self._sharing.remove(number, set(_stretches(words)))
            del self._numbers[words], self._wordings[number], self._keys[number]

    def _take(self, key: str, words: tuple[str, ...]) -> int | None:
        """The number of a wording that is new, None for one that is known or too short."""
        if len(words) < SHORTEST:
            return None
        known = self._numbers.get(words)
        if known is not None:
            self._keys[known].append(key)
            self._several.add(known)
            return None
        self._next += 1
        self._numbers[words] = self._next
        self._wordings[self._next] = words
        self._keys[self._next] = [key]
        return self._next

    def same(self) -> Iterator[list[str]]:
        """The keys of the turns that have one wording, where there are several."""
        for number in self._several:
            yield self._keys[number]

    def near(self) -> Iterator[tuple[list[str], list[str], float]]:
        """The keys of the turns with one wording, those with one much like it, and how alike the two are."""
        for pair in self._sharing.touched:
            alike = self._alike(pair)
            if alike:
                self._near[pair] = alike
            else:
                self._near.pop(pair, None)
        self._sharing.touched.clear()
        for (one, two), alike in self._near.items():
            yield self._keys[one], self._keys[two], alike

    def sharing(self, stretches: int) -> Iterator[tuple[list[str], list[str]]]:
        """The keys of the turns with one wording, and of those with another that shares so many stretches."""
        for (one, two), shared in self._sharing.counts.items():
            if shared >= stretches:
                yield self._keys[one], self._keys[two]

    def _alike(self, pair: Pair) -> float:
        """How alike two wordings are; 0 where they share too little, or one of them is gone."""
        shared = self._sharing.counts.get(pair)
        if not shared:
            return 0.0
        first, second = (self._wordings[number] for number in pair)
        shorter, longer = sorted((len(first), len(second)))
        needed = SHARED * (shorter - STRETCH + 1)
        if shorter < SHORTEST_NEAR or shared < (needed / ONE_IN if longer >= LONG else needed):
            return 0.0
        return likeness(first, second, at_least=ALIKE)


def _stretches(words: tuple[str, ...]) -> Iterator[int]:
    return (sampled if len(words) >= LONG else shingles)(words, STRETCH)
