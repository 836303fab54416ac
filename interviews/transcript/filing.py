"""Under what an interview is filed: a series and its place in it, and topics; by their names alone."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_NAME = 100  # code points, of a series and of a topic
MOST_TOPICS = 20  # of one interview; whoever files under everything files under nothing
LARGEST_NUMBER = 9999


@dataclass(frozen=True, slots=True)
class Filing:
    """Names as people write them; ``number`` is the place in the series, from 1, or None."""

    series: str = ""
    number: int | None = None
    topics: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """Short, and another one for another filing: by it a form tells which one it was made from."""
        return hashlib.sha256(repr((self.series, self.number, self.topics)).encode()).hexdigest()[:16]

    @property
    def said(self) -> str:
        """In words, for the history."""
        part = f", part {self.number}" if self.number is not None else ""
        series = f"Series “{self.series}”{part}" if self.series else "No series"
        return f"{series}; topics: {', '.join(self.topics)}" if self.topics else f"{series}; no topics"


NOWHERE = Filing()


def name(written: str) -> str:
    """A name as it is kept: on one line, without white space around it."""
    return " ".join(written.split())


def folded(written: str) -> str:
    """The same for any writing of a name that differs only in case or white space."""
    return name(written).casefold()


def topics_in(written: str) -> tuple[str, ...]:
    """The topics of a line, between commas, each once; one that has a comma itself stands in quotes."""
    fields = next(csv.reader([name(written)], skipinitialspace=True), [])
    return once(fields)


def once(names: Iterable[str]) -> tuple[str, ...]:
    """Names without empty ones, and each but once, as it is written first."""
    found: dict[str, str] = {}
    for one in map(name, names):
        if one:
            found.setdefault(folded(one), one)
    return tuple(found.values())


def topics_written(topics: Iterable[str]) -> str:
    """The inverse of ``topics_in``."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(topics)
    return ", ".join(_fields(line.getvalue()))


def _fields(line: str) -> Iterable[str]:
    """What stands between the commas that part names, quotes and all."""
    start, quoted = 0, False
    for place, character in enumerate(line):
        quoted ^= character == '"'
        if character == "," and not quoted:
            yield line[start:place]
            start = place + 1
    yield line[start:]
