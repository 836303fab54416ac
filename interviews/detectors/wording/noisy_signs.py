r"""Words of every day with signs strewn between their letters: "p_eo_p\le", "cha\~nnel", "wa|t/er"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from interviews.detectors.wording.broken_words import Broken, around, without_edges
from interviews.detectors.wording.ligatures import LIGATURES

_SIGNS = r"\\_|~^*+=<>{}\[\]/&;:`§¬@#%$!?"
_BETWEEN = re.compile(rf"[{_SIGNS}](?<=[A-Za-z].)(?=[{_SIGNS}A-Za-z])")
# Of the others one alone has other meanings, or is looked at elsewhere (``broken_words``).
_ALONE = re.compile(r"[~^|\\/=&$#%!]+")
_PIECES = re.compile(rf"[{_SIGNS}]+")
_ADDRESS = re.compile(r"://|www\.|^[/\\~.]|[A-Z]:\\|\w\(|@\w+\.|\*\*|[/\\_=]$")
# Zipf frequencies of the word that was meant, and of a piece that is a word by itself.
_EVERY_DAY, _WORD = 4.0, 3.6
_SHORTEST = 5


def noisy_signs(text: str, zipf: Callable[[str], float]) -> Iterator[Broken]:
    """Words of every day among whose letters signs stand that divide them into pieces that are no words."""
    end = 0
    for match in _BETWEEN.finditer(text):
        if match.start() < end:
            continue
        start, end = around(text, *match.span())
        bare = without_edges(text, start, end)
        if word := meant(bare.of(text), zipf):
            yield Broken(bare, word, "signs stand between its letters")


def meant(token: str, zipf: Callable[[str], float]) -> str | None:
    """The word that is left of a token without its signs; None where they belong there."""
    pieces = _PIECES.split(token)
    if len(pieces) == 2 and not _ALONE.fullmatch(token, len(pieces[0]), len(token) - len(pieces[1])):
        return None
    word = "".join(pieces)
    if len(word) < _SHORTEST or not word.isalpha() or not word[1:].islower() or _ADDRESS.search(token):
        return None
    if zipf(word.lower()) < _EVERY_DAY:
        return with_ligature_for(pieces, zipf) if len(pieces) == 2 else None
    # "and/or", "read_me", "this|that": signs that part words.
    are_words = all(len(piece) > 1 and zipf(piece.lower()) >= _WORD for piece in pieces)
    return None if are_words else word


def with_ligature_for(pieces: list[str], zipf: Callable[[str], float]) -> str | None:
    """The word in which a sign stands for letters that are set as one: "di!erent"."""
    wholes = [ligature.join(pieces) for ligature in LIGATURES]
    best = max(wholes, key=lambda whole: zipf(whole.lower()))
    return best if zipf(best.lower()) >= _EVERY_DAY else None
