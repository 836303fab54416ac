"""Text that was decoded with the wrong encoding: "donâ€™t", "вЂ™", U+FFFD."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.style import Style
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_PUNCTUATION = "\"'()[]{}.,;:!?-"
# ASCII, curly quotes, dashes and dots alone: no wrong reading leaves only these, for the bytes of each begin
# no character in UTF-8. (Every string of up to four of them was put to ftfy.)
_PLAIN = re.compile(r"[\x00-\x7f“”‘’–—…]*")
# Text without spaces is looked at in stretches of this many characters.
_LONGEST = 80
_CONTROL = re.compile(r"[\x80-\x9f]")
# An apostrophe read as bytes that stand for nothing, where a contraction or an elision has one. Elsewhere
# a letter was lost, and nobody can tell which: "ma�ana".
_LOST_APOSTROPHE = re.compile(
    r"(?<=[A-Za-z])[\x80-\x9f�]{1,3}(?=(?i:t|s|re|ve|ll|d|m|clock|all|know|am)\b)"
    r"|\b(?i:([cdjlmnsto]|qu|jusqu|lorsqu|dell|nell|un))[\x80-\x9f�]{1,3}(?=[^\W\d_])"
)
_LOST_OPENING = re.compile(r"^[\x80-\x9f�]{1,3}(?=\w)")
_LOST_CLOSING = re.compile(r"(?<=[\w.,!?])[\x80-\x9f�]{1,3}(?=\W*$)")
_QUESTION_MARK = re.compile(r"\b[A-Za-z]{1,12}\?(?:t|s|re|ve|ll|d|m)\b")
_URL = re.compile(r"://|www\.|\.\w{2,4}\?")
# UTF-8 read as these gives runs that start with one of these letters and hold no word of any language.
_ENCODINGS = ("windows-1252", "windows-1251", "mac_roman", "latin-1", "windows-1250", "cp437", "iso-8859-2")


@dataclass(frozen=True)
class Mojibake:
    """Bytes of one encoding read as another.

    First fix: the text that was meant is written.
    Let pass: words and signs of other languages, and question marks in addresses.
    """

    kind = Kind.MOJIBAKE
    languages = frozenset[str]()
    # More broken words than this, and the whole file was read wrongly: one flag a turn is enough.
    many: int = 20

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        found = analysis.each(_broken)
        all_over = sum(len(spans) for _, spans in found) > self.many
        for turn, spans in found:
            fixes = _repair(analysis, turn, spans)
            for own in [spans] if all_over else [[span] for span in spans]:
                yield self._finding(analysis, turn, own, fixes)

    def _finding(self, analysis: Analysis, turn: Turn, spans: list[Span], fixes: tuple[Fix, ...]) -> Finding:
        shown = spans[0].of(turn.text)
        right = _repaired(shown, analysis.style, in_quotes=_in_quotes(turn.text, _broken(turn.text)))
        more = f" and {len(spans) - 1} more" if len(spans) > 1 else ""
        if right != shown:
            reason = (
                f"“{shown}” is what becomes of “{right}” when its bytes are read with the wrong encoding."
            )
        else:
            reason = f"“{shown}” holds a character that stands for bytes that could not be read."
        return Finding(
            self.kind,
            tuple(Passage(turn.key, span) for span in spans),
            title=f"{analysis.headline(turn.key)}: “{shown}”{more}",
            reason=reason,
            confidence=0.98,
            fixes=fixes,
        )


def _repair(analysis: Analysis, turn: Turn, spans: list[Span]) -> tuple[Fix, ...]:
    text, repaired, last = turn.text, "", 0
    in_quotes = _in_quotes(text, spans)
    for span in spans:
        repaired += text[last : span.start] + _repaired(span.of(text), analysis.style, in_quotes=in_quotes)
        last = span.end
    repaired += text[last:]
    if repaired == text:
        return ()
    one = f"Write “{_repaired(spans[0].of(text), analysis.style, in_quotes=in_quotes)}”"
    label = one if len(spans) == 1 else f"Repair {len(spans)} words in {analysis.transcript.where(turn.key)}"
    return (Fix(label, (SetText(turn.key, text, repaired),)),)


def _broken(text: str) -> list[Span]:
    spans = [] if text.isascii() else [span for span in _tokens(text) if _is_broken(span.of(text))]
    if "?" in text:
        for match in _QUESTION_MARK.finditer(text):
            before = text[max(0, match.start() - 60) : match.end()].rsplit(maxsplit=1)[-1]
            if not _URL.search(before):
                spans.append(Span(*match.span()))
    return sorted(spans)


def _tokens(text: str) -> Iterator[Span]:
    """The stretches without white space that hold more than ASCII, without plain punctuation around them."""
    end = 0
    for match in _NOT_ASCII.finditer(text):
        if match.start() < end:
            continue
        start, last = match.start(), match.end()
        while start > end and start > match.start() - _LONGEST and not text[start - 1].isspace():
            start -= 1
        while last < len(text) and last < match.start() + _LONGEST and not text[last].isspace():
            last += 1
        end = last
        while last > start + 1 and text[last - 1] in _PUNCTUATION:
            last -= 1
        while start < last - 1 and text[start] in _PUNCTUATION:
            start += 1
        yield Span(start, last)


@lru_cache(maxsize=4096)
def _is_broken(token: str) -> bool:
    if token.isalpha() and (token.islower() or token.istitle()):
        return False  # a plain word in any script
    if _PLAIN.fullmatch(token):
        return False
    if "\ufffd" in token or _CONTROL.search(token):
        return True
    from ftfy.badness import is_bad  # loads tables, and most texts never need them

    return is_bad(token) or _decoded(token) is not None


@lru_cache(maxsize=4096)
def _decoded(token: str) -> str | None:
    """The token read again with the encoding that was meant; None where no such reading makes sense."""
    from ftfy.badness import badness

    for encoding in _ENCODINGS:
        try:
            again = token.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if again != token and len(again) < len(token) and not badness(again):
            return again
    return None


@lru_cache(maxsize=4096)
def _read_again(token: str) -> str:
    from ftfy import TextFixerConfig, fix_encoding

    config = TextFixerConfig(unescape_html=False, uncurl_quotes=False, normalization=None)
    fixed = fix_encoding(token, config)
    return fixed if fixed != token else _decoded(token) or token


def _in_quotes(text: str, spans: list[Span]) -> bool:
    """Whether something unread stands before a word and behind one: what opens a quote and closes it."""
    tokens = [span.of(text) for span in spans]
    return any(map(_LOST_OPENING.search, tokens)) and any(map(_LOST_CLOSING.search, tokens))


def _repaired(token: str, style: Style, *, in_quotes: bool) -> str:
    """The token as it was meant, its quotes and apostrophes as this transcript writes them."""
    fixed = _LOST_APOSTROPHE.sub(r"\1’", token)
    if _QUESTION_MARK.fullmatch(fixed):
        fixed = fixed.replace("?", "’")
    if fixed == token:
        fixed = _read_again(token)
    if in_quotes:
        fixed = _LOST_OPENING.sub("“", _LOST_CLOSING.sub("”", fixed))
    if fixed == token:
        return token
    opening, closing = style.quotes
    for curly, usual in (("’", style.apostrophe), ("“", opening), ("”", closing)):
        fixed = fixed.replace(curly, usual)
    return fixed
