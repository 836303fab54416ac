"""Captions that scroll: a line is shown again while the next one is spoken, and is to be read once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from interviews.formats.base import Use
from interviews.formats.captions import Cue, Row, Source, Token, as_markup

# YouTube's captions show in nine of ten cues what was there before; people repeat a line word for word in
# the next cue in hardly one of a hundred.
_SHARE, _LEAST = 0.3, 3
_MOST = 8  # rows; no screen has more of them
_AT_ONCE = 1_000  # milliseconds: what scrolls is shown again at once
_FLASH = 100  # milliseconds: a cue in which nobody can have said anything


def shown_once(source: Source, cues: Sequence[Cue]) -> int:
    """Turn repeated rows into markup where the file scrolls, and tell how many; 0 where it does not.

    A row is repeated where it stood in the last rows of the cue before, or where it begins with its last row
    and goes on.
    """
    spoken = [cue for cue in cues if not cue.aside and any(row.text for row in cue.rows)]
    # One after the other, since few files scroll, and a list for each cue is a large part of a long file.
    near_texts = zip(pairwise(spoken), pairwise(map(_texts, spoken)), strict=True)
    scrolled = sum(_at_once(*both) and _scrolls(*texts, both[1]) for both, texts in near_texts)
    if scrolled < max(_LEAST, len(spoken) * _SHARE):
        return 0
    shown = [[row for row in cue.rows if row.text] for cue in spoken]
    texts = list(map(_texts, spoken))
    pairs = [_at_once(*both) for both in pairwise(spoken)]
    repeated = 0
    for near, (before, now), rows in zip(pairs, pairwise(texts), shown[1:], strict=True):
        again = _again(before, now) if near else 0
        for row in rows[:again]:
            row.tokens, row.text, row.words = as_markup(row.tokens), "", None
        if near and not again and _grows(before, now):
            again = _without_start(source, rows[0], len(before[-1].split()))
        repeated += again
    return repeated


def _texts(cue: Cue) -> list[str]:
    return [row.text for row in cue.rows if row.text]


def _at_once(before: Cue, cue: Cue) -> bool:
    return before.end is None or cue.start is None or abs(cue.start - before.end) <= _AT_ONCE


def _scrolls(before: Sequence[str], now: Sequence[str], cue: Cue) -> bool:
    again = _again(before, now)
    if not again:
        return _grows(before, now)
    flash = cue.start is not None and cue.end is not None and cue.end - cue.start <= _FLASH
    return again < len(now) or len(before) > again or flash


def _again(before: Sequence[str], now: Sequence[str]) -> int:
    """How many of the last rows before are the first rows now."""
    for many in range(min(len(before), len(now), _MOST), 0, -1):
        if list(before[-many:]) == list(now[:many]):
            return many
    return 0


def _grows(before: Sequence[str], now: Sequence[str]) -> bool:
    return now[0].startswith(before[-1] + " ")


def _without_start(source: Source, row: Row, words: int) -> int:
    """Take so many words off a row's start; 0 where they stand in several pieces, which is left alone."""
    turns = [token for token in row.tokens if token.use is Use.TURN]
    if len(turns) != 1:
        return 0
    token = turns[0]
    for count, match in enumerate(re.finditer(r"\S+", source.written(token)), start=1):
        if count == words:
            cut = token.start + match.end()
            cuts = [Token(token.start, cut, Use.MARKUP), Token(cut, token.end, Use.TURN)]
            place = row.tokens.index(token)
            tokens = [*row.tokens[:place], *cuts, *row.tokens[place + 1 :]]
            if source.words(tokens) != " ".join(row.text.split()[words:]):
                return 0
            row.text, row.tokens = source.words(tokens), tokens
            return 1
    return 0
