"""``python -m benchmarks.formats``: how long files take to be read, and how much memory.

The files are made here, an hour and ten hours of talk. Libraries that read the same are measured in the same
run; they give cues, where ours gives turns, speakers, and a place in the source for every character. Times
are of the processor, the best of several; memory is the most that was held at once beside the file itself.
"""

from __future__ import annotations

import gc
import json
import random
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import srt  # type: ignore[import-untyped]
import webvtt

from interviews.formats.reading import read
from interviews.formats.registry import reader

HOUR, TEN_HOURS = 1_500, 15_000  # cues
NEARLY_TEN_HOURS = 14_400  # of Whisper's JSON, 20 MB
_ID = "a7939eec-1b2c-4d5e-8f90-123456789abc"
_CUE = 2_400  # milliseconds
_WORDS = (
    "so we walked down to the harbour and there it was again the old ferry that my father had built in the "
    "winter of that year"
).split()


class Row(NamedTuple):
    """One line of the table; times in milliseconds, memory as a multiple of the file."""

    file: str
    how: str
    size: int
    time: float
    memory: float


def captions(cues: int, style: str) -> str:
    """Captions of two people: "srt", or WebVTT, "plain" or as "teams", "zoom" and "youtube" have it."""
    chance = random.Random(1)  # noqa: S311 - always the same file
    blocks = [] if style == "srt" else ["WEBVTT"]
    who = "Ann Example"
    for number in range(cues):
        if chance.random() < 0.2:
            who = chance.choice(["Ann Example", "Bo Sample"])
        words = chance.choices(_WORDS, k=12)
        stop = "." if chance.random() < 0.4 else ""
        above, below = " ".join(words[:6]), " ".join(words[6:]) + stop
        times = f"{_stamp(number, style)} --> {_stamp(number + 1, style)}"
        blocks.append(
            {
                "srt": f"{number + 1}\n{times}\n{above}\n{below}",
                "plain": f"{times}\n{above}\n{below}",
                "teams": f"{_ID}/{number}-0\n{times}\n<v {who}>{above}\n{below}</v>",
                "zoom": f"{number + 1}\n{times}\n{who}: {above} {below}",
                "youtube": f"{times} align:start position:0%\n{_tagged(number, words)}",
            }[style]
        )
    return "\n\n".join(blocks) + "\n"


def recognised(cues: int) -> str:
    """What Whisper writes of captions like these: segments, and each word with its times and its chance."""
    chance = random.Random(1)  # noqa: S311 - always the same file
    segments = []
    for number in range(cues):
        begin = number * _CUE / 1000
        words = [f" {word}" for word in chance.choices(_WORDS, k=12)]
        told = [
            {
                "word": word,
                "start": round(begin + place * 0.18, 2),
                "end": round(begin + place * 0.18 + 0.18, 2),
                "probability": round(chance.random(), 14),
            }
            for place, word in enumerate(words)
        ]
        segments.append(
            {
                "id": number,
                "seek": number * 240,
                "start": begin,
                "end": begin + _CUE / 1000,
                "text": "".join(words),
                "tokens": chance.choices(range(50_000), k=14),
                "temperature": 0.0,
                "avg_logprob": -0.21,
                "compression_ratio": 1.5,
                "no_speech_prob": 0.02,
                "words": told,
            }
        )
    return json.dumps({"text": "", "segments": segments, "language": "en"}, ensure_ascii=False)


def _stamp(cue: int, style: str) -> str:
    return _clock(cue * _CUE, "," if style == "srt" else ".")


def _clock(milliseconds: int, mark: str) -> str:
    seconds, part = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}{part:03}"


def _tagged(cue: int, words: Sequence[str]) -> str:
    begin = cue * _CUE + 200
    later = (f"<{_clock(begin + place * 180, '.')}><c> {word}</c>" for place, word in enumerate(words[1:]))
    return words[0] + "".join(later)


def measured(file: str, how: str, size: int, read_it: Callable[[], object], times: int) -> Row:
    """The best time of several, then the memory, which takes a run of its own."""
    best = min(_seconds(read_it) for _ in range(times))
    gc.collect()
    tracemalloc.start()
    kept = read_it()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    del kept
    return Row(file, how, size, best * 1000, peak / size)


def _seconds(read_it: Callable[[], object]) -> float:
    start = time.process_time()
    read_it()
    return time.process_time() - start


def of_captions() -> Iterator[Row]:
    """Captions, beside webvtt-py and srt."""
    for cues, name in ((HOUR, "an hour"), (TEN_HOURS, "ten hours")):
        for style in ("plain", "teams", "zoom", "youtube", "srt"):
            kind = "SRT" if style == "srt" else f"WebVTT ({style})"
            yield from _one(f"{name}, {kind}", captions(cues, style), style, 7 if cues == HOUR else 3)


def _one(file: str, text: str, style: str, times: int) -> Iterator[Row]:
    data = text.encode()
    ours = reader("srt" if style == "srt" else "webvtt")
    yield measured(file, "text to turns", len(data), lambda: ours.read(text), times)
    yield measured(file, "file to turns", len(data), lambda: read(data), times)
    if style == "srt":
        yield measured(file, "srt", len(data), lambda: list(srt.parse(text)), times)
    else:
        yield measured(file, "webvtt-py", len(data), lambda: webvtt.from_string(text), times)


def of_recognisers() -> Iterator[Row]:
    """Whisper’s JSON with a time for each word, beside Python’s own reader of JSON."""
    for cues, name in ((HOUR, "an hour"), (NEARLY_TEN_HOURS, "9.6 hours")):
        text = recognised(cues)
        data = text.encode()
        times = 5 if cues == HOUR else 1
        yield measured(f"{name}, Whisper", "file to turns", len(data), partial(read, data), times)
        yield measured(f"{name}, Whisper", "json", len(data), partial(json.loads, text), times)


TABLES: tuple[Callable[[], Iterator[Row]], ...] = (of_captions, of_recognisers)


def main() -> None:
    print(f"{'file':<28} {'how':<14} {'kB':>8} {'ms':>9} {'memory':>9}")
    for table in TABLES:
        for row in table():
            figures = f"{row.size / 1000:>8,.0f} {row.time:>9,.1f} {row.memory:>7,.1f} ×"
            print(f"{row.file:<28} {row.how:<14} {figures}")


if __name__ == "__main__":
    main()
