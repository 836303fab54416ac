"""What a newsroom could use instead: each peer in its strongest plain form, as rows of the kinds it knows.

Every peer leaves out turns of fewer than five words: back-channels would drown it.
"""

from __future__ import annotations

import importlib
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rapidfuzz import fuzz, process

from benchmarks.detection_corpus import Corpus, Record, records, word_count
from benchmarks.detection_costs import milliseconds
from benchmarks.detection_run import progress
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
    first: dict[str, int] = {}
    for place, text in _long_enough(turns):
        first.setdefault(text, place)
        words = text.split()
        shingles = {" ".join(words[start : start + 5]).encode() for start in range(len(words) - 4)}
        signature = datasketch.MinHash(num_perm=128)
        signature.update_batch(shingles)
        alike = index.query(signature)
        if alike:
            kind = "exact_duplicate_turn" if min(alike) == first[text] else "near_duplicate_turn"
            yield _turn(kind, place, min(alike))
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


def peers_table(corpus: Corpus, planted: list[Record], clean: list[Record]) -> Iterator[str]:
    """A line for this program, whose rows are given, and one for each peer on the same transcripts."""
    yield f"{'':32}{'macro F1':>9}{'F1':>7}{'quiet':>9}{'raw':>9}{'ms / 10,000 words':>19}"
    yield _peer_line(corpus, "this program (time above)", planted, clean, None)
    for name, peer in PEERS.items():
        try:
            milliseconds_spent = 0.0
            rows: list[list[Record]] = []
            for lines in (corpus.planted, corpus.clean):
                progress(f"{name} …", end="")
                found, spent = _run(peer, lines)
                rows.append(found)
                milliseconds_spent += spent
        except ImportError as missing:
            yield f"{name:32} left out: {missing.name} is not installed"
            continue
        words = word_count(corpus.planted) + word_count(corpus.clean)
        yield _peer_line(corpus, name, rows[0], rows[1], 10_000 * milliseconds_spent / words)


def _run(peer: Peer, lines: Sequence[str]) -> tuple[list[Record], float]:
    rows: list[Record] = []
    read = records(lines)

    def work() -> None:
        for record in read:
            rows.extend({"id": record["id"], **row} for row in peer(record["turns"]))

    return rows, milliseconds(work)


def _peer_line(
    corpus: Corpus, name: str, planted: list[Record], clean: list[Record], spent: float | None
) -> str:
    score = corpus.scorer
    strict = score.evaluate(records(corpus.planted), corpus.gold, planted)["strict"]
    quiet = score.clean_flags(records(corpus.clean), corpus.excused, clean)
    told_time = "" if spent is None else f"{spent:.0f}"
    return (
        f"{name:32}{strict['=macro_f1']:9.2f}{strict['=all']['f1']:7.2f}"
        f"{quiet['per_10k']['*']:9.2f}{quiet['raw_per_10k']:9.2f}{told_time:>19}"
    )


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
