"""What may not stand in a text, whoever brings it."""

from __future__ import annotations

import re

_NUL = "\x00"
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f]")
# They reverse what a reader sees while the text says something else; tag characters are not seen at all.
_INVISIBLE = re.compile(r"[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


class UnsafeText(ValueError):
    """The text holds something that cannot be kept. The message is a sentence for whoever typed it."""


def clean(text: str) -> str:
    """A text as it may be stored: one kind of line end, no white space around it.

    Raises UnsafeText for a NUL, half a surrogate pair, a control character or an invisible one that
    turns or hides text; nothing is dropped silently.
    """
    if _NUL in text:
        raise UnsafeText("The text holds a NUL character, which cannot be stored. Remove it and save again.")
    if _SURROGATE.search(text):
        raise UnsafeText("The text holds half of a character (a lone surrogate). Type that character again.")
    found = _CONTROL.search(text) or _INVISIBLE.search(text)
    if found:
        code = ord(found.group())
        raise UnsafeText(
            f"The text holds an invisible control character (U+{code:04X}). Remove it and save again."
        )
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
