"""What detection costs: processor time by words and by turns, and memory.

It is the processor time of this process that is read, so that another program's load does not count.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from benchmarks.detection_corpus import Corpus, Record
from benchmarks.detection_run import checked, the_transcript
from interviews.detectors.checking import check
from interviews.text.remembering import Remembered
from interviews.transcript.turns import Transcript

RUNS = 3
SIZES = (100, 1_000, 10_000)  # turns
_TEXTS_REMEMBERED = (
    1_000  # a cache this large is of texts; a smaller one holds word lists, which are loaded once
)


def milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def forget() -> None:
    """Empty every cache of texts, as in a process that has seen none of them."""
    for name, module in list(sys.modules.items()):
        if name.startswith("interviews."):
            for value in vars(module).values():
                if isinstance(value, Remembered):
                    value.clear()
                elif (
                    hasattr(value, "cache_clear")
                    and (value.cache_parameters()["maxsize"] or 0) >= _TEXTS_REMEMBERED
                ):
                    value.cache_clear()


def time_per_10_000_words(lines: Sequence[str]) -> tuple[float, float]:
    """Milliseconds (texts never seen, texts seen before): the median of three runs over all lines."""
    transcripts = [the_transcript(line)[1] for line in lines]
    words = sum(len(turn.text.split()) for transcript in transcripts for turn in transcript)
    runs = [_a_run(transcripts) for _ in range(RUNS + 1)][1:]  # the first one loads the word lists
    cold, warm = (10_000 * median(times) / words for times in zip(*runs, strict=True))
    return cold, warm


def _a_run(transcripts: Sequence[Transcript]) -> tuple[float, float]:
    cold = warm = 0.0
    for transcript in transcripts:
        forget()
        cold += _check(transcript)
        warm += _check(transcript)
    return cold, warm


def _check(transcript: Transcript) -> float:
    fresh = replace(transcript)  # what a transcript has worked out about itself is not taken over
    return milliseconds(lambda: check(fresh))


def growth(corpus: Corpus) -> Iterator[tuple[int, int, float, int | None]]:
    """(turns, words, milliseconds, MB at most) for many interviews' turns as one transcript; median of 3."""
    turns: list[Record] = []
    for record in corpus.all_clean():
        if len({turn["speaker"] for turn in record["turns"]}) > 1:
            turns += record["turns"]
        if len(turns) >= max(SIZES):
            break
    for size in SIZES:
        line = json.dumps({"id": str(size), "turns": turns[:size]})
        _, transcript = the_transcript(line)
        times = []
        for _ in range(RUNS):
            forget()
            times.append(_check(transcript))
        words = sum(len(turn.text.split()) for turn in transcript)
        yield len(transcript), words, median(times), peak_memory(line)


def peak_memory(line: str | None) -> int | None:
    """MB at most in a process of its own that checks one transcript, or none; None where nothing tells."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_peak_after, line).result()


def _peak_after(line: str | None) -> int | None:
    if line is not None:
        checked(line)
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    peak = next(one for one in status.read_text().splitlines() if one.startswith("VmHWM:"))
    return int(peak.split()[1]) // 1024
