"""The same words heard or written otherwise: "witch" for "which", "let us" for "let's"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import Levenshtein

# What sounds the same, or nearly so, and is taken for each other by recognisers and typists.
_SOUND_ALIKE = """
their there they're / your you're / its it's / to too two / then than / for four / know no / which witch /
where were wear we're / here hear / right write / by buy bye / our are / of have / an and in / we'll will /
whether weather / who's whose / would wood / one won / new knew / some sum / made maid / peace piece /
week weak / threw through / affect effect / accept except / lose loose / principal principle / hole whole /
see sea / wait weight / way weigh / break brake / role roll / plain plane / mail male /
meet meat / past passed
"""
_SOUNDS = {word: number for number, alike in enumerate(_SOUND_ALIKE.split("/")) for word in alike.split()}
# Written out, "have" and "is" for both that "'s" and "'d" may be; the rest says which it is.
_WHOLE = {
    "let's": "let us",
    "won't": "will not",
    "can't": "can not",
    "cannot": "can not",
    "kinda": "kind of",
    "sorta": "sort of",
    "wanna": "want to",
    "gonna": "going to",
    "gotta": "got to",
    "gimme": "give me",
    "lemme": "let me",
    "dunno": "don't know",
    "'cause": "because",
    "cause": "because",
    "alright": "all right",
    "ok": "okay",
    "yeah": "yes",
    "em": "them",
    "i'm": "i am",
}
_ENDINGS = (("n't", "not"), ("'re", "are"), ("'ll", "will"), ("'ve", "have"), ("'s", "is"), ("'d", "would"))
_AS_WELL = {"has": "is", "had": "would"}  # what the same contraction may stand for
# Letters of a word that is another one misheard where a single letter differs: "model", "modal". With two it
# may be another ("Tuesday", "Thursday").
_LONG = 5


def sounds_like(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two stretches of folded words are one but for contractions and one word misheard."""
    return _differ_once(first, second) or _differ_once([*_written_out(first)], [*_written_out(second)])


def _differ_once(one: Sequence[str], two: Sequence[str]) -> bool:
    if len(one) != len(two):
        return False
    others = [(word, other) for word, other in zip(one, two, strict=True) if word != other]
    return len(others) <= 1 and all(_is_misheard(word, other) for word, other in others)


def _written_out(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word in _WHOLE:
            for part in _WHOLE[word].split():
                yield from _written_out((part,)) if part != word else (part,)
            continue
        for ending, whole in _ENDINGS:
            if word.endswith(ending) and len(word) > len(ending):
                yield from (word.removesuffix(ending), whole)
                break
        else:
            yield _AS_WELL.get(word, word)


def _is_misheard(word: str, other: str) -> bool:
    if word in _SOUNDS and _SOUNDS[word] == _SOUNDS.get(other):
        return True
    if min(len(word), len(other)) < _LONG or word[0] != other[0] or any(map(str.isdigit, word + other)):
        return False
    if word.startswith(other) or other.startswith(word):
        return False  # "winter", "winters": said of one and of many
    return Levenshtein.distance(word, other, score_cutoff=1) == 1
