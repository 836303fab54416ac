"""Words: how common they are in a language, and how this transcript uses them.

Frequencies are on the Zipf scale (log10 of occurrences in a thousand million words): "the" has 7.7, a
word that one knows has 3 or more, a word that is not in the list 0. The lists come with wordfreq
(Robyn Speer 2018, frozen 2023); they are loaded when first asked for, 0.1 s and 40 MB for English.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache

from interviews.text.words import Word


@lru_cache(maxsize=4)
def zipf_table(language: str) -> dict[str, float]:
    """Every known word of a base language with its Zipf frequency; empty for a language without a list."""
    from wordfreq import available_languages, get_frequency_list  # 0.2 s, only when words are in question

    if language not in available_languages("best"):
        return {}
    table: dict[str, float] = {}
    # The list is in bins by hundredths of a power of ten, from the most common down.
    for bin_number, bin_words in enumerate(get_frequency_list(language, "best")):
        zipf = round(9 - bin_number / 100, 2)
        for word in bin_words:
            table[word] = zipf
    return table


class Vocabulary:
    """The words of one transcript, counted."""

    def __init__(self, language: str, texts: Iterable[tuple[Word, ...]]) -> None:
        self.language = language
        self._texts = texts

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each folded word stands here."""
        counts: Counter[str] = Counter()
        for text in self._texts:
            counts.update([word.folded for word in text])
        return counts

    @cached_property
    def _zipf(self) -> dict[str, float]:
        return zipf_table(self.language)

    def zipf(self, folded: str) -> float:
        """How common a folded word is in the language; 0 when unknown."""
        return self._zipf.get(folded, 0.0)
