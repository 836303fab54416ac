"""Words that have to go, for good: blacked out wherever they stand, in texts, data and files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from html import unescape
from typing import Any

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")  # in JSON
BLOCK = "█"
_CLASSES = (6, 12)  # code points: how long a word was is told in three steps only
_BETWEEN = r"[\W_]+"  # a line may break within the passage, and marks may stand there
_STRUCTURE = {"edit", "group", "key", "keeps", "kind", "part", "role", "sort", "turn"}
_CONTAINERS = (b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0")  # whose words do not lie there as they are read


class Erasing:
    """Blacks out one passage, whatever the case of its letters and what stands between its words.

    Every word becomes blocks of its length class, so that two texts which were put together of each other
    still are. ``words`` is the passage; it has letters or digits.
    """

    def __init__(self, words: str) -> None:
        self.words = re.findall(r"[^\W_]+", words)
        if not self.words:
            raise ValueError("there is no word in it")

    @cached_property
    def _passage(self) -> re.Pattern[str]:
        inner = _BETWEEN.join(map(re.escape, self.words))
        return re.compile(rf"(?<![^\W_]){inner}(?![^\W_])", re.IGNORECASE)

    @cached_property
    def _each(self) -> re.Pattern[str]:
        inner = "|".join(sorted(map(re.escape, self.words), key=len, reverse=True))
        return re.compile(rf"(?<![^\W_])(?:{inner})(?![^\W_])", re.IGNORECASE)

    def stands_in(self, text: str) -> bool:
        """Whether the passage stands in a text."""
        return self._passage.search(text) is not None

    def text(self, text: str) -> str:
        """A text without the passage."""
        return self._passage.sub(lambda found: _blacked(found[0]), text)

    def each_word(self, text: str) -> str:
        """A text without any word of the passage, wherever it stands: for pieces that were cut out of it."""
        return self._each.sub(lambda found: _blacked(found[0]), text)

    def data(self, value: Any, *, each_word: bool = False) -> Any:
        """JSON values without the passage. Keys, and values that name a sort of thing, stay as they are."""
        match value:
            case str():
                return self.each_word(value) if each_word else self.text(value)
            case list():
                return [self.data(one, each_word=each_word) for one in value]
            case {"edit": "DescribeSpeaker", "before": [was, *_], "after": [is_now, *_]}:
                erased = self._mapping(value, each_word=each_word)
                erased["before"][0], erased["after"][0] = was, is_now  # roles
                return erased
            case Mapping():
                return self._mapping(value, each_word=each_word)
        return value

    def _mapping(self, value: Mapping[str, Any], *, each_word: bool) -> dict[str, Any]:
        return {
            key: one if key in _STRUCTURE else self.data(one, each_word=each_word)
            for key, one in value.items()
        }

    def file(self, data: bytes, encoding: str) -> bytes:
        """A file without the passage. It is blacked out as a whole where the words may lie in it otherwise
        than they are read: in a container, in escapes, or with marks of the format between them."""
        try:
            text = data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            return self.whole(encoding)
        if data.startswith(_CONTAINERS):
            return self.whole(encoding)
        erased = self.text(text)
        if erased == text:
            plain = unescape(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text))
            hidden = all(re.search(re.escape(word), plain, re.IGNORECASE) for word in self.words)
            return self.whole(encoding) if hidden else data
        return _encoded(erased, encoding)

    def whole(self, encoding: str = "utf-8") -> bytes:
        """What stands in the place of a file that was blacked out as a whole."""
        return _encoded(BLOCK * 8, encoding)


def _blacked(found: str) -> str:
    return re.sub(r"[^\W_]+", lambda word: BLOCK * _class(len(word[0])), found)


def _class(length: int) -> int:
    return 4 * (1 + sum(length > end for end in _CLASSES))


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return text.encode("utf-8")
