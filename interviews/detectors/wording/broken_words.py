"""Words that are broken visibly: spaced out, torn at a line's end, in mixed case, with signs inside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from interviews.text.holding import holds
from interviews.text.words import folded_words
from interviews.transcript.spans import Span

_SPACED = re.compile(r" [A-Za-z] [a-z'’] [a-z'’](?: [a-z'’]){0,40}(?=[\s.,;:!?\"”)]|$)")
# The break of a torn word, and what stands on both of its sides.
_BREAK = re.compile(r"-\s+(?=[^\W\d_])|[¬\xad\u200b\u2060\ufeff]\s*(?=[^\W\d_])")
_DIVIDING = ("- ", "-\n", "¬", "\xad", "\u200b", "\u2060", "\ufeff")
_HEAD = re.compile(r"(?<![\w-])[^\W\d_]{2,20}$")
_TAIL = re.compile(r"[^\W\d_]{2,20}(?![\w-])")
# The capital first: it is rarer, and what the search goes by.
_INNER_CAPITAL = re.compile(r"[A-Z](?<=[a-zA-Z][A-Z])")
_SWITCH = re.compile(r"[A-Z](?<=[a-z][A-Z])")
_LETTERS = re.compile(r"[A-Za-z]+")
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_CAMEL = re.compile(r"(?:[A-Z][a-z]+){2,}|[A-Z]{2,}(?:s|ed|ing|ish|y|er|ers|able)")
_SIGN = re.compile(r"[@#%~^$]")
_SIGN_BETWEEN = re.compile(r"[A-Za-z][@#%~^$]\w*[a-z0-9]|(?<![\w@#~^$*])[%^][a-z]\w*\d")
# A mark that fell between the letters of a word, which has none other: "prob.lem", "anyt|hing", "thin(k".
_STRAY = re.compile(r"[|()\[\]{}<>;:.,!?*+~\"”“](?=[^\W\d_])")
_PLAIN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STUCK = re.compile(r"[A-Z][A-Z][a-z]{1,20}(?!\w)")
_ADDRESS = re.compile(r"\w@\w+(?:\.\w+|\b[A-Z])")
_EDGE = "\"“”'‘’()[].,;:!?*"
# Longer than this without a space is an address or a program.
_LONGEST = 45
# Zipf frequencies of a word of every day, and of anything that is a word.
_EVERY_DAY, _WORD = 4.0, 3.0
_WELL_KNOWN = 3.3
_SPELT = 30  # code points from a word to its letters
_CONTRACTED = ("s", "re", "ll", "ve", "d", "m")
_BEFORE_A_CAPITAL = tuple('.!?…“"\n')


class Broken(NamedTuple):
    """A broken word, what it was if that is known, and what happened to it."""

    span: Span
    meant: str
    what: str


def broken_words(text: str, zipf: Callable[[str], float]) -> Iterator[Broken]:
    """The broken words of a text. ``zipf`` says how common a word in lower case is."""
    yield from _spaced(text, zipf)
    yield from torn_words(text, zipf)
    has_inner_capital = _INNER_CAPITAL.search(text) is not None
    if has_inner_capital:
        yield from _mixed(text, zipf)
    yield from _stray_signs(text, zipf)
    if has_inner_capital:
        yield from _stuck_shift(text, zipf)


def signs_inside(text: str) -> Iterator[Span]:
    """Words with a sign between their letters: "as@i#g", "r%ad"."""
    end = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < end:
            continue
        start, end = around(text, sign.start(), sign.end())
        bare = without_edges(text, start, end)
        token = bare.of(text)
        if len(token) <= _LONGEST and _SIGN_BETWEEN.search(token) and not _is_plain(token):
            yield bare


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space around a place; at most a little longer than any word."""
    first, last = max(0, start - _LONGEST - 1), min(len(text), end + _LONGEST + 1)
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    return start, end


def without_edges(text: str, start: int, end: int) -> Span:
    """A stretch without the marks at its edges: quotes, brackets, full stops and stars of emphasis."""
    token = text[start:end]
    first = start + len(token) - len(token.lstrip(_EDGE))
    return Span(first, first + len(token.strip(_EDGE)))


def _is_plain(token: str) -> bool:
    """C#, F#, a handle, a bleeped word, 50%ers, HEAD~3, an escape in an address."""
    bare = token.rstrip("#*%$~^")
    return (
        bare.isalnum()
        or "**" in token
        or re.fullmatch(r"[a-zA-Z]{1,2}#\w*|\w+[#$]\w{1,2}|[A-Z]+@\w+|\d+%\w+|\w+[~^]\d+", token) is not None
        or re.search(r"%[0-9A-F]{2}|[/=:\\\\]", token) is not None
        or _ADDRESS.search(token) is not None
    )


def _spaced(text: str, zipf: Callable[[str], float]) -> Iterator[Broken]:
    for match in _SPACED.finditer(f" {text}"):  # a text may begin so
        start, letters = match.start(), match[0].split()
        while len(letters) > 3 and letters[0] in "aiAI" and not zipf("".join(letters).lower()):
            start, letters = start + 2, letters[1:]  # "a t h i n g"
        word = "".join(letters)
        folded = word.lower().replace("’", "'")
        if len(letters) < 4:
            continue
        known = zipf(folded) >= 2.0
        if known or (len(word) > 5 and _is_sayable(folded.replace("'", ""))):
            one = known or word.isalpha()  # "w e ' l l p u t" are two
            if _is_spelt_out(text, folded, start):
                continue
            yield Broken(Span(start, match.end() - 1), word if one else "", "its letters stand apart")


