"""The files that are to be imported: each by itself, those in archives too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interviews.formats.base import ImportProblem
from interviews.formats.bundles import is_bundle, members
from interviews.management.sources import sources


@dataclass(frozen=True, slots=True)
class Brought:
    """One file: where it is from, its name (empty for standard input), and its bytes or why it has none."""

    path: str
    name: str = ""
    data: bytes = b""
    problem: str = ""


def brought(paths: Iterable[str]) -> Iterator[Brought]:
    """The files that the paths name, one at a time; folders are walked, ZIP archives unpacked.

    What cannot be had stands in its place, with a sentence.
    """
    for source in sources(paths, corpora=False):
        if isinstance(source, ImportProblem):
            path, _, problem = str(source).partition(": ")
            yield Brought(path, problem=problem)
            continue
        path = str(source.path)
        name = "" if source.is_standard_input else source.name
        try:
            data = source.data()
            if not is_bundle(data):
                yield Brought(path, name, data)
                continue
            for one in members(data, name):
                yield Brought(f"{path}/{one.name}", one.name, one.data, one.problem)
        except ImportProblem as problem:
            yield Brought(path, name, problem=str(problem))
