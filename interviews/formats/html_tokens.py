"""HTML taken apart into tags and text, in one pass, as browsers do it where that matters.

Whatever does not end (a comment, a tag, a script) turns the rest of the page into text, once: nothing is
looked for a second time, so that the time grows with the page alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_MARK = re.compile(r"<(?=/?[a-zA-Z]|[!?])")
_NAME = re.compile(r"/?[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"""
    [\s/]*+ (?:
        (?P<name>[^\s=>/"'][^\s=>/]*+)
        (?: \s*+ = \s*+ (?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' | (?P<bare>[^\s>"'][^\s>]*+) )? )?
      | (?P<stray>["'=]) )
    """,
    re.VERBOSE,
)
_TAG_END = re.compile(r"[\s/]*+>")
# What is in them is no markup, and no text of the page either.
RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"})
_RAW_ENDS = {name: re.compile(f"</{name}[\\s/>]", re.IGNORECASE) for name in RAW}


class Tag(NamedTuple):
    """A tag with its name in lower case. ``raw`` is what stands in an element that holds no markup."""

    name: str
    closes: bool = False
    attributes: dict[str, str] | None = None
    raw: str = ""

    def attribute(self, name: str) -> str:
        """Its value; empty where there is none."""
        return self.attributes.get(name, "") if self.attributes else ""

    def has(self, name: str) -> bool:
        """Whether it has the attribute, with or without a value."""
        return self.attributes is not None and name in self.attributes


def tokens(page: str) -> Iterator[Tag | str]:
    """The tags and the text between them, with character references as the characters that they are."""
    at, end = 0, len(page)
    while at < end:
        mark = _MARK.search(page, at)
        if mark is None:
            yield unescape(page[at:])
            return
        place = mark.start()
        if place > at:
            yield unescape(page[at:place])
        if page.startswith(("<!", "<?"), place):
            close = "-->" if page.startswith("<!--", place) else ">"
            found = page.find(close, place + 2)
            if found < 0:
                yield unescape(page[place:])
                return
            at = found + len(close)
            continue
        name = _NAME.match(page, place + 1)
        assert name is not None  # the mark says so
        at, tag = _tag(page, name)
        if tag is None:
            yield unescape(page[place:])
            return
        if tag.name in RAW and not tag.closes:
            close_tag = _RAW_ENDS[tag.name].search(page, at)
            stop = close_tag.start() if close_tag else end
            tag = tag._replace(raw=page[at:stop])
            at = stop
        yield tag


def _tag(page: str, name: re.Match[str]) -> tuple[int, Tag | None]:
    """The tag with that name and where it ends; None where it does not end."""
    written = name.group().lower()
    attributes: dict[str, str] = {}
    at = name.end()
    while not (closed := _TAG_END.match(page, at)):
        match = _ATTRIBUTE.match(page, at)
        if match is None:
            return len(page), None
        at = match.end()
        if match["name"]:
            value = match["double"] or match["single"] or match["bare"] or ""
            attributes.setdefault(match["name"].lower(), unescape(value))
    return closed.end(), Tag(written.removeprefix("/"), written.startswith("/"), attributes)
