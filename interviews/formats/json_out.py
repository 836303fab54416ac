"""JSON that is safe wherever it is put: in a page, in front matter, on a terminal."""

from __future__ import annotations

import json
import re

# Of ASCII what is spelt as an escape, and all that lies behind it, of which hardly anything is.
_PERHAPS = re.compile(r"[^ -;=-~]")


def quoted(value: object) -> str:
    """A value as JSON on one line; "<" and every character that cannot be seen are spelt as escapes.

    "<" could end a script element of a page that holds the JSON.
    """
    written = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    if written.isprintable() and "<" not in written:
        return written  # nearly always, and a hundred times quicker to tell
    return _PERHAPS.sub(_escape, written)


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    if character == "<":
        return r"\u003c"
    return character if character.isprintable() else json.dumps(character)[1:-1]
