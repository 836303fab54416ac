r"""Letters that were escaped for a program and not turned back: "don\u2019t", "I=E2=80=99m".

JSON and JavaScript write \u2019, mail writes =E2=80=99 and +IBk-, addresses have %E2%80%99, R prints
<U+2019>, pages write &rsquo; and &#8217; (and &amp;rsquo; when they escape twice), RTF \'e9, TeX \"{o}; a
database that takes the backslash for its own leaves "donu2019t" and "don\'t".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from html import unescape
from unicodedata import normalize

from interviews.text.holding import holds

_ESCAPED = re.compile(
    r"""
      (?P<unicode> (?:\\u[0-9A-Fa-f]{4}){1,4} | %u[0-9A-Fa-f]{4} | <U\+[0-9A-Fa-f]{4,5}> )
    | (?P<hex> (?:\\x[0-9A-Fa-f]{2}){1,12} )
    | (?P<percent> (?:%[0-9A-Fa-f]{2}){1,12} )
    | (?P<mail> (?:=[0-9A-Fa-f]{2}){1,12} )
    | (?P<bare> (?<=[a-z])u(?:20(?:1[3489cdCD]|26)|00[c-fC-F][0-9a-fA-F])(?![0-9A-Fa-f]) )
    | (?P<rtf> \\'[89a-f][0-9a-f] )
    | (?P<tex> \{\\["'`^~]\{?[A-Za-z]\}?\} | \\["'`^~]\{[A-Za-z]\} | \\"[aouAOU](?=[a-z]) )
    | (?P<quote> (?<=[a-z])\\['’](?=[a-z]) )
    | (?P<entity> &(?:amp;){0,4}(?:\#\d{2,5};?|\#x[0-9A-Fa-f]{2,5};?|[A-Za-z]{2,8};)
        | (?<=[a-z])\#(?:x27|0?39|82(?:1[16-9]|2[01]|30)); )
    | (?P<utf7> [+&][A-Za-z0-9+/,]{3,24}- )
    | (?P<header> =\?[\w-]{3,20}\?[BbQq]\?[^?\s]{1,80}\?= )
    """,
    re.VERBOSE,
)
# Where somebody speaks of such letters, they stand alone: "the \\u2019 character".
_SPOKEN_OF = re.compile(
    r"\b(?:an?|the|and|or|is|as|of|like|with|write|type|escape|character|code)\s[\"'“`]?$", re.IGNORECASE
)
# What of a word stands around it.
_LONGEST = 40
_BEFORE = re.compile(r"[\w’'-]*$")
_AFTER = re.compile(rf"[\w’'-]{{0,{_LONGEST}}}")
_ENTITIES = re.compile(r"&(?:amp;)*(?:#\w{2,6}|[A-Za-z]{2,8});")  # before another in the same word
_ADDRESS = re.compile(r"://|www\.|[/?&]\S*$")
_NEARBY = 80
_HINTS = ("\\", "u201", "u202", "u00", "<U+")
_RARE_HINTS = ("&", "+", "#", "=?")
_BYTE = re.compile(r"[%=][0-9A-Fa-fu][0-9A-Fa-f]")
_AMPERSAND = re.compile(
    r"&(?:amp;|#\w|[A-Za-z]{2,8};)|[a-z]#[x\d]{2}|[+&][A-Za-z0-9+/,]{3,24}-|=\?[\w-]+\?[BbQq]\?"
)
_ACCENTS = {'"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303"}
# Signs that stand between two words; of the others an entity alone is what a page has around its text.
_STANDS_ALONE = frozenset("–—…&£€$°©®™")
_HEX = re.compile(r"[0-9A-Fa-f]{4,5}")


def escaped_words(text: str) -> Iterator[tuple[int, int]]:
    """Where words with such letters stand, outside addresses."""
    if not (
        holds(text, _HINTS)
        or (("%" in text or "=" in text) and _BYTE.search(text))
        or (holds(text, _RARE_HINTS) and _AMPERSAND.search(text))
    ):
        return
    start, end = 0, 0
    for match in _ESCAPED.finditer(text):
        if _meant(match) is None or _is_innocent(text, match):
            continue
        before = _BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
        after = _AFTER.match(text, match.end())
        first = before.start() if before else match.start()
        if first > end or not end:
            if end:
                yield start, end
            start = first
        end = after.end() if after else match.end()
    if end:
        yield start, end


def _is_innocent(text: str, match: re.Match[str]) -> bool:
    """Whether it stands in an address, or somebody speaks of it."""
    nearby = text[max(0, match.start() - _NEARBY) : match.start()]
    nearby = nearby.rpartition(" ")[0] + " " + _ENTITIES.sub("", nearby.rpartition(" ")[2])
    follows = text[match.end() : match.end() + 1]
    return bool(
        _ADDRESS.search(nearby.rpartition(" ")[2]) or (_SPOKEN_OF.search(nearby) and not follows.isalnum())
    )


def unescaped(token: str) -> str:
    """The token with its letters turned back."""
    return _ESCAPED.sub(lambda match: _meant(match) or match[0], token)


def _meant(match: re.Match[str]) -> str | None:
    """What was escaped; None where it is nothing that stands in a word or between words."""
    written, kind = match[0], match.lastgroup
    if kind in _READERS:
        return _READERS[kind](match)
    if kind in ("unicode", "bare"):
        units = [
            int(digits, 16) for digits in (_HEX.findall(written) if kind == "unicode" else [written[1:]])
        ]
        try:
            meant = "".join(map(chr, units)).encode("utf-16-be", "surrogatepass").decode("utf-16-be")
        except UnicodeDecodeError:
            return None
        return meant if meant and _is_letter_or_mark(meant) else None
    inside = (
        match.string[match.start() - 1 : match.start()].isalpha()
        and match.string[match.end() : match.end() + 1].isalpha()
    )
    raw = bytes.fromhex(re.sub(r"\\x|[%=]", "", written))
    if raw.isascii():
        # "100%20" is a sum, "=3D" says nothing: a space and a quote are what addresses and mails escape.
        return {b" ": " ", b"'": "’", b'"': '"', b",": ","}.get(raw) if kind == "percent" and inside else None
    for encoding in ("utf-8", "cp1252"):
        try:
            meant = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        # Of one byte a sum may consist: "x=E2".
        return meant if (encoding == "utf-8" or inside) and _is_letter_or_mark(meant) else None
    return None


def _entity(match: re.Match[str]) -> str | None:
    """What an entity stands for: a letter or a mark at a word, or a sign between two."""
    written, text = match[0], match.string
    number = written[1:] if written[0] == "#" else ""
    meant = unescape(f"&#{number}") if number else unescape(re.sub(r"^&(?:amp;)+(?!$)", "&", written))
    before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
    if meant == "\xa0":
        return " " if before.isalpha() and after.isalpha() else None
    if len(meant) != 1 or meant in "<>" or not meant.isprintable() or meant.isspace():
        return None
    at_a_word = before.isalnum() or after.isalnum()
    return meant if at_a_word or meant in _STANDS_ALONE else None


def _utf7(match: re.Match[str]) -> str | None:
    try:
        meant = f"+{match[0][1:-1].replace(',', '/')}-".encode().decode("utf-7")
    except UnicodeDecodeError:
        return None
    ours = all("\xa0" < character < "\u0250" or "\u2010" <= character < "\u2123" for character in meant)
    return meant if meant and ours else None


def _header(match: re.Match[str]) -> str | None:
    try:
        meant = str(make_header(decode_header(match[0])))
    except (HeaderParseError, UnicodeError, LookupError, ValueError):
        return None
    return meant if meant.isprintable() and meant != match[0] else None


def _tex(match: re.Match[str]) -> str | None:
    bare = match[0].strip("{}\\").replace("{", "")
    meant = normalize("NFC", bare[1] + _ACCENTS[bare[0]])
    return meant if len(meant) == 1 else None


def _rtf(match: re.Match[str]) -> str | None:
    meant = bytes.fromhex(match[0][2:]).decode("cp1252", "ignore")
    return meant if meant and _is_letter_or_mark(meant) else None


_READERS: dict[str | None, Callable[[re.Match[str]], str | None]] = {
    "quote": lambda _: "’",
    "entity": _entity,
    "utf7": _utf7,
    "header": _header,
    "tex": _tex,
    "rtf": _rtf,
}


def _is_letter_or_mark(meant: str) -> bool:
    return all(
        character.isalpha() or (not character.isascii() and character.isprintable()) for character in meant
    )
