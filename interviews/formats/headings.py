"""What a heading tells: the title, and often who is interviewed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interviews.transcript.spans import Span

_LONGEST = 200  # code points; a longer line is a paragraph
_MOST_WORDS = 25
_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<words>.*?)(?:[ \t]+#+)?$")
_WHOLLY_BOLD = re.compile(r"(?P<marks>\*{2,3}|__)(?=\S)(?P<words>[^*]+?)(?<=\S)(?P=marks)$")
_HASHTAG = re.compile(r"#[^\W\d]\w*|#\d+[^\W\d]\w*")
_QUOTED = re.compile('[“„«‹"»] ?(?P<words>[^“”„«»"‹›]+?) ?[”“»›"«]')
_MOST_QUOTED = 12  # words
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")

_UP = r"[^\W\d_a-zß-öø-ÿ]"  # a letter that is no small one
_WORD = rf"{_UP}[\w.'’-]*"
_PARTICLES = r"(?:(?:van|von|de|da|der|del|di|la|le|bin|al|el|ten|ter)\s)*"
_NAME = rf"(?P<name>{_WORD}(?:\s{_PARTICLES}{_WORD}){{0,5}})"
_ROLE = r"(?:,\s(?P<role>[^,:–—]+?(?:\s(?:of|for|at)\s[^,:–—]+?)?))?"
_END = r"(?=\s(?:on|about|talks|speaks|tells|in\sconversation|by)\b|\s?[:–—|,(]|$)"
_WITH = r"(?:interview(?:s|ing|ed)?|conversation|talk(?:s|ing)?|chat|discussion|q\s?&\s?a|questions)"
_GUESTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:\b{_WITH}\s+(?:with|of)\s+(?:the\s+)?){_NAME}{_ROLE}{_END}",
        rf"(?i:\binterview(?:ing)?\s*[:–—]\s*|\bquestions\s+(?:for|to)\s+){_NAME}{_ROLE}{_END}",
        rf"^{_NAME}{_ROLE},?\s(?:talks|speaks|tells|in\sconversation|interviewed)\b",
    )
)


@dataclass(frozen=True, slots=True)
class Guest:
    """Who a heading says is interviewed. ``end`` is where that stops in the heading (code points)."""

    full_name: str
    description: str
    end: int


def heading_words(line: str) -> Span | None:
    """The words of a markdown heading, or of a line that is bold as a whole; None for any other line."""
    if len(line) > _LONGEST * 2:
        return None
    match = _HEADING.fullmatch(line) or _WHOLLY_BOLD.fullmatch(line)
    if match is None or not match["words"].strip():
        return None
    inner = _WHOLLY_BOLD.fullmatch(match["words"])
    start = match.start("words") + (inner.start("words") if inner else 0)
    return Span(start, start + len(inner["words"] if inner else match["words"]))


def is_short(line: str) -> bool:
    """Whether a line can be a heading by its look: short, with a letter and no mark that ends a sentence."""
    return (
        any(map(str.isalpha, line))
        and len(line) <= _LONGEST
        and len(line.split()) <= _MOST_WORDS
        and not _ENDS_SENTENCE.search(line)
    )


def is_quoted(line: str) -> bool:
    """Whether a line is a quotation from end to end, short and without a mark that ends a sentence."""
    match = _QUOTED.fullmatch(line) if len(line) <= _LONGEST else None
    return match is not None and is_short(match["words"]) and len(line.split()) <= _MOST_QUOTED


def is_hashtags(line: str) -> bool:
    """Whether a line holds hashtags and nothing else."""
    return line.startswith("#") and all(_HASHTAG.fullmatch(word.strip(",")) for word in line.split())


def guest_named(heading: str) -> Guest | None:
    """The guest in "Interview with Dr. Jo Hart, Pilot on …", "Jo Hart, pilot, talks to …" and such."""
    if len(heading) > _LONGEST:
        return None
    for pattern in _GUESTS:
        if match := pattern.search(heading):
            end = match.end("role") if match["role"] else match.end("name")
            return Guest(match["name"].rstrip(".,"), (match["role"] or "").strip(), end)
    return None
