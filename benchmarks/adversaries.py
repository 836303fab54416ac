"""``python -m benchmarks.adversaries [characters]``: texts made to be slow, and what a check of each takes.

A rule whose work grows with the square of its input shows here: double the characters, and its seconds double
only where it is sound. Five million characters are the most that a reader takes.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator

from interviews.detectors.analysis import Analysis
from interviews.detectors.checking import findings
from interviews.detectors.registry import DETECTORS
from interviews.transcript.turns import Transcript, Turn

WORDS = "the river of a bridge and county when before winter road people said report steel never rain".split()


def main(size: int) -> None:
    print(f"{'text of ' + format(size, ',') + ' characters':36} seconds findings  slowest detector")
    for name, transcript in adversaries(size):
        start = time.process_time()
        found = len(findings(transcript))
        took = time.process_time() - start
        slowest, seconds = _slowest(transcript)
        print(f"{name:36} {took:7.2f} {found:8}  {slowest} {seconds:.2f}", flush=True)


def _slowest(transcript: Transcript) -> tuple[str, float]:
    """The detector that takes longest, with what it asks of the shared analysis first."""
    analysis = Analysis(transcript)
    times: dict[str, float] = {}
    for detector in DETECTORS:
        start = time.process_time()
        list(detector.find(analysis))
        times[type(detector).__name__] = time.process_time() - start
    return max(times.items(), key=lambda pair: pair[1])


def adversaries(size: int) -> Iterator[tuple[str, Transcript]]:
    """Named transcripts of about so many characters, each hard on some rule."""
    chance = random.Random(1)  # noqa: S311 (the same texts every time)
    for name, unit in (
        ("one word without end", "a"),
        ("full stops", "."),
        ("full stops and spaces", ". "),
        ("straight quotes", '"'),
        ("opening quotes", "“a "),
        ("opening brackets", "("),
        ("one word over and over", "no "),
        ("two words over and over", "dig and "),
        ("wrongly decoded letters", "â€™Ã©"),
        ("hyphens and spaces", "- "),
        ("spaced letters", "a b c d e "),
        ("links", "http://a.b/c?d=e "),
        ("hashtags", "#a "),
        ("times", "00:00:01 "),
        ("tags and entities", "<b>&amp;"),
        ("opening quotes as apostrophes", "a‘b "),
    ):
        yield name, _told(unit * (size // len(unit)))
    yield "questions in one turn", _told("Why? And then? " * (size // 15))
    yield "white space within a line", _told(f"a {' ' * size}b")
    yield "a long turn of common words", _told(_talk(chance, size // 6))
    yield "turns of common words", _told(*(_talk(chance, 30) for _ in range(size // 180)))
    yield (
        "one turn again and again",
        _told(*["I think that we should go there and look again."] * (size // 48)),
    )
    yield "a short turn again and again", _told(*["Yes."] * (size // 5))
    yield (
        "questions of one shape",
        _told(
            *(
                f"What do you think of the {_talk(chance, 1)} and the {_talk(chance, 1)}?"
                for _ in range(size // 45)
            )
        ),
    )
    yield "closings", _told(*["Thank you for joining us today. Goodbye."] * (size // 40))
    yield "turns that grow", _told(*(f"word{n % 50} " * (n % 400) for n in range(size // 1600)))
    yield "lower case", _told(*["and so it went on there."] * (size // 24))
    labels = (Turn(str(n), "Well then, we go on.", f"Speaker {n}") for n in range(size // 30))
    yield "a speaker of its own for every turn", Transcript(tuple(labels))


def _told(*texts: str) -> Transcript:
    return Transcript(tuple(Turn(str(n), text, "AB"[n % 2]) for n, text in enumerate(texts)))


def _talk(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500_000)
