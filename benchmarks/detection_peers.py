"""What a newsroom could use instead: each peer in its strongest plain form, as rows of the kinds it knows.

Every peer leaves out turns of fewer than five words: back-channels would drown it.
"""

from __future__ import annotations

import importlib
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rapidfuzz import fuzz, process

from benchmarks.detection_corpus import Record
from interviews.text.folding import fold

SHORTEST = 5  # words
MOST_PAIRED = 1_000  # turns; all pairs of more take minutes

Peer = Callable[[Sequence[Record]], Iterator[Record]]


def equal_turns(turns: Sequence[Record]) -> Iterator[Record]:
    """A hash of each turn's folded text."""
    first: dict[str, int] = {}
    for place, text in _long_enough(turns):
        earlier = first.setdefault(text, place)
        if earlier != place:
            yield _turn("exact_duplicate_turn", place, earlier)


def all_pairs(turns: Sequence[Record]) -> Iterator[Record]:
    """rapidfuzz's ratio of all pairs of turns, 80 and more of 100."""
    places: list[int] = []
    texts: list[str] = []
    for place, text in _long_enough(turns) if len(turns) <= MOST_PAIRED else ():
        best = process.extractOne(text, texts, scorer=fuzz.ratio, score_cutoff=80)
        if best is not None:
            kind = "exact_duplicate_turn" if best[1] == 100 else "near_duplicate_turn"
            yield _turn(kind, place, places[best[2]])
        places.append(place)
        texts.append(text)


def min_hash(turns: Sequence[Record]) -> Iterator[Record]:
    """datasketch's MinHash LSH over shingles of five words, Jaccard 0.5 and more. Raises ImportError."""
    datasketch: Any = importlib.import_module("datasketch")
    index = datasketch.MinHashLSH(threshold=0.5, num_perm=128)
    for place, text in _long_enough(turns):
        words = text.split()
        shingles = {" ".join(words[start : start + 5]).encode() for start in range(len(words) - 4)}
        signature = datasketch.MinHash(num_perm=128)
        signature.update_batch(shingles)
        alike = index.query(signature)
        if alike:
            yield _turn("near_duplicate_turn", place, min(alike))
        index.insert(place, signature)


def compression(turns: Sequence[Record]) -> Iterator[Record]:
    """Whisper's own test for a loop: zlib makes a turn more than 2.4 times smaller."""
    for place, turn in enumerate(turns):
        data = turn["text"].encode()
        if data and len(data) / len(zlib.compress(data)) > 2.4:
            yield _turn("asr_loop", place)


def n_grams(turns: Sequence[Record]) -> Iterator[Record]:
    """One to six words at once again: twice is a doubled phrase, three times and more a loop."""
    for place, turn in enumerate(turns):
        words, ends = _words(turn["text"])
        start = 0
        while start < len(words):
            size, copies = _repeated(words, start)
            if copies > 1:
                first, last = start + size if copies == 2 else start, start + size * copies - 1
                yield {
                    **_turn("doubled_phrase" if copies == 2 else "asr_loop", place),
                    "char_start": ends[first] - len(words[first]),
                    "char_end": ends[last],
                }
            start += size * copies


PEERS: dict[str, Peer] = {
    "equal turns by hash": equal_turns,
    "rapidfuzz, all pairs ≥ 80": all_pairs,
    "MinHash LSH, 5-word shingles": min_hash,
    "zlib ratio > 2.4": compression,
    "n-gram repetition": n_grams,
}


def _long_enough(turns: Sequence[Record]) -> Iterator[tuple[int, str]]:
    for place, turn in enumerate(turns):
        text = fold(turn["text"])
        if text.count(" ") >= SHORTEST - 1:
            yield place, text


def _turn(kind: str, place: int, related: int | None = None) -> Record:
    return {"kind": kind, "turn_start": place, "turn_end": place, "related_turn": related}


def _words(text: str) -> tuple[list[str], list[int]]:
    """Lower-case words without the marks after them, and where each ends."""
    words, ends, at = [], [], 0
    for written in text.split():
        start = text.index(written, at)
        at = start + len(written)
        bare = written.rstrip(".,;:!?")
        words.append(bare.lower())
        ends.append(start + len(bare))
    return words, ends


def _repeated(words: Sequence[str], start: int) -> tuple[int, int]:
    """(words of the unit, copies) of the shortest unit that stands again at once; (1, 1) where none does."""
    for size in range(1, 7):
        unit, copies = words[start : start + size], 1
        while any(unit) and words[start + copies * size : start + (copies + 1) * size] == unit:
            copies += 1
        if copies > 1:
            return size, copies
    return 1, 1
