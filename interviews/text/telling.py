"""In which language a text is written, told by the small words that no sentence does without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain, islice

from interviews.text.words import folded_words

UNTOLD = "en"  # where no language stands out
_SMALL_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and is not i you we a to of in that it was with but they for this have are on at what",
        "de": "der die das und ist nicht ich sie wir ein eine zu mit auf es den dem auch dass von wie aber",
        "fr": "le la les et est pas je vous nous un une que de des en du qui dans ce il pour ne on au",
        "es": "el la los y es no yo que de en un una con por para se lo las pero muy del me al",
        "it": "il la che e è non di un una per con sono mi si lo gli ma della i le ho del ci",
        "pt": "o a os e é não eu que de um uma com por para se do da em mas na no ao isso",
        "nl": "de het een en is niet ik van dat je we op te zijn met maar wat er voor die in ze",
    }.items()
}
_MOST = 2_000  # words looked at
# Of the words of the interviews in tests/interviews, 0.21 to 0.40 are small words of their own language, and
# at most half as many are those of another one.
_FEWEST = 20
_LEAST_SHARE = 0.15
_STANDS_OUT = 1.5


def told_language(texts: Iterable[str]) -> str:
    """The base language of texts, such as "de"; ``UNTOLD`` where they are few or none stands out."""
    counted = Counter(islice(chain.from_iterable(map(folded_words, texts)), _MOST))
    total = counted.total()
    hits = sorted(
        ((sum(counted[word] for word in small), language) for language, small in _SMALL_WORDS.items()),
        reverse=True,
    )
    (most, best), (second, _) = hits[:2]
    is_told = total >= _FEWEST and most >= _LEAST_SHARE * total and most >= _STANDS_OUT * second
    return best if is_told else UNTOLD