def _is_spelt_out(text: str, word: str, start: int) -> bool:
    """Whether the word stands just before in one piece: "Dolores, that is D o l o r e s"."""
    return word in folded_words(text[max(0, start - _SPELT) : start])


def _is_sayable(word: str) -> bool:
    """Vowels in every stretch of four letters, and no letter of the alphabet's own order."""
    return "abc" not in word and re.search(r"[^aeiouy]{4}|[aeiou]{4}", word) is None


def torn_words(text: str, zipf: Callable[[str], float]) -> Iterator[Broken]:
    """Words torn apart at the end of a line: "trans- cript"."""
    if not holds(text, _DIVIDING[:2] if text.isascii() else _DIVIDING):
        return
    for match in _BREAK.finditer(text):
        head = _HEAD.search(text, max(0, match.start() - 22), match.start())
        tail = _TAIL.match(text, match.end())
        if head is None or tail is None or not tail[0].islower():
            continue
        word = head[0] + tail[0]
        known = zipf(word.lower())
        if known < 2.5 or len(word) < 4:
            continue
        # "back- end": a dash written without its first space stands between two words. Where these are one
        # well-known word ("in- coming"), it was torn: of 18 dashes in 1.8 million words none divides one.
        at_line_end = match[0] != "- " or known >= _WELL_KNOWN
        if at_line_end or min(zipf(head[0].lower()), zipf(tail[0])) < min(known, 4.5) + 0.5:
            yield Broken(Span(head.start(), tail.end()), word, "it was torn apart at the end of a line")


def _stray_signs(text: str, zipf: Callable[[str], float]) -> Iterator[Broken]:
    """Words of every day with a mark inside. "him.But" are two words, "title(s)" and "e.g." right."""
    for mark in _STRAY.finditer(text):
        if not text[mark.start() - 1 : mark.start()].isalpha():
            continue
        bare = without_edges(text, *around(text, mark.start(), mark.end()))
        start, end = bare.start, bare.end
        head, tail = text[start : mark.start()], text[mark.end() : end]
        if not (_PLAIN.fullmatch(head) and _PLAIN.fullmatch(tail)) or (
            mark[0] in "([{" and text[end : end + 1] in (")", "]", "}")
        ):
            continue
        if mark[0] in '"“”' and (tail in _CONTRACTED or (head.endswith("n") and tail == "t")):
            continue  # a quote for an apostrophe
        pieces = [zipf(piece.lower().replace("’", "'")) for piece in (head, tail)]
        two_words = min(pieces) >= _WORD and min(len(head), len(tail)) > 1
        if tail.islower() and not two_words and len(head + tail) >= 4:
            word = head + tail
            if zipf(word.lower().replace("’", "'")) >= _EVERY_DAY:
                yield Broken(Span(start, end), word, "a mark stands between its letters")


def _stuck_shift(text: str, zipf: Callable[[str], float]) -> Iterator[Broken]:
    """Words of every day whose second letter has a capital too: "THink". "IDs" and "TVs" are plurals."""
    for match in _STUCK.finditer(text):
        word = match[0].lower()
        if text[match.start() - 1 : match.start()].isalnum():
            continue
        if zipf(word) >= _EVERY_DAY and not (word.endswith("s") and len(word) < 5):
            starts = (
                match.start() == 0
                or text[max(0, match.start() - 3) : match.start()].rstrip()[-1:] in _BEFORE_A_CAPITAL
            )
            yield Broken(
                Span(*match.span()),
                word.capitalize() if starts or word == "i" else word,
                "the shift key stuck",
            )


def _mixed(text: str, zipf: Callable[[str], float]) -> Iterator[Broken]:
    end = 0
    for switch in _SWITCH.finditer(text):
        start = switch.start() - 1
        if start < end:
            continue
        while start > end and text[start - 1].isalnum():
            start -= 1
        match = _LETTERS.match(text, start)
        if match is None:
            continue
        end = match.end()
        written = match[0]
        folded = written.lower()
        if end < switch.start() or len(written) < 5 or _CAMEL.fullmatch(written):
            continue
        if len(written) == 5 and sum(map(str.islower, written)) == 1:
            continue  # SQuAD
        parts = _PARTS.findall(written)
        locked = parts[0].islower() and written[1:].isupper()  # "cANDIDATE"
        both_words = all(zipf(part.lower()) >= 3.5 for part in parts)
        if len(parts) == 2 and not locked and (len(parts[0]) == 1 or both_words):
            continue  # iPhone, macOS
        # LaTeX and AirBnB have three parts and are rarer than the words of every day.
        if zipf(folded) < (4.0 if len(parts) < 4 else 3.3):
            continue
        begins = start == 0 or text[max(0, start - 3) : start].rstrip()[-1:] in '.!?…"“'
        meant = folded.capitalize() if begins and written[0].isupper() else folded
        yield Broken(Span(start, end), meant, "capitals and small letters are mixed")
