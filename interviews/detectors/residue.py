"""What is left in a text by the page, the file or the recogniser that it came from, and was never said.

All patterns run in linear time: every repetition is bounded or over one class of characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import lru_cache
from html.entities import html5
from typing import NamedTuple


class Source(StrEnum):
    """Where a residue comes from, in words that follow "This is"."""

    TIME = "a timestamp"
    HASHTAGS = "a line of hashtags"
    LINK = "a link"
    MARKUP = "markup of a web page"
    SUBTITLES = "a mark of a subtitle file"
    RECOGNISER = "a mark that a speech recogniser writes"
    PAGE = "a line of the page around the interview"
    HEADING = "a heading"


class Residue(NamedTuple):
    """One stretch of a text that was never said, in code points."""

    source: Source
    start: int
    end: int


_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
_TIME = re.compile(
    rf"""
      {_CLOCK} \s{{0,3}} --> \s{{0,3}} {_CLOCK}          # a subtitle cue
    | \[ {_CLOCK} \] (?: \s SPEAKER_\d+ :? )?
    | < {_CLOCK} >
    | \( {_CLOCK} \)
    | (?<![\w:.,]) \d{{1,2}}:\d\d:\d\d (?:[.,]\d{{1,3}})? (?![\w:])
    """,
    re.VERBOSE,
)
_HASHTAGS = re.compile(r"(?<![\w#&/])#[^\W\d_]\w*(?:\s{1,3}#[^\W_]\w*)+")
_ONE_HASHTAG = re.compile(r"\s*#[^\W\d_]\w*\s*")
_URL = r"(?:https?://|www\.)[^\s<>\"”]+"
_LABELLED_LINK = re.compile(
    rf"(?:(?<=[.!?…\"”)\]]\s)|(?<=-\s)|^)[A-Z][\w ]{{2,30}}:\s{{0,3}}{_URL}(?=[ \t]*$)", re.MULTILINE
)
_BARE_LINK = re.compile(rf"^[ \t]*<?{_URL}>?[ \t]*$", re.MULTILINE)
_LINK = re.compile(rf"(?:\b[A-Z][\w ]{{2,30}}:\s)?{_URL}")
_TRACKING = re.compile(r"[?&](?:utm_[a-z]+|fbclid|gclid|u|url)=")
_TAG = re.compile(
    r"""
      </? (?: br | p | b | i | u | em | strong | font | span | v | c ) (?: [\s./][^<>]{0,200} )? >
    | < (?: a | div | img | li | td | h[1-6] ) \s [a-z-]{2,20}=[^<>]{0,200} >    # spoken of, it is "a div"
    | </ (?: a | div ) >
    | <\| [^<>|\s]{1,40} \|>
    """,
    re.VERBOSE,
)
# A tag that is talked about: "the <p> tag", "a <b> element".
_TALKED_ABOUT = re.compile(r"\b(?:an?|the|your|this|that|every|with|use|using)\s+[`\"“]?$", re.IGNORECASE)
_ENTITY = re.compile(r"(?:&(?:amp;)*(?:\#\d{2,5}|\#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});\s?)+")
_CUE = re.compile(
    r"""
      \bWEBVTT\b
    | \{\\[a-z]{1,4}\d{0,3}(?:\([^()]{0,40}\))?\}
    | \balign:(?:start|middle|center|end|left|right)(?:\s(?:position|size|line):\d{1,3}%)*
    | \bKind:\scaptions(?:\s+Language:\s[a-zA-Z-]{2,8})?
    """,
    re.VERBOSE,
)
_RECOGNISER = re.compile(
    r"""
      \[\s?(?: [A-Z]{3,20}_[A-Z_]{3,20} | (?i: no\s(?:audio|speech|sound) | silence | blank\saudio ) )\s?\]
    | \[?\bSPEAKER_\d{1,3}\b\]?:?
    | (?:♪[^♪\n]{0,200})*♪
    """,
    re.VERBOSE,
)
_CAPITALS = r"(?:\s?[/|,&]?\s?[A-Z][\w.’'-]+){1,5}"
_PAGE = re.compile(
    rf"""
      \b(?:Image|Photo|Picture|Photograph|Video|Illustration)(?:\s(?:credit|courtesy|source|by))?s?:{_CAPITALS}
    | \b(?:Image|Photo|Picture)\s(?:credit|courtesy)\sof{_CAPITALS}
    | \bContinue\sreading(?:\s(?:the\smain\sstory|below))?
    | \b(?:Story|Article)\scontinues\s(?:below|after)(?:\s(?:the\s)?advertisement)?
    | \bA(?:DVERTISEMENT|dvertisement)\b(?!s)(?:\s[-–—]\s(?:scroll|continue)[\w\s]{{0,40}})?
    | \bSkip\sto\s(?:main\s)?content\b
    | \bShare\s(?:this\s)?(?:article\s|story\s|post\s)?(?:on|via)\s
        (?:Facebook|Twitter|X|WhatsApp|LinkedIn|email)\b
    | \bPage\s\d{{1,4}}\sof\s\d{{1,4}}\b
    | (?:©|\(c\)|Copyright)\s(?:©\s)?\d{{4}}\b(?:{_CAPITALS})?(?:\.?\sAll\srights\sreserved)?
    | \bAll\sRights\sReserved\b
    | \b\d{{1,3}}\s?min(?:ute)?s?\sread\b
    | \bRead\s(?:more|also|next):\s[^\n]{{3,120}}
    | \bRelated(?:\s(?:article|story|stories|articles|posts|content))?:\s[A-Z][^\n.!?]{{3,120}}
    | \b(?:Last\supdated|Updated|Published|Posted)(?:\son)?:?\s
        (?: \d{{1,2}}\s[A-Z][a-z]{{2,8}} | [A-Z][a-z]{{2,8}}\s\d{{1,2}},? )\s\d{{4}}
    """,
    re.VERBOSE,
)
# A text without any of these holds no such line; looking for them is twenty times as fast as for the lines.
_PAGE_HINTS = (
    *("redit", "courtesy", "Continue reading", "continues ", "ADVERTISEMENT", "Advertisement", "Skip to"),
    *("Share on", "Share via", "Share this", "Share art", "Share sto", "Share post", "Page ", "©", "(c)"),
    *("Copyright", "Rights Reserved", "min read", "mins read", "minute read", "minutes read", "Read more:"),
    *("Read also:", "Read next:", "Related", "pdated", "Published", "Posted", "Photo", "Image", "Picture"),
    *("Illustration", "Video"),
)
_HEADING = re.compile(r"\s*(?:#{1,6}\s[^\n]{1,200}|\*\*[^*\n]{1,200}\*\*|__[^_\n]{1,200}__)\s*")


@lru_cache(maxsize=16384)
def residues(text: str) -> tuple[Residue, ...]:
    """What in a text was never said, in order and without overlap."""
    found = sorted(
        (Residue(source, start, end) for source, find in _FINDERS for start, end in find(text)),
        key=lambda residue: (residue.start, -residue.end),
    )
    apart: list[Residue] = []
    for residue in found:
        if not apart or residue.start >= apart[-1].end:
            apart.append(residue)
    return tuple(apart)


def is_heading(text: str) -> bool:
    """Whether a paragraph is a heading in markdown."""
    return _HEADING.fullmatch(text) is not None


def is_residue(text: str) -> bool:
    """Whether nothing in a text was said: only residues and the marks between them."""
    if is_heading(text) or _ONE_HASHTAG.fullmatch(text):
        return True
    left, end = "", 0
    for residue in residues(text):
        left += text[end : residue.start]
        end = residue.end
    return end > 0 and not any(character.isalnum() for character in left + text[end:])


def _times(text: str) -> Iterator[tuple[int, int]]:
    if ":" not in text:
        return
    for match in _TIME.finditer(text):
        # "[unintelligible 00:12:45]" is how a house marks what it could not hear.
        opened = text.rfind("[", max(0, match.start() - 40), match.start())
        inside = opened >= 0 and "]" not in text[opened : match.start()]
        if not (inside and any(map(str.isalpha, text[opened : match.start()]))):
            yield match.span()


def _hashtags(text: str) -> Iterator[tuple[int, int]]:
    if "#" in text:
        if _ONE_HASHTAG.fullmatch(text):
            yield 0, len(text)
        for match in _HASHTAGS.finditer(text):
            yield match.span()


def _links(text: str) -> Iterator[tuple[int, int]]:
    if "://" in text or "www." in text:
        for pattern in (_LABELLED_LINK, _BARE_LINK):
            for match in pattern.finditer(text):
                yield match.span()
        for match in _LINK.finditer(text):
            if _TRACKING.search(match[0]):
                yield match.span()


def _markup(text: str) -> Iterator[tuple[int, int]]:
    if "<" in text:
        for match in _TAG.finditer(text):
            if not _TALKED_ABOUT.search(text, max(0, match.start() - 12), match.start()):
                yield match.span()
    if "&" in text:
        for match in _ENTITY.finditer(text):
            names = re.findall(r"&(?:amp;)*([^;]+;)", match[0])
            if all(name.startswith("#") or name in html5 for name in names):
                yield match.start(), match.start() + len(match[0].rstrip())


def _cues(text: str) -> Iterator[tuple[int, int]]:
    if "WEBVTT" in text or "{\\" in text or "align:" in text or "Kind:" in text:
        for match in _CUE.finditer(text):
            yield match.span()


def _recogniser(text: str) -> Iterator[tuple[int, int]]:
    if "[" in text or "♪" in text or "SPEAKER_" in text:
        for match in _RECOGNISER.finditer(text):
            yield match.span()


def _page(text: str) -> Iterator[tuple[int, int]]:
    if any(hint in text for hint in _PAGE_HINTS):
        for match in _PAGE.finditer(text):
            yield match.span()


def _headings(text: str) -> Iterator[tuple[int, int]]:
    if "#" in text or "**" in text or "__" in text:
        start = 0
        for paragraph in text.splitlines(keepends=True):
            if is_heading(paragraph):
                yield start, start + len(paragraph.rstrip())
            start += len(paragraph)


_FINDERS: tuple[tuple[Source, Callable[[str], Iterator[tuple[int, int]]]], ...] = (
    (Source.LINK, _links),
    (Source.TIME, _times),
    (Source.HASHTAGS, _hashtags),
    (Source.MARKUP, _markup),
    (Source.SUBTITLES, _cues),
    (Source.RECOGNISER, _recogniser),
    (Source.PAGE, _page),
    (Source.HEADING, _headings),
)
