"""What was named on the command line, as bytes with a name."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from interviews.formats.base import ImportProblem
from interviews.formats.registry import READERS

STANDARD_INPUT = "-"
CORPUS = ".jsonl"  # many transcripts in one file


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or what comes on standard input, which is named "-"."""

    path: Path

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return self.path.name

    @property
    def is_standard_input(self) -> bool:
        return str(self.path) == STANDARD_INPUT

    @property
    def is_corpus(self) -> bool:
        return self.path.suffix.lower() == CORPUS

    def data(self) -> bytes:
        """All its bytes. Raises ImportProblem where they cannot be had."""
        if self.is_standard_input:
            return sys.stdin.buffer.read()
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise ImportProblem(f"The file cannot be read: {_why(error)}.") from error


def sources(paths: Iterable[str], *, corpora: bool) -> Iterator[Source | ImportProblem]:
    """A source for each path, and one for each file in a folder whose ending says that it is a transcript.

    Folders are walked in the order of names, without what is hidden; ``corpora`` says whether files of
    many transcripts count. A folder without any file to read is a problem, which stands in its place.
    """
    suffixes = tuple(suffix for reader in READERS for suffix in reader.suffixes)
    if corpora:
        suffixes += (CORPUS,)
    for name in paths:
        path = Path(name)
        if not path.is_dir():
            yield Source(path)
            continue
        found = sorted(_walk(path, suffixes))
        yield from map(Source, found)
        if not found:
            yield ImportProblem(f"{name}: No file in this folder ends in {', '.join(sorted(set(suffixes)))}.")


def _walk(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    for inside, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and name.lower().endswith(suffixes):
                yield Path(inside, name)


def _why(error: OSError) -> str:
    told = (error.strerror or "it is damaged").lower()
    return {"no such file or directory": "there is no such file"}.get(told, told)
