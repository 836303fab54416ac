"""Bytes to text, or one sentence that says why not."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple
from unicodedata import category

from charset_normalizer import from_bytes

from interviews.formats.base import ImportProblem
from interviews.formats.east_asian import two_byte_encoding
from interviews.formats.encodings import decoded_as
from interviews.formats.lines import count_lines, line_at, line_starts
from interviews.formats.signatures import looks_like
from interviews.formats.spelling import one_byte_encoding

MAX_BYTES = 5_000_000
# Of what may hold a time for each word: ten hours of Whisper's JSON. To read it takes 3 seconds and 150 MB;
# whatever else is in it takes at most 5 and 400, since values, segments and tags are counted.
LARGEST_TIMED = 20_000_000
_MAY_BE_TIMED = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}(?:[\[{]|WEBVTT\s)")
# 200,000 lines are read in seconds; a long interview has a few thousand.
MAX_LINES = 200_000

# The longer mark first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Share of control characters above which bytes are no text: "control noise".
_NOISE = 0.01
# Share of characters in the two commonest blocks of 256 in a text in UTF-16: letters and white space.
_ONE_SCRIPT = 0.6
_NO_TEXT = frozenset({"Cn", "Co", "Cs"})  # unassigned, private, surrogate
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?(?P<name>[A-Za-z0-9][\w-]{1,30})")
_HEAD = 2048  # bytes; where HTML 5 wants the encoding told, and more
# In UTF-8 and in the encodings of one byte each of these is one byte, and no part of another character.
_CONTROL = bytes((*range(0x09), *range(0x0E, 0x20), 0x7F))


class Decoded(NamedTuple):
    """A source as text, and the name of its encoding; ``guessed`` where that was told from the letters."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file, without its byte order mark; in the ``encoding`` that a person chose, or else:

    A mark decides; then zero bytes tell UTF-16 without a mark; then UTF-8, which hardly any other text
    is by accident; then the encodings of one byte in which it is spelt as some language is; then those of
    two in which it is Chinese, Japanese or Korean; the rest is for charset-normalizer. Raises ImportProblem
    for what is empty, over ``largest``, no text, or in no encoding that fits.
    """
    sized(data)
    if told := looks_like(data):
        raise ImportProblem(f"This looks like {told[0]}, not like text. {told[1]}")
    decoded = _decoded(data) if encoding is None else Decoded(decoded_as(data, encoding), encoding)
    checked(decoded.text)
    return decoded


def largest(head: bytes) -> int:
    """How many bytes a file may have that begins so."""
    return LARGEST_TIMED if _MAY_BE_TIMED.match(head) else MAX_BYTES


def sized(data: bytes, most: int | None = None) -> bytes:
    """The same bytes. Raises ImportProblem where there are none, or more than ``most`` (by default as many as
    ``largest`` tells)."""
    most = largest(data[:200]) if most is None else most
    if len(data) > most:
        raise ImportProblem(
            f"The file has {len(data) / 1e6:.1f} MB; at most {most / 1e6:.0f} MB can be read. "
            "Split it, or bring the text alone."
        )
    if not data.strip():
        raise ImportProblem("The file is empty: there is nothing to read in it.")
    return data


def checked(text: str) -> str:
    """The same text, where it can be read. Raises ImportProblem with the sentence that says why not."""
    if not text or text.isspace():
        raise ImportProblem("There is nothing to read here: no words, only white space.")
    most = largest(text[:200].encode("utf-8", "replace"))
    if len(text) > most:
        raise ImportProblem(f"The text has {len(text):,} characters; at most {most:,} can be read. Split it.")
    try:
        encoded = text.encode()
    except UnicodeEncodeError as error:
        raise ImportProblem(
            f"Line {_line(text, error.start)} holds half of a character (a lone surrogate, "
            f"U+{ord(text[error.start]):04X}). Remove it, or copy the text again from where it came."
        ) from None
    if (found := text.find("\x00")) >= 0:
        raise ImportProblem(
            f"Line {_line(text, found)} holds a NUL character, which no text has. The file may be damaged: "
            "save it again as plain text (UTF-8)."
        )
    if _controls(encoded) > max(8, len(text) * _NOISE):
        raise ImportProblem(
            "This does not look like text: it is full of control characters. "
            "Bring the transcript as plain text."
        )
    lines = count_lines(text)
    if lines > MAX_LINES:
        raise ImportProblem(f"The text has {lines:,} lines; at most {MAX_LINES:,} can be read. Split it.")
    return text


def _controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROL))


def _line(text: str, offset: int) -> int:
    return line_at(line_starts(text), offset)


def _decoded(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise ImportProblem(
                    f"The file says that it is {encoding.upper()}, but is damaged at byte {error.start:,}. "
                    "Save it again as plain text (UTF-8)."
                ) from None
    for decoded in _guesses(data):
        return decoded
    raise ImportProblem(
        "The encoding of this file is not known: no way of reading it gives sound text. "
        "Save it as plain text in UTF-8 and bring it again."
    )


def _guesses(data: bytes) -> Iterator[Decoded]:
    if b"\x00" in data and (wide := _wide(data)):
        yield wide
    with suppress(UnicodeDecodeError):
        yield Decoded(data.decode("utf-8"), "utf-8")
    with suppress(UnicodeDecodeError):  # UTF-8 but for halves of characters, which are then told
        yield Decoded(data.decode("utf-8", "surrogatepass"), "utf-8")
    if _controls(data) > max(8, len(data) * _NOISE):
        raise ImportProblem(
            "This does not look like text: it is full of bytes that no text has. "
            "Bring the transcript as plain text."
        )
    if declared := _declared(data):
        yield declared
    if spelt := one_byte_encoding(data) or two_byte_encoding(data):
        yield Decoded(data.decode(spelt), spelt, guessed=True)
    best = from_bytes(data).best()
    if best is not None:
        with suppress(UnicodeDecodeError):  # it has looked at samples only
            yield Decoded(data.decode(best.encoding), best.encoding.replace("_", "-"), guessed=True)


def _declared(data: bytes) -> Decoded | None:
    """In the encoding that a web page or an XML file says at its start that it has, where that is sound."""
    told = _CHARSET.search(data, 0, _HEAD) if data.lstrip().startswith(b"<") else None
    if told is None:
        return None
    encoding = told["name"].decode("ascii").lower()
    try:
        return Decoded(data.decode(encoding), encoding)
    except (LookupError, UnicodeError):  # none that Python knows as text, or not in it
        return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: the high byte of most characters is one of two (white space and the script)."""
    if len(data) % 2:
        return None
    for encoding, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        common = sum(count for _, count in Counter(high).most_common(2))
        if common < len(high) * _ONE_SCRIPT:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if all(category(character) not in _NO_TEXT for character in set(text)):
            return Decoded(text, encoding)
    return None
