"""The block of facts between two "---" lines at the head of a markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interviews.transcript.spans import Span

_BLOCK = re.compile(
    r"\s*---[ \t]*(?:\r\n|\n|\r)(?P<inner>.*?)(?:\r\n|\n|\r)(?P<end>---|\.\.\.)[ \t]*(?=[\r\n]|$)", re.DOTALL
)
_KEY = re.compile(r"(?:^|(?<=[\r\n]))(?P<key>[A-Za-z][\w -]*):(?:[ \t]+(?P<value>[^\r\n]*))?(?=[\r\n]|$)")
_LONGEST = 20_000  # code points; a rule far down the text closes no front matter


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Where the block stands in the source. ``end`` is behind its closing line."""

    inner: Span
    end: int
    title: Span | None


def front_matter(text: str) -> FrontMatter | None:
    """The front matter of a file, or None. Of its YAML only a title on one line is read."""
    match = _BLOCK.match(text[:_LONGEST])
    if match is None or not _KEY.search(match["inner"]):
        return None
    title = None
    for pair in _KEY.finditer(text, match.start("inner"), match.end("inner")):
        if pair["key"].lower() == "title" and pair["value"]:
            value = pair["value"].strip()
            start = pair.start("value") + pair["value"].index(value)
            quoted = len(value) > 2 and value[0] in "\"'" and value[-1] == value[0]
            title = Span(start + quoted, start + len(value) - quoted)
            break
    return FrontMatter(Span(match.start("inner"), match.end("inner")), match.end(), title)
