"""Words in which a hand in haste hit several neighbouring keys: "mrntiomed", "nrgstive"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

# A shorter word has too many others within two keys; more keys than these and nobody knows the word.
_SHORTEST = 7
_MOST = 3
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def neighbours() -> dict[str, frozenset[str]]:
    """The keys around each letter's."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row, keys in enumerate(_ROWS):
        for at, key in enumerate(keys):
            near = {*keys[max(0, at - 1) : at + 2], *(_ROWS[row - 1][at : at + 2] if row else "")} - {key}
            found[key] |= near
            for other in near:
                found[other].add(key)
    return {key: frozenset(near) for key, near in found.items()}


NEAR: Mapping[str, frozenset[str]] = neighbours()
_NO_KEY: frozenset[str] = frozenset()


class WrongKeys:
    """The words of a language by their length and first letter."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        for word in words:
            if len(word) >= _SHORTEST:
                self._words[len(word), word[0]].append(word)

    def meant(self, token: str) -> str | None:
        """The one word that a token becomes with two or three letters moved to a key beside."""
        if len(token) < _SHORTEST:
            return None
        firsts = (token[0], *NEAR.get(token[0], _NO_KEY))
        near = [
            word
            for first in firsts
            for word in self._words.get((len(token), first), ())
            if _keys_off(token, word)
        ]
        return near[0] if len(near) == 1 else None


def _keys_off(token: str, word: str) -> bool:
    off = 0
    for typed, key in zip(token, word, strict=True):
        if typed != key:
            off += 1
            if off > _MOST or typed not in NEAR.get(key, _NO_KEY):
                return False
    return off > 1
