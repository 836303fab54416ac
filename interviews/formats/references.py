"""Characters written as references: "&amp;", "&#8217;", "&nbsp;"."""

from __future__ import annotations

import re
from html import unescape

from interviews.formats.lines import HIDDEN

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def unreferenced(written: str) -> str:
    """The text that is meant: each reference replaced once. What cannot be seen is left out, as everywhere.

    An ampersand that begins no reference stands for itself.
    """
    if "&" not in written:
        return written
    return _REFERENCE.sub(_character, written)


def _character(match: re.Match[str]) -> str:
    meant = unescape(match[0])
    return HIDDEN.sub("", meant)
