"""Words: how common they are in a language, and how this transcript uses them.

Frequencies are on the Zipf scale (log10 of occurrences in a thousand million words): "the" has 7.7, a
word that one knows has 3 or more, a word that is not in the list 0. The lists come with wordfreq
(Robyn Speer 2018, frozen 2023); they are loaded when first asked for, 0.1 s and 40 MB for English. They are
read from the package's files, in the format that its ``read_cBpack`` describes: to import the package with
its tokenisers takes longer (0.2 to 0.4 s) than all there is to do for a short interview.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property, lru_cache
from gzip import decompress
from importlib.util import find_spec
from pathlib import Path

from msgpack import unpackb  # type: ignore[import-untyped]


@lru_cache(maxsize=4)
def zipf_table(language: str) -> dict[str, float]:
    """Every known word of a base language with its Zipf frequency; empty for a language without a list."""
    table: dict[str, float] = {}
    # The list is in bins by hundredths of a power of ten, from the most common down.
    for bin_number, bin_words in enumerate(_bins(language)):
        zipf = round(9 - bin_number / 100, 2)
        for word in bin_words:
            table[word] = zipf
    return table


def _bins(language: str) -> list[list[str]]:
    """The words of a language by how common they are; empty for a language without a list."""
    package = find_spec("wordfreq")
    if package is None or not package.submodule_search_locations:
        return []
    folder = Path(package.submodule_search_locations[0], "data")
    for size in ("large", "small"):
        file = folder / f"{size}_{language}.msgpack.gz"
        if file.is_file():
            bins: list[list[str]] = unpackb(decompress(file.read_bytes()))[1:]
            return bins
    return []


class Vocabulary:
    """The words of one transcript: ``counts`` says how often each folded word stands there."""

    def __init__(self, language: str, counts: Counter[str]) -> None:
        self.language = language
        self.counts = counts

    @cached_property
    def _zipf(self) -> dict[str, float]:
        return zipf_table(self.language)

    def zipf(self, folded: str) -> float:
        """How common a folded word is in the language; 0 when unknown."""
        return self._zipf.get(folded, 0.0)
