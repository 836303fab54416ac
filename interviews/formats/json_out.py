"""JSON that is safe wherever it is put: in a page, in front matter, on a terminal."""

from __future__ import annotations

import json


def quoted(value: object) -> str:
    """A value as JSON on one line; "<" and every character that cannot be seen are spelt as escapes.

    "<" could end a script element of a page that holds the JSON.
    """
    written = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    if written.isprintable() and "<" not in written:
        return written  # nearly always, and a hundred times quicker to tell
    return "".join(one if one != "<" and one.isprintable() else _escape(one) for one in written)


def _escape(character: str) -> str:
    return r"\u003c" if character == "<" else json.dumps(character)[1:-1]
