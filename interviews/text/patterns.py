"""Patterns that people write: regular expressions whose time grows with the text alone.

They are run by RE2 (Cox 2010, “Regular Expression Matching in the Wild”), which has no look around and
no back references, and so nothing that a pattern could make it try again and again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import re2  # type: ignore[import-untyped]

from interviews.transcript.spans import Span

LONGEST = 1000  # code points of a pattern; a list of a hundred words fits
# Of memory for one pattern, which bounds how much repetition can be asked for. The worst of a dozen patterns
# made to be slow takes 2.5 s for 5 MB with this, and 40 s with eight times as much.
MOST_BYTES = 1 << 20
# A search that finds nothing near may read on to the end, so all hits of one text together are bounded.
MOST_HITS = 100

# RE2's own \w, \d and \s know ASCII alone, and would find “stra” in “straße”.
# A class stands at either end, lest a hyphen beside make a range of what stands there.
_CLASSES = {"w": r"\pL_\pM\pN", "d": r"\p{Nd}", "s": r"\pZ\t-\r\x{85}\pZ"}
_NO_WORD = rf"[^{_CLASSES['w']}]"

_OUTSIDE = re.compile(
    r"""
    \\Q .*? (?: \\E | \Z )
    | \\ .
    | \[ \^? \]?    # a bracket that closes right behind the opening one stands for itself
    | [^\\]
    """,
    re.VERBOSE | re.DOTALL,
)
_INSIDE = re.compile(r"\\. | \[:\^?\w+:\] | [^\\]", re.VERBOSE | re.DOTALL)

_REFUSED = {
    r"\b": "“\\b” knows no letters with accents here. Leave it out and tick “Whole words only”.",
    r"\B": "“\\B” knows no letters with accents here, so it cannot be used.",
    r"\C": "“\\C” would cut letters into pieces, so it cannot be used.",
}
_COMPLAINTS = (
    (r"invalid perl operator: \(\?[=!<]", "Looking ahead or behind is not possible in a pattern."),
    (r"invalid escape sequence: \\\d", "A pattern cannot refer back to what it found; a replacement can."),
    (r"invalid escape sequence: (.+)", "“{}” means nothing in a pattern."),
    (r"missing \)", "A round bracket is opened and not closed."),
    (r"unexpected \)", "A round bracket closes that was never opened."),
    (r"missing \]", "A square bracket is opened and not closed."),
    (r"no argument for repetition operator: (.+)", "Nothing stands before “{}” that could be repeated."),
    (r"bad repetition operator: (.+)", "“{}” repeats a repetition."),
    (r"invalid repetition size: (.+)", "“{}” repeats too often: a thousand times in all is the most."),
    (r"invalid character class range: (.+)", "“{}” names no set of characters."),
    (r"pattern too large", "The pattern is too large: repeat less, or make two of it."),
)
_REFERENCE = re.compile(r"\\([0-9\\])")


class BadPattern(ValueError):
    """The pattern cannot be used. The message is a sentence for whoever wrote it."""


class BadReplacement(ValueError):
    """The replacement does not fit its pattern. The message is a sentence for whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a pattern fits (code points), what stands there, and what its groups hold: "" for none."""

    span: Span
    words: str
    groups: tuple[str, ...]

    def expanded(self, replacement: str) -> str:
        """A replacement with this hit's groups for ``\\1`` to ``\\9``, ``\\0`` for the whole hit."""
        held = (self.words, *self.groups)
        return _REFERENCE.sub(lambda found: _held(held, found[1]), replacement)


@dataclass(frozen=True)
class Pattern:
    """A pattern that was understood. Make one with ``read_pattern``."""

    _regex: Any
    _around: int  # 1 where the hit is the first group, between what parts words
    groups: int

    def hits(self, text: str, most: int = MOST_HITS) -> Iterator[Hit]:
        """Where it fits, from left to right without overlap; the first ``most``."""
        place = 0
        for _ in range(most):
            found = self._regex.search(text, place)
            if found is None:
                return
            start, end = found.span(self._around)
            yield Hit(Span(start, end), text[start:end], found.groups("")[self._around :])
            place = end

    def check_replacement(self, replacement: str) -> None:
        """Raises BadReplacement where it names a group that the pattern does not have."""
        for name in _REFERENCE.findall(replacement):
            if name.isdecimal() and int(name) > self.groups:
                has = "no group in round brackets" if not self.groups else f"{self.groups} in round brackets"
                raise BadReplacement(f"“\\{name}” names a group, and the pattern has {has}.")


@lru_cache(maxsize=512)
def read_pattern(written: str, *, case_sensitive: bool = False, whole_words: bool = False) -> Pattern:
    """Understand a pattern: RE2's syntax, with ``\\w``, ``\\d`` and ``\\s`` of any script.

    With ``whole_words`` a hit neither begins nor ends within a word. Raises BadPattern.
    """
    if len(written) > LONGEST:
        raise BadPattern(f"The pattern has {len(written)} characters; {LONGEST} are the most.")
    options = re2.Options()
    options.log_errors = False
    options.max_mem = MOST_BYTES
    options.case_sensitive = case_sensitive
    pattern = _any_script(written)
    regex = _compiled(pattern, options)
    if regex.search("") is not None:
        raise BadPattern("The pattern also fits where nothing stands. Say what must stand there.")
    if whole_words:
        around = _compiled(rf"(?:\A|{_NO_WORD})({pattern})(?:{_NO_WORD}|\z)", options)
        return Pattern(around, 1, regex.groups)
    return Pattern(regex, 0, regex.groups)


def _compiled(pattern: str, options: Any) -> Any:
    try:
        return re2.compile(pattern, options)
    except re2.error as refused:
        told = refused.args[0].decode("utf-8", "replace")
    except UnicodeEncodeError:
        raise BadPattern("The pattern holds half of a character. Type that character again.") from None
    for complaint, sentence in _COMPLAINTS:
        found = re.match(complaint, told)
        if found:
            raise BadPattern(sentence.format(*found.groups()))
    raise BadPattern(f"The pattern cannot be read: {told}.")


def _any_script(written: str) -> str:
    """The pattern with classes that know every script. Raises BadPattern for what has no such form."""
    pieces = []
    inside = False
    place = 0
    while place < len(written):
        found = (_INSIDE if inside else _OUTSIDE).match(written, place)
        if found is None:
            raise BadPattern("A backslash at the end means nothing: write two for a backslash.")
        piece, place = found[0], found.end()
        if piece in _REFUSED:
            raise BadPattern(_REFUSED[piece])
        if inside:
            inside = piece != "]"
        elif piece.startswith("["):
            inside = True
        pieces.append(_known(piece, within=inside) if piece.startswith("\\") else piece)
    return "".join(pieces)


def _known(escape: str, *, within: bool) -> str:
    if escape.startswith(r"\Q"):
        return escape if escape.endswith(r"\E") else rf"{escape}\E"
    members = _CLASSES.get(escape[1].lower())
    if members is None:
        return escape
    if escape[1].islower():
        return members if within else f"[{members}]"
    if within:
        raise BadPattern(f"“{escape}” cannot stand within square brackets.")
    return f"[^{members}]"


def _held(held: tuple[str, ...], name: str) -> str:
    if name == "\\":
        return "\\"
    return held[int(name)] if int(name) < len(held) else ""
