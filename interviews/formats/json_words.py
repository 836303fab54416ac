"""What a string of JSON says as words of a transcript, each character with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interviews.formats.json_values import Text, characters
from interviews.formats.lines import Hidden

# Without any of these a string says what is written, character by character.
_PLAIN = re.compile(
    r"(?: ?[^\s\\\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f])*+ ?"
)
_PARAGRAPH = re.compile(r"[ \t\r]*\n[ \t\r]*\n\s*")
_BREAKS = frozenset("\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")


@dataclass(slots=True)
class Words:
    """The words of a string: white space as one space or an empty line, and what cannot be seen left out.

    ``at`` is the place of the first character in the source, where the others follow it one by one; else
    ``places`` holds the stretch of the source for each character. ``hidden`` counts what was left out.
    """

    text: str
    at: int
    places: list[tuple[int, int]] | None = None
    hidden: int = 0

    def spans(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of the source that say ``text[start:end]``; what stands between them says nothing."""
        if start >= end:
            return
        if self.places is None:
            yield self.at + start, self.at + end
            return
        first, last = self.places[start]
        for begin, finish in self.places[start + 1 : end]:
            if begin < last:
                continue  # an empty line is two characters, said by one stretch
            if begin != last:
                yield first, last
                first = begin
            last = finish
        yield first, last


def words_of(text: Text) -> Words:
    """What a string says as words, without white space at its ends."""
    written = text.written
    if _PLAIN.fullmatch(written):
        words = written.lstrip()
        return Words(words.rstrip(), text.end - len(words))
    return _spelt(text, written)


def _spelt(text: Text, written: str) -> Words:
    told = list(characters(written))
    letters = "".join(character for character, _, _ in told)
    invisible = set(Hidden(letters).places)
    kept: list[str] = []
    places: list[tuple[int, int]] = []
    hidden = at = 0
    while at < len(told):
        character, start, end = told[at]
        at += 1
        if at - 1 in invisible or "\ud800" <= character <= "\udfff":
            hidden += 1
            continue
        if character.isspace():
            first = at - 1
            while at < len(told) and told[at][0].isspace():
                at += 1
            if not kept:
                continue
            end = told[at - 1][2]
            if at - first > 1 or character in _BREAKS:
                character = "\n\n" if _PARAGRAPH.fullmatch(letters, first, at) else " "
        kept.append(character)
        places += [(text.start + start, text.start + end)] * len(character)
    while kept and kept[-1].isspace():
        del places[len(places) - len(kept[-1]) :]
        kept.pop()
    return Words("".join(kept), 0, places, hidden)
