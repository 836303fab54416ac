"""Text that was decoded with the wrong encoding, or never decoded: "donâ€™t", "вЂ™", U+FFFD, "\\u2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.letters.escapes import escaped_words, unescaped
from interviews.detectors.letters.misread import KNOWN, read_again, read_from_east_asian
from interviews.detectors.letters.question_marks import has_lost_letters, lost_letters, with_its_letters
from interviews.detectors.shape.style import Style
from interviews.detectors.wording.vocabulary import zipf_table
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_PUNCTUATION = "\"'()[]{}.,;:!?-"
# ASCII, curly quotes, dashes and dots alone: no wrong reading leaves only these, for the bytes of each begin
# no character in UTF-8. (Every string of up to four of them was put to ftfy.)
_PLAIN = re.compile(r"[\x00-\x7f“”‘’–—…]*+")
# Text without spaces is looked at in stretches of this many characters.
_LONGEST = 80
_CONTROL = re.compile(r"[\x80-\x9f]")
# An apostrophe read as bytes that stand for nothing, where a contraction or an elision has one. Elsewhere
# a letter was lost, and nobody can tell which: "ma�ana".
_LOST_APOSTROPHE = re.compile(
    r"(?<=[A-Za-z])(?:[\x80-\x9f�]{1,3}|â€)(?=(?i:t|s|re|ve|ll|d|m|clock|all|know|am)\b)"
    r"|\b(?i:([cdjlmnsto]|qu|jusqu|lorsqu|dell|nell|un))[\x80-\x9f�]{1,3}(?=[^\W\d_])"
)
_LOST_OPENING = re.compile(r"^[\x80-\x9f�]{1,3}(?=\w)")
_LOST_CLOSING = re.compile(r"(?<=[\w.,!?])[\x80-\x9f�]{1,3}(?=\W*$)")
_QUESTION_MARK = re.compile(r"\b[A-Za-z]{1,12}\?(?:t|s|re|ve|ll|d|m)\b")
_URL = re.compile(r"://|www\.|\.\w{2,4}\?")
# The first byte of two or three is all that is left: "KrakÃw", "A Â hour".
_LOST_BYTE = re.compile(r"(?P<before>[A-Za-z]*)(?P<lead>[ÃÂâ])(?P<after>[a-z]*)")
# A space that does not break, behind a word: "the userÂ to"; and the mark of UTF-8 at the head of a file.
_LOST_SPACE = re.compile(r"(?<=[a-z,.;:!?])Â[\xa0 ]$")
_BYTE_ORDER = "ï»¿"
_UNSEEN = {"": "the mark at the head of a file", " ": "a space"}
_CONTINUATIONS = range(0x80, 0xC0)
# What people type beside letters. Before or behind a letter with an accent it looks like two bytes of UTF-8:
# "C’était", "TERMINÉ”", "—À". Read again so, it is a letter of another alphabet among ours, or one that only
# phoneticians write; or the words around it are known. Within a word nobody types a quote.
_TYPED = re.compile(r"[“”‘’„‚«»‹›—–…°•¿¡()/-]+")
_QUOTE_WITHIN = re.compile(r"\w[“”„‚‘«»‹›]\w")
_OF_TWO_ALPHABETS = re.compile(r"[A-Za-zÀ-ɏ][\u0370-\u08ff]|[\u0370-\u08ff][A-Za-zÀ-ɏ]")
_HARDLY_EVER = re.compile(r"[\u0180-\u036f]")
_NO_WORD = frozenset("ãâðñ")  # by themselves; other letters may be
# UTF-8 read as these gives runs that start with one of these letters and hold no word of any language.
_ENCODINGS = ("windows-1252", "windows-1251", "mac_roman", "latin-1", "windows-1250", "cp437", "iso-8859-2")


@dataclass(frozen=True)
class Mojibake:
    """Bytes of one encoding read as another, or letters left escaped: "donâ€™t", "thatÕs", "I=E2=80=99m".

    First fix: the text that was meant is written.
    Let pass: words and signs of other languages, addresses and sums, and question marks in addresses.
    """

    kind = Kind.MOJIBAKE
    languages = frozenset[str]()
    # More broken words than this, and the whole file was read wrongly: one flag a turn is enough.
    many: int = 20

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        language = analysis.language
        found = analysis.each(_broken, language)
        all_over = sum(len(spans) for _, spans in found) > self.many
        for turn, spans in found:
            repairs = _Repairs(analysis.style, language, in_quotes=_in_quotes(turn.text, spans))
            fixes = _repair(analysis, turn, spans, repairs)
            for own in [spans] if all_over else [[span] for span in spans]:
                yield self._finding(analysis, turn, own, fixes, repairs)

    def _finding(
        self, analysis: Analysis, turn: Turn, spans: list[Span], fixes: tuple[Fix, ...], repairs: _Repairs
    ) -> Finding:
        shown = spans[0].of(turn.text)
        right = repairs.of(shown)
        more = f" and {len(spans) - 1} more" if len(spans) > 1 else ""
        if right != shown:
            meant = _UNSEEN.get(right, f"“{right}”")
            reason = f"“{shown}” is what becomes of {meant} when it is read with the wrong encoding."
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


def _repair(analysis: Analysis, turn: Turn, spans: list[Span], repairs: _Repairs) -> tuple[Fix, ...]:
    text, repaired, last = turn.text, "", 0
    for span in spans:
        repaired += text[last : span.start] + repairs.of(span.of(text))
        last = span.end
    repaired += text[last:]
    if repaired == text:
        return ()
    right = repairs.of(spans[0].of(text))
    one = f"Write {_UNSEEN.get(right, f'“{right}”')}" if right else f"Take “{spans[0].of(text)}” out"
    label = one if len(spans) == 1 else f"Repair {len(spans)} words in {analysis.transcript.where(turn.key)}"
    return (Fix(label, (SetText(turn.key, text, repaired),)),)


def _broken(text: str, language: str) -> list[Span] | None:
    spans = []
    if not (text.isascii() or _PLAIN.fullmatch(text)):
        spans = [span for span in _tokens(text) if _is_broken(span.of(text), language)]
    spans.extend(Span(start, end) for start, end in escaped_words(text))
    if "?" in text:
        for match in _QUESTION_MARK.finditer(text):
            before = text[max(0, match.start() - 60) : match.end()].rsplit(maxsplit=1)[-1]
            if not _URL.search(before):
                spans.append(Span(*match.span()))
        apart = [Span(start, end) for start, end in lost_letters(text, language)]
        spans += [lost for lost in apart if not any(lost.overlaps(span) for span in spans)]
    return sorted(spans) or None


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
        if text[start] == "ï" and text.startswith(_BYTE_ORDER, start):
            yield Span(start, start + len(_BYTE_ORDER))
            start += len(_BYTE_ORDER)
            if _PLAIN.fullmatch(text, start, last):
                continue
        # The second byte of a space that does not break is such a space again, or became a plain one.
        if text[last - 1] == "Â" and (lost := _LOST_SPACE.search(text, start, last + 1)):
            yield Span(*lost.span())
            last = lost.start()
            if _PLAIN.fullmatch(text, start, last):
                continue
        yield Span(start, last)


@lru_cache(maxsize=4096)
def _is_broken(token: str, language: str) -> bool:
    if _PLAIN.fullmatch(token):
        return False
    if read_from_east_asian(token, language):
        return True
    if not (token.isalpha() and (token.islower() or token.istitle())):  # a plain word in any script
        if "\ufffd" in token or _CONTROL.search(token):
            return True
        if token == _BYTE_ORDER:
            return True
        from ftfy.badness import is_bad  # loads tables, and most texts never need them

        if (is_bad(token) or _makes_sense(token)) and not _was_typed(token, language):
            return True
    return _has_lost_a_byte(token) or read_again(token, language) is not None


def _was_typed(token: str, language: str) -> bool:
    """Whether it is a known word, or some beside quotes, dashes or dots, and no quote within one."""
    pieces = [piece.casefold() for piece in _TYPED.split(token) if piece]
    if _QUOTE_WITHIN.search(token) or (len(pieces) == 1 and len(token) == 1):
        return False
    zipf = zipf_table(language)
    return all(
        piece.isascii() or (zipf.get(piece, 0.0) >= KNOWN if len(piece) > 1 else piece not in _NO_WORD)
        for piece in pieces
    )


def _makes_sense(token: str) -> bool:
    """Whether a token read again with the encoding that was meant is of one alphabet."""
    again = _decoded(token)
    return again is not None and not (_OF_TWO_ALPHABETS.search(again) or _HARDLY_EVER.search(again))


def _has_lost_a_byte(token: str) -> bool:
    match = _LOST_BYTE.fullmatch(token)
    if match is None or (match["lead"] == "â" and len(token) > 1):
        return False
    before, after = match["before"], match["after"]
    return before[-1:].islower() or (not before and not after)


@lru_cache(maxsize=4096)
def _decoded(token: str) -> str | None:
    """The token read again with the encoding that was meant; None where no such reading makes sense."""
    from ftfy.badness import badness

    for encoding in _ENCODINGS:
        try:
            again = token.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if len(again) < len(token) and not badness(again):
            return again
    return None


@lru_cache(maxsize=4096)
def _read_again(token: str, language: str) -> str:
    from ftfy import TextFixerConfig, fix_encoding

    if token == _BYTE_ORDER:
        return ""
    if again := read_from_east_asian(token, language) or read_again(token, language):
        return again
    if _has_lost_a_byte(token):
        return _with_its_byte(token, language) or token
    config = TextFixerConfig(unescape_html=False, uncurl_quotes=False, normalization=None)
    fixed = fix_encoding(token, config)
    return fixed if fixed != token else _decoded(token) or token


def _with_its_byte(token: str, language: str) -> str | None:
    """The common word that a token becomes with some second byte; None where there is none."""
    match = _LOST_BYTE.fullmatch(token)
    if match is None or match["lead"] != "Ã":
        return None
    zipf = zipf_table(language)
    wholes = [match["before"] + bytes((0xC3, byte)).decode() + match["after"] for byte in _CONTINUATIONS]
    best = max(
        wholes, key=lambda whole: (zipf.get(whole.casefold(), 0.0), whole.islower() or whole.istitle())
    )
    return best if zipf.get(best.casefold(), 0.0) >= KNOWN else None


def _in_quotes(text: str, spans: list[Span]) -> bool:
    """Whether something unread stands before a word and behind one: what opens a quote and closes it."""
    tokens = [span.of(text) for span in spans]
    return any(map(_LOST_OPENING.search, tokens)) and any(map(_LOST_CLOSING.search, tokens))


@dataclass(frozen=True)
class _Repairs:
    """Writes the broken words of a turn as they were meant, with this transcript's quotes and apostrophes."""

    style: Style
    language: str
    in_quotes: bool

    def of(self, token: str) -> str:
        fixed = _LOST_APOSTROPHE.sub(r"\1’", unescaped(token))
        if _QUESTION_MARK.fullmatch(fixed):
            fixed = fixed.replace("?", "’")
        elif "?" in fixed and has_lost_letters(fixed, self.language):
            return with_its_letters(fixed, self.language) or token
        if fixed == token:
            fixed = " " if _LOST_SPACE.search(f"a{token}") else _read_again(token, self.language)
        if self.in_quotes:
            fixed = _LOST_OPENING.sub("“", _LOST_CLOSING.sub("”", fixed))
        if fixed == token:
            return token
        opening, closing = self.style.quotes
        for curly, usual in (("’", self.style.apostrophe), ("“", opening), ("”", closing)):
            fixed = fixed.replace(curly, usual)
        return fixed
