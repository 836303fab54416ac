"""Sentences with their places in the text."""

from __future__ import annotations

import re
from functools import lru_cache

from interviews.transcript.spans import Span

# Words before a full stop that do not end a sentence.
_ABBREVIATIONS = """
    mr mrs ms dr prof sr jr st gen col lt sgt capt rep sen gov rev hon vs etc approx dept est inc ltd co
    e.g i.e u.s u.k a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec
    ca cf al bzw usw z.b d.h mme mlle
"""
_ABBREVIATED = frozenset(_ABBREVIATIONS.split())
# These only before a number: "No. 5", but "I said no. Then he left."
_ABBREVIATED_BEFORE_NUMBER = frozenset({"no", "nos", "fig", "figs", "vol", "art"})
# A run of marks, Indic, Arabic and full-width ones too, and what closes with the sentence. Marks are all that
# can begin it, so that the search goes from one to the next; what must follow is looked at afterwards.
_END = re.compile(r"""(?P<mark>[.!?…।؟۔。！？]++)["'”’»)\]」』）]*+""")
_FULL_WIDTH = "。！？"  # no space follows these
_LAST_WORD = re.compile(r"([\w.]+)$")


@lru_cache(maxsize=16384)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text in order, without the white space between them.

    A full stop after a title, an initial or a number in a list does not end one.
    """
    spans: list[Span] = []
    start = _skip_space(text, 0)
    for match in _END.finditer(text):
        end = match.end()
        if end < len(text) and (
            not (text[end].isspace() or match[1][-1] in _FULL_WIDTH) or _is_abbreviation(text, start, match)
        ):
            continue
        spans.append(Span(start, end))
        start = _skip_space(text, end)
    if start < len(text):
        end = len(text.rstrip())
        if end > start:
            spans.append(Span(start, end))
    return tuple(spans)


def _is_abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    if match["mark"] != ".":
        return False
    before = _LAST_WORD.search(text, max(start, match.start() - 12), match.start())
    if before is None:
        return False
    word = before.group(1)
    if word.lower() in _ABBREVIATED_BEFORE_NUMBER:
        after = _skip_space(text, match.end())
        return text[after : after + 1].isdigit()
    if word.isdigit():
        return len(word) <= 2 and before.start() == start  # numbers a point of a list
    return word.lower() in _ABBREVIATED or (len(word) == 1 and word.isupper() and word != "I")


def _skip_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start
