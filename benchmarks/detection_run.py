"""Every detector over many transcripts, in two processes at most."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from benchmarks.detection_corpus import Record
from interviews.detectors.base import Finding
from interviews.detectors.checking import check
from interviews.formats.corpus import read_corpus
from interviews.management.telling import row
from interviews.transcript.turns import Transcript


@dataclass(frozen=True)
class Checked:
    """What was found in one transcript: each finding beside its row in the scorer's format."""

    name: str
    findings: list[Finding]
    rows: list[Record]


def the_transcript(line: str) -> tuple[str, Transcript]:
    """Id and transcript of one line of JSON."""
    return next(read_corpus([line]))


def checked(line: str) -> Checked:
    name, transcript = the_transcript(line)
    found = [finding for incident in check(transcript) for finding in (incident.head, *incident.parts)]
    return Checked(name, found, [row(name, transcript, finding) for finding in found])


def check_all(lines: Sequence[str], what: str, processes: int) -> list[Checked]:
    """All of them in the order given; progress goes to the standard error."""
    done: list[Checked] = []
    with ProcessPoolExecutor(processes) as pool:
        for one in pool.map(checked, lines, chunksize=4):
            done.append(one)
            if len(done) % 10 == 0 or len(done) == len(lines):
                progress(f"{what}: {len(done)} of {len(lines)}", end="\n" if len(done) == len(lines) else "")
    return done


def all_rows(results: Sequence[Checked]) -> list[Record]:
    return [one for result in results for one in result.rows]


def progress(told: str, end: str = "\n") -> None:
    print(f"\r{told}\x1b[K", end=end, file=sys.stderr, flush=True)
