"""The corpus that detection is measured on: read where it lies, nothing of it is kept here.

A folder with ``transcripts.jsonl`` (clean), ``injected.jsonl`` (the same with planted faults), ``gold.jsonl``
(what was planted), ``clean_ignore.jsonl`` (natural faults of the clean text, which are excused),
``natural_cases.jsonl``, ``seed.jsonl`` with ``seed_gold.json``, and the scorer ``score.py``.
"""

from __future__ import annotations

import importlib.util
import json
import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

Record = dict[str, Any]

NEEDED = ("transcripts.jsonl", "injected.jsonl", "gold.jsonl", "clean_ignore.jsonl", "score.py")


def corpus_folder() -> Path | None:
    """The folder named by CORPUS, else the one beside the checkout; None where no corpus is."""
    named = os.environ.get("CORPUS")
    folder = Path(named) if named else Path(__file__).parents[2] / "shared" / "corpus"
    return folder if all((folder / name).is_file() for name in NEEDED) else None


@dataclass(frozen=True)
class Corpus:
    """The transcripts of a folder; with ``share`` N one in N of them, the same ones every time."""

    folder: Path
    share: int = 1

    @cached_property
    def clean(self) -> list[str]:
        """Lines of JSON, a transcript each."""
        return self._lines("transcripts.jsonl")

    @cached_property
    def planted(self) -> list[str]:
        return self._lines("injected.jsonl")

    @cached_property
    def gold(self) -> list[Record]:
        """For each transcript what was planted, the innocent look-alikes, and what is excused."""
        return records(self._lines("gold.jsonl"))

    @cached_property
    def excused(self) -> list[Record]:
        return records(self._lines("clean_ignore.jsonl"))

    @cached_property
    def names(self) -> frozenset[str]:
        """The transcripts that are measured."""
        names = sorted(json.loads(line)["id"] for line in self._all("gold.jsonl"))
        chance = random.Random(self.share)  # noqa: S311 (the same ones every time)
        return frozenset(names if self.share == 1 else chance.sample(names, max(1, len(names) // self.share)))

    @cached_property
    def scorer(self) -> Any:
        """The corpus's own scorer, as a module."""
        spec = importlib.util.spec_from_file_location("corpus_score", self.folder / "score.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def all_clean(self) -> Iterator[Record]:
        """Every clean transcript, measured or not."""
        return (json.loads(line) for line in self._all("transcripts.jsonl"))

    def natural_cases(self) -> Iterator[Record]:
        return (json.loads(line) for line in self._all("natural_cases.jsonl"))

    def seed(self) -> tuple[str, Record] | None:
        """The seed interview as a line, and what must be found in it."""
        text, gold = self.folder / "seed.jsonl", self.folder / "seed_gold.json"
        if not (text.is_file() and gold.is_file()):
            return None
        return next(self._all("seed.jsonl")), json.loads(gold.read_text(encoding="utf-8"))

    def _lines(self, name: str) -> list[str]:
        return [line for line in self._all(name) if json.loads(line)["id"] in self.names]

    def _all(self, name: str) -> Iterator[str]:
        file = self.folder / name
        if file.is_file():
            with file.open(encoding="utf-8") as lines:
                yield from (line for line in lines if line.strip())


def records(lines: Sequence[str]) -> list[Record]:
    """Lines of JSON as the scorer takes them."""
    return [json.loads(line) for line in lines]


def word_count(lines: Sequence[str]) -> int:
    """Words as the scorer counts them: what stands between white space."""
    return sum(len(turn["text"].split()) for record in records(lines) for turn in record["turns"])
