"""Which of many texts share stretches of words: candidates for being copies of each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

# A stretch that stands in more texts than this is a figure of speech: it tells no two of them apart, and
# leaving it out keeps the work linear in the length of the texts.
COMMON = 8


def shingles(words: Sequence[str], size: int) -> Iterator[int]:
    """A number for every stretch of ``size`` words in a row: equal for equal stretches within one process.

    Numbers, not tuples: a million small tuples cost more in memory management than in comparing.
    """
    return map(hash, zip(*(words[start:] for start in range(size)), strict=False))


def sharing(texts: Iterable[Sequence[str]], size: int, *, common: int = COMMON) -> Counter[tuple[int, int]]:
    """For each pair of texts (numbered from 0, the earlier first) how many stretches both have.

    Two different stretches are taken for one about once in 2**60; who needs to be sure compares the words.
    """
    first: dict[int, int] = {}
    others: dict[int, list[int]] = {}
    for number, words in enumerate(texts):
        for shingle in shingles(words, size):
            holder = first.setdefault(shingle, number)
            if holder != number:
                further = others.setdefault(shingle, [])
                if not further or further[-1] != number:
                    further.append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for shingle, further in others.items():
        if len(further) < common:
            numbers = (first[shingle], *further)
            for place, later in enumerate(numbers):
                for earlier in numbers[:place]:
                    shared[earlier, later] += 1
    return shared
