"""XML as feeds and site maps have it."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def possible(text: str) -> str:
    """A text without the characters that no XML document may hold, escaped or not."""
    return _IMPOSSIBLE.sub("", text)


def element(name: str, text: str) -> str:
    """An element with nothing but text in it."""
    return f"<{name}>{escape(possible(text))}</{name}>"
