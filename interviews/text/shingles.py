"""Which of many texts share stretches of words: candidates for being copies of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, compress
from zlib import crc32

from interviews.text.remembering import Remembered

# A stretch that stands in more texts than this is a figure of speech: it tells no two of them apart, and
# leaving it out keeps the work linear in the length of the texts.
COMMON = 8

# Of a long text one stretch in so many stands for all.
ONE_IN = 3

Pair = tuple[int, int]


def shingles(words: Sequence[str], size: int) -> Iterator[int]:
    """A number for every stretch of ``size`` words in a row: equal for equal stretches within one process.

    Numbers, not tuples: a million small tuples cost more in memory management than in comparing. Two
    different stretches get one number about once in 2**60; who needs to be sure compares the words.
    """
    return map(hash, zip(*(words[start:] for start in range(size)), strict=False))


def sampled(words: Sequence[str], size: int) -> Iterator[int]:
    """One shingle in ``ONE_IN``: those that begin with certain words, the same in every text and process.

    Two texts share about the same part of these as of all.
    """
    stretches = zip(*(words[start:] for start in range(size)), strict=False)
    return map(hash, compress(stretches, map(_BEGINS_ONE.__getitem__, words)))


_BEGINS_ONE = Remembered(lambda word: crc32(word.encode("utf-8", "surrogatepass")) % ONE_IN == 0)


class Sharing:
    """How many features each two of many members share, while members come and go.

    Members are numbers, features what each of them has, such as the stretches of a text. A feature that more
    than ``common`` members have counts for none of them. Whatever the order in which members came and went,
    the counts are those of the members that are there.
    """

    def __init__(self, common: int = COMMON) -> None:
        self.counts: dict[Pair, int] = {}  # the lower number first; no pair that shares nothing
        self.touched: set[Pair] = set()  # pairs whose count may have changed; whoever reads it clears it
        self._common = common
        # Most features have one holder: a list for each of these would take most of the memory.
        self._first: dict[Hashable, int] = {}
        self._others: dict[Hashable, list[int]] = {}

    def fill(self, members: Iterable[tuple[int, Iterable[Hashable]]]) -> None:
        """Take many members into an empty table: each feature is counted once, when all are there."""
        first, others = self._first, self._others
        for member, features in members:
            # Most features are nobody else's yet: these are taken in one go.
            own = dict.fromkeys(features, member)
            for feature in own.keys() & first.keys():
                others.setdefault(feature, []).append(member)
                del own[feature]
            first.update(own)
        counts: defaultdict[Pair, int] = defaultdict(int)
        for feature, further in others.items():
            if len(further) < self._common:
                for pair in combinations(sorted((first[feature], *further)), 2):
                    counts[pair] += 1
        self.counts = dict(counts)
        self.touched.update(counts)

    def add(self, member: int, features: Iterable[Hashable]) -> None:
        """A member comes with its features, each given once."""
        for feature in features:
            holder = self._first.setdefault(feature, member)
            if holder != member:
                further = self._others.setdefault(feature, [])
                holders = [holder, *further]
                further.append(member)
                if len(holders) < self._common:
                    self._count(((member, other) for other in holders), 1)
                elif len(holders) == self._common:
                    self._count(combinations(holders, 2), -1)

    def remove(self, member: int, features: Iterable[Hashable]) -> None:
        """A member goes, with the features that it came with."""
        for feature in features:
            holders = [self._first.pop(feature), *self._others.pop(feature, ())]
            holders.remove(member)
            if holders:
                self._first[feature] = holders[0]
            if len(holders) > 1:
                self._others[feature] = holders[1:]
            if len(holders) < self._common:
                self._count(((member, other) for other in holders), -1)
            elif len(holders) == self._common:
                self._count(combinations(holders, 2), 1)

    def _count(self, pairs: Iterable[Pair], by: int) -> None:
        for one, two in pairs:
            pair = (one, two) if one < two else (two, one)
            count = self.counts.get(pair, 0) + by
            if count:
                self.counts[pair] = count
            else:
                del self.counts[pair]
            self.touched.add(pair)
